import type { Item } from "../core/ledger/item.ts";
import { encodeCursor } from "../core/store/cursor.ts";
import { type Connection, pageArguments } from "./connection.ts";
import type { GraphqlContext } from "./context.ts";
import type { ChangeParent } from "./parents.ts";

/** The history of an item. The newest change is on the item: asking for one costs no request. */
export async function historyOf(
  context: GraphqlContext,
  item: Item,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<ChangeParent>> {
  const { first, after } = pageArguments(args);
  const cursorOf = ({ change }: ChangeParent) => encodeCursor(`i:${change.id}`);
  const { lastChange } = item;
  if (first === 1 && after === undefined && lastChange !== null) {
    return {
      nodes: [{ item, change: lastChange }],
      cursorOf,
      // The first change of an item is 1.1: anything else has one before it.
      hasNextPage: lastChange.id !== "1.1",
      hasPreviousPage: false,
      totalCount: null,
    };
  }
  const page = await context.services.store.listChanges(item.code, {
    first,
    ...(after === undefined ? {} : { after }),
  });
  return {
    nodes: page.rows.map((change) => ({ item, change })),
    cursorOf,
    hasNextPage: page.next !== null,
    hasPreviousPage: after !== undefined,
    endCursor: page.next ?? undefined,
    totalCount: null,
  };
}
