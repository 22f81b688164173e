import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import "graphql-jit"; // Loaded already, so that the third answer comes from it.
import { type Answer, type Api, anApi, putItem, type Who } from "./api.ts";

const who: Who = ["p", "VERIFIER"];

/** The first answers come from graphql-js, the last ones from the compiled query. */
async function fourTimes(api: Api, query: string, variables?: Record<string, unknown>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < 4; i++) answers.push(await api.ask(who, query, variables));
  return answers;
}

describe("compiled queries", () => {
  it("[A4] answer exactly what the interpreter answers", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", { description: "示例", measures: "1.甲\n2.乙", due: "2023-11-05" });
    const bad = await putItem(api.store, "c", { description: "示例", due: "看不懂" });
    const id = (await api.ask(who, `{ problemItem(code: "${item.code}") { id } }`)).data.problemItem.id;
    const cases: [string, Record<string, unknown>?][] = [
      [getIntrospectionQuery()],
      ["{ __typename viewer { __typename role } }"],
      ["query ($yes: Boolean!) { viewer { role @include(if: $yes) subject @skip(if: $yes) } }", { yes: true }],
      ["query ($yes: Boolean!) { viewer { role @include(if: $yes) subject @skip(if: $yes) } }", { yes: false }],
      [
        "query ($id: ID!) { node(id: $id) { __typename id ... on ProblemItem { code due { date } } ...U } } fragment U on Unit { code }",
        { id },
      ],
      [
        '{ a: unit(code: "c") { ...F } b: unit(code: "nowhere") { ...F } } fragment F on Unit { code parent { code children { nodes { code } } } }',
      ],
      [
        "query ($f: ProblemItemFilter) { problemItems(filter: $f) { edges { cursor node { code overdue } } pageInfo { endCursor hasNextPage } totalCount } }",
        { f: { dueTo: "2023-11-30", descendants: true } },
      ],
      ["query ($d: Date) { problemItems(filter: { dueTo: $d }) { nodes { code } } }", { d: "2023-02-31" }],
      ["query ($d: Date!) { problemItems(filter: { dueTo: $d }) { nodes { code } } }", {}],
      ["query ($n: Int) { units(first: $n) { nodes { code } } }", { n: "two" }],
      ["query ($n: Int) { units(first: $n) { nodes { code } } }", { n: 0 }],
      ["query ($n: Int = 2) { units(first: $n) { nodes { code } } }", {}],
      ['{ rollup(unit: "nowhere") { asOf } }'],
      ['{ viewer { role } rollup(unit: "nowhere") { asOf } }'],
      [`{ problemItem(code: "${bad.code}") { due { date } cells { field problem } } }`],
      ["{ problemItems(filter: { state: [REGISTERED, VOID] }) { nodes { state resolution } } }"],
    ];

    for (const [query, variables] of cases) {
      const [first, ...others] = await fourTimes(api, query, variables);
      for (const other of others) {
        expect({ query, data: other.data, status: other.status }).toEqual({
          query,
          data: first?.data,
          status: first?.status,
        });
        expect({
          query,
          errors: other.errors?.map(({ path, extensions }) => ({ path, code: extensions.code })),
        }).toEqual({
          query,
          errors: first?.errors?.map(({ path, extensions }) => ({ path, code: extensions.code })),
        });
      }
    }
  });

  it("[A5] mutations of one request happen one after the other, compiled or not", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });
    const query = `mutation ($code: String!, $v: Int!, $w: Int!) {
      a: updateProblemItem(input: { code: $code, version: $v, progress: "一" }) { problemItem { version } userErrors { code } }
      b: updateProblemItem(input: { code: $code, version: $w, progress: "二" }) { problemItem { version progress } userErrors { code } }
    }`;

    for (const version of [1, 3, 5]) {
      const answer = await api.ask(["c", "CLERK"], query, { code, v: version, w: version + 1 });
      expect(answer.data).toEqual({
        a: { problemItem: { version: version + 1 }, userErrors: [] },
        b: { problemItem: { version: version + 2, progress: "二" }, userErrors: [] },
      });
    }
  });

  it("[A6] what was not foreseen is masked under a reference that is in the log, compiled or not", async () => {
    const api = await anApi();
    const secret = "机密内容";
    api.services.store.listItems = () => Promise.reject(new Error(secret));

    for (const answer of await fourTimes(api, "{ problemItems { nodes { code } } }")) {
      expect(answer.errors?.[0]).toMatchObject({ path: ["problemItems"], extensions: { code: "INTERNAL" } });
      expect(JSON.stringify(answer)).not.toContain(secret);
      const reference = answer.errors?.[0].extensions.reference;
      expect(api.logged.filter((line) => line.reference === reference)).toHaveLength(1);
    }
    expect(JSON.stringify(api.logged)).not.toContain(secret);
  });
});
