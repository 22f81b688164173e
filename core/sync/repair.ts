import type { RawCell, RawRow, Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { guardRow } from "./anchors.ts";
import { columnsBefore } from "./columns-before.ts";
import { type Misplaced, type Reached, sameRow, type Verdict } from "./verify.ts";

export interface Repair {
  readonly actions: readonly Structural[];
  /** What the answer to the write told is nowhere in the read: it may be older than the write. */
  readonly unseen: boolean;
}

/**
 * Pure: gives back what a misplaced write took. `read` is from before the write, `now` from after it. The row that was
 * hit is found by its code, else by its other cells; a cell is restored only while it still holds what we wrote, so a
 * person's newer edit stays.
 */
export function planRepair(
  table: TableFound,
  { misplaced, verified, header }: Pick<Verdict, "misplaced" | "verified" | "header">,
  read: SpreadsheetRead,
  now: SpreadsheetRead,
): Repair {
  const before = rowsOf(read, table);
  const { after, columnNow } = alignedRows(table, header, before, rowsOf(now, table));
  const written = new Map<number, Scalar[]>();
  for (const { action } of misplaced)
    for (const [column, value] of action.writes) written.set(column, [...(written.get(column) ?? []), value]);
  const cameFrom = columnsBefore({ headerRow: guardRow(table), before, after, header, written });
  const actions: Structural[] = [];
  // Rows that got what was meant for them were not hit.
  const found = new Set(verified.flatMap(({ row }) => before[row?.row.row ?? -1] ?? []));
  let unseen = false;
  for (const one of [...misplaced].sort((a, b) => cellsLeft(b) - cellsLeft(a))) {
    const row = rowHit(table, one, after, cameFrom);
    const victim = victimOf(table, one, { before, after, found }, cameFrom);
    if (victim !== undefined) found.add(victim);
    if (row < 0) unseen = true;
    if (victim === undefined || row < 0) continue;
    for (const [target, value] of one.action.writes) {
      const from = cameFrom(target);
      const column = columnNow(target);
      const cell = from === null ? undefined : victim.cells[from];
      const shown = after[row]?.cells[target]?.value ?? "";
      if (shown !== value) {
        if (shown === (cell?.value ?? "")) unseen = true;
        continue;
      }
      const previous = cell?.formula !== undefined ? { formula: cell.formula } : (cell?.value ?? "");
      if (previous !== value && column !== null)
        actions.push({ kind: "setCell", tabId: table.tabId, row, column, value: previous });
    }
  }
  return { actions, unseen };
}

/** The rows of the newest read with their columns as they were right after the write, though some have moved since. */
function alignedRows(
  table: TableFound,
  header: Verdict["header"],
  before: readonly RawRow[],
  now: readonly RawRow[],
): { after: readonly RawRow[]; columnNow: (column: number) => number | null } {
  const anchor = before[guardRow(table)]?.anchors[0];
  const headerNow = now.find(({ anchors }) => anchor !== undefined && anchors.includes(anchor))?.cells;
  if (header === null || headerNow === undefined) return { after: now, columnNow: (column) => column };
  const cells = header.map((value): RawCell => ({ value }));
  const then = columnsBefore({
    headerRow: 0,
    before: [{ cells, anchors: [], hidden: false }],
    after: now,
    header: headerNow.map(({ value }) => value),
    written: new Map(),
  });
  const width = now.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const places = new Map<number, number>();
  for (let column = 0; column < width; column++) {
    const place = then(column);
    if (place !== null) places.set(place, column);
  }
  const blank: RawCell = { value: null };
  const last = Math.max(-1, ...places.keys());
  const after = now.map((row) => ({
    ...row,
    cells: Array.from({ length: last + 1 }, (_, column) => row.cells[places.get(column) ?? -1] ?? blank),
  }));
  return { after, columnNow: (column) => places.get(column) ?? null };
}

function rowsOf(read: SpreadsheetRead, table: TableFound): readonly RawRow[] {
  return read.tabs.find((tab) => tab.tabId === table.tabId)?.rows ?? [];
}

/** Where the row that was hit stands now: as it was then, or, where a person has gone on typing in it, by its code. */
function rowHit(
  table: TableFound,
  { action, reached }: Misplaced,
  after: readonly RawRow[],
  cameFrom: (column: number) => number | null,
): number {
  const shows = ({ cells }: RawRow) =>
    [...action.writes].every(([column, value]) => (cells[column]?.value ?? "") === value && !cells[column]?.formula);
  const exact = after.findIndex((row) => sameRow(row.cells, reached) && shows(row));
  if (exact >= 0) return exact;
  const older = after.findIndex(({ cells }) => sameRow(cells, reached));
  if (older >= 0) return older;
  // Ours in the code cell names it no less.
  const code = reached.findIndex((_, column) => cameFrom(column) === table.system.code);
  const name = action.writes.get(code) ?? reached[code] ?? null;
  if (name === null || name === "") return -1;
  const named = after.flatMap(({ cells }, row) => (cells[code]?.value === name ? [row] : []));
  return named.length === 1 ? (named[0] ?? -1) : -1;
}

/** How much of the row that was hit tells which it is: the fewest cells choose last, and no row is found twice. */
function cellsLeft({ action, reached }: Misplaced): number {
  return reached.filter((value, column) => value !== null && value !== "" && !action.writes.has(column)).length;
}

function victimOf(
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
    if (from === null) return;
    old[from] = value;
    if (action.writes.has(column)) overwritten.set(from, true);
  });
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
  if (own !== undefined && sameRow(own.cells, old, overwritten)) return own;
  const alike = filled.filter(({ cells }) => sameRow(cells, old, overwritten));
  const gone = alike.find((row) => count(before, row, (column) => column) > count(after, row, cameFrom));
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
