import type { Item } from "../../core/ledger/item.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import { encodeCursor } from "../../core/store/cursor.ts";
import { type Connection, pageArguments, pageOfAll } from "../connection.ts";
import { type GraphqlContext, relationTo, unitOf } from "../context.ts";
import type { QueryResolvers, SpreadsheetResolvers } from "../generated.ts";
import { cellsFor } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";

export const Spreadsheet: SpreadsheetResolvers = {
  id: ({ spreadsheetId }) => encodeNodeId("Spreadsheet", spreadsheetId),
  unit: (link, _, context) => unitOf(context, link.unit),
  tabs: ({ tabs }) => tabs.map(({ title, kind, rows }) => ({ title, kind, rows })),
  lastPass: async (link, _, { services }) =>
    link.lastPass === null ? null : services.store.getPass(link.spreadsheetId, link.lastPass),
  passes: (link, args, context) => passesOf(link, args, context),
  problems: async (link, _, context) =>
    (await flaggedItems(link, context))
      .flatMap((item) =>
        cellsFor(context, item)
          .filter(({ problem }) => problem !== null)
          .map(({ header, text, problem }) => ({
            tab: tabOf(link, item),
            cell: `${header}（${item.code}）`,
            message: problem ?? "",
            text,
          })),
      )
      .slice(0, limits.pageSize),
  conflicts: async (link, _, context) =>
    (await flaggedItems(link, context))
      .flatMap((item) => item.conflicts.map((conflict) => ({ item, conflict })))
      .filter(({ conflict }) => conflict.settledAt === null)
      .slice(0, limits.pageSize),
};

/** Items with an open conflict or an unreadable cell; both fields of one spreadsheet share the reading. */
async function flaggedItems(link: Link, context: GraphqlContext): Promise<Item[]> {
  const codes = await context.services.store.listFlaggedCodes(link.spreadsheetId);
  const items = await context.items.loadMany(codes.slice(0, limits.pageSize));
  return items.filter(
    (item): item is Item => item !== null && !(item instanceof Error) && relationTo(context, item.unit) !== "OUTSIDE",
  );
}

const tabOf = (link: Link, { row }: Item) => link.tabs.find(({ tabId }) => tabId === row?.tabId)?.title ?? "";

async function passesOf(
  link: Link,
  args: { first?: number | null | undefined; after?: string | null | undefined },
  { services: { store } }: GraphqlContext,
): Promise<Connection<PassRecord>> {
  const { first, after } = pageArguments(args);
  const page = await store.listPasses(link.spreadsheetId, { first, ...(after === undefined ? {} : { after }) });
  return {
    nodes: page.rows,
    cursorOf: ({ id }) => encodeCursor(id),
    hasNextPage: page.next !== null,
    hasPreviousPage: after !== undefined,
    totalCount: null,
  };
}

/** null when it is not linked, or linked to a unit outside the viewer's scope. */
export async function visibleLink(context: GraphqlContext, spreadsheetId: string): Promise<Link | null> {
  if (spreadsheetId === "" || spreadsheetId.length > maxSpreadsheetIdChars) return null;
  const link = await context.services.store.getLink(spreadsheetId);
  return link !== null && relationTo(context, link.unit) !== "OUTSIDE" ? link : null;
}

/** Google's ids have 44 characters; DynamoDB keys hold 1,024 bytes. */
export const maxSpreadsheetIdChars = 200;

export const spreadsheetQueries: Pick<QueryResolvers, "spreadsheet" | "spreadsheets"> = {
  spreadsheet: (_, { spreadsheetId }, context) => visibleLink(context, spreadsheetId),
  spreadsheets: async (_, { state, ...page }, context) => {
    const links = (await context.links()).filter(
      (link) => relationTo(context, link.unit) !== "OUTSIDE" && (!state || state.includes(link.state)),
    );
    const keyOf = ({ spreadsheetId }: Link) => spreadsheetId;
    return pageOfAll(
      [...links].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      keyOf,
      pageArguments(page),
    );
  },
};

/** An id, or the address a person copies from the browser. */
export function spreadsheetIdOf(text: string): string | null {
  const id = /\/(?:spreadsheets\/d|sheets)\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
  return /^[A-Za-z0-9_-]+$/.test(id) && id.length <= maxSpreadsheetIdChars ? id : null;
}
