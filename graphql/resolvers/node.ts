import { limits } from "../../core/limits.ts";
import { type GraphqlContext, visibleItem, visibleUnit } from "../context.ts";
import { badInput } from "../errors.ts";
import type { QueryResolvers } from "../generated.ts";
import { decodeNodeId } from "../node-id.ts";
import type { NodeParent } from "../parents.ts";
import { findConflict, itemNode } from "./change.ts";
import { visibleLink } from "./spreadsheet.ts";

async function nodeOf(id: string, context: GraphqlContext): Promise<NodeParent | null> {
  const decoded = decodeNodeId(id);
  if (decoded === null) return null;
  const { type, key } = decoded;
  switch (type) {
    case "Unit": {
      const unit = await visibleUnit(context, key);
      return unit === null ? null : { ...unit, __typename: "Unit" };
    }
    case "ProblemItem":
    case "ResearchTopic":
    case "Entry": {
      const item = await visibleItem(context, key);
      const node = item === null ? null : itemNode(item);
      return node?.__typename === type ? node : null;
    }
    case "Spreadsheet": {
      const link = await visibleLink(context, key);
      return link === null ? null : { ...link, __typename: "Spreadsheet" };
    }
    case "Conflict": {
      const colon = key.indexOf(":");
      const item = await visibleItem(context, key.slice(0, colon));
      const found = item === null ? null : findConflict(item, key.slice(colon + 1));
      return found === null ? null : { ...found, __typename: "Conflict" };
    }
  }
}

export const nodeQueries: Pick<QueryResolvers, "node" | "nodes"> = {
  node: (_, { id }, context) => nodeOf(id, context),
  nodes: (_, { ids }, context) => {
    if (ids.length > limits.pageSize) throw badInput(`at most ${limits.pageSize} ids`);
    return Promise.all(ids.map((id) => nodeOf(id, context)));
  },
};
