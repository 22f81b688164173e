import type { RawCell, RawRow, RowWrite, RowWritten, Scalar, SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { RowAction } from "./plan.ts";
import { guardRow } from "./plan.ts";

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

export interface Verdict {
  readonly verified: readonly RowAction[];
  /** The row was deleted meanwhile: nothing was written, the next round sees it. */
  readonly vanished: readonly RowAction[];
  /** The write reached another row, or other columns. */
  readonly misplaced: readonly { readonly action: RowAction; readonly reached: readonly (Scalar | null)[] }[];
}

/** The write of one tab: the header row rewrites its own 系统编号 header, which changes nothing and proves the columns. */
export function makeTabWrite(table: TableFound, actions: readonly RowAction[], read: SpreadsheetRead): TabWrite | null {
  const header = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows[guardRow(table)];
  const column = table.system.code;
  const anchor = header?.anchors[0];
  const title = column === null ? undefined : header?.cells[column]?.value;
  if (column === null || anchor === undefined || title === null || title === undefined) return null;
  const rows: RowWrite[] = [{ anchor, cells: new Map([[column, title]]) }];
  for (const action of actions) {
    const rowAnchor = action.row?.row.anchors[0];
    if (rowAnchor === undefined) throw new Error(`a write without an anchor: ${action.code}`);
    rows.push({ anchor: rowAnchor, cells: action.writes });
  }
  return { table, actions, rows };
}

export function verify(write: TabWrite, answers: readonly RowWritten[], read: SpreadsheetRead): Verdict {
  const { table, actions } = write;
  const tab = read.tabs.find((candidate) => candidate.tabId === table.tabId);
  const headerAfter = answers[0]?.row ?? null;
  const columnsStand = headerAfter !== null && sameRow(tab?.rows[guardRow(table)]?.cells ?? [], headerAfter, new Map());
  const verified: RowAction[] = [];
  const vanished: RowAction[] = [];
  const misplaced: { action: RowAction; reached: readonly (Scalar | null)[] }[] = [];
  actions.forEach((action, i) => {
    const reached = answers[i + 1]?.row ?? null;
    const before = tab?.rows[action.row?.row.row ?? -1]?.cells ?? [];
    if (reached === null) vanished.push(action);
    else if (columnsStand && isRowOf(table, action, before, reached)) verified.push(action);
    else misplaced.push({ action, reached });
  });
  return { verified, vanished, misplaced };
}

/** The code cell names the row. Where the code itself was written, the rest of the row must be what was read. */
function isRowOf(
  table: TableFound,
  action: RowAction,
  before: readonly RawCell[],
  reached: readonly (Scalar | null)[],
): boolean {
  for (const [column, value] of action.writes) if ((reached[column] ?? "") !== value) return false;
  const code = table.system.code ?? -1;
  if (!action.writes.has(code)) return reached[code] === action.code;
  return sameRow(before, reached, action.writes);
}

/** Formulas may show another value by now, whatever happened to their row: they prove nothing. */
function sameRow(
  before: readonly RawCell[],
  after: readonly (Scalar | null)[],
  written: ReadonlyMap<number, Scalar>,
): boolean {
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    if (before[i]?.formula !== undefined) continue;
    if ((written.get(i) ?? before[i]?.value ?? "") !== (after[i] ?? "")) return false;
  }
  return true;
}

/**
 * Gives back what a misplaced write took. `read` is from before the write, `now` from after it. A cell is restored
 * only while it still holds what we wrote: a person's newer edit stays.
 */
export function planRepair(
  table: TableFound,
  misplaced: Verdict["misplaced"],
  read: SpreadsheetRead,
  now: SpreadsheetRead,
): Structural[] {
  const before = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows ?? [];
  const after = now.tabs.find((tab) => tab.tabId === table.tabId)?.rows ?? [];
  const code = table.system.code ?? -1;
  const repairs: Structural[] = [];
  for (const { action, reached } of misplaced) {
    const isVictim = ({ cells }: RawRow) =>
      action.writes.has(code)
        ? sameRow(cells, reached, action.writes)
        : reached[code] != null && cells[code]?.value === reached[code];
    const victim = before.find((row) => row.cells.some((cell) => cell.value !== null) && isVictim(row));
    const row = after.findIndex((candidate) => sameRow(candidate.cells, reached, new Map()));
    if (victim === undefined || row < 0) continue;
    for (const [column, value] of action.writes) {
      if ((after[row]?.cells[column]?.value ?? "") !== value) continue;
      const cell = victim.cells[column];
      const previous = cell?.formula !== undefined ? { formula: cell.formula } : (cell?.value ?? "");
      repairs.push({ kind: "setCell", tabId: table.tabId, row, column, value: previous });
    }
  }
  return repairs;
}
