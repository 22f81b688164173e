import { connectionResolvers, edgeResolvers } from "../connection.ts";
import type { Resolvers } from "../generated.ts";
import { bindingMutations } from "./binding-mutations.ts";
import { Change, Conflict } from "./change.ts";
import { conflictMutations } from "./conflict-mutations.ts";
import { Entry, entryQueries } from "./entry.ts";
import { itemMutations } from "./item-mutations.ts";
import { nodeQueries } from "./node.ts";
import { ProblemItem, problemItemQueries } from "./problem-item.ts";
import { ResearchTopic, researchTopicQueries } from "./research-topic.ts";
import { restoreMutations } from "./restore-mutations.ts";
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
    ...entryQueries,
    ...spreadsheetQueries,
    rollup: rollupQuery,
  },
  Mutation: {
    ...itemMutations,
    ...stepMutations,
    ...restoreMutations,
    ...conflictMutations,
    ...unitMutations,
    ...spreadsheetMutations,
    ...bindingMutations,
    ...rollupMutations,
  },
  Node: { __resolveType: (node) => node.__typename },
  Viewer: {
    unit: ({ unit: code }, _, { units }) => units.byCode(code) as NonNullable<ReturnType<typeof units.byCode>>,
  },
  Unit,
  ProblemItem,
  ResearchTopic,
  Entry,
  Change,
  Conflict,
  Spreadsheet,
  Rollup,
  Indicator,
  UnitConnection: connectionResolvers,
  ResearchTopicConnection: connectionResolvers,
  ProblemItemConnection: connectionResolvers,
  EntryConnection: connectionResolvers,
  ChangeConnection: connectionResolvers,
  PassConnection: connectionResolvers,
  SpreadsheetConnection: connectionResolvers,
  UnitEdge: edgeResolvers,
  ResearchTopicEdge: edgeResolvers,
  ProblemItemEdge: edgeResolvers,
  EntryEdge: edgeResolvers,
  ChangeEdge: edgeResolvers,
  PassEdge: edgeResolvers,
  SpreadsheetEdge: edgeResolvers,
};
