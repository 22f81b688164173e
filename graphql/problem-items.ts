import type { Item } from "../core/ledger/item.ts";
import { problemStates } from "../core/ledger/item.ts";
import type { Connection } from "./connection.ts";
import { pageArguments } from "./connection.ts";
import { type GraphqlContext, relationTo, visibleItem, visibleUnit } from "./context.ts";
import { badInput } from "./errors.ts";
import type { ProblemItemFilter, ProblemItemOrder } from "./generated.ts";
import { filterOf } from "./item-filter.ts";
import { listByIndex, listOfTopic, listSorted } from "./item-list.ts";

/** `problemItems` wherever it stands: which list the filter and the order ask for. */

const nothing: Connection<Item> = {
  nodes: [],
  cursorOf: () => "",
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: 0,
};

export async function listProblemItems(
  context: GraphqlContext,
  filter: ProblemItemFilter,
  order: ProblemItemOrder | null,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<Item>> {
  const page = pageArguments(args);
  const field = order?.field ?? "UNIT";
  const descending = order?.direction === "DESC";
  if (field === "UNIT" && descending) throw badInput("UNIT goes one way only");
  const unit = await visibleUnit(context, filter.unit ?? context.viewer.unit);
  if (unit === null) return nothing;
  const descendants = filter.descendants ?? (filter.unit ?? null) === null;
  const matches = filterOf(filter, context);
  const states = filter.state ?? undefined;
  if (states?.length === 0) return nothing;
  const query = {
    kind: "problem" as const,
    unit,
    descendants,
    archived: filter.archived ?? false,
    states: states !== undefined && states.length < problemStates.length ? states : undefined,
    matches,
  };
  if (field !== "UNIT") return listSorted(context, query, { field, descending }, page);
  const topic = filter.topic ?? null;
  // Archived items are in no topic's list.
  if (topic === null || query.archived) return listByIndex(context, query, page);
  const within = (item: Item) =>
    item.unit === unit.code || (descendants && context.units.byCode(item.unit)?.path.startsWith(unit.path) === true);
  const visible = await visibleItem(context, topic);
  if (visible === null) return nothing;
  return listOfTopic(
    context,
    topic,
    (item) => item.kind === "problem" && within(item) && relationTo(context, item.unit) !== "OUTSIDE" && matches(item),
    page,
  );
}
