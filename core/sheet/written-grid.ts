import type { Box } from "./sheet.ts";

/**
 * Tabs that this system writes one-way, as a rectangle from the top left corner. What stands to the right of the
 * rectangle, and notes on its cells, belong to the people of the office and stay.
 */

export interface GridCell {
  readonly value: string | number | null;
  /** How a number is shown, e.g. `0.0%`; a text mark may be part of it, so that the value stays a number. */
  readonly pattern?: string;
  readonly bold?: boolean;
  readonly fill?: "HEADER" | "TOTAL";
  readonly align?: "LEFT" | "CENTER" | "RIGHT";
  /** Steps by which the text stands further right. */
  readonly indent?: number;
}

export interface Grid {
  readonly title: string;
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly Box[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels, for a tab that is new. */
  readonly columnWidths: readonly number[];
}

/** What the last write left, so that the next one clears it and keeps rows beside their units. */
export interface GridBefore {
  readonly tabId: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridWrite {
  readonly grid: Grid;
  /** null: never written. */
  readonly before: GridBefore | null;
  /** Rows of the new grid, ascending, that did not exist before: whole rows are inserted, so notes beside others move along. */
  readonly insertedRows: readonly number[];
}

/** Errors as sheet.ts names them. */
export interface GridSheet {
  /** One read for the tabs and one atomic write for all grids. Answers what each left, in the order of the writes. */
  writeGrids(spreadsheetId: string, writes: readonly GridWrite[]): Promise<readonly GridBefore[]>;
}
