import type { Cell, Row, SheetState, SpreadsheetState } from "../../local/google/state.ts";
import { headerRowOf, headersOf } from "./desk.ts";
import { tokensIn } from "./tokens.ts";

/** What a change of a spreadsheet did, told from how it was before and after. */

const code = /^[A-Z][0-9A-Z]{12}$/;

/**
 * Texts of rows that show another code than before, or the problem of another row, and texts that came into a row from
 * elsewhere: whoever brings any of these to a row puts the texts into that item.
 */
export function tokensOfRecodedRows(before: SpreadsheetState, after: SpreadsheetState): number[] {
  const codesOf = (row: Row | undefined) =>
    (row ?? []).map((cell) => String(cell?.value ?? "")).filter((text) => code.test(text));
  const keys = new Set(before.sheets.flatMap((sheet) => sheet.rows.map((row) => keyIn(row, keyColumn(sheet)))));
  return after.sheets.flatMap((sheet) => {
    const old = before.sheets.find(({ id }) => id === sheet.id);
    if (old === sheet) return [];
    const column = keyColumn(sheet);
    return sheet.rows.flatMap((row, at) => {
      const was = old?.rows[at];
      if (row === was) return [];
      const key = keyIn(row, column);
      const rekeyed = key !== "" && key !== keyIn(was, column) && keys.has(key);
      if (rekeyed || codesOf(row).join() !== codesOf(was).join()) return tokensOfRow(row);
      const had = new Set(tokensOfRow(was));
      return tokensOfRow(row).filter((token) => !had.has(token));
    });
  });
}

const tokensOfRow = (row: Row | undefined) =>
  (row ?? []).flatMap((cell) => (typeof cell?.value === "string" ? tokensIn(cell.value) : []));
const keyColumn = (sheet: SheetState) =>
  headersOf(sheet).findIndex((name) => name === "问题描述" || name === "课题名称");
const keyIn = (row: Row | undefined, column: number) => String(row?.[column]?.value ?? "");

/** Texts of merged cells, where merges were changed: they are the text of every row that they reach into. */
export function tokensOfNewMerges(before: SpreadsheetState, after: SpreadsheetState): number[] {
  return after.sheets.flatMap((sheet) => {
    const old = before.sheets.find(({ id }) => id === sheet.id);
    if (old?.merges === sheet.merges) return [];
    return sheet.merges.flatMap(({ startRow, startColumn }) => {
      const value = sheet.rows[startRow]?.[startColumn]?.value;
      return typeof value === "string" ? tokensIn(value) : [];
    });
  });
}

/** Nothing but notes on header rows differs: not even an anchor. */
export function onlyHeaderNotes(before: SpreadsheetState, after: SpreadsheetState): boolean {
  const content = ({ sheets, ...rest }: SpreadsheetState) => JSON.stringify([rest, sheets.map(withoutHeaderNotes)]);
  return content(before) === content(after);
}

function withoutHeaderNotes(sheet: SheetState): SheetState {
  const header = headerRowOf(sheet);
  // Also where nothing of the header is left but the system's own.
  const isHeader = (row: Row | undefined, at: number) =>
    at === header || row?.some((cell) => cell?.value === "系统提示") === true;
  return { ...sheet, rows: sheet.rows.map((row, at) => (isHeader(row, at) ? row?.flatMap(withoutNote) : row)) };
}

/** A cell that has nothing but a note is none. */
function withoutNote(cell: Cell | undefined, column: number) {
  const { note: _, ...rest } = cell ?? {};
  return Object.keys(rest).length === 0 ? [] : [{ column, ...rest }];
}
