import type { RawCell, RawRow, Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { guardRow } from "./anchors.ts";
import { columnsBefore } from "./columns-before.ts";
import { type Misplaced, type Reached, sameRow, type Verdict } from "./verify.ts";
import { victimOf } from "./victim.ts";

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
  const { after, columnNow } = alignedRows(table, { header, misplaced }, before, rowsOf(now, table));
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
  { header, misplaced }: Pick<Verdict, "header" | "misplaced">,
  before: readonly RawRow[],
  now: readonly RawRow[],
): { after: readonly RawRow[]; columnNow: (column: number) => number | null } {
  const anchor = before[guardRow(table)]?.anchors[0];
  const headerNow = now.find(({ anchors }) => anchor !== undefined && anchors.includes(anchor))?.cells;
  if (header === null || headerNow === undefined) return { after: now, columnNow: (column) => column };
  const rowOf = (values: Reached): RawRow => ({
    cells: values.map((value) => ({ value })),
    anchors: [],
    hidden: false,
  });
  const then = columnsBefore({
    headerRow: 0,
    before: [header, ...misplaced.map(({ reached }) => reached)].map(rowOf),
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
