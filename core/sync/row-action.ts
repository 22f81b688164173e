import type { Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import { noticeField, stateField } from "../ledger/state-text.ts";
import { cellName } from "../sheet/a1.ts";
import { type SystemColumn, systemHeaders } from "../sheet/header-words.ts";
import type { Scalar, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { digestRow, unknownDigest } from "./base.ts";
import { noticeText, withSystemPart } from "./notice.ts";
import type { RowAction, RowPolicy } from "./round-plan.ts";
import { digestInput, type SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";

/** Pure: what the shares of rows in a plan are made of. */

export const emptyAction: RowAction = {
  code: "",
  row: null,
  before: null,
  edited: null,
  create: null,
  writes: new Map(),
  shown: new Map(),
  notes: [],
  digest: unknownDigest,
  sheetChanged: false,
  lines: [],
};

/** Where the system's own texts of the row can be written. */
export function openSystemColumns({ table, row }: SheetRow): TableFound["system"] {
  const { closed = {} } = row;
  const open = Object.entries(table.system).map(([name, column]) => [name, name in closed ? null : column]);
  return Object.fromEntries(open) as TableFound["system"];
}

/** What the row's 系统提示 says about its other system cells. */
export function closedMessages({ row: { closed = {} } }: SheetRow): string[] {
  return Object.entries(closed).map(([name, why]) => `${systemHeaders[name as SystemColumn]}：${why}`);
}

export function systemTexts(row: SheetRow, item: Item, policy: RowPolicy, messages: readonly string[]) {
  const writes: [number, Scalar][] = [];
  const shown = new Map<string, string>();
  const { state, notice } = openSystemColumns(row);
  const stateNow = policy.stateText(item);
  const noticeNow = noticeText(item, row.row, [...closedMessages(row), ...messages]);
  if (state !== null && stateNow !== row.state) {
    writes.push([state, stateNow]);
    shown.set(stateField, stateNow);
  }
  if (notice !== null && noticeNow !== row.notice) {
    writes.push([notice, noticeNow]);
    shown.set(noticeField, noticeNow);
  }
  return { writes, shown };
}

export function digestAfter(
  row: SheetRow,
  item: Item,
  shown: ReadonlyMap<string, string>,
  notes: ReadonlyMap<string, string>,
): string {
  const fields = kindOf(item.kind).columns.map((column) => column.field);
  const textOf = (field: string) => shown.get(field) ?? row.row.cells.get(field)?.text ?? "";
  return digestRow(
    digestInput(
      fields,
      row.row,
      textOf,
      shown.get(stateField) ?? row.state,
      shown.get(noticeField) ?? row.notice,
      notes,
    ),
  );
}

export function planNotes(row: SheetRow, code: string, wanted: ReadonlyMap<string, string>) {
  const notes: Structural[] = [];
  const lines: PlanLine[] = [];
  for (const [field, cell] of row.row.cells) {
    const before = row.notes.get(field) ?? "";
    const part = wanted.get(field) ?? "";
    if (part === before) continue;
    const note = withSystemPart(row.wholeNotes.get(field) ?? "", part);
    notes.push({ kind: "note", tabId: row.table.tabId, row: cell.row, column: cell.column, note });
    lines.push({
      action: "NOTE",
      tab: row.table.title,
      cell: cellName(cell.row, cell.column),
      code,
      field,
      before: before || null,
      after: part || null,
      message: null,
    });
  }
  return { notes, lines };
}

const systemFields: Readonly<Record<string, "code" | "state" | "notice">> = {
  "#code": "code",
  [stateField]: "state",
  [noticeField]: "notice",
};

export function systemLine(row: SheetRow, code: string, field: string, after: string): PlanLine {
  const name = systemFields[field];
  const column = name === undefined ? null : row.table.system[name];
  return {
    action: field === "#code" ? "WRITE_CODE" : "WRITE_CELL",
    tab: row.table.title,
    cell: column === null ? null : cellName(row.row.row, column),
    code,
    field,
    before: field === stateField ? row.state || null : field === noticeField ? row.notice || null : null,
    after: after === "" ? null : after,
    message: null,
  };
}

export function wholeLine(action: PlanLine["action"], row: SheetRow, code: string, after: string | null): PlanLine {
  return {
    action,
    tab: row.table.title,
    cell: cellName(row.row.row, 0),
    code,
    field: null,
    before: null,
    after,
    message: null,
  };
}
