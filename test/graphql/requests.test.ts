import { describe, expect, it } from "vitest";
import { rowsOf } from "../core/ledger/workflow-table.ts";
import { type Api, anApi, putItem, type Who } from "./api.ts";

/** Requests to the table by query shape; docs/spec/api.md prints the figures. */

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
