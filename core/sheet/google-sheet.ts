import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import { decodeSpreadsheet, readFields, writtenFields, writtenOf } from "./google-decode.ts";
import { requestsOf, writeBody } from "./google-encode.ts";
import type { Sheet } from "./sheet.ts";

/** The calls of the Sheets API v4 that a pass needs, whatever carries them. Errors as sheet.ts names them. */
export interface SheetCalls {
  get(spreadsheetId: string, fields: string): Promise<sheets_v4.Schema$Spreadsheet>;
  writeValues(
    spreadsheetId: string,
    body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest,
    fields: string,
  ): Promise<sheets_v4.Schema$BatchUpdateValuesByDataFilterResponse>;
  batchUpdate(
    spreadsheetId: string,
    body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
    fields: string,
  ): Promise<void>;
}

/** sheet.ts over those calls: one `spreadsheets.get` a read, one `values:batchUpdateByDataFilter` a write. */
export function makeSheet(calls: SheetCalls): Sheet {
  return {
    read: async (spreadsheetId) => decodeSpreadsheet(spreadsheetId, await calls.get(spreadsheetId, readFields)),
    async writeRows(spreadsheetId, _tabId, rows) {
      const { responses } = await calls.writeValues(spreadsheetId, writeBody(rows), writtenFields);
      return rows.map((row) => writtenOf(row, responses ?? []));
    },
    restructure: (spreadsheetId, actions) =>
      calls.batchUpdate(spreadsheetId, { requests: actions.flatMap(requestsOf) }, "spreadsheetId"),
  };
}
