import type { RawCell, RawRow, RowWrite, RowWritten, Scalar, SpreadsheetRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { guardRow } from "./anchors.ts";
import type { RowAction } from "./round-plan.ts";

/**
 * Pure: did each write reach the row it was meant for? The answer to a write holds every row as it was right after;
 * its code cell tells which row that is, and the header row tells that no column had shifted.
 */

export interface TabWrite {
  readonly table: TableFound;
  readonly actions: readonly RowAction[];
  /** The header row first, then the rows in the order of `actions`. */
  readonly rows: readonly RowWrite[];
}

export type Reached = readonly (Scalar | null)[];

export interface Misplaced {
  readonly action: RowAction;
  readonly reached: Reached;
}

export interface Verdict {
  readonly verified: readonly RowAction[];
  /** The row was deleted meanwhile: nothing was written, the next round sees it. */
  readonly vanished: readonly RowAction[];
  /** The write reached another row, or other columns. */
  readonly misplaced: readonly Misplaced[];
  /** The header row right after the write; null when it was deleted. */
  readonly header: Reached | null;
}

/**
 * The write of one tab. The header row takes part with nothing to write: its answer proves the columns, and where they
 * have shifted nobody's header is overwritten. Every row reaches to the last column that matters, so that its answer does.
 */
export function makeTabWrite(table: TableFound, actions: readonly RowAction[], read: SpreadsheetRead): TabWrite | null {
  const header = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows[guardRow(table)];
  const anchor = header?.anchors[0];
  if (table.system.code === null || anchor === undefined) return null;
  const reach = [Math.max(...columnsOf(table)), null] as const;
  const rows: RowWrite[] = [{ anchor, cells: new Map([reach]) }];
  for (const action of actions) {
    const rowAnchor = action.row?.row.anchors[0];
    if (rowAnchor === undefined) throw new Error(`a write without an anchor: ${action.code}`);
    rows.push({ anchor: rowAnchor, cells: new Map([reach, ...action.writes]) });
  }
  return { table, actions, rows };
}

export function verify(write: TabWrite, answers: readonly RowWritten[], read: SpreadsheetRead): Verdict {
  const { table, actions } = write;
  const tab = read.tabs.find((candidate) => candidate.tabId === table.tabId);
  const header = answers[0]?.row ?? null;
  const stands = header !== null && columnsStand(table, tab?.rows[guardRow(table)]?.cells ?? [], header);
  const shared = sharedCodes(table, tab?.rows ?? []);
  const verified: RowAction[] = [];
  const vanished: RowAction[] = [];
  const misplaced: Misplaced[] = [];
  actions.forEach((action, i) => {
    const reached = answers[i + 1]?.row ?? null;
    const before = tab?.rows[action.row?.row.row ?? -1]?.cells ?? [];
    if (reached === null) vanished.push(action);
    else if (stands && isRowOf(table, action, before, reached, shared)) verified.push(action);
    else misplaced.push({ action, reached });
  });
  return { verified, vanished, misplaced, header };
}

/** Every header that matters is where it was read. */
function columnsStand(table: TableFound, before: readonly RawCell[], after: Reached): boolean {
  return columnsOf(table).every((column) => (before[column]?.value ?? "") === (after[column] ?? ""));
}

function columnsOf({ columns, system }: TableFound): number[] {
  return [...columns.map(({ column }) => column), ...Object.values(system).filter((column) => column !== null)];
}

/** Codes that several rows showed when they were read: somebody copied rows, and the code names none of them. */
function sharedCodes({ system }: TableFound, rows: readonly RawRow[]): ReadonlySet<Scalar> {
  const seen = new Set<Scalar>();
  const shared = new Set<Scalar>();
  for (const { cells } of rows) {
    const code = cells[system.code ?? -1]?.value ?? null;
    if (code === null) continue;
    if (seen.has(code)) shared.add(code);
    seen.add(code);
  }
  return shared;
}

/** The code cell names the row. Where it did not, or cannot, the rest of the row must be what was read. */
function isRowOf(
  table: TableFound,
  action: RowAction,
  before: readonly RawCell[],
  reached: Reached,
  shared: ReadonlySet<Scalar>,
): boolean {
  for (const [column, value] of action.writes) if ((reached[column] ?? "") !== value) return false;
  const code = table.system.code ?? -1;
  const named = action.code !== "" && before[code]?.value === action.code;
  if (!named || action.writes.has(code) || shared.has(action.code)) return sameRow(before, reached, action.writes);
  return reached[code] === action.code;
}

/** Formulas may show another value by now, and chips one of several texts, whatever happened to their row: they prove nothing. */
export function sameRow(
  before: readonly RawCell[],
  after: Reached,
  written: ReadonlyMap<number, unknown> = new Map(),
): boolean {
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    if (before[i]?.formula !== undefined || before[i]?.chip === true || written.has(i)) continue;
    if ((before[i]?.value ?? "") !== (after[i] ?? "")) return false;
  }
  return true;
}
