import type { Change, Item } from "../../core/ledger/item.ts";
import { kindOf } from "../../core/ledger/kinds.ts";

/** The history of an item read from the newest entry back: each text is what the entry before left; the first said something. */
export function historyHolds(item: Item, history: readonly Change[]): string[] {
  const wrong: string[] = [];
  const fields = new Set(kindOf(item.kind).columns.map((column) => column.field));
  const texts: Record<string, string | null> = { ...item.texts };
  for (const { id, field, before, after } of [...history].sort((a, b) => inVersionOrder(b, a))) {
    if (field === null || !fields.has(field)) continue;
    const is = texts[field] ?? null;
    if (is !== after) wrong.push(`${item.code}: entry ${id} left ${field} as ${after}, and it was ${is} afterwards`);
    texts[field] = before;
  }
  if ((texts[kindOf(item.kind).keyField] ?? "").trim() === "")
    wrong.push(`${item.code} was made of a row that said nothing`);
  return wrong;
}

/** Without what stood on the sheet for the length of one pass and gave way in it: an entry of the system takes it back. */
export function withoutTakenBack(history: readonly Change[]): readonly Change[] {
  const place = ({ id, field }: Change) => `${id.split(".")[0]} ${field}`;
  const takenBack = new Set(history.filter(({ side, field }) => side === "SYSTEM" && field !== null).map(place));
  return history.filter((change) => !takenBack.has(place(change)));
}

/** Oldest first. */
export function inVersionOrder(a: Change, b: Change): number {
  const [versionA = 0, entryA = 0] = a.id.split(".").map(Number);
  const [versionB = 0, entryB = 0] = b.id.split(".").map(Number);
  return versionA - versionB || entryA - entryB;
}
