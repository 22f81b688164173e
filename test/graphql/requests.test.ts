import { describe, expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { rowsOf } from "../core/ledger/workflow-table.ts";
import { type Api, anApi, putItem, startMs, type Who } from "./api.ts";
import { aPassOf } from "./sync-answers.ts";

/** Requests to the table by query shape; docs/spec/api.md prints the figures. */

const now = new Date(startMs).toISOString();
const who: Who = ["p", "VERIFIER"];
const item =
  "code description unit { code name } topic { title } measures { no text } history(first: 1) { nodes { at side before after } }";

async function aFullApi(): Promise<{ api: Api; code: string; topic: string }> {
  const api = await anApi();
  const topic = await putItem(api.store, "c", { title: "示例课题" }, (fresh) => fresh, "topic");
  let code = "";
  for (let i = 0; i < 120; i++) {
    const made = await putItem(
      api.store,
      i % 2 === 0 ? "c" : "d",
      { description: `示例 ${i}`, measures: "1.甲\n2.乙" },
      (fresh) => ({
        ...fresh,
        topicCode: topic.code,
      }),
    );
    code = made.code;
  }
  for (let i = 0; i < 110; i++) {
    await putItem(api.store, "m", { description: `示例 ${i}` }, (fresh) => ({ ...fresh, topicCode: topic.code }));
  }
  for (let i = 0; i < 100; i++) {
    const id = `s${i}`;
    const linked = await linkSpreadsheet(api.store, { spreadsheetId: id, unit: "c", now });
    if (!linked.ok) throw new Error(linked.why);
    await api.store.putPass(aPassOf(id));
    await api.store.putLink({ ...linked.link, lastPass: aPassOf(id).id }, linked.link.revision);
  }
  api.pass(10_000);
  await api.services.rollups.run();
  return { api, code, topic: topic.code };
}

describe("requests to the table", () => {
  it("[A21] do not grow with the page, and are those the document prints", async () => {
    const { api, code, topic } = await aFullApi();
    const page = await api.ask(who, `{ problemItems(first: 100) { nodes { id } } }`);
    const ids = page.data.problemItems.nodes.map(({ id }: { id: string }) => id);
    const shapes: Record<string, [string, Record<string, unknown>?]> = {
      "one item with unit, topic and newest change": [`{ problemItem(code: "${code}") { ${item} } }`],
      "the same with its whole history": [`{ problemItem(code: "${code}") { ${item} all: history { nodes { at } } } }`],
      "a page of 100 items of a unit with unit, topic, measures and newest change": [
        `{ unit(code: "m") { problemItems(first: 100) { nodes { ${item} } pageInfo { hasNextPage endCursor } } } }`,
      ],
      "the same of a prefecture with all units below": [
        `{ problemItems(filter: { unit: "m", descendants: true }, first: 100) { nodes { ${item} } pageInfo { hasNextPage endCursor } } }`,
      ],
      "a page of 100 items of a topic": [
        `{ researchTopic(code: "${topic}") { problemItems(first: 100) { nodes { code unit { name } } } } }`,
      ],
      "100 items by `nodes`": [
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ProblemItem { code unit { name } } } }",
        { ids },
      ],
      "100 spreadsheets with unit and newest pass": [
        "{ spreadsheets(first: 100) { nodes { title state unit { name } lastPass { outcome finishedAt } } } }",
      ],
      "a spreadsheet with its problems and conflicts": [
        `{ spreadsheet(spreadsheetId: "s0") { problems { cell message } conflicts { field item { id } } } }`,
      ],
      "all units with the spreadsheets that show their figures": [
        "{ units(first: 100) { nodes { code summarySpreadsheet } } }",
      ],
      "the rollup of a unit with those directly below": [
        `{ rollup(unit: "p") { indicators { key text } children { unit { name } indicators { key text } } } }`,
      ],
      "the same again before another run has counted": [
        `{ rollup(unit: "p") { indicators { key text } children { unit { name } indicators { key text } } } }`,
      ],
      "the unit tree": ["{ units(first: 100) { nodes { code name parent { code } children { nodes { code } } } } }"],
    };

    const figures: string[][] = [];
    for (const [shape, [query, variables]] of Object.entries(shapes)) {
      api.pass(60_000);
      api.requests.length = 0;
      const answer = await api.ask(who, query, variables);
      expect(answer.errors).toBeUndefined();
      // The unit tree was read more than five seconds ago, so its reading counts every time, and is taken off again
      // where the query is not about the tree.
      const tree = shape === "the unit tree" ? 0 : 1;
      figures.push([shape, String(api.requests.length - tree)]);
    }

    expect(figures).toEqual(rowsOf("api.md", "Reading"));
  });

  it("[A30] lists inside lists make requests in proportion to what they cost", async () => {
    const { api } = await aFullApi();
    const nested = {
      histories: "{ problemItems(first: 100) { nodes { history(first: 5) { nodes { at } } } } }",
      items:
        "{ units(first: 100) { nodes { problemItems(first: 1) { nodes { code } } researchTopics(first: 1) { nodes { code } } } } }",
      entries: "{ units(first: 100) { nodes { entries(kind: OPINION) { nodes { code } } } } }",
      rollups: "{ units(first: 100) { nodes { rollup { indicators(keys: [PROBLEMS]) { value } } } } }",
      passes: "{ spreadsheets(first: 100) { nodes { passes(first: 1) { nodes { id } } problems { cell } } } }",
      conflicts: "{ spreadsheets(first: 100) { nodes { conflicts { field } } } }",
    };
    for (const [name, query] of Object.entries(nested)) {
      api.requests.length = 0;
      const { errors, extensions } = await api.ask(who, query);
      const made = api.requests.length;

      if (errors !== undefined)
        expect({ name, code: errors[0].extensions.code, made }).toEqual({ name, code: "QUERY_TOO_COMPLEX", made: 0 });
      else expect({ name, bounded: made * 5 <= extensions.cost.requested }).toEqual({ name, bounded: true });
    }
  });

  it("[A21] pages of a hundred are as full as they were asked for", async () => {
    const { api } = await aFullApi();

    const answer = await api.ask(who, `{ problemItems(first: 100) { nodes { ${item} } pageInfo { hasNextPage } } }`);

    expect(answer.data.problemItems.nodes).toHaveLength(100);
    expect(
      answer.data.problemItems.nodes.every((node: { topic: unknown; measures: unknown[] }) => node.topic !== null),
    ).toBe(true);
    expect(answer.data.problemItems.pageInfo).toEqual({ hasNextPage: true });
  });
});
