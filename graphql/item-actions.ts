import type { Item } from "../core/ledger/item.ts";
import { relationOf } from "../core/ledger/scope.ts";
import { type Action, actions, decide } from "../core/ledger/workflow.ts";
import { type GraphqlContext, unitOf } from "./context.ts";

/** The steps of the closing procedure that the viewer may take with a problem item now; none with anything else. */
export function actionsOf(item: Item, context: GraphqlContext): Action[] {
  if (item.workflow === null) return [];
  const { viewer } = context;
  const unit = unitOf(context, item.unit);
  const { state, transferTo } = item.workflow;
  const asker = { role: viewer.role, relation: relationOf(viewer, unit.path), receiver: transferTo === viewer.unit };
  return actions.filter((action) => decide(action, state, asker, context.units.policyOf(unit)).allowed);
}
