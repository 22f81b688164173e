import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { limits } from "../../core/limits.ts";

/**
 * What a query may cost, worked out before anything is executed. Every object counts 1, a page counts its size times
 * what one entry costs, and fields that read the store count what a request is worth. Needs a validated document:
 * fragments exist and have no cycles.
 */

export interface QueryLimits {
  /** Levels of fields. GraphiQL's introspection query has 13. */
  readonly depth: number;
  /** Aliases in the whole operation, fragments counted at every use. */
  readonly aliases: number;
  /** Fields in the whole operation, fragments counted at every use. */
  readonly fields: number;
  /** Fields at the root: each is a query of its own. */
  readonly rootFields: number;
  readonly cost: number;
}

export const queryLimits: QueryLimits = { depth: 15, aliases: 30, fields: 500, rootFields: 20, cost: 20_000 };

/** What a field costs beyond the object it gives: requests to the store, and for SYNC to Google. */
const extraCost: Readonly<Record<string, number>> = {
  "Query.problemItems": 50,
  "Query.researchTopics": 50,
  "Query.spreadsheets": 10,
  "Query.rollup": 10,
  "Unit.problemItems": 50,
  "Unit.researchTopics": 50,
  "Unit.entries": 50,
  "Unit.summarySpreadsheet": 2,
  "Unit.rollup": 10,
  "Unit.spreadsheets": 5,
  "ResearchTopic.problemItems": 50,
  "ProblemItem.history": 50,
  "ResearchTopic.history": 50,
  "Entry.history": 50,
  "Spreadsheet.lastPass": 2,
  "Spreadsheet.passes": 5,
  "Spreadsheet.problems": 50,
  "Spreadsheet.conflicts": 50,
  "Spreadsheet.reading": 500,
  "Rollup.series": 10,
  "Rollup.children": 10,
  "Rollup.missingUnits": 10,
  "Rollup.versions": 10,
  "Indicator.items": 10,
  "Indicator.topics": 10,
  "Indicator.entries": 10,
  "Mutation.syncSpreadsheet": 500,
  "Mutation.previewSync": 500,
  "Mutation.setColumn": 500,
  "Mutation.setTabRole": 500,
  "Mutation.restateRollup": 500,
};
const mutationCost = 10;

/** Lists without a page: how many entries they are taken to have. */
const listSizes: Readonly<Record<string, number>> = {
  "Rollup.indicators": 30,
  "Rollup.children": 20,
  "Rollup.missingUnits": 20,
  "Spreadsheet.problems": 50,
  "Spreadsheet.conflicts": 50,
  "Spreadsheet.tabs": 10,
  "SyncPlan.lines": 50,
  "SpreadsheetReading.tabs": 10,
  "TabReading.columns": 20,
};
const listSizeDefault = 5;

interface Measured {
  cost: number;
  fields: number;
  aliases: number;
  depth: number;
}

/** Errors: QUERY_TOO_COMPLEX, naming the limit. @returns the cost. */
export function checkComplexity(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
  most: QueryLimits = queryLimits,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const walk: Walk = { schema, fragments, variables, most, counted: { fields: 0, aliases: 0 } };
  countRootFields(operation.selectionSet, walk, { fields: 0 });
  const { cost } = measure(operation.selectionSet, root, 1, 1, walk);
  refuseAbove("cost", cost, most.cost, cost);
  return cost;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly most: QueryLimits;
  readonly counted: { fields: number; aliases: number };
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** @param page entries of the connection these fields belong to, for `nodes` and `edges`. */
function measure(
  set: SelectionSetNode,
  type: Composite,
  page: number,
  depth: number,
  walk: Walk,
): Pick<Measured, "cost"> {
  refuseAbove("depth", depth, walk.most.depth);
  let cost = 0;
  let nodesCost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = measureField(selection, type, page, depth, walk);
      // `nodes` and `edges` show the same entries: asking for both costs the dearer one.
      if (field.perNode) nodesCost = Math.max(nodesCost, field.cost);
      else cost += field.cost;
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const on = fragment.typeCondition === undefined ? type : walk.schema.getType(fragment.typeCondition.name.value);
    cost += measure(fragment.selectionSet, isComposite(on) ? on : type, page, depth, walk).cost;
  }
  return { cost: cost + nodesCost };
}

function measureField(node: FieldNode, type: Composite, page: number, depth: number, walk: Walk) {
  walk.counted.fields++;
  refuseAbove("fields", walk.counted.fields, walk.most.fields);
  if (node.alias !== undefined) refuseAbove("aliases", ++walk.counted.aliases, walk.most.aliases);
  const field = type.getFields()[node.name.value];
  if (field === undefined || node.selectionSet === undefined) return { cost: 0, perNode: false };
  const name = `${type.name}.${field.name}`;
  const named = getNamedType(field.type);
  if (!isComposite(named)) return { cost: 0, perNode: false };
  const connection = named.name.endsWith("Connection");
  const perNode = type.name.endsWith("Connection") && (field.name === "nodes" || field.name === "edges");
  const nextPage = connection ? pageSizeOf(node, walk) : page;
  const inner = measure(node.selectionSet, named, nextPage, depth + 1, walk).cost;
  // The newest change is on the item: asking for it alone needs no request.
  const free = named.name === "ChangeConnection" && nextPage === 1;
  const own = (free ? 0 : (extraCost[name] ?? 0)) + (type.name === "Mutation" ? mutationCost : 0);
  if (perNode) return { cost: page * (1 + inner), perNode };
  if (connection) return { cost: own + 1 + inner, perNode: false };
  return { cost: own + sizeOf(field, node, name, walk) * (1 + inner), perNode: false };
}

function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string, walk: Walk): number {
  if (!String(field.type).startsWith("[")) return 1;
  const ids = argument(node, "ids", walk) ?? argument(node, "keys", walk) ?? argument(node, "last", walk);
  if (Array.isArray(ids)) return ids.length;
  return typeof ids === "number" ? Math.max(1, ids) : (listSizes[name] ?? listSizeDefault);
}

function pageSizeOf(node: FieldNode, walk: Walk): number {
  const first = argument(node, "first", walk);
  return typeof first === "number" ? Math.min(Math.max(first, 1), limits.pageSize) : limits.pageSizeDefault;
}

/** A literal number or list, or what the variable holds. */
function argument(node: FieldNode, name: string, { variables }: Walk): unknown {
  const value: ValueNode | undefined = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  if (value === undefined) return undefined;
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values : undefined;
}

/** Refuses as soon as there are too many: fragments that use each other twice could be counted for hours. */
function countRootFields(set: SelectionSetNode, walk: Walk, counted: { fields: number }): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) refuseAbove("root fields", ++counted.fields, walk.most.rootFields);
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    if (selection.kind !== Kind.FIELD && inner?.selectionSet) countRootFields(inner.selectionSet, walk, counted);
  }
}

function isComposite(type: unknown): type is Composite {
  return type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;
}

function refuseAbove(what: string, value: number, most: number, cost?: number): void {
  if (value <= most) return;
  throw new GraphQLError(`The query's ${what} of ${value} is above the limit of ${most}.`, {
    extensions: {
      code: "QUERY_TOO_COMPLEX",
      limit: what,
      most,
      ...(cost === undefined ? {} : { cost }),
      http: { status: 400 },
    },
  });
}
