import type { ClaimReading } from "../../core/ledger/claim.ts";
import { deadlineOf } from "../../core/ledger/deadline.ts";
import type { Due as DueValue } from "../../core/ledger/due.ts";
import type { Item } from "../../core/ledger/item.ts";
import { isDueSoon, isOverdue, isStale, lightOf } from "../../core/ledger/light.ts";
import type { MeasureText } from "../../core/ledger/measure.ts";
import { closingWords, stateText } from "../../core/ledger/state-text.ts";
import { type GraphqlContext, relationTo, unitOf, visibleItem } from "../context.ts";
import type { ProblemCategory, ProblemItemResolvers, ProblemSource, QueryResolvers } from "../generated.ts";
import { historyOf } from "../history.ts";
import { actionsOf } from "../item-actions.ts";
import { isStanding, resolutionOf } from "../item-filter.ts";
import { cellsFor, cellValue, textFor } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";
import { listProblemItems } from "../problem-items.ts";

const workflowOf = (item: Item) => {
  if (item.workflow === null) throw new Error(`a problem item without a workflow: ${item.code}`);
  return item.workflow;
};

const asTopic = (item: Item | null) => (item?.kind === "topic" ? item : null);

export const ProblemItem: ProblemItemResolvers = {
  id: ({ code }) => encodeNodeId("ProblemItem", code),
  unit: (item, _, context) => unitOf(context, item.unit),
  originUnit: (item, _, context) =>
    unitOf(context, relationTo(context, item.originUnit) === "OUTSIDE" ? item.unit : item.originUnit),
  topic: ({ topicCode }, _, context) => (topicCode === null ? null : visibleItem(context, topicCode).then(asTopic)),
  description: (item) => item.texts.description ?? "",
  category: (item) => cellValue<ProblemCategory>(item, "category"),
  source: (item) => cellValue<ProblemSource>(item, "source"),
  measures: (item) => (cellValue<readonly MeasureText[]>(item, "measures") ?? []).map(({ no, text }) => ({ no, text })),
  leader: (item, _, context) => textFor(context, item, "leader"),
  department: (item, _, context) => textFor(context, item, "department"),
  owner: (item, _, context) => textFor(context, item, "owner"),
  due: (item) => dueOf(item),
  progress: (item, _, context) => textFor(context, item, "progress"),
  claim: (item) =>
    cellValue<ClaimReading>(item, "claim")?.claim ?? cellValue<ClaimReading>(item, "closedClaim")?.claim ?? null,
  state: (item) => workflowOf(item).state,
  stateText: (item, _, context) => {
    const unit = unitOf(context, item.unit);
    return stateText(item, closingWords(unit, context.units.policyOf(unit), context.units.byCode));
  },
  resolution: resolutionOf,
  standing: isStanding,
  nextReviewOn: (item) => workflowOf(item).nextReviewOn,
  overdue: (item, _, { today }) => isOverdue(item, today),
  dueSoon: (item, _, { today }) => isDueSoon(item, today),
  stale: (item, _, { today }) => isStale(item, today),
  light: (item, _, { today }) => lightOf(item, today),
  completedOn: (item) => cellValue<string>(item, "completedOn"),
  closedOn: (item) => workflowOf(item).closedOn,
  remark: (item, _, context) => textFor(context, item, "remark"),
  cycle: (item) => workflowOf(item).cycle,
  returnCount: (item) => workflowOf(item).returnCount,
  extendCount: (item) => workflowOf(item).extendCount,
  transferTo: (item, _, context) => visibleTarget(item, context),
  reason: (item) => workflowOf(item).reason,
  actions: (item, _, context) => actionsOf(item, context),
  cells: (item, _, context) => cellsFor(context, item),
  history: (item, args, context) => historyOf(context, item, args),
  conflicts: (item) => newestFirst(item),
  spreadsheet: async ({ row }, _, context) =>
    row === null ? null : ((await context.links()).find((link) => link.spreadsheetId === row.spreadsheetId) ?? null),
};

/** The unit that proposed sees to whom, even though it stands above; nobody else learns of units outside. */
function visibleTarget(item: Item, context: GraphqlContext) {
  const { transferTo } = workflowOf(item);
  return transferTo !== null && relationTo(context, transferTo) !== "OUTSIDE" ? unitOf(context, transferTo) : null;
}

export function dueOf(item: Item) {
  const due = cellValue<DueValue>(item, "due");
  if (due === null) return null;
  return {
    ...due,
    text: item.texts.due ?? "",
    // Read from other cells as well, and often not asked for.
    get date() {
      return deadlineOf(item);
    },
  };
}

export const newestFirst = (item: Item) => item.conflicts.map((conflict) => ({ item, conflict })).reverse();

export const problemItemQueries: Pick<QueryResolvers, "problemItem" | "problemItems"> = {
  problemItem: async (_, { code }, context) => {
    const item = await visibleItem(context, code);
    return item?.kind === "problem" ? item : null;
  },
  problemItems: (_, { filter, orderBy, ...page }, context) =>
    listProblemItems(context, filter ?? {}, orderBy ?? null, page),
};
