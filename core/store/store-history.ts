import type { Change } from "../ledger/item.ts";
import { limits } from "../limits.ts";
import { decodeChange, inOrder } from "./codec.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { changeSortKey, itemPartition, itemSortKey } from "./keys.ts";
import type { PageRequest, Store } from "./store.ts";
import { type Query, type TableClient, textOf, textsOf } from "./table-client.ts";

/**
 * History, newest first: the entries on the item, then those on rows of their own. One query reads both, item first;
 * whatever moves from the item to a row meanwhile was copied before it left, so nothing is missed, and an entry seen
 * twice is given once. A cursor says after which entry to go on, and whether the item's own entries are behind it.
 */
export function makeListChanges(table: TableClient): Store["listChanges"] {
  return async (code, page) => {
    const position = readPosition(page);
    const before = position === null ? null : changeSortKey(position.id);
    // Rows that a crash left behind repeat entries of the item: never more than fit there.
    const slack = limits.inlineChanges + 2;
    const query: Query =
      position?.rowsOnly && before !== null
        ? { hash: itemPartition(code), range: { between: ["change#", before] }, newestFirst: true, consistent: true }
        : { hash: itemPartition(code), newestFirst: true };
    const found = new Map<string, Change>();
    const inline = new Set<string>();
    let after: Readonly<Record<string, string>> | null = null;
    do {
      const answer = await table.query({
        ...query,
        limit: page.first + slack,
        attributes: ["sk", "changes", "change"],
        ...(after === null ? {} : { after }),
      });
      for (const row of answer.rows) {
        const own = textOf(row, "sk") === itemSortKey;
        for (const text of own ? textsOf(row, "changes") : [textOf(row, "change")]) {
          const change = decodeChange(text);
          if (own) inline.add(change.id);
          if (before === null || changeSortKey(change.id) < before) found.set(change.id, change);
        }
      }
      after = answer.last;
    } while (after !== null && found.size <= page.first);

    const changes = inOrder([...found.values()]);
    const rows = changes.slice(0, page.first);
    const last = rows.at(-1);
    if (changes.length <= page.first || last === undefined) return { rows, next: null };
    const rest = changes.slice(page.first);
    const rowsOnly = position?.rowsOnly === true || !rest.some(({ id }) => inline.has(id));
    return { rows, next: encodeCursor(`${rowsOnly ? "r" : "i"}:${last.id}`) };
  };
}

function readPosition({ after }: PageRequest): { readonly id: string; readonly rowsOnly: boolean } | null {
  if (after === undefined) return null;
  const text = decodeCursor(after, (candidate) => /^[ir]:\d{1,10}\.\d{1,6}$/.test(candidate));
  return { id: text.slice(2), rowsOnly: text.startsWith("r:") };
}
