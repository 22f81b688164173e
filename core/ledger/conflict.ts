import { type Author, type Edited, setTexts, wholeChange } from "./edit.ts";
import type { Conflict, Item } from "./item.ts";
import { noticeField } from "./state-text.ts";

/** Settling a conflict: a person says which value stands, or a third one. Pure. */

export type Settled =
  | { readonly ok: true; readonly edited: Edited; readonly conflict: Conflict }
  | { readonly ok: false; readonly why: "NOT_FOUND" | "ALREADY_SETTLED" | "NO_CHOICE" }
  /** The sheet's cell cannot be written, so that only what it shows can stand. `reason`: a Chinese sentence. */
  | { readonly ok: false; readonly why: "SHEET_READ_ONLY"; readonly reason: string };

export interface Choice {
  /** Whose value stands. Ignored when `value` is given. */
  readonly choose?: "SHEET" | "API" | undefined;
  /** A third value; "" empties the cell. */
  readonly value?: string | undefined;
}

export function settle(item: Item, conflictId: string, { choose, value }: Choice, author: Author): Settled {
  const conflict = item.conflicts.find(({ id }) => id === conflictId);
  if (conflict === undefined) return { ok: false, why: "NOT_FOUND" };
  if (conflict.settledAt !== null) return { ok: false, why: "ALREADY_SETTLED" };
  if (choose === undefined && value === undefined) return { ok: false, why: "NO_CHOICE" };
  const text = value ?? (choose === "SHEET" ? conflict.sheetValue : conflict.storeValue) ?? "";
  if (conflict.sheetReadOnly !== undefined && text !== (conflict.sheetValue ?? ""))
    return { ok: false, why: "SHEET_READ_ONLY", reason: conflict.sheetReadOnly };
  const settled: Conflict = { ...conflict, settledAt: author.at };
  const texted = setTexts(item, { [conflict.field]: text }, author);
  const conflicts = texted.item.conflicts.map((candidate) => (candidate.id === conflictId ? settled : candidate));
  const noted = withNoticeAhead(texted.item);
  const marked = wholeChange(noted, { conflicts }, author, conflict.field, "CONFLICT_SETTLED");
  return {
    ok: true,
    edited: { item: marked.item, changes: [...texted.changes, ...marked.changes] },
    conflict: settled,
  };
}

/** What is shown now stands, for every open conflict of the item. */
export function confirmShown(item: Item, author: Author): Edited {
  const isOpen = ({ settledAt }: Conflict) => settledAt === null;
  const fields = item.conflicts.filter(isOpen).map(({ field }) => field);
  if (fields.length === 0) return { item, changes: [] };
  const conflicts = item.conflicts.map((each) => (isOpen(each) ? { ...each, settledAt: author.at } : each));
  return wholeChange(item, { conflicts }, author, fields.join("、"), "CONFLICT_SETTLED");
}

/** The sheet still shows the notice of the conflict: the item waits until 系统提示 is rewritten. */
function withNoticeAhead(item: Item): Item {
  if (item.row?.presence !== "PRESENT") return item;
  return { ...item, ahead: { ...item.ahead, [noticeField]: item.ahead[noticeField] ?? "" } };
}
