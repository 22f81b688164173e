import type { RawCell, RawRow, Scalar } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { type Misplaced, type Reached, sameRow } from "./verify.ts";

/** Pure: the row that a misplaced write fell on, as it was read before: by its code, else by its other cells. */

/**
 * @param rows of the table: `before` the write, `after` it with the columns of then, and those that were `found` already.
 * @param cameFrom column after the write -> where it stood before.
 */
export function victimOf(
  table: TableFound,
  { action, reached }: Misplaced,
  rows: { readonly before: readonly RawRow[]; readonly after: readonly RawRow[]; readonly found: ReadonlySet<RawRow> },
  cameFrom: (column: number) => number | null,
): RawRow | undefined {
  const { before, after, found } = rows;
  const code = table.system.code ?? -1;
  const old: (Scalar | null)[] = [];
  const overwritten = new Map<number, true>();
  reached.forEach((value, column) => {
    const from = cameFrom(column);
    if (from !== null) old[from] = value;
  });
  // Where we wrote a blank at its end, the row that was reached ends before.
  for (const column of action.writes.keys()) {
    const from = cameFrom(column);
    if (from !== null) overwritten.set(from, true);
  }
  const filled = before.filter((row) => !found.has(row) && row.cells.some((cell) => cell.value !== null));
  // What the system itself writes into every row tells none from another.
  const ours = new Map(Object.values(table.system).map((column) => [column ?? -1, true] as const));
  const besides = new Map([...overwritten, ...ours]);
  const tells = ({ cells }: RawRow) =>
    sameRow(cells, old, besides) && cells.some(({ value }, i) => value !== null && !besides.has(i));
  const own = before[action.row?.row.row ?? -1];
  if (!overwritten.has(code) && old[code] != null) {
    const named = filled.filter(({ cells }) => cells[code]?.value === old[code]);
    // Another row's code was pasted over that of a row which stayed where it was.
    const isPasted = named.every(({ cells }) => !sameRow(cells, old, besides));
    if (own !== undefined && tells(own) && isPasted) return own;
    if (named.length === 1) return named[0];
  }
  // Of rows that differ in nothing but what was overwritten the one that stands nowhere any more.
  const alike = filled.filter(({ cells }) => sameRow(cells, old, overwritten));
  const isGone = (row: RawRow) => count(before, row, (column) => column) > count(after, row, cameFrom);
  const isOwn = own !== undefined && sameRow(own.cells, old, overwritten);
  if (isOwn && (isGone(own) || !alike.some(isGone))) return own;
  const gone = alike.find(isGone);
  if (gone !== undefined) return gone;
  // Cut away under our write: the row was blank when it came.
  if (sameRow([], old, overwritten)) return { cells: [], anchors: [], hidden: false };
  // The system's columns may read otherwise: the read can be older than what it wrote there.
  const telling = filled.find(tells);
  if (telling !== undefined) return telling;
  // A row that did not move but was edited meanwhile is still the row, and a blank one that was to be filled is nobody's.
  const blank = own?.cells.every(({ value, formula }) => value === null && formula === undefined);
  return own !== undefined && (blank || mostly(own.cells, old, overwritten)) ? own : undefined;
}

/** How many rows read like this one; a formula is like any other, whose references and result change as rows move. */
function count(rows: readonly RawRow[], row: RawRow, cameFrom: (column: number) => number | null): number {
  const text = (cell: RawCell | undefined) => (cell?.formula === undefined ? (cell?.value ?? "") : "=");
  return rows.filter(({ cells }) => {
    const old: RawCell[] = [];
    cells.forEach((cell, column) => {
      const from = cameFrom(column);
      if (from !== null) old[from] = cell;
    });
    const width = Math.max(old.length, row.cells.length);
    return Array.from({ length: width }, (_, i) => i).every((i) => text(row.cells[i]) === text(old[i]));
  }).length;
}

function mostly(before: readonly RawCell[], after: Reached, written: ReadonlyMap<number, unknown>): boolean {
  const kept = before.filter((cell, i) => !written.has(i) && cell.value !== null && cell.value === (after[i] ?? null));
  return kept.length * 2 > before.filter((cell, i) => !written.has(i) && cell.value !== null).length;
}
