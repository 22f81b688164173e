import type { Side } from "./column.ts";
import type { Change, Item } from "./item.ts";

/** Who makes a change, when, from which side, and why if they said so. */
export interface Author {
  readonly side: Side;
  readonly actor: string;
  readonly at: string;
  readonly reason?: string;
}

/** An item as it will be after a change, with the history entries that must be stored with it in one write. */
export interface Edited {
  readonly item: Item;
  readonly changes: readonly Change[];
}

/**
 * Sets texts. From the API the sheet falls behind: the agreed text is remembered in `ahead` until a verified write
 * shows the new one, and an open conflict of the field is settled: somebody has said what stands. From the sheet both
 * sides agree at once. Texts equal to what is there change nothing; a call
 * that changes nothing returns the same item and no changes.
 */
export function setTexts(item: Item, texts: Readonly<Record<string, string>>, author: Author): Edited {
  const changed = Object.entries(texts).filter(([field, text]) => (item.texts[field] ?? "") !== text);
  if (changed.length === 0) return { item, changes: [] };
  const version = item.version + 1;
  const next = { ...item.texts };
  const ahead = { ...item.ahead };
  const changes: Change[] = [];
  for (const [field, text] of changed) {
    const before = item.texts[field] ?? "";
    if (text === "") delete next[field];
    else next[field] = text;
    if (author.side === "SHEET") delete ahead[field];
    else if (item.row !== null) {
      ahead[field] ??= before;
      if (ahead[field] === text) delete ahead[field];
    }
    changes.push(
      makeChange(
        `${version}.${changes.length + 1}`,
        author,
        field,
        before === "" ? null : before,
        text === "" ? null : text,
      ),
    );
  }
  const conflicts =
    author.side === "SHEET"
      ? item.conflicts
      : settledIn(
          item.conflicts,
          changed.map(([field]) => field),
          author.at,
        );
  return { item: { ...item, version, texts: next, ahead, conflicts, updatedAt: author.at }, changes };
}

function settledIn(conflicts: Item["conflicts"], fields: readonly string[], at: string): Item["conflicts"] {
  if (!conflicts.some(({ field, settledAt }) => settledAt === null && fields.includes(field))) return conflicts;
  return conflicts.map((conflict) =>
    conflict.settledAt === null && fields.includes(conflict.field) ? { ...conflict, settledAt: at } : conflict,
  );
}

/** A change of the item as a whole, e.g. a transition or an archiving; `after` names what happened. */
export function wholeChange(
  item: Item,
  patch: Partial<Item>,
  author: Author,
  before: string | null,
  after: string,
): Edited {
  const version = item.version + 1;
  return {
    item: { ...item, ...patch, version, updatedAt: author.at },
    changes: [makeChange(`${version}.1`, author, null, before, after)],
  };
}

export function makeChange(
  id: string,
  author: Author,
  field: string | null,
  before: string | null,
  after: string | null,
): Change {
  return {
    id,
    at: author.at,
    side: author.side,
    actor: author.actor,
    field,
    before,
    after,
    reason: author.reason ?? null,
  };
}
