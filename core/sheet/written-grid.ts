import type { Box } from "./sheet.ts";

/**
 * Tabs that this system writes one-way, as a rectangle from the top left corner. What stands to the right of the
 * rectangle, notes on its cells and every other tab belong to the people of the office and stay.
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
  /** null: not known; the tab is then found by its title. */
  readonly tabId: number | null;
  readonly rows: number;
  readonly columns: number;
}

export function sizeOf({ rows }: Grid): { readonly rows: number; readonly columns: number } {
  return { rows: rows.length, columns: Math.max(1, ...rows.map((row) => row.length)) };
}

export interface GridWrite {
  readonly grid: Grid;
  /** null: never written, as far as is known. */
  readonly before: GridBefore | null;
  /** Without `before`: whether a tab of that title is taken for one of an earlier writing. Else it is the office's own. */
  readonly adopt: boolean;
  /** Rows of the new grid, ascending, that did not exist before: whole rows are inserted, so notes beside others move along. */
  readonly insertedRows: readonly number[];
}

/** Errors as sheet.ts names them. */
export interface GridSheet {
  /**
   * One read for the tabs and one atomic write for all grids, which leaves a stamp. Answers what each grid left, in
   * their order.
   * @param writesFor is told the stamp of the last write that Google carried out, null before the first: of a write
   * whose answer was lost it tells whether it was done.
   */
  writeGrids(
    spreadsheetId: string,
    stamp: string,
    writesFor: (found: string | null) => Promise<readonly GridWrite[]>,
  ): Promise<readonly GridBefore[]>;
}
