import { serialOfDate } from "../core/sheet/cell-text.ts";
import type { DemoSpreadsheet } from "./demo/demo.ts";
import type { DemoMerge, DemoRow, DemoValue } from "./demo/picture.ts";

/** Puts demo spreadsheets on the local Google service, as a clerk would have made them: over the public API, by a clerk. */

export interface DemoDrive {
  /** Makes the spreadsheet unless one of that title is there already; shared with the sync's account. Its id. */
  create(spreadsheet: DemoSpreadsheet): Promise<string>;
}

const clerk = "clerk@local.invalid";

export function makeDemoDrive(endpoint: string, account: string): DemoDrive {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${endpoint}${path}`, {
      method,
      headers: { authorization: `Bearer ${clerk}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text === "" ? {} : JSON.parse(text)) as T;
  };
  const make = async (spreadsheet: DemoSpreadsheet) =>
    (await call<{ spreadsheetId: string }>("POST", "/v4/spreadsheets", spreadsheetBody(spreadsheet))).spreadsheetId;
  return {
    async create(spreadsheet) {
      const query = new URLSearchParams({
        q: `name = '${spreadsheet.title.replaceAll("'", "\\'")}'`,
        fields: "files(id)",
      });
      const { files } = await call<{ files?: { id: string }[] }>("GET", `/drive/v3/files?${query}`);
      const spreadsheetId = files?.[0]?.id ?? (await make(spreadsheet));
      // Again for a file that was there: a start may have been interrupted between making and sharing.
      await call("POST", `/drive/v3/files/${spreadsheetId}/permissions`, {
        type: "user",
        role: "writer",
        emailAddress: account,
      });
      return spreadsheetId;
    },
  };
}

/** One request makes the whole file: an interrupted start leaves all of it or nothing. */
function spreadsheetBody({ title, tabs }: DemoSpreadsheet): object {
  return {
    properties: { title, locale: "zh_CN", timeZone: "Asia/Shanghai" },
    sheets: tabs.map((tab, index) => ({
      properties: {
        sheetId: index,
        title: tab.title,
        gridProperties: {
          rowCount: Math.max(tab.rows.length + spareRows, 60),
          columnCount: tab.widths.length + spareColumns,
          frozenRowCount: tab.frozenRows,
        },
      },
      data: [
        {
          startRow: 0,
          startColumn: 0,
          rowData: tab.rows.map((row) => ({ values: row.cells.map((value) => cellOf(value, row.style)) })),
          columnMetadata: tab.widths.map((pixelSize) => ({ pixelSize })),
        },
      ],
      merges: tab.merges.map((merge) => ({ sheetId: index, ...gridBox(merge) })),
    })),
  };
}

/** Room for the clerk to go on, and for the columns of the system. */
const spareRows = 40;
const spareColumns = 8;

function cellOf(value: DemoValue, style: DemoRow["style"]): object {
  const format = { ...styles[style], ...(isDate(value) ? dateFormat : {}) };
  const entered = enteredOf(value);
  return { ...(entered === undefined ? {} : { userEnteredValue: entered }), userEnteredFormat: format };
}

function enteredOf(value: DemoValue): object | undefined {
  if (value === null) return undefined;
  if (typeof value === "number") return { numberValue: value };
  if (isDate(value)) return { numberValue: serialOfDate(value.date) };
  return value.startsWith("=") ? { formulaValue: value } : { stringValue: value };
}

function isDate(value: DemoValue): value is { readonly date: string } {
  return typeof value === "object" && value !== null;
}

const grey = { red: 0.92, green: 0.94, blue: 0.96 };
const dateFormat = { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } };
const styles: Readonly<Record<DemoRow["style"], object>> = {
  TITLE: { horizontalAlignment: "CENTER", textFormat: { bold: true, fontSize: 14 } },
  HEADER: {
    horizontalAlignment: "CENTER",
    verticalAlignment: "MIDDLE",
    wrapStrategy: "WRAP",
    backgroundColor: grey,
    textFormat: { bold: true },
  },
  BODY: { verticalAlignment: "MIDDLE", wrapStrategy: "WRAP" },
};

function gridBox({ startRow, endRow, startColumn, endColumn }: DemoMerge): object {
  return { startRowIndex: startRow, endRowIndex: endRow, startColumnIndex: startColumn, endColumnIndex: endColumn };
}
