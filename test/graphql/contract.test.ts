import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";

/** Names that others rely on. Fields and arguments may be added, and arguments may be given richer types; none of these goes. */

const schema = buildSchema(readFileSync("graphql/schema.graphql", "utf8"));

/** As SDL: `name(argument: Type, …): Type`, one a line. */
const types: Readonly<Record<string, string>> = {
  Node: "id: ID!",
  Unit: `
    id: ID!
    code: String!
    name: String!
    level: UnitLevel!
    parent: Unit
    children(first: Int, after: String): UnitConnection!
    researchTopics(first: Int, after: String): ResearchTopicConnection!
    problemItems(filter: ProblemItemFilter, first: Int, after: String): ProblemItemConnection!
    spreadsheets: [Spreadsheet!]!
    rollup(asOf: Date): Rollup!`,
  ResearchTopic: `
    id: ID!
    code: String!
    version: Int!
    unit: Unit!
    title: String!
    aspect: String
    leader: String
    status: TopicStatus!
    problemItems(first: Int, after: String): ProblemItemConnection!`,
  ProblemItem: `
    id: ID!
    code: String!
    version: Int!
    unit: Unit!
    originUnit: Unit!
    topic: ResearchTopic
    description: String!
    category: ProblemCategory
    source: ProblemSource
    measures: [Measure!]!
    leader: String
    department: String
    owner: String
    due: Due
    progress: String
    claim: Claim
    state: ProblemState!
    resolution: Resolution!
    standing: Boolean!
    overdue: Boolean!
    completedOn: Date
    closedOn: Date
    remark: String
    cells: [Cell!]!
    history(first: Int, after: String): ChangeConnection!
    conflicts: [Conflict!]!`,
  Due: `
    kind: DueKind!
    date: Date
    text: String!`,
  Cell: `
    field: String!
    text: String!
    problem: String`,
  Change: `
    id: ID!
    at: DateTime!
    side: Side!
    actor: String!
    field: String
    before: String
    after: String`,
  Conflict: `
    id: ID!
    field: String!
    sheetValue: String
    storeValue: String
    shown: Side!
    openedAt: DateTime!
    settledAt: DateTime`,
  Spreadsheet: `
    id: ID!
    spreadsheetId: String!
    title: String
    unit: Unit!
    state: SpreadsheetState!
    reason: String
    lastPass: Pass
    passes(first: Int, after: String): PassConnection!
    problems: [CellProblem!]!
    conflicts: [Conflict!]!`,
  CellProblem: `
    tab: String!
    cell: String!
    message: String!
    text: String`,
  Pass: `
    id: ID!
    startedAt: DateTime!
    finishedAt: DateTime
    rowsRead: Int!
    toStore: Int!
    toSheet: Int!
    conflicts: Int!
    problems: Int!
    outcome: PassOutcome!`,
  Rollup: `
    unit: Unit!
    asOf: DateTime!
    indicators(keys: [IndicatorKey!]): [Indicator!]!
    children: [Rollup!]!
    series(key: IndicatorKey!, last: Int!): [Point!]!
    missingUnits: [Unit!]!`,
  Indicator: `
    key: IndicatorKey!
    value: Float
    qualifier: Qualifier!
    partial: Boolean!
    text: String!
    items(first: Int, after: String): ProblemItemConnection`,
  Query: `
    viewer: Viewer!
    node(id: ID!): Node
    unit(code: String!): Unit
    units(first: Int, after: String): UnitConnection!
    researchTopic(code: String!): ResearchTopic
    problemItem(code: String!): ProblemItem
    problemItems(filter: ProblemItemFilter, orderBy: ProblemItemOrder, first: Int, after: String): ProblemItemConnection!
    spreadsheet(spreadsheetId: String!): Spreadsheet
    rollup(unit: String!, asOf: Date): Rollup!`,
  UserError: `
    code: String!
    message: String!
    path: [String!]`,
  PageInfo: `
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String`,
};

const nodes = ["Unit", "ResearchTopic", "ProblemItem", "Conflict", "Spreadsheet"];
const connections = ["Unit", "ResearchTopic", "ProblemItem", "Change", "Pass"];

const enums: Readonly<Record<string, string>> = {
  Side: "SHEET API SYSTEM",
  SpreadsheetState: "ACTIVE BRAKED QUARANTINED UNREACHABLE PAUSED",
  Qualifier: "EQ GE LE ABOUT",
  ProblemState: "REGISTERED IN_PROGRESS STANDING SUBMITTED VERIFIED CLOSED VOID",
  ProblemCategory: "DEVELOPMENT LIVELIHOOD RISK PARTY_BUILDING OTHER",
  Resolution: "NORMAL IMMEDIATE ON_SITE",
  Role: "CLERK LEADER VERIFIER VIEWER ADMIN",
  IndicatorKey:
    "TOPICS ACTIVITIES SURVEYS VISITS FORUMS OPINIONS PROBLEMS PROBLEMS_DEVELOPMENT PROBLEMS_LIVELIHOOD PROBLEMS_RISK PROBLEMS_OTHER MEASURES ON_SITE ON_SITE_RATE SUBMITTED CLOSED CLOSURE_RATE COMPLETION_RATE OVERDUE STANDING OPEN REGULATIONS REPORTS POLICIES OUTCOMES CASES CASES_POSITIVE CASES_NEGATIVE COVERAGE",
};

/** mutation -> the payload's object, and fields of its input that are relied on (`!`: must be given). */
const mutations: Readonly<Record<string, readonly [object: string, input: string]>> = {
  createProblemItem: ["problemItem: ProblemItem", "unit: String! description: String! category: ProblemCategory"],
  updateProblemItem: ["problemItem: ProblemItem", "code: String! version: Int! description: String progress: String"],
  submitProblemItem: ["problemItem: ProblemItem", "code: String!"],
  verifyProblemItem: ["problemItem: ProblemItem", "code: String!"],
  returnProblemItem: ["problemItem: ProblemItem", "code: String! reason: String!"],
  fileProblemItem: ["problemItem: ProblemItem", "code: String!"],
  reopenProblemItem: ["problemItem: ProblemItem", "code: String! reason: String!"],
  extendProblemItem: ["problemItem: ProblemItem", "code: String!"],
  transferProblemItem: ["problemItem: ProblemItem", "code: String!"],
  voidProblemItem: ["problemItem: ProblemItem", "code: String!"],
  restoreProblemItem: ["problemItem: ProblemItem", "code: String!"],
  createResearchTopic: ["researchTopic: ResearchTopic", "unit: String! title: String!"],
  updateResearchTopic: ["researchTopic: ResearchTopic", "code: String! version: Int!"],
  addUnit: ["unit: Unit", "code: String! name: String! level: UnitLevel! parent: String!"],
  linkSpreadsheet: ["spreadsheet: Spreadsheet", "unit: String! spreadsheetId: String!"],
  previewSync: ["plan: SyncPlan", "spreadsheetId: String!"],
  syncSpreadsheet: ["pass: Pass", "spreadsheetId: String!"],
  releaseBrake: ["spreadsheet: Spreadsheet", "spreadsheetId: String! passId: ID!"],
  settleConflict: ["conflict: Conflict", "id: ID! choose: Side value: String"],
};

type Fields = GraphQLObjectType | GraphQLInterfaceType;
const fieldsOf = (name: string) => (schema.getType(name) as Fields | undefined)?.getFields() ?? {};

/** The field with the arguments that are relied on, as it is in the schema. */
function shown(field: GraphQLField<unknown, unknown> | undefined, wanted: string): string {
  if (field === undefined) return "absent";
  const names = [...(/\((.*)\)/.exec(wanted)?.[1] ?? "").matchAll(/(\w+):/g)].map(([, name]) => name);
  const args = names.map((name) => `${name}: ${field.args.find((arg) => arg.name === name)?.type ?? "absent"}`);
  return `${field.name}${args.length === 0 ? "" : `(${args.join(", ")})`}: ${field.type}`;
}

/** Arguments that a client which knows only these names would not give. */
function demanded(field: GraphQLField<unknown, unknown> | undefined, wanted: string): string[] {
  const missing = field?.args.filter(({ name, type }) => String(type).endsWith("!") && !wanted.includes(`${name}:`));
  return missing?.map(({ name }) => name) ?? [];
}

describe("names that others rely on", () => {
  it.each(Object.entries(types))("[A53] %s has its fields, with their arguments and types", (name, fields) => {
    const wanted = fields
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const has = fieldsOf(name);
    const field = (line: string) => has[/^\w+/.exec(line)?.[0] ?? ""];

    expect(wanted.map((line) => shown(field(line), line))).toEqual(wanted);
    expect(wanted.flatMap((line) => demanded(field(line), line))).toEqual([]);
  });

  it("[A53] what has an id of its own is a Node", () => {
    const implementing = nodes.filter((name) =>
      (schema.getType(name) as GraphQLObjectType).getInterfaces().some((type) => type.name === "Node"),
    );
    expect(implementing).toEqual(nodes);
  });

  it("[A53] lists are Relay connections", () => {
    for (const name of connections) {
      expect(Object.values(fieldsOf(`${name}Connection`)).map((field) => shown(field, ""))).toEqual(
        expect.arrayContaining([`edges: [${name}Edge!]!`, `nodes: [${name}!]!`, "pageInfo: PageInfo!"]),
      );
      expect(Object.values(fieldsOf(`${name}Edge`)).map((field) => shown(field, ""))).toEqual([
        "cursor: String!",
        `node: ${name}!`,
      ]);
    }
  });

  it.each(Object.entries(enums))("[A53] %s has its values", (name, values) => {
    const has = (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
    expect(values.split(" ").filter((value) => !has.includes(value))).toEqual([]);
  });

  it.each(Object.entries(mutations))("[A53] %s takes its input and gives its payload", (name, [object, input]) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const inputFields = (schema.getType(`${type}Input`) as GraphQLInputObjectType).getFields();
    const wanted = [...input.matchAll(/(\w+): (\S+)/g)];

    expect(shown(fieldsOf("Mutation")[name], "(input: x)")).toBe(`${name}(input: ${type}Input!): ${type}Payload`);
    expect(Object.values(fieldsOf(`${type}Payload`)).map((field) => shown(field, ""))).toEqual(
      expect.arrayContaining([object, "userErrors: [UserError!]!"]),
    );
    expect(wanted.map(([, field]) => `${field}: ${inputFields[field ?? ""]?.type}`)).toEqual(
      wanted.map(([text]) => text),
    );
  });

  it("[A53] a plan tells counts and the brake", () => {
    expect(Object.keys(fieldsOf("SyncPlan"))).toEqual(
      expect.arrayContaining(["toStore", "toSheet", "conflicts", "problems", "brake"]),
    );
  });
});
