import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import {
  buildSchema,
  type GraphQLSchema,
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from "graphql";
import { expect, it } from "vitest";
import { describe } from "../../graphql/describe.ts";
import { attach, makeSchema } from "../../graphql/schema.ts";
import { descriptions } from "../../graphql/schema-descriptions.ts";
import { generatedFiles } from "../../local/codegen.ts";

const current = buildSchema(readFileSync("graphql/schema.graphql", "utf8"));
const released = readFileSync("docs/schema/released.graphql", "utf8");

async function breaking(from: string, to: string): Promise<string[]> {
  const changes = await diff(buildSchema(from), buildSchema(to));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

it("[A47] the schema is valid, which the server takes for granted", () => {
  expect(validateSchema(current)).toEqual([]);
});

it("[A47] what the server has is the schema, word for word once its descriptions are in their places", () => {
  const served = makeSchema();
  expect(served.getType("ProblemItem")?.description).toBeUndefined();
  describe(served, descriptions);
  expect(introspectionFromSchema(served)).toEqual(introspectionFromSchema(current));
});

it("[A47] a resolver or a description of something that is not in the schema does not pass unnoticed", () => {
  const schema = makeSchema();
  expect(() => attach({ Query: { nothing: () => null } } as never, schema)).toThrow("the schema has no Query.nothing");
  expect(() => attach({ Nothing: {} } as never, schema)).toThrow("the schema has no Nothing to resolve");
  expect(() => describe(schema, { "ProblemItem.nothing": "x" })).toThrow("no ProblemItem.nothing to describe");
});

it("[A47] nothing that a client of the released schema uses is gone, renamed or harder to satisfy", async () => {
  expect(await breaking(released, readFileSync("graphql/schema.graphql", "utf8"))).toEqual([]);
});

it("[A47] what breaks a client is recognised as that, and what does not is not", async () => {
  const change = (from: RegExp, to: string) => {
    expect(released.match(new RegExp(from, "g"))).toHaveLength(1);
    return breaking(released, released.replace(from, to));
  };
  const stateText = / {2}"[^"]*"\n {2}stateText: String!\n/;
  const note = / {2}note: String\n/;

  expect(await change(stateText, "")).toEqual(["Field 'stateText' was removed from object type 'ProblemItem'"]);
  expect(await change(stateText, "  stateText: String\n")).toHaveLength(1);
  expect(await change(/ {2}"[^"]*"\n {2}MILESTONE\n/, "")).toEqual([
    "Enum value 'MILESTONE' was removed from enum 'DueKind'",
  ]);
  expect(await change(note, "  note: String!\n")).toHaveLength(1);
  expect(await change(note, "  note: String\n  added: String\n")).toEqual([]);
  expect(await change(stateText, '  stateText: String! @deprecated(reason: "Use `state`.")\n')).toEqual([]);
});

it("[A47] what is deprecated says what to use instead", () => {
  const reasons = partsOf(current)
    .filter(({ deprecated }) => deprecated !== undefined)
    .map(({ deprecated }) => deprecated);
  expect(reasons.filter((reason) => !/^Use /.test(reason ?? ""))).toEqual([]);
});

it("[A48] every type, field, argument and value is described in English", () => {
  const parts = partsOf(current);
  const chineseTerms = parts.filter(({ description }) => /\p{Script=Han}/u.test(description));

  expect(parts.filter(({ description }) => !/[a-z]{2}/i.test(description)).map(({ path }) => path)).toEqual([]);
  expect(parts.length).toBeGreaterThan(700);
  expect(chineseTerms.length).toBeGreaterThan(300);
});

it("[A48] every value of the ledger's own vocabulary carries the ledger's word", () => {
  const vocabulary = [
    "ProblemState",
    "ProblemCategory",
    "ProblemSource",
    "Claim",
    "Resolution",
    "IndicatorKey",
    "DueKind",
  ];
  const values = partsOf(current).filter(({ path }) => vocabulary.includes(path.split(".")[0] ?? ""));
  expect(
    values.filter(({ description }) => !/[(（].*\p{Script=Han}.*[)）]/u.test(description)).map(({ path }) => path),
  ).toEqual([]);
});

it("[A49] generated files are what `npm run codegen` makes", async () => {
  const files = await generatedFiles();
  const stale = files.filter(({ path, text }) => readFileSync(path, "utf8") !== text).map(({ path }) => path);

  expect(files.map(({ path }) => path.replace(/^.*\/(graphql|docs)\//, "$1/")).sort()).toEqual([
    "docs/client/operations.ts",
    "graphql/generated.ts",
    "graphql/page-documents.ts",
    "graphql/schema-descriptions.ts",
    "graphql/schema-document.ts",
  ]);
  expect(stale).toEqual([]);
});

interface Part {
  readonly path: string;
  readonly description: string;
  readonly deprecated: string | undefined;
}

interface Describable {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** Everything in a schema that can carry a description. */
function partsOf(schema: GraphQLSchema): Part[] {
  const parts: Part[] = [];
  const add = (path: string, part: Describable) =>
    parts.push({ path, description: part.description ?? "", deprecated: part.deprecationReason ?? undefined });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    add(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) add(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        add(`${type.name}.${field.name}`, field);
        for (const arg of field.args) add(`${type.name}.${field.name}(${arg.name})`, arg);
      }
  }
  return parts;
}
