import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import type { RowWrite, Scalar, Structural } from "./sheet.ts";

/** Pure: what sheet.ts is asked for as requests of the Sheets API v4. Values are always RAW. */

/** Key of the row metadata that serve as anchors: one character, because a tab has room for 30,000. */
export const anchorKey = "r";

export function writeBody(rows: readonly RowWrite[]): sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest {
  return {
    valueInputOption: "RAW",
    includeValuesInResponse: true,
    responseValueRenderOption: "UNFORMATTED_VALUE",
    responseDateTimeRenderOption: "SERIAL_NUMBER",
    data: rows.map((row) => ({
      dataFilter: { developerMetadataLookup: { metadataId: row.anchor } },
      majorDimension: "ROWS",
      values: [valuesOf(row)],
    })),
  };
}

function valuesOf(row: RowWrite): (Scalar | null)[] {
  const last = Math.max(...row.cells.keys());
  const values: (Scalar | null)[] = new Array(last + 1).fill(null);
  for (const [column, value] of row.cells) values[column] = value;
  return values;
}

function extended(value: Scalar | { readonly formula: string }): sheets_v4.Schema$ExtendedValue {
  if (typeof value === "object") return { formulaValue: value.formula };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return value === "" ? {} : { stringValue: value };
}

export function requestsOf(action: Structural): sheets_v4.Schema$Request[] {
  switch (action.kind) {
    case "anchor":
      return [anchorRequest(action.tabId, action.row)];
    case "unanchor":
      return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: action.anchor } } } }];
    case "insertRows": {
      const { tabId: sheetId, row, anchors } = action;
      return [
        { appendDimension: { sheetId, dimension: "ROWS", length: 1 } },
        {
          insertDimension: {
            range: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + anchors.length },
            inheritFromBefore: row > 0,
          },
        },
        ...anchors.map((anchor, i) => anchorRequest(sheetId, row + i, anchor)),
      ];
    }
    case "insertColumns": {
      const { tabId: sheetId, column, row } = action;
      return [
        { appendDimension: { sheetId, dimension: "COLUMNS", length: 1 } },
        {
          insertDimension: {
            range: { sheetId, dimension: "COLUMNS", startIndex: column, endIndex: column + action.headers.length },
            inheritFromBefore: false,
          },
        },
        {
          updateCells: {
            start: { sheetId, rowIndex: row, columnIndex: column },
            fields: "userEnteredValue",
            rows: [{ values: action.headers.map((header) => ({ userEnteredValue: { stringValue: header } })) }],
          },
        },
        anchorRequest(sheetId, row, action.anchor),
      ];
    }
    case "setCell":
      return [
        {
          updateCells: {
            start: { sheetId: action.tabId, rowIndex: action.row, columnIndex: action.column },
            fields: "userEnteredValue",
            rows: [{ values: [{ userEnteredValue: extended(action.value) }] }],
          },
        },
      ];
    case "note":
      return [
        {
          updateCells: {
            start: { sheetId: action.tabId, rowIndex: action.row, columnIndex: action.column },
            fields: "note",
            rows: [{ values: [action.note === "" ? {} : { note: action.note }] }],
          },
        },
      ];
  }
}

/** With a number of our choice a second request fails as a whole while the first one's row is there. */
function anchorRequest(sheetId: number, row: number, metadataId?: number): sheets_v4.Schema$Request {
  const dimensionRange = { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 };
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        ...(metadataId === undefined ? {} : { metadataId }),
        metadataKey: anchorKey,
        visibility: "PROJECT",
        location: { dimensionRange },
      },
    },
  };
}
