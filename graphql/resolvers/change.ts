import type { Item } from "../../core/ledger/item.ts";
import { versionOf } from "../../core/ledger/restore.ts";
import { toBase64 } from "../connection.ts";
import { type GraphqlContext, permission } from "../context.ts";
import type { ChangeResolvers, ConflictResolvers } from "../generated.ts";
import { headerOf, isMasked, mask } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";
import type { ChangeParent, ConflictParent, NodeParent } from "../parents.ts";

/** History and conflicts repeat texts of cells, so they are masked like cells. */

function shown(context: GraphqlContext, item: Item, field: string | null, text: string | null): string | null {
  return text !== null && field !== null && isMasked(context, item.kind, field) ? mask : text;
}

export const Change: ChangeResolvers = {
  id: ({ item, change }) => toBase64(`Change:${item.code}:${change.id}`),
  version: ({ change }) => versionOf(change)[0],
  at: ({ change }) => change.at,
  side: ({ change }) => change.side,
  actor: ({ change }) => change.actor,
  field: ({ change }) => change.field,
  before: ({ item, change }, _, context) => changeText(context, item, change, change.before),
  after: ({ item, change }, _, context) => changeText(context, item, change, change.after),
  reason: ({ change }) => change.reason,
};

/** A unit outside the viewer's scope is not named in the history either. */
function changeText(
  context: GraphqlContext,
  item: Item,
  change: ChangeParent["change"],
  text: string | null,
): string | null {
  if (change.field !== "unit" && change.field !== "transferTo") return shown(context, item, change.field, text);
  const unit = text === null ? undefined : context.units.byCode(text);
  return unit?.path.startsWith(context.viewer.path) ? text : null;
}

export const Conflict: ConflictResolvers = {
  id: ({ item, conflict }) => conflictIdOf(item, conflict.id),
  item: ({ item }) => itemNode(item),
  field: ({ conflict }) => conflict.field,
  header: ({ item, conflict }) => headerOf(item.kind, conflict.field),
  sheetValue: ({ item, conflict }, _, context) => shown(context, item, conflict.field, conflict.sheetValue),
  storeValue: ({ item, conflict }, _, context) => shown(context, item, conflict.field, conflict.storeValue),
  shown: ({ conflict }) => conflict.shown,
  sheetReadOnly: ({ conflict }) => conflict.sheetReadOnly ?? null,
  openedAt: ({ conflict }) => conflict.openedAt,
  settledAt: ({ conflict }) => conflict.settledAt,
  viewerCanSettle: ({ item, conflict }, _, context) =>
    conflict.settledAt === null && permission(context, item.unit, "SETTLE_CONFLICT") === "ALLOWED",
};

const conflictIdOf = (item: Item, conflictId: string) => encodeNodeId("Conflict", `${item.code}:${conflictId}`);

/** The conflict behind an id, wherever it is: settled or open. */
export function findConflict(item: Item, conflictId: string): ConflictParent | null {
  const conflict = item.conflicts.find(({ id }) => id === conflictId);
  return conflict === undefined ? null : { item, conflict };
}

export function itemNode(item: Item): NodeParent {
  switch (item.kind) {
    case "problem":
      return { ...item, __typename: "ProblemItem" };
    case "topic":
      return { ...item, __typename: "ResearchTopic" };
    default:
      return { ...item, __typename: "Entry" };
  }
}
