import { type Author, type Edited, wholeChange } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import { noticeField, stateField } from "../ledger/state-text.ts";
import { cellName } from "../sheet/a1.ts";
import { renderCell } from "../sheet/render.ts";
import type { Scalar, Structural } from "../sheet/sheet.ts";
import { digestRow, unknownDigest } from "./base.ts";
import type { CellDoubt } from "./journal.ts";
import { mergeRow } from "./merge-row.ts";
import { cellNotes, noticeText, withSystemPart } from "./notice.ts";
import type { RowAction, RowPolicy } from "./plan.ts";
import { digestInput, type SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";

/** Pure: the share of the plan that one row has, by what the row was identified as. */

/** Key in `item.ahead` that brings the spreadsheet up again at the next tick, because this read is not believed. */
export const recheckField = "#recheck";

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

export interface KnownInput {
  readonly row: SheetRow;
  readonly item: Item;
  readonly revived: boolean;
  readonly boundBefore: ReadonlySet<string>;
  readonly distrusted: ReadonlyMap<string, CellDoubt>;
  readonly policy: RowPolicy;
  readonly author: Author;
}

export function planKnown({ row, item, revived, boundBefore, distrusted, policy, author }: KnownInput): RowAction {
  const placed = place(item, row, revived, author);
  const merged = mergeRow({ row, item: placed.item, boundBefore, distrusted, author });
  let edited: Edited = { item: merged.edited.item, changes: [...placed.changes, ...merged.edited.changes] };
  const judged = policy.afterMerge(edited, changedOnSheet(merged.decisions), author);
  edited = judged.edited;

  const system = systemTexts(row, edited.item, policy, [...judged.messages, ...merged.refusals]);
  const shown = new Map([...merged.writes, ...system.shown]);
  const ahead = { ...edited.item.ahead };
  for (const field of [stateField, noticeField]) if (!shown.has(field)) delete ahead[field];
  delete ahead[recheckField];
  if ([...distrusted.values()].includes("STALE")) ahead[recheckField] = "";
  if (Object.keys(ahead).length !== Object.keys(edited.item.ahead).length)
    edited = { ...edited, item: { ...edited.item, ahead } };

  const kind = kindOf(item.kind);
  const writes = new Map(system.writes);
  const lines: PlanLine[] = [];
  for (const [field, text] of merged.writes) {
    const cell = row.row.cells.get(field);
    if (cell === undefined) continue;
    writes.set(cell.column, renderCell(columnOf(kind, field), text, { previous: cell }));
  }
  for (const [field, decision] of merged.decisions) {
    const cell = row.row.cells.get(field);
    const line = (action: PlanLine["action"], before: string, after: string, message: string | null): PlanLine => ({
      action,
      tab: row.table.title,
      cell: cell === undefined ? null : cellName(cell.row, cell.column),
      code: item.code,
      field,
      before: before === "" ? null : before,
      after: after === "" ? null : after,
      message,
    });
    const onSheet = cell?.text ?? "";
    const inStore = item.texts[field] ?? "";
    if (decision === "TAKE_SHEET") lines.push(line("UPDATE_ITEM", inStore, onSheet, null));
    if (decision === "TAKE_STORE") lines.push(line("WRITE_CELL", onSheet, inStore, null));
    if (decision === "CONFLICT_SHEET_SHOWN")
      lines.push(line("CONFLICT", inStore, onSheet, "两边同时改动，显示表格的内容"));
    if (decision === "CONFLICT_STORE_SHOWN")
      lines.push(line("CONFLICT", onSheet, inStore, "两边同时改动，显示系统的内容"));
  }
  if (placed.changes.length > 0) lines.push(wholeLine("REVIVE_ITEM", row, item.code, null));
  for (const field of system.shown.keys()) lines.push(systemLine(row, item.code, field, system.shown.get(field) ?? ""));

  const wanted = cellNotes(edited.item, row.row);
  const noted = planNotes(row, item.code, wanted);
  return {
    ...emptyAction,
    code: item.code,
    row,
    before: item,
    edited: edited.item === item && edited.changes.length === 0 ? null : edited,
    writes,
    shown,
    notes: noted.notes,
    digest: [...distrusted.values()].some((doubt) => doubt !== "LANDED")
      ? unknownDigest
      : digestAfter(row, edited.item, shown, wanted),
    sheetChanged: changedOnSheet(merged.decisions).length > 0,
    lines: [...lines, ...noted.lines],
  };
}

function changedOnSheet(decisions: ReadonlyMap<string, string>): string[] {
  return [...decisions]
    .filter(([, decision]) => decision === "TAKE_SHEET" || decision === "CONFLICT_SHEET_SHOWN")
    .map(([field]) => field);
}

/** The row is there: where it stands is remembered, and an archived item comes back. */
function place(item: Item, row: SheetRow, revived: boolean, author: Author): Edited {
  const at = item.row;
  if (at === null) throw new Error(`a known row of an item without a row: ${item.code}`);
  if (!revived && at.tabId === row.table.tabId && at.presence === "PRESENT") return { item, changes: [] };
  const patch = {
    row: { ...at, tabId: row.table.tabId, presence: "PRESENT" as const, missingSince: null },
    archivedAt: null,
  };
  if (item.archivedAt === null) return { item: { ...item, ...patch }, changes: [] };
  return wholeChange(item, patch, author, "ARCHIVED", "REVIVED");
}

/**
 * WRITE_CODE: the row gets a code, and the item exists once the code is seen there. CODE_THERE: the code is there, the
 * item is made now. RECLAIM: the row gets back the code it lost; everything else waits for the next round.
 */
export function planNew(
  row: SheetRow,
  code: string,
  policy: RowPolicy,
  how: "WRITE_CODE" | "CODE_THERE" | "RECLAIM",
): RowAction {
  const { table } = row;
  const kind = kindOf(table.kind);
  const codeWrite: [number, Scalar][] = table.system.code === null ? [] : [[table.system.code, code]];
  if (how === "RECLAIM")
    return {
      ...emptyAction,
      code,
      row,
      writes: new Map(codeWrite),
      shown: new Map([["#code", code]]),
      lines: [systemLine(row, code, "#code", code)],
    };

  const texts: Record<string, string> = {};
  for (const [field, cell] of row.row.cells) if (cell.text !== "") texts[field] = cell.text;
  const created = policy.create({ kind: table.kind, code, texts, tabId: table.tabId, presence: "PRESENT" });
  const system = systemTexts(row, created.item, policy, []);
  const wanted = cellNotes(created.item, row.row);
  const noted = planNotes(row, code, wanted);
  const create = wholeLine("CREATE_ITEM", row, code, texts[kind.keyField] ?? "");
  const writes = how === "WRITE_CODE" ? [...codeWrite, ...system.writes] : system.writes;
  const shown = how === "WRITE_CODE" ? new Map([["#code", code], ...system.shown]) : system.shown;
  return {
    ...emptyAction,
    code,
    row,
    edited: how === "CODE_THERE" ? created : null,
    create: how === "WRITE_CODE" ? created : null,
    writes: new Map(writes),
    shown,
    notes: noted.notes,
    digest: digestAfter(row, created.item, shown, wanted),
    lines: [create, ...[...shown].map(([field, text]) => systemLine(row, code, field, text)), ...noted.lines],
  };
}

/** The code is that of another row: only its cell here is emptied. */
export function planStray(row: SheetRow, code: string): RowAction {
  const column = row.table.system.code;
  return {
    ...emptyAction,
    row,
    writes: column === null ? new Map() : new Map([[column, ""]]),
    shown: new Map([["#code", ""]]),
    digest: null,
    lines: [{ ...systemLine(row, code, "#code", ""), before: code }],
  };
}

/** A row of another spreadsheet or of nobody: told to the clerk, not touched otherwise. */
export function planForeign(row: SheetRow, code: string): RowAction | null {
  const message = `系统编号“${code.slice(0, 20)}”不属于本表；请清空这一格，系统会重新编号`;
  const problem: PlanLine = { ...wholeLine("PROBLEM", row, code, null), message };
  const column = row.table.system.notice;
  if (column === null || row.notice === message) return { ...emptyAction, code, row, digest: null, lines: [problem] };
  return {
    ...emptyAction,
    code,
    row,
    writes: new Map([[column, message]]),
    shown: new Map([[noticeField, message]]),
    digest: null,
    lines: [problem, systemLine(row, code, noticeField, message)],
  };
}

/** A missing row is a candidate first; a second good read archives the item, unless it changed meanwhile: change beats delete. */
export function planMissing(item: Item, author: Author, confirmMs: number): RowAction | null {
  const at = item.row;
  if (at === null) return null;
  const line = (action: PlanLine["action"], message: string): PlanLine => ({
    action,
    tab: "",
    cell: null,
    code: item.code,
    field: null,
    before: item.texts[kindOf(item.kind).keyField] ?? null,
    after: null,
    message,
  });
  if (at.presence !== "MISSING") {
    const marked: Item = { ...item, row: { ...at, presence: "MISSING", missingSince: author.at } };
    return {
      ...emptyAction,
      code: item.code,
      before: item,
      edited: { item: marked, changes: [] },
      lines: [line("MARK_MISSING", "行不见了，下次仍不在则归档")],
    };
  }
  if (Date.parse(author.at) - Date.parse(at.missingSince ?? author.at) < confirmMs) return null;
  if (Object.keys(item.ahead).length > 0) {
    const pending: Item = { ...item, row: { ...at, presence: "PENDING", missingSince: null } };
    return {
      ...emptyAction,
      code: item.code,
      before: item,
      edited: { item: pending, changes: [] },
      lines: [line("REVIVE_ITEM", "行被删除但系统中又有改动，将重新加入表格")],
    };
  }
  const archived = wholeChange(item, { archivedAt: author.at }, author, null, "ARCHIVED");
  return {
    ...emptyAction,
    code: item.code,
    before: item,
    edited: archived,
    digest: null,
    lines: [line("ARCHIVE_ITEM", "行已删除，归档（可恢复）")],
  };
}

function systemTexts(row: SheetRow, item: Item, policy: RowPolicy, messages: readonly string[]) {
  const writes: [number, Scalar][] = [];
  const shown = new Map<string, string>();
  const { state, notice } = row.table.system;
  const stateNow = policy.stateText(item);
  const noticeNow = noticeText(item, row.row, messages);
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

function digestAfter(
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

function planNotes(row: SheetRow, code: string, wanted: ReadonlyMap<string, string>) {
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

function systemLine(row: SheetRow, code: string, field: string, after: string): PlanLine {
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

function wholeLine(action: PlanLine["action"], row: SheetRow, code: string, after: string | null): PlanLine {
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
