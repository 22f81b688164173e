import { type FragmentDefinitionNode, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { checkComplexity, queryLimits } from "../../graphql/limits/complexity.ts";
import { makeSchema } from "../../graphql/schema.ts";
import { anApi } from "./api.ts";
import { codeOf, nested, stillAnswers, who } from "./attack.ts";

describe("queries that would cost too much", () => {
  it("[A15] each limit refuses one above it, before anything is executed", async () => {
    const api = await anApi();
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `v${i}: viewer { role }`).join(" ")} }`;
    const inner = (count: number) =>
      `{ viewer { unit { ${Array.from({ length: count }, (_, i) => `a${i}: code`).join(" ")} } } }`;
    const wide = (count: number) => `{ viewer { ${"role ".repeat(count)} } }`;
    const before = api.requests.length;

    expect({
      deep: await codeOf(api, nested(queryLimits.depth)),
      rootFields: await codeOf(api, aliases(queryLimits.rootFields + 1)),
      aliases: await codeOf(api, inner(queryLimits.aliases + 1)),
      fields: await codeOf(api, wide(queryLimits.fields)),
      tokens: await codeOf(api, wide(5_000)),
      cost: await codeOf(
        api,
        "{ units(first: 100) { nodes { problemItems(first: 100) { nodes { history(first: 100) { nodes { id } } } } } } }",
      ),
      page: await codeOf(api, "{ units(first: 101) { nodes { code } } }"),
      negativePage: await codeOf(api, "{ units(first: -1) { nodes { code } } }"),
      hugePage: await codeOf(api, "query ($n: Int) { units(first: $n) { nodes { code } } }", { n: 2_000_000_000 }),
      ids: await codeOf(api, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
        ids: Array.from({ length: 101 }, String),
      }),
    }).toEqual({
      deep: "QUERY_TOO_COMPLEX",
      rootFields: "QUERY_TOO_COMPLEX",
      aliases: "QUERY_TOO_COMPLEX",
      fields: "QUERY_TOO_COMPLEX",
      tokens: "QUERY_TOO_COMPLEX",
      cost: "QUERY_TOO_COMPLEX",
      page: "BAD_USER_INPUT",
      negativePage: "BAD_USER_INPUT",
      hugePage: "BAD_USER_INPUT",
      ids: "BAD_USER_INPUT",
    });
    expect(api.requests.slice(before)).toEqual(["query"]);
    expect({
      deep: await codeOf(api, nested(queryLimits.depth - 2)),
      rootFields: await codeOf(api, aliases(queryLimits.rootFields)),
      aliases: await codeOf(api, inner(queryLimits.aliases)),
      page: await codeOf(api, "{ units(first: 100) { nodes { code } } }"),
    }).toEqual({ deep: "answered", rootFields: "answered", aliases: "answered", page: "answered" });
    expect(await stillAnswers(api)).toBe(true);
  });

  it("[A16] cost follows page sizes through variables, fragments and nesting", async () => {
    const api = await anApi();
    const cost = async (query: string, variables = {}) =>
      (await api.ask(who, query, variables)).extensions.cost.requested;
    const query =
      "query ($n: Int) { problemItems(first: $n) { ...P } } fragment P on ProblemItemConnection { nodes { unit { code } } }";

    expect(await cost(query, { n: 10 })).toBe(51 + 10 * 2);
    expect(await cost(query, { n: 100 })).toBe(51 + 100 * 2);
    expect(await cost(query)).toBe(51 + 20 * 2);
    expect(await cost("{ problemItems(first: 10) { nodes { code } edges { node { code } } } }")).toBe(51 + 10 * 2);
    expect(await cost("{ units(first: 10) { nodes { problemItems(first: 10) { nodes { code } } } } }")).toBe(
      1 + 10 * (1 + 51 + 10),
    );
    expect((await api.ask(who, "{ viewer { role } }")).extensions.cost).toEqual({
      requested: 1,
      limit: queryLimits.cost,
    });
  });

  it("[A15] fragments that use each other twice are refused before they are unfolded", async () => {
    const api = await anApi();
    const doubling = (levels: number, on: string, leaf: string) =>
      `${Array.from({ length: levels }, (_, i) => `fragment F${i} on ${on} { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F${levels} on ${on} { ${leaf} }`;

    expect({
      root: await codeOf(api, `{ ...F0 } ${doubling(12, "Query", "viewer { role }")}`),
      inner: await codeOf(api, `{ viewer { ...F0 } } ${doubling(12, "Viewer", "role")}`),
      rootDeep: await codeOf(api, `{ ...F0 } ${doubling(200, "Query", "viewer { role }")}`),
      innerDeep: await codeOf(api, `{ viewer { ...F0 } } ${doubling(200, "Viewer", "role")}`),
    }).toEqual({
      root: "QUERY_TOO_COMPLEX",
      inner: "QUERY_TOO_COMPLEX",
      rootDeep: "BAD_USER_INPUT",
      innerDeep: "BAD_USER_INPUT",
    });
    const document = parse(`{ ...F0 } ${doubling(60, "Query", "viewer { role }")}`);
    const fragments = new CountingMap<string, FragmentDefinitionNode>();
    for (const node of document.definitions)
      if (node.kind === "FragmentDefinition") fragments.set(node.name.value, node);
    const operation = document.definitions[0] as OperationDefinitionNode;
    expect(() => checkComplexity(makeSchema(), operation, fragments, {})).toThrow(/root fields/);
    expect(fragments.looked).toBeLessThan(200);
    expect(await stillAnswers(api)).toBe(true);
  });

  it("[A15] fragment cycles and other documents that are not valid are refused as such", async () => {
    const api = await anApi();

    expect({
      cycle: await codeOf(
        api,
        '{ unit(code: "c") { ...A } } fragment A on Unit { parent { ...B } } fragment B on Unit { parent { ...A } }',
      ),
      unknownField: await codeOf(api, "{ secrets }"),
      noOperation: await codeOf(api, "fragment A on Unit { code }"),
      garbage: await codeOf(api, "{{{{"),
      empty: await codeOf(api, ""),
    }).toEqual({
      cycle: "BAD_USER_INPUT",
      unknownField: "BAD_USER_INPUT",
      noOperation: "BAD_USER_INPUT",
      garbage: "BAD_USER_INPUT",
      empty: "BAD_USER_INPUT",
    });
    expect(await stillAnswers(api)).toBe(true);
  });
});

class CountingMap<K, V> extends Map<K, V> {
  looked = 0;
  override get(key: K): V | undefined {
    this.looked++;
    return super.get(key);
  }
}
