import type { Box } from "./a1.ts";

/**
 * A spreadsheet as a value that never changes once committed: a write makes a new value that shares every row it did
 * not touch. Rolling back, undo, stale reads and snapshots are then only a matter of which value one holds.
 */

export type Scalar = string | number | boolean;
export type Json = { readonly [key: string]: unknown };

/** One cell. A literal or a formula (with its `=`), never both; the rest is kept as the API words it. */
export interface Cell {
  readonly value?: Scalar;
  readonly formula?: string;
  readonly note?: string;
  readonly format?: Json;
  readonly validation?: Json;
  /** Runs of smart chips in the text, as the API words them. */
  readonly chips?: readonly Json[];
}

/** Trailing blank cells are absent, and a blank row is undefined, so that equal contents are equal values. */
export type Row = readonly (Cell | undefined)[];

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value?: string;
  readonly visibility: string;
}

/** What belongs to a row or column itself, not to what stands in it: a sort moves cells, never this. */
export interface Dimension {
  readonly pixelSize?: number;
  readonly hidden?: boolean;
  /** How many groups hold this line. */
  readonly depth?: number;
  /** Depths of the groups that begin here and are collapsed. */
  readonly collapsed?: readonly number[];
  readonly metadata?: readonly Metadata[];
}

export type Dimensions = readonly (Dimension | undefined)[];

/** As the API words it; absent bounds are open, and sheetId 0 is kept here though answers leave it out. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface NamedRange {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

export interface ProtectedRange {
  readonly protectedRangeId: number;
  readonly range: GridRange;
  readonly namedRangeId?: string;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors: { readonly users?: readonly string[]; readonly groups?: readonly string[] };
  readonly unprotectedRanges?: readonly GridRange[];
}

/** A column of a table. `type` and `condition`, a dropdown's list, as the API words them. */
export interface TableColumn {
  readonly name: string;
  readonly type?: string;
  readonly condition?: Json;
}

/** What a person makes of a range by "convert to table". The first row of its box is the header. */
export interface Table {
  readonly tableId: string;
  readonly name: string;
  readonly box: Box;
  readonly rowsProperties?: Json;
  /** One for each column of the box. */
  readonly columns: readonly TableColumn[];
}

export interface SheetState {
  readonly id: number;
  readonly title: string;
  /** hidden, tabColor, rightToLeft … and under gridProperties frozenRowCount …, without the two counts. */
  readonly properties: Json;
  readonly gridProperties: Json;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly (Row | undefined)[];
  readonly rowDimensions: Dimensions;
  readonly columnDimensions: Dimensions;
  readonly merges: readonly Box[];
  readonly protectedRanges: readonly ProtectedRange[];
  readonly basicFilter?: Json;
  /** Absent: none. */
  readonly tables?: readonly Table[];
  readonly metadata: readonly Metadata[];
}

export interface SpreadsheetState {
  readonly id: string;
  readonly properties: Json & { readonly title: string; readonly locale: string; readonly timeZone: string };
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly NamedRange[];
  readonly metadata: readonly Metadata[];
}

/** Rows and columns of a sheet in a new spreadsheet: seen in the recordings of files made through Drive. */
const newSheetRows = 1000;
const newSheetColumns = 26;

export function blankSheet(
  id: number,
  title: string,
  rowCount = newSheetRows,
  columnCount = newSheetColumns,
): SheetState {
  return {
    id,
    title,
    properties: {},
    gridProperties: {},
    rowCount,
    columnCount,
    rows: [],
    rowDimensions: [],
    columnDimensions: [],
    merges: [],
    protectedRanges: [],
    metadata: [],
  };
}

export function blankSpreadsheet(id: string, title: string, locale = "en_US", timeZone = "Etc/GMT"): SpreadsheetState {
  return {
    id,
    properties: { title, locale, timeZone, autoRecalc: "ON_CHANGE" },
    sheets: [blankSheet(0, "Sheet1")],
    namedRanges: [],
    metadata: [],
  };
}

export function cellAt(sheet: SheetState, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column];
}

export function isBlankValue(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.formula === undefined && (cell.value === undefined || cell.value === ""));
}
