/**
 * What the sync engine asks of any spreadsheet. Terms: a tab has rows of cells; an anchor is a piece of row metadata
 * whose number addresses the row at the moment a write is applied, wherever insertions have moved it by then. An
 * anchor does not follow a sort, which is why every write answers with the row it reached.
 * Rows and columns are counted from 0.
 */

export type Scalar = string | number | boolean;

export interface RawCell {
  /** The value shown: what was typed, or what a formula gives. null is blank. */
  readonly value: Scalar | null;
  /** The formula, when the cell is one. Such a cell is never written. */
  readonly formula?: string;
  /** The cell has smart chips (people, files …) in it, which any value written would erase. Never written. */
  readonly chip?: true;
  /** DATE, DATE_TIME, PERCENT, CURRENCY …: how Sheets shows a number. Numbers with a DATE format are serial days. */
  readonly format?: string;
  readonly note?: string;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  /** Anchors of this system on this row; normally none or one. */
  readonly anchors: readonly number[];
  readonly hidden: boolean;
}

/** Half open: startRow inclusive, endRow exclusive, the same for columns. */
export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What a person makes of a range by 转换为表格: its first row is the header, a column may be for one type of value. */
export interface TypedTable {
  readonly box: Box;
  /** The last row sums up and is no entry. */
  readonly footer: boolean;
  /** Column of the tab -> DATE, DOUBLE, BOOLEAN, DROPDOWN …; columns of no type are absent. */
  readonly types: ReadonlyMap<number, string>;
}

/** A range that this account may not write to, but for the parts of it that are free; open ends are Infinity. */
export interface Protection {
  readonly box: Box;
  readonly free: readonly Box[];
}

export interface TabRead {
  readonly tabId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly Box[];
  /** Absent: none. */
  readonly typedTables?: readonly TypedTable[];
  /** Absent: none that stops this account. */
  readonly protections?: readonly Protection[];
  /** Trailing blank rows and trailing blank cells are absent. */
  readonly rows: readonly RawRow[];
}

export interface SpreadsheetRead {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly TabRead[];
}

/** One row to write through its anchor. Columns that are absent or null are left alone; the answer reaches to the last one named. */
export interface RowWrite {
  readonly anchor: number;
  readonly cells: ReadonlyMap<number, Scalar | null>;
}

export interface RowWritten {
  readonly anchor: number;
  /** The whole row after the write, from column 0; null when the anchor no longer exists (the row was deleted). */
  readonly row: readonly (Scalar | null)[] | null;
}

export type Structural =
  | { readonly kind: "anchor"; readonly tabId: number; readonly row: number }
  | { readonly kind: "unanchor"; readonly anchor: number }
  /**
   * Blank rows before `row`, each with its anchor: numbers of the caller's choice. While one of them is in use the
   * request fails as a whole, so a row whose first request was applied unseen is not inserted a second time.
   */
  | {
      readonly kind: "insertRows";
      readonly tabId: number;
      readonly row: number;
      readonly anchors: readonly number[];
    }
  /** Fresh columns before `column`, with their headers in `row`, which gets the anchor: as with rows, a repeated request fails as a whole. */
  | {
      readonly kind: "insertColumns";
      readonly tabId: number;
      readonly column: number;
      readonly row: number;
      readonly headers: readonly string[];
      readonly anchor: number;
    }
  /** One cell by position; only to give back what a misplaced write took. */
  | {
      readonly kind: "setCell";
      readonly tabId: number;
      readonly row: number;
      readonly column: number;
      readonly value: Scalar | { readonly formula: string };
    }
  /** "" removes the note. */
  | {
      readonly kind: "note";
      readonly tabId: number;
      readonly row: number;
      readonly column: number;
      readonly note: string;
    };

/**
 * Errors of every method: AppError `spreadsheet.unreachable`, `spreadsheet.rejected`, `google.quota` (nothing was
 * applied), `google.unavailable` (may have been applied), `google.unauthorized`.
 */
export interface Sheet {
  /** The whole spreadsheet in one request. */
  read(spreadsheetId: string): Promise<SpreadsheetRead>;
  /** Writes rows through their anchors in one atomic request, never parsed as formulas, and answers each row as it is then. */
  writeRows(spreadsheetId: string, tabId: number, rows: readonly RowWrite[]): Promise<readonly RowWritten[]>;
  /** Everything that needs positions, in order, in one atomic request. Fails as a whole (`spreadsheet.rejected`) when an anchor number is in use. */
  restructure(spreadsheetId: string, actions: readonly Structural[]): Promise<void>;
}
