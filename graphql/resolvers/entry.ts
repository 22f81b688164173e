import type { KindName } from "../../core/ledger/kind.ts";
import { pageArguments } from "../connection.ts";
import { unitOf, visibleItem } from "../context.ts";
import type { EntryKind, EntryResolvers, QueryResolvers, UnitResolvers } from "../generated.ts";
import { historyOf } from "../history.ts";
import { listByIndex } from "../item-list.ts";
import { cellsFor } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";
import { newestFirst } from "./problem-item.ts";

/** Entries of the ledgers that have no type of their own: their cells say everything. */

const kindOfEntry: Readonly<Record<EntryKind, KindName>> = {
  ACTIVITY: "activity",
  MEASURE: "measure",
  OPINION: "opinion",
  OUTCOME: "outcome",
  REQUEST: "request",
  PLAN: "plan",
  CLASS: "class",
};
const entryKindOf = new Map(Object.entries(kindOfEntry).map(([entryKind, kind]) => [kind, entryKind as EntryKind]));

export const Entry: EntryResolvers = {
  id: ({ code }) => encodeNodeId("Entry", code),
  kind: ({ kind, code }) => {
    const entryKind = entryKindOf.get(kind);
    if (entryKind === undefined) throw new Error(`${code} is no entry but a ${kind}`);
    return entryKind;
  },
  unit: (item, _, context) => unitOf(context, item.unit),
  cells: (item, _, context) => cellsFor(context, item),
  history: (item, args, context) => historyOf(context, item, args),
  conflicts: (item) => newestFirst(item),
};

export const unitEntries: NonNullable<UnitResolvers["entries"]> = (unit, { kind, archived, ...page }, context) =>
  listByIndex(
    context,
    { kind: kindOfEntry[kind], unit, descendants: false, archived: archived ?? false, matches: null },
    pageArguments(page),
  );

export const entryQueries: Pick<QueryResolvers, "entry"> = {
  entry: async (_, { code }, context) => {
    const item = await visibleItem(context, code);
    return item !== null && entryKindOf.has(item.kind) ? item : null;
  },
};
