import { kindOfCode } from "../../core/ledger/kinds.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import { spreadsheetIdIn } from "../../core/sheet/spreadsheet-id.ts";
import { encodeCursor } from "../../core/store/cursor.ts";
import { type CellProblem, listCellProblems } from "../../core/sync/problems.ts";
import { type Connection, pageArguments, pageOfAll } from "../connection.ts";
import { type GraphqlContext, permission, relationTo, unitOf, visibleUnit } from "../context.ts";
import type { QueryResolvers, SpreadsheetResolvers } from "../generated.ts";
import { isMasked, mask } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";
import type { ConflictParent } from "../parents.ts";
import { readingFor } from "./spreadsheet-reading.ts";

export const Spreadsheet: SpreadsheetResolvers = {
  id: ({ spreadsheetId }) => encodeNodeId("Spreadsheet", spreadsheetId),
  unit: (link, _, context) => unitOf(context, link.unit),
  tabs: ({ tabs }) => tabs.map(({ title, kind, role, rows }) => ({ title, kind, role, rows })),
  lastPass: ({ spreadsheetId, lastPass }, _, { passes }) =>
    lastPass === null ? null : passes.load({ spreadsheetId, passId: lastPass }),
  passes: (link, args, context) => passesOf(link, args, context),
  problems: async (link, _, context) =>
    (await listCellProblems(context.services.store, link.spreadsheetId))
      .slice(0, limits.pageSize)
      .map((problem) => shownProblem(context, problem)),
  conflicts: openConflicts,
  reading: (link, _, context) => readingFor(link, context),
  aliases: ({ aliases }) =>
    Object.entries(aliases).flatMap(([kind, own]) =>
      Object.entries(own).map(([header, field]) => ({ kind, header, field: field === "" ? null : field })),
    ),
  viewerCanSync: ({ unit }, _, context) => permission(context, unit, "SYNC") === "ALLOWED",
  // One that was paused while it was quarantined cannot be released before it goes on.
  brakedPass: ({ state, brakedPass }) => (state === "BRAKED" || state === "QUARANTINED" ? brakedPass : null),
  viewerCanRelease: ({ unit }, _, context) => permission(context, unit, "RELEASE_BRAKE") === "ALLOWED",
};

/** A sentence about a text quotes it: both are masked where the text may name private persons. */
function shownProblem(context: GraphqlContext, { tab, cell, code, field, message, text }: CellProblem) {
  const kind = code === null ? undefined : kindOfCode(code);
  const masked = kind !== undefined && field !== null && isMasked(context, kind.name, field);
  return masked ? { tab, cell, message: mask, text: mask } : { tab, cell, message, text };
}

/** Items looked at for one list: the index holds those with a conflict and those with an unreadable cell alike. */
const flaggedLooked = 900;

async function openConflicts(link: Link, _: unknown, context: GraphqlContext): Promise<ConflictParent[]> {
  const codes = (await context.services.store.listFlaggedCodes(link.spreadsheetId)).slice(0, flaggedLooked);
  const found: ConflictParent[] = [];
  for (let from = 0; from < codes.length && found.length < limits.pageSize; from += limits.batchGetKeys) {
    const batch = codes.slice(from, from + limits.batchGetKeys);
    for (const item of await Promise.all(batch.map((code) => context.items.load(code)))) {
      if (item === null || relationTo(context, item.unit) === "OUTSIDE") continue;
      const open = item.conflicts.filter(({ settledAt }) => settledAt === null);
      found.push(...open.map((conflict) => ({ item, conflict })));
    }
  }
  return found.slice(0, limits.pageSize);
}

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
const maxSpreadsheetIdChars = 200;

export const spreadsheetQueries: Pick<QueryResolvers, "spreadsheet" | "spreadsheets" | "serviceAccounts"> = {
  serviceAccounts: (_, __, { services }) => [...services.accounts],
  spreadsheet: (_, { spreadsheetId }, context) => visibleLink(context, spreadsheetId),
  spreadsheets: async (_, { unit: code, descendants, state, ...page }, context) => {
    const unit = await visibleUnit(context, code ?? context.viewer.unit);
    const below = descendants ?? (code ?? null) === null;
    const wanted = (link: Link) => {
      if (unit === null || (state && !state.includes(link.state))) return false;
      return link.unit === unit.code || (below && unitOf(context, link.unit).path.startsWith(unit.path));
    };
    const links = (await context.links()).filter(wanted);
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
  const id = spreadsheetIdIn(text);
  return /^[A-Za-z0-9_-]+$/.test(id) && id.length <= maxSpreadsheetIdChars ? id : null;
}
