import { confirmShown } from "../ledger/conflict.ts";
import { type Author, type Edited, wholeChange } from "../ledger/edit.ts";
import type { Item } from "../ledger/item.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import { noticeField, stateField } from "../ledger/state-text.ts";
import { cellName } from "../sheet/a1.ts";
import { renderCell } from "../sheet/render.ts";
import { unknownDigest } from "./base.ts";
import type { CellDoubt } from "./journal.ts";
import { mergeRow } from "./merge-row.ts";
import { cellNotes, settlingWord } from "./notice.ts";
import { recheckField } from "./recheck.ts";
import type { RowAction, RowPolicy } from "./round-plan.ts";
import { digestAfter, emptyAction, planNotes, systemLine, systemTexts, wholeLine } from "./row-action.ts";
import type { SheetRow } from "./survey.ts";
import type { PlanLine } from "./sync.ts";

/** Pure: the share of the plan of a row whose item is known: merged, judged by the ledger, and answered. */

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
  const confirmed: Edited =
    row.notice.trim() === settlingWord ? confirmShown(placed.item, author) : { item: placed.item, changes: [] };
  const merged = mergeRow({ row, item: confirmed.item, boundBefore, distrusted, author });
  let edited: Edited = {
    item: merged.edited.item,
    changes: [...placed.changes, ...confirmed.changes, ...merged.edited.changes],
  };
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
    writes.set(cell.column, renderCell(columnOf(kind, field), text, { previous: cell, columnType: cell.columnType }));
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
