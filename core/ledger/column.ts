/**
 * A column binds a field to a header. Each kind lists its columns in its own file; that list is the only place where a
 * column is added: parsing, rendering, merging, storing and the API all read it.
 */

/** The side a value comes from. SYSTEM is this program itself. */
export type Side = "SHEET" | "API" | "SYSTEM";

/** What a text means depends on where it stands: "11月底" needs a year. */
export interface ReadContext {
  /** ISO date that gives the year when a text has none: the ledger's own date, else the day it was first read. */
  readonly referenceDate: string;
}

/**
 * What a text was read as. `value` null and no `problem`: the cell says nothing ("", "/", "无").
 * `problem` is one plain Chinese sentence for the clerk; a doubtful reading may have both a value and a problem.
 */
export interface Reading<V> {
  readonly value: V | null;
  readonly problem?: string;
}

/** A way of reading and writing cells. parse never throws; parse(render(v)).value equals v for every v it can produce. */
export interface CellType<V> {
  readonly name: string;
  parse(text: string, context: ReadContext): Reading<V>;
  render(value: V): string;
}

export interface Column<V = unknown> {
  readonly field: string;
  /** The canonical Chinese header. */
  readonly header: string;
  /** Other headers that clerks use for it, normalised as find-table does (no spaces, no bracketed hints). */
  readonly aliases: readonly string[];
  readonly type: CellType<V>;
  /** Who may write the cell: both sides, only people in the sheet, or only this system. */
  readonly writes: "BOTH" | "SHEET" | "SYSTEM";
  /** Which side's value is shown when both changed it to different values; the other is kept in a conflict. */
  readonly shows: "SHEET" | "API";
  /** Names of private persons: masked for roles that do not need them. */
  readonly personal?: boolean;
}

/** A column that both sides may write and whose sheet value is shown in a conflict, unless `rest` says otherwise. */
export function columnFor<V>(
  field: string,
  header: string,
  type: CellType<V>,
  aliases: readonly string[],
  rest: Partial<Pick<Column, "writes" | "shows" | "personal">> = {},
): Column<V> {
  return { field, header, aliases, type, writes: "BOTH", shows: "SHEET", ...rest };
}

/** Equal for the ledger: the same text, or two texts that were read without a problem as the same value. */
export function sameMeaning(column: Column, a: string, b: string, context: ReadContext): boolean {
  if (a === b) return true;
  const left = column.type.parse(a, context);
  const right = column.type.parse(b, context);
  if (left.problem !== undefined || right.problem !== undefined) return false;
  return JSON.stringify(left.value) === JSON.stringify(right.value);
}
