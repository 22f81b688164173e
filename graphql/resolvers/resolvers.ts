import { connectionResolvers, edgeResolvers } from "../connection.ts";
import type { Resolvers } from "../generated.ts";
import { Change, Conflict } from "./change.ts";
import { itemMutations } from "./item-mutations.ts";
import { nodeQueries } from "./node.ts";
import { ProblemItem, problemItemQueries } from "./problem-item.ts";
import { ResearchTopic, researchTopicQueries } from "./research-topic.ts";
import { Indicator, Rollup, rollupQuery } from "./rollup.ts";
import { rollupMutations } from "./rollup-mutations.ts";
import { DateScalar, DateTimeScalar } from "./scalars.ts";
import { Spreadsheet, spreadsheetQueries } from "./spreadsheet.ts";
import { spreadsheetMutations } from "./spreadsheet-mutations.ts";
import { stepMutations } from "./step-mutations.ts";
import { Unit, unitQueries } from "./unit.ts";
import { unitMutations } from "./unit-mutations.ts";

/** Field -> one call. No rules live here. */
export const resolvers: Resolvers = {
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Query: {
    ...unitQueries,
    ...nodeQueries,
    ...problemItemQueries,
    ...researchTopicQueries,
    ...spreadsheetQueries,
    rollup: rollupQuery,
  },
  Mutation: { ...itemMutations, ...stepMutations, ...unitMutations, ...spreadsheetMutations, ...rollupMutations },
  Node: { __resolveType: (node) => node.__typename },
  Viewer: {
    unit: ({ unit: code }, _, { units }) => units.byCode(code) as NonNullable<ReturnType<typeof units.byCode>>,
  },
  Unit,
  ProblemItem,
  ResearchTopic,
  Change,
  Conflict,
  Spreadsheet,
  Rollup,
  Indicator,
  UnitConnection: connectionResolvers,
  ResearchTopicConnection: connectionResolvers,
  ProblemItemConnection: connectionResolvers,
  ChangeConnection: connectionResolvers,
  PassConnection: connectionResolvers,
  SpreadsheetConnection: connectionResolvers,
  UnitEdge: edgeResolvers,
  ResearchTopicEdge: edgeResolvers,
  ProblemItemEdge: edgeResolvers,
  ChangeEdge: edgeResolvers,
  PassEdge: edgeResolvers,
  SpreadsheetEdge: edgeResolvers,
};
