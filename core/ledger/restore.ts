import { type Author, type Edited, setTexts, wholeChange } from "./edit.ts";
import type { Change, Item } from "./item.ts";
import { kindOf } from "./kinds.ts";

/** Bringing an item's texts back to what they were at an earlier version, as a new change: nothing of its history is undone. Pure. */

export type Restored =
  | { readonly ok: true; readonly edited: Edited }
  /** NO_SUCH_VERSION: later than the item's own, or the history given does not reach back to it. */
  | { readonly ok: false; readonly why: "NO_SUCH_VERSION" };

/**
 * @param history every change after `version`, in any order; more does no harm.
 * An archived item comes back, in a row of its own if it had one. Its place in the closing procedure stays: that has
 * transitions of its own.
 */
export function restore(item: Item, history: readonly Change[], version: number, author: Author): Restored {
  if (!Number.isInteger(version) || version < 1 || version > item.version) return { ok: false, why: "NO_SUCH_VERSION" };
  const undone = history
    .map((change) => ({ change, at: versionOf(change) }))
    .filter(({ at }) => at[0] > version)
    .sort((a, b) => b.at[0] - a.at[0] || b.at[1] - a.at[1]);
  const seen = new Set(undone.map(({ at }) => at[0]));
  for (let each = version + 1; each <= item.version; each++)
    if (!seen.has(each)) return { ok: false, why: "NO_SUCH_VERSION" };

  const texts = { ...item.texts };
  const fields = new Set(kindOf(item.kind).columns.map(({ field }) => field));
  for (const { change } of undone)
    if (change.field !== null && fields.has(change.field)) texts[change.field] = change.before ?? "";
  const edited = setTexts(item, texts, author);
  if (item.archivedAt === null) return { ok: true, edited };
  const row = item.row === null ? null : { ...item.row, presence: "PENDING" as const, missingSince: null };
  const revived = wholeChange(edited.item, { archivedAt: null, row, ahead: {} }, author, "ARCHIVED", "REVIVED");
  return { ok: true, edited: { item: revived.item, changes: [...edited.changes, ...revived.changes] } };
}

/** The item's version that a change made, and which of that version's changes it is. */
export function versionOf({ id }: Pick<Change, "id">): [version: number, n: number] {
  const [version, n] = id.split(".").map(Number);
  return [version ?? 0, n ?? 0];
}
