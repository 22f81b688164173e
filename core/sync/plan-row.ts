import { type Author, wholeChange } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import { kindOf } from "../ledger/kinds.ts";
import { noticeField } from "../ledger/state-text.ts";
import type { Scalar } from "../sheet/sheet.ts";
import { unknownDigest } from "./base.ts";
import { cellNotes } from "./notice.ts";
import { recheckField } from "./recheck.ts";
import type { RowAction, RowPolicy } from "./round-plan.ts";
import {
  closedMessages,
  digestAfter,
  emptyAction,
  openSystemColumns,
  planNotes,
  systemLine,
  systemTexts,
  wholeLine,
} from "./row-action.ts";
import type { SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";

/** Pure: the shares of rows that are new, stray, foreign or missing. */

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
  if (row.row.closed?.code !== undefined && how !== "CODE_THERE")
    return planUncoded(row, how === "RECLAIM" ? code : "");
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

/**
 * Nothing can be written where its code belongs: the row and its item stay as they are, and its clerk is told. `code`:
 * of its item, which is among the agreed rows, so that it is looked for as soon as the cell is open; "" when it has none.
 */
function planUncoded(row: SheetRow, code: string): RowAction {
  const message = closedMessages(row).join("；");
  const { notice } = openSystemColumns(row);
  const action = { ...emptyAction, code, row, digest: code === "" ? null : unknownDigest };
  if (notice === null || row.notice === message) return action;
  return {
    ...action,
    writes: new Map([[notice, message]]),
    shown: new Map([[noticeField, message]]),
    lines: [systemLine(row, code, noticeField, message)],
  };
}

/** The code is that of another row: only its cell here is emptied. */
export function planStray(row: SheetRow, code: string): RowAction {
  if (row.row.closed?.code !== undefined) return planUncoded(row, "");
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
  const column = openSystemColumns(row).notice;
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
  // A mark to look again is no change.
  if (Object.keys(item.ahead).some((field) => field !== recheckField)) {
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
