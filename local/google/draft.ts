import type { Box } from "./a1.ts";
import { maxCells, maxColumns } from "./a1.ts";
import { invalid } from "./errors.ts";
import type { MetadataIndex } from "./metadata.ts";
import type { Cell, Dimension, NamedRange, Row, SheetState, SpreadsheetState } from "./state.ts";
import type { Switches } from "./switches.ts";

/**
 * A spreadsheet being changed by one request. Everything not yet touched is shared with the committed value; the
 * first touch copies (`owned` remembers what is ours). Throwing the draft away is the roll-back.
 */

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type SheetDraft = Mutable<SheetState>;

export interface Caller {
  /** E-mail address, the name by which protected ranges and permissions know people. */
  readonly user: string;
  readonly isOwner: boolean;
}

export interface Draft {
  readonly id: string;
  readonly base: SpreadsheetState;
  properties: SpreadsheetState["properties"];
  sheets: SheetState[];
  namedRanges: readonly NamedRange[];
  metadata: SpreadsheetState["metadata"];
  /** Made when first asked for; whoever moves, adds or removes whole lines drops it. */
  metadataIndex?: MetadataIndex;
  readonly owned: Set<object>;
  /** Sheets, by id, that were looked through and hold no formula. */
  readonly withoutFormulas: Set<number>;
  readonly caller: Caller;
  readonly switches: Switches;
  /** 0 <= number < 1; seeded per request, so that replaying the request gives the same ids. */
  readonly random: () => number;
  /** Milliseconds since 1970, for formulas that ask the time. */
  readonly now: number;
}

export interface DraftContext {
  readonly caller: Caller;
  readonly switches: Switches;
  readonly random: () => number;
  readonly now: number;
}

export function openDraft(state: SpreadsheetState, context: DraftContext): Draft {
  const { id, properties, sheets, namedRanges, metadata } = state;
  const own = { owned: new Set<object>(), withoutFormulas: new Set<number>() };
  return { id, base: state, properties, sheets: [...sheets], namedRanges, metadata, ...own, ...context };
}

export function commitDraft(draft: Draft): SpreadsheetState {
  const { id, properties, sheets, namedRanges, metadata } = draft;
  return { id, properties, sheets, namedRanges, metadata };
}

export function sheetById(spreadsheet: { readonly sheets: readonly SheetState[] }, id: number): SheetState {
  const sheet = spreadsheet.sheets.find((candidate) => candidate.id === id);
  if (sheet === undefined) throw invalid(`No grid with id: ${id}`);
  return sheet;
}

export function editSheet(draft: Draft, id: number): SheetDraft {
  const index = draft.sheets.findIndex((candidate) => candidate.id === id);
  const sheet = draft.sheets[index];
  if (sheet === undefined) throw invalid(`No grid with id: ${id}`);
  if (draft.owned.has(sheet)) return sheet as SheetDraft;
  const copy = { ...sheet };
  draft.owned.add(copy);
  draft.sheets[index] = copy;
  return copy;
}

export function ownRows(draft: Draft, sheet: SheetDraft): (Row | undefined)[] {
  if (!draft.owned.has(sheet.rows)) {
    sheet.rows = sheet.rows.slice();
    draft.owned.add(sheet.rows);
  }
  return sheet.rows as (Row | undefined)[];
}

export function ownDimensions(
  draft: Draft,
  sheet: SheetDraft,
  which: "rowDimensions" | "columnDimensions",
): (Dimension | undefined)[] {
  if (!draft.owned.has(sheet[which])) {
    sheet[which] = sheet[which].slice();
    draft.owned.add(sheet[which]);
  }
  return sheet[which] as (Dimension | undefined)[];
}

export function trimEnd(list: unknown[]): void {
  let length = list.length;
  while (length > 0 && list[length - 1] === undefined) length--;
  list.length = length;
}

export function setAt<T>(list: (T | undefined)[], index: number, value: T | undefined): void {
  while (list.length < index) list.push(undefined);
  list[index] = value;
  if (value === undefined) trimEnd(list);
}

export function setCell(draft: Draft, sheet: SheetDraft, row: number, column: number, cell: Cell | undefined): void {
  const rows = ownRows(draft, sheet);
  if (cell?.formula !== undefined) draft.withoutFormulas.delete(sheet.id);
  const old = rows[row];
  if (old === undefined && cell === undefined) return;
  let cells = old as (Cell | undefined)[] | undefined;
  if (cells === undefined || !draft.owned.has(cells)) {
    cells = cells === undefined ? [] : cells.slice();
    draft.owned.add(cells);
  }
  setAt(cells, column, cell);
  setAt(rows, row, cells.length === 0 ? undefined : cells);
}

/** A cell with these parts changed; undefined when nothing is left of it. A new value takes the chips of the old one along. */
export function withParts(
  cell: Cell | undefined,
  parts: { readonly [K in keyof Cell]?: Cell[K] | undefined },
): Cell | undefined {
  const merged: Mutable<Cell> = {};
  let any = false;
  for (const source of [cell, parts]) {
    if (source === undefined) continue;
    for (const key of Object.keys(source) as (keyof Cell)[]) {
      const value = source[key];
      if (value === undefined) delete merged[key];
      else (merged as Record<string, unknown>)[key] = value;
    }
  }
  if (("value" in parts || "formula" in parts) && !("chips" in parts)) delete merged.chips;
  for (const _ in merged) {
    any = true;
    break;
  }
  return any ? merged : undefined;
}

export function eachCell(sheet: SheetState, box: Box, visit: (cell: Cell, row: number, column: number) => void): void {
  const lastRow = Math.min(box.endRow, sheet.rows.length);
  for (let row = box.startRow; row < lastRow; row++) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    const lastColumn = Math.min(box.endColumn, cells.length);
    for (let column = box.startColumn; column < lastColumn; column++) {
      const cell = cells[column];
      if (cell !== undefined) visit(cell, row, column);
    }
  }
}

/** Makes the grid at least this large. */
export function growGrid(draft: Draft, sheet: SheetDraft, rows: number, columns: number): void {
  if (rows <= sheet.rowCount && columns <= sheet.columnCount) return;
  sheet.rowCount = Math.max(sheet.rowCount, rows);
  sheet.columnCount = Math.max(sheet.columnCount, columns);
  checkSize(draft);
}

/** What a request made of the grids must be within the limits of the service. */
export function checkSize(draft: Draft): void {
  if (draft.sheets.some((sheet) => sheet.columnCount > maxColumns))
    throw invalid(`This action would exceed the limit of ${maxColumns} columns.`);
  const cells = draft.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (cells > maxCells) {
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${maxCells} cells.`,
    );
  }
}
