import type { Cell, Dimensions, Row, SheetState, SpreadsheetState } from "./state.ts";

/** A spreadsheet value as JSON: blank cells and rows, undefined in memory, are null there. */

export const encodeState = (state: SpreadsheetState): SpreadsheetState => state;

const revive = <T>(list: readonly (T | null | undefined)[]): (T | undefined)[] =>
  list.map((element) => element ?? undefined);

/** The inverse of `JSON.parse(JSON.stringify(encodeState(state)))`. */
export function decodeState(json: SpreadsheetState): SpreadsheetState {
  const sheets = json.sheets.map(
    (sheet): SheetState => ({
      ...sheet,
      rows: revive<Row>(sheet.rows).map((row) => (row === undefined ? undefined : revive<Cell>(row))),
      rowDimensions: revive(sheet.rowDimensions) as Dimensions,
      columnDimensions: revive(sheet.columnDimensions) as Dimensions,
    }),
  );
  return { ...json, sheets };
}
