import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import { cellName } from "../sheet/a1.ts";
import { isProtected } from "../sheet/protection.ts";
import { renderCell } from "../sheet/render.ts";
import type { Scalar, Structural, TabRead } from "../sheet/sheet.ts";
import { protectedMessage } from "../sheet/tab-cells.ts";
import type { TableFound } from "../sheet/table.ts";
import { columnTypeAt } from "../sheet/typed-table.ts";
import { anchorsIn, freshAnchor } from "./anchors.ts";
import { type Awaiting, tabOf } from "./awaiting.ts";
import { replacedLately } from "./journal.ts";
import { recheckField } from "./recheck.ts";
import type { RoundInput, RowAction, RowPolicy } from "./round-plan.ts";
import { emptyAction } from "./row-action.ts";
import type { SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";
import { boundBefore } from "./tabs.ts";

/** Pure: rows for items that have none. */

export interface FreshRows {
  /** Items whose blank row is there: it gets their code first, then it is filled, and both is proven like any other write. */
  readonly fills: readonly RowAction[];
  readonly blanks: readonly Structural[];
  /** Lines of the items whose row is not filled in this round. */
  readonly waiting: readonly PlanLine[];
}

/**
 * Items that wait for a row of their own get a blank one first, known by its anchor, and their cells by a write that is
 * proven: cells sent along with the insertion would land in wrong columns when one is moved meanwhile. The code goes in
 * before them: a write of all cells could not tell whether it fell on a blank row or on one that had only these.
 */
export function planFreshRows(
  input: RoundInput,
  awaiting: ReadonlyMap<string, Awaiting>,
  reclaimed: ReadonlySet<string>,
): FreshRows {
  const { read, link, policy } = input;
  const taken = anchorsIn(read);
  const fills: RowAction[] = [];
  const waiting: PlanLine[] = [];
  const wanted = new Map<TableFound, number[]>();
  const written = new Set(
    input.journal === null ? [] : replacedLately(input.journal, input.world.nowMs()).map((cell) => cell.code),
  );
  for (const [code, { item, table, row, coded }] of awaiting) {
    if (reclaimed.has(code)) continue;
    const tab = tabOf(table, read);
    if (isProtected(tab, row?.row.row ?? table.insertAt, table.system.code ?? 0)) {
      waiting.push({ ...insertLine(item, table, null), message: protectedMessage });
      continue;
    }
    if (row === null) wanted.set(table, [...(wanted.get(table) ?? []), freshAnchor(code, taken)]);
    // A write that nobody has proven may have filled it: the read can be older than that.
    if (row === null || table.system.code === null || written.has(code)) {
      waiting.push(insertLine(item, table, null));
      if (row !== null && item.ahead[recheckField] === undefined) fills.push(planRecheck(item));
    } else if (coded) fills.push(planFill(row, item, policy, tab));
    else {
      waiting.push(insertLine(item, table, cellName(row.row.row, 0)));
      fills.push(planCode(row, item, table.system.code, boundBefore(link, table.tabId)));
    }
  }
  const blanks = [...wanted].map(([table, anchors]) => ({
    kind: "insertRows" as const,
    tabId: table.tabId,
    row: belowMerges(table.insertAt, tabOf(table, read)),
    anchors,
  }));
  return { fills, blanks, waiting };
}

/** The row is part of a merge there, or protected: nothing can be written. */
function isClosed({ row }: SheetRow, column: number, tab: TabRead): boolean {
  return (
    isProtected(tab, row.row, column) ||
    tab.merges.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startRow <= row.row && row.row < endRow && startColumn <= column && column < endColumn,
    )
  );
}

/** Where a new row parts no merged cell. */
function belowMerges(row: number, tab: TabRead): number {
  const across = tab.merges.find(({ startRow, endRow }) => startRow < row && row < endRow);
  return across === undefined ? row : belowMerges(across.endRow, tab);
}

/**
 * From here on the row is the item's, wherever people take it, and none of its texts stand there yet. `bound` fields had
 * a column at the last good pass.
 */
function planCode(row: SheetRow, item: Item, column: number, bound: ReadonlySet<string>): RowAction {
  const hasColumn = (field: string) => bound.has(field) || row.table.columns.some((found) => found.field === field);
  const ahead = Object.fromEntries(
    Object.keys(item.texts)
      .filter(hasColumn)
      .map((field) => [field, ""]),
  );
  return {
    ...emptyAction,
    code: item.code,
    row,
    before: item,
    edited: { item: { ...item, ahead }, changes: [] },
    writes: new Map([[column, item.code]]),
    shown: new Map([["#code", item.code]]),
    digest: null,
  };
}

/** A row that waits until no read can be old any more: the spreadsheet comes up again at the next tick. */
function planRecheck(item: Item): RowAction {
  const ahead = { ...item.ahead, [recheckField]: "" };
  return {
    ...emptyAction,
    code: item.code,
    before: item,
    edited: { item: { ...item, ahead }, changes: [] },
    digest: null,
  };
}

/** The cells of a row that has its code. */
function planFill(row: SheetRow, item: Item, policy: RowPolicy, tab: TabRead): RowAction {
  const { table } = row;
  const kind = kindOf(item.kind);
  const writes = new Map<number, Scalar>();
  const shown = new Map([["#code", item.code]]);
  for (const { field, column, part } of table.columns) {
    const text = item.texts[field];
    if (text === undefined || isClosed(row, column, tab)) continue;
    const before = part === 1 ? writes.get(column) : undefined;
    const whole = before === undefined ? text : `${before}/${text}`;
    writes.set(
      column,
      renderCell(columnOf(kind, field), whole, { columnType: columnTypeAt(tab, row.row.row, column) }),
    );
    shown.set(field, text);
  }
  if (table.system.state !== null && !isClosed(row, table.system.state, tab))
    writes.set(table.system.state, policy.stateText(item));
  return {
    ...emptyAction,
    code: item.code,
    row,
    before: item,
    writes,
    shown,
    digest: null,
    lines: [insertLine(item, table, cellName(row.row.row, 0))],
  };
}

function insertLine(item: Item, table: TableFound, cell: string | null): PlanLine {
  return {
    action: "INSERT_ROW",
    tab: table.title,
    cell,
    code: item.code,
    field: null,
    before: null,
    after: item.texts[kindOf(item.kind).keyField] ?? "",
    message: null,
  };
}
