import { topicStatusOf } from "../../core/ledger/topic.ts";
import { pageArguments } from "../connection.ts";
import { relationTo, unitOf, visibleItem, visibleUnit } from "../context.ts";
import type { QueryResolvers, ResearchTopicResolvers } from "../generated.ts";
import { historyOf } from "../history.ts";
import { listByIndex, listOfTopic } from "../item-list.ts";
import { cellsFor, textFor } from "../item-values.ts";
import { encodeNodeId } from "../node-id.ts";
import { dueOf, newestFirst } from "./problem-item.ts";

export const ResearchTopic: ResearchTopicResolvers = {
  id: ({ code }) => encodeNodeId("ResearchTopic", code),
  unit: (item, _, context) => unitOf(context, item.unit),
  title: (item) => item.texts.title ?? "",
  aspect: (item, _, context) => textFor(context, item, "aspect"),
  leader: (item, _, context) => textFor(context, item, "leader"),
  department: (item, _, context) => textFor(context, item, "department"),
  method: (item, _, context) => textFor(context, item, "method"),
  due: (item) => dueOf(item),
  progress: (item, _, context) => textFor(context, item, "progress"),
  report: (item, _, context) => textFor(context, item, "report"),
  remark: (item, _, context) => textFor(context, item, "remark"),
  status: (item) => topicStatusOf(item),
  problemItems: (topic, args, context) =>
    listOfTopic(
      context,
      topic.code,
      (item) => item.kind === "problem" && item.archivedAt === null && relationTo(context, item.unit) !== "OUTSIDE",
      pageArguments(args),
    ),
  cells: (item, _, context) => cellsFor(context, item),
  history: (item, args, context) => historyOf(context, item, args),
  conflicts: (item) => newestFirst(item),
};

export const researchTopicQueries: Pick<QueryResolvers, "researchTopic" | "researchTopics"> = {
  researchTopic: async (_, { code }, context) => {
    const item = await visibleItem(context, code);
    return item?.kind === "topic" ? item : null;
  },
  researchTopics: async (_, { unit: code, descendants, archived, ...page }, context) => {
    const unit = await visibleUnit(context, code ?? context.viewer.unit);
    const args = pageArguments(page);
    if (unit === null) {
      return { nodes: [], cursorOf: () => "", hasNextPage: false, hasPreviousPage: false, totalCount: 0 };
    }
    const below = descendants ?? (code ?? null) === null;
    const query = { kind: "topic" as const, unit, descendants: below, archived: archived ?? false, matches: null };
    return listByIndex(context, query, args);
  },
};
