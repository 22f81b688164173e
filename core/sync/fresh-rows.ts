import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import { cellName } from "../sheet/a1.ts";
import { renderCell } from "../sheet/render.ts";
import type { RawRow, Scalar, SpreadsheetRead, Structural, TabRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { aboveFooter, columnTypeAt, isPreset } from "../sheet/typed-table.ts";
import { anchorsIn, anchorsOf, freshAnchor, guardRow } from "./anchors.ts";
import type { RoundInput, RowAction, RowPolicy } from "./plan.ts";
import { emptyAction } from "./row-action.ts";
import type { SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";
import { boundBefore } from "./tabs.ts";

/** Pure: rows for items that have none. */

export interface FreshRows {
  /** Items whose blank row is there: it is filled, and proven, like any other. */
  readonly fills: readonly RowAction[];
  readonly blanks: readonly Structural[];
  /** Lines of the items that wait for their blank row. */
  readonly waiting: readonly PlanLine[];
}

/**
 * Items that wait for a row of their own get a blank one first, known by its anchor, and their cells by a write that is
 * proven: cells sent along with the insertion would land in wrong columns when one is moved meanwhile.
 */
export function planFreshRows(input: RoundInput, reclaimed: ReadonlySet<string>): FreshRows {
  const { tables, survey, read, link, policy } = input;
  const taken = anchorsIn(read);
  const fills: RowAction[] = [];
  const waiting: PlanLine[] = [];
  const wanted = new Map<TableFound, number[]>();
  for (const code of input.dirty) {
    const item = input.items.get(code);
    if (item?.row?.presence !== "PENDING" || item.archivedAt !== null || reclaimed.has(code)) continue;
    if (item.row.spreadsheetId !== link.spreadsheetId || survey.rows.has(code)) continue;
    const table =
      tables.find((candidate) => candidate.tabId === item.row?.tabId && candidate.kind === item.kind) ??
      tables.find((candidate) => candidate.kind === item.kind);
    if (table === undefined) continue;
    const row = blankRowOf(code, table, read);
    if (row !== null && table.system.code !== null)
      fills.push(planFill(row, item, policy, { tab: tabOf(table, read), bound: boundBefore(link, table.tabId) }));
    else {
      waiting.push(insertLine(item, table, null));
      if (row === null) wanted.set(table, [...(wanted.get(table) ?? []), freshAnchor(code, taken)]);
    }
  }
  const blanks = [...wanted].map(([table, anchors]) => ({
    kind: "insertRows" as const,
    tabId: table.tabId,
    row: insertionRow(table, tabOf(table, read)),
    anchors,
  }));
  return { fills, blanks, waiting };
}

function tabOf({ tabId }: TableFound, read: SpreadsheetRead): TabRead {
  const tab = read.tabs.find((candidate) => candidate.tabId === tabId);
  if (tab === undefined) throw new Error(`table of a tab that was not read: ${tabId}`);
  return tab;
}

/** Columns in which the row is part of a merge: nothing can be written there. */
function mergedColumns({ row }: SheetRow, { merges }: TabRead): ReadonlySet<number> {
  const mine = merges.filter(({ startRow, endRow }) => startRow <= row.row && row.row < endRow);
  return new Set(
    mine.flatMap(({ startColumn, endColumn }) =>
      Array.from({ length: endColumn - startColumn }, (_, i) => startColumn + i),
    ),
  );
}

/** Where a new row parts no merged cell, above the footer of a Table. */
function insertionRow({ insertAt }: Pick<TableFound, "insertAt">, tab: TabRead): number {
  const across = tab.merges.find(({ startRow, endRow }) => startRow < insertAt && insertAt < endRow);
  return across === undefined ? aboveFooter(tab, insertAt) : insertionRow({ insertAt: across.endRow }, tab);
}

/** The blank row that was inserted for the code, as a row to write; null when there is none. */
function blankRowOf(code: string, table: TableFound, read: SpreadsheetRead): SheetRow | null {
  const tab = tabOf(table, read);
  const isBlank = ({ cells }: RawRow, row: number) =>
    cells.every(
      ({ value, formula }, column) => formula === undefined && (value === null || isPreset(tab, row, column, value)),
    );
  const taken = anchorsIn(read);
  for (const anchor of anchorsOf(code)) {
    if (!taken.has(anchor)) return null;
    const at = tab.rows.findIndex((row, i) => row.anchors.includes(anchor) && isBlank(row, i));
    if (at > guardRow(table)) {
      const row = { row: at, rowSpan: 1, anchors: [anchor], code: "", cells: new Map() };
      const blank = { state: "", notice: "", notes: new Map(), wholeNotes: new Map(), digest: "" };
      return { table, row, ...blank };
    }
  }
  return null;
}

/**
 * The cells of a blank row for an item that has none; from here on `ahead` counts from the row as filled. `bound`
 * fields had a column at the last good pass.
 */
function planFill(
  row: SheetRow,
  item: Item,
  policy: RowPolicy,
  { tab, bound }: { readonly tab: TabRead; readonly bound: ReadonlySet<string> },
): RowAction {
  const { table } = row;
  const closed = mergedColumns(row, tab);
  const kind = kindOf(item.kind);
  const writes = new Map<number, Scalar>();
  const shown = new Map([["#code", item.code]]);
  for (const { field, column, part } of table.columns) {
    const text = item.texts[field];
    if (text === undefined || closed.has(column)) continue;
    const before = part === 1 ? writes.get(column) : undefined;
    const whole = before === undefined ? text : `${before}/${text}`;
    writes.set(
      column,
      renderCell(columnOf(kind, field), whole, { columnType: columnTypeAt(tab, row.row.row, column) }),
    );
    shown.set(field, text);
  }
  if (table.system.code !== null) writes.set(table.system.code, item.code);
  if (table.system.state !== null) writes.set(table.system.state, policy.stateText(item));
  const ahead = Object.fromEntries(
    Object.keys(item.texts)
      .filter(
        (field) => !shown.has(field) && (bound.has(field) || table.columns.some((found) => found.field === field)),
      )
      .map((field) => [field, ""]),
  );
  return {
    ...emptyAction,
    code: item.code,
    row,
    before: item,
    edited: { item: { ...item, ahead }, changes: [] },
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
