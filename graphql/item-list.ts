import type { Due } from "../core/ledger/due.ts";
import type { Item, ProblemState } from "../core/ledger/item.ts";
import type { KindName } from "../core/ledger/kind.ts";
import type { Unit } from "../core/ledger/unit.ts";
import { limits } from "../core/limits.ts";
import { decodeCursor, encodeCursor } from "../core/store/cursor.ts";
import { unitSortKey } from "../core/store/keys.ts";
import type { Page } from "../core/store/store.ts";
import { type Connection, fromBase64, type PageArguments, toBase64 } from "./connection.ts";
import { type GraphqlContext, unitOf } from "./context.ts";
import { apiError, badInput } from "./errors.ts";
import { cellValue } from "./item-values.ts";

/**
 * Lists of items. The index gives them by unit, state, due date and code, a page at a time; other orders are made in
 * memory from at most `sortedItems` of them. A cursor is a place in the order, so items that come and go do not shift it.
 */

/** Rows a filter may look at for one page. When it runs out, the page ends early and its endCursor goes on. */
const scannedItems = 2_000;
/** Items that are sorted in memory for one page. */
const sortedItems = 2_000;

export interface ItemListQuery {
  readonly kind: KindName;
  readonly unit: Unit;
  readonly descendants: boolean;
  readonly archived?: boolean;
  /** In the order of the index; undefined: all. */
  readonly states?: readonly ProblemState[] | undefined;
  /** null: every row of the index is wanted. */
  readonly matches: ((item: Item) => boolean) | null;
}

type Fetch = (first: number, after: string | undefined) => Promise<Page<Item>>;

export async function listByIndex(
  context: GraphqlContext,
  query: ItemListQuery,
  page: PageArguments,
): Promise<Connection<Item>> {
  return scan(context, segmentsOf(context, query), query.matches, page);
}

export async function listOfTopic(
  context: GraphqlContext,
  topicCode: string,
  matches: (item: Item) => boolean,
  page: PageArguments,
): Promise<Connection<Item>> {
  const fetch: Fetch = (first, after) => context.services.store.listTopicItems(topicCode, { first, ...at(after) });
  return scan(context, [{ fetch, holds: () => true }], matches, page);
}

interface Segment {
  readonly fetch: Fetch;
  readonly holds: (sortKey: string) => boolean;
}

/** One stretch of the index; for a unit alone, one for each state that is wanted. */
function segmentsOf({ services: { store } }: GraphqlContext, query: ItemListQuery): Segment[] {
  const { kind, unit, descendants, states, archived = false } = query;
  const list = (first: number, after: string | undefined, state?: ProblemState) =>
    store.listItems({
      kind,
      path: unit.path,
      descendants,
      archived,
      first,
      ...at(after),
      ...(state === undefined ? {} : { state }),
    });
  if (descendants || states === undefined) return [{ fetch: list, holds: () => true }];
  return [...new Set(states)].sort().map((state) => ({
    fetch: (first, after) => list(first, after, state),
    holds: (sortKey) => sortKey.startsWith(`${unit.path}!${state}!`),
  }));
}

async function scan(
  context: GraphqlContext,
  segments: readonly Segment[],
  matches: ((item: Item) => boolean) | null,
  { first, after }: PageArguments,
): Promise<Connection<Item>> {
  const cursorOf = (item: Item) => cursorOfItem(context, item);
  const found: Item[] = [];
  let looked = 0;
  let from = after;
  let start = 0;
  if (after !== undefined) {
    const sortKey = decodeCursor(after, () => true);
    start = segments.findIndex(({ holds }) => holds(sortKey));
    if (start < 0) throw badInput("after is not a cursor of this list");
  }
  // One more than asked for tells whether there is a next page.
  for (const { fetch } of segments.slice(start)) {
    do {
      const missing = first + 1 - found.length;
      const page: Page<Item> = await fetch(matches === null ? missing : Math.max(missing, limits.pageSize), from);
      looked += page.rows.length;
      for (const item of page.rows) if (matches === null || matches(item)) found.push(item);
      from = page.next ?? undefined;
      if (found.length > first || (looked >= scannedItems && from !== undefined)) {
        return {
          nodes: found.slice(0, first),
          cursorOf,
          hasNextPage: true,
          hasPreviousPage: after !== undefined,
          endCursor: found.length < first ? from : undefined,
          totalCount: null,
        };
      }
    } while (from !== undefined);
  }
  const whole = after === undefined;
  return {
    nodes: found,
    cursorOf,
    hasNextPage: false,
    hasPreviousPage: !whole,
    totalCount: whole ? found.length : null,
  };
}

function cursorOfItem(context: GraphqlContext, item: Item): string {
  const due = cellValue<Due>(item, "due")?.date ?? null;
  return encodeCursor(unitSortKey(unitOf(context, item.unit).path, item.workflow?.state ?? "NONE", due, item.code));
}

export type SortField = "DUE" | "UPDATED_AT" | "CREATED_AT";

/** Sorts after every date. */
const last = "~";

export async function listSorted(
  context: GraphqlContext,
  query: ItemListQuery,
  order: { readonly field: SortField; readonly descending: boolean },
  { first, after }: PageArguments,
): Promise<Connection<Item>> {
  const all: Item[] = [];
  for (const { fetch } of segmentsOf(context, query)) {
    let from: string | undefined;
    do {
      const page: Page<Item> = await fetch(limits.pageSize, from);
      for (const item of page.rows) if (query.matches === null || query.matches(item)) all.push(item);
      from = page.next ?? undefined;
      if (all.length > sortedItems) {
        throw apiError(
          "QUERY_TOO_COMPLEX",
          `More than ${sortedItems} items to sort: narrow the filter, or order by UNIT.`,
        );
      }
    } while (from !== undefined);
  }
  const sign = order.descending ? -1 : 1;
  const keyOf = (item: Item) => `${sortText(item, order.field)} ${item.code}`;
  const compare = (a: string, b: string) => (a < b ? -sign : a > b ? sign : 0);
  const keyed = all.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const prefix = `${order.field}${order.descending ? "-" : "+"}`;
  let start = 0;
  if (after !== undefined) {
    const text = fromBase64(after);
    if (!text.startsWith(prefix)) throw badInput("after is not a cursor of this list");
    const key = text.slice(prefix.length);
    start = keyed.findIndex((entry) => compare(entry.key, key) > 0);
    if (start < 0) start = keyed.length;
  }
  return {
    nodes: keyed.slice(start, start + first).map(({ item }) => item),
    cursorOf: (item) => toBase64(prefix + keyOf(item)),
    hasNextPage: start + first < keyed.length,
    hasPreviousPage: start > 0,
    totalCount: keyed.length,
  };
}

function sortText(item: Item, field: SortField): string {
  switch (field) {
    case "DUE":
      return cellValue<Due>(item, "due")?.date ?? last;
    case "UPDATED_AT":
      return item.updatedAt;
    case "CREATED_AT":
      return item.createdAt;
  }
}

const at = (after: string | undefined) => (after === undefined ? {} : { after });
