import { howToSettle } from "../../../core/sync/notice.ts";
import { cellsOf, find, sortBy } from "../../support/ledger-sheet.ts";
import { edit, type Ledger } from "./ledger.ts";

/** What people do while a test sits in a window between two requests, and where to look for what it cost. */

/** The rows in the opposite order; their anchors stay. */
export const reverse = (ledger: Ledger) => () => sortBy(ledger.world, "序号", "DESCENDING");

/** A row is cut and pasted elsewhere; its anchor stays. */
export function cutRow(ledger: Ledger, from: number, to: number): void {
  const source = { sheetId: 7, startRowIndex: from, endRowIndex: from + 1, startColumnIndex: 0, endColumnIndex: 16 };
  const destination = { sheetId: 7, rowIndex: to, columnIndex: 0 };
  edit(ledger, { cutPaste: { source, destination, pasteType: "PASTE_NORMAL" } });
}

export function insertRow(ledger: Ledger, at: number): void {
  const range = { sheetId: 7, dimension: "ROWS", startIndex: at, endIndex: at + 1 };
  edit(ledger, { insertDimension: { range, inheritFromBefore: false } });
}

export function deleteColumn(ledger: Ledger, header: string): void {
  const column = (cellsOf(ledger.world)[0] ?? []).indexOf(header);
  const range = { sheetId: 7, dimension: "COLUMNS", startIndex: column, endIndex: column + 1 };
  edit(ledger, { deleteDimension: { range } });
}

export function insertColumn(ledger: Ledger, at: number): void {
  const range = { sheetId: 7, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 };
  edit(ledger, { insertDimension: { range, inheritFromBefore: false } });
}

/** A clerk's note; "" takes it away. */
export function putNote(ledger: Ledger, text: string, header: string, words: string): void {
  const { row, column } = find(ledger.world, text, header);
  const start = { sheetId: 7, rowIndex: row, columnIndex: column };
  const values = [words === "" ? {} : { note: words }];
  edit(ledger, { updateCells: { start, fields: "note", rows: [{ values }] } });
}

/** The texts that the items and their conflicts hold, and the whole history. */
export async function kept(ledger: Ledger): Promise<string> {
  const picture = await ledger.picture();
  return Object.entries(picture)
    .filter(([line]) => /^(item|history)/.test(line))
    .map(([, text]) => text)
    .join("\n");
}

/** What the cell of an open conflict says in which the store's text is shown. */
export const storeShown = (store: string, sheet: string) =>
  `两边同时改动，现显示系统中的“${store}”，另存表格的“${sheet}”；${howToSettle}`;
