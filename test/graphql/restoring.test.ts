import { describe, expect, it } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { type Api, anApi, inState, putItem, startMs, type Who } from "./api.ts";

const clerk: Who = ["c", "CLERK"];

async function mutate(api: Api, name: string, input: object, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`;
  const answer = await api.ask(clerk, query, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data[name];
}

const update = (api: Api, input: object) => mutate(api, "updateProblemItem", input, "problemItem { version }");
const fields =
  "problemItem { version description progress remark archivedAt history(first: 100) { nodes { field before after } } }";

describe("bringing back", () => {
  it("[A50] an earlier version comes back as a new change, over more changes than one page holds", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "甲", progress: "第1次" });
    for (let version = 1; version <= 120; version++)
      await update(api, { code, version, progress: `第${version + 1}次` });
    await update(api, { code, version: 121, description: "乙" });

    const { problemItem, userErrors } = await mutate(
      api,
      "restoreProblemItem",
      { code, version: 122, toVersion: 2 },
      fields,
    );

    expect(userErrors).toEqual([]);
    expect({ ...problemItem, history: problemItem.history.nodes.slice(0, 3) }).toEqual({
      version: 123,
      description: "甲",
      progress: "第2次",
      remark: null,
      archivedAt: null,
      history: [
        { field: "progress", before: "第121次", after: "第2次" },
        { field: "description", before: "乙", after: "甲" },
        { field: "description", before: "甲", after: "乙" },
      ],
    });
  });

  it("[A50] a topic's link follows its title", async () => {
    const api = await anApi();
    const topic = await putItem(api.store, "c", { title: "示例课题" }, (item) => item, "topic");
    const { code } = await putItem(api.store, "c", { description: "甲" });
    await update(api, { code, version: 1, topic: topic.code });
    await update(api, { code, version: 2, topic: null });

    const { problemItem } = await mutate(
      api,
      "restoreProblemItem",
      { code, toVersion: 2 },
      "problemItem { topic { code } }",
    );

    expect(problemItem).toEqual({ topic: { code: topic.code } });
  });

  it("[A50] a deleted row comes back, alone or with an earlier version, and waits to be written", async () => {
    const api = await anApi();
    const linked = await linkSpreadsheet(api.store, {
      spreadsheetId: "s1",
      unit: "c",
      now: new Date(startMs).toISOString(),
    });
    if (!linked.ok) throw new Error(linked.why);
    const row = { spreadsheetId: "s1", tabId: 7, presence: "MISSING" as const, missingSince: linked.link.createdAt };
    const archived = () =>
      putItem(api.store, "c", { description: "甲", progress: "乙" }, (item) => ({
        ...item,
        row,
        archivedAt: item.createdAt,
      }));
    const [first, second] = [await archived(), await archived()];

    const alone = await mutate(api, "restoreProblemItem", { code: first.code }, "problemItem { version archivedAt }");
    const earlier = await mutate(
      api,
      "restoreProblemItem",
      { code: second.code, toVersion: 1 },
      "problemItem { version }",
    );
    const stored = await api.store.getItems([first.code, second.code], "STRONG");

    expect(alone).toEqual({ problemItem: { version: 2, archivedAt: null }, userErrors: [] });
    expect(earlier).toEqual({ problemItem: { version: 2 }, userErrors: [] });
    for (const item of stored.values())
      expect({ row: item.row, archivedAt: item.archivedAt }).toEqual({
        row: { spreadsheetId: "s1", tabId: 7, presence: "PENDING", missingSince: null },
        archivedAt: null,
      });
  });

  it("[A50] topics come back the same way", async () => {
    const api = await anApi();
    const topic = await putItem(api.store, "c", { title: "甲" }, (item) => item, "topic");
    await mutate(
      api,
      "updateResearchTopic",
      { code: topic.code, version: 1, title: "乙" },
      "researchTopic { version }",
    );

    expect(
      await mutate(api, "restoreResearchTopic", { code: topic.code, toVersion: 1 }, "researchTopic { title version }"),
    ).toEqual({ researchTopic: { title: "甲", version: 3 }, userErrors: [] });
  });

  it("[A50] entries of other ledgers come back the same way, and only as such", async () => {
    const api = await anApi();
    const activity = await putItem(
      api.store,
      "c",
      { theme: "甲" },
      (item) => ({ ...item, archivedAt: item.createdAt }),
      "activity",
    );
    const problem = await putItem(api.store, "c", { description: "甲" });
    const fields = "entry { kind archivedAt version }";
    const listed = async (archived: boolean) =>
      (
        await api.ask(
          clerk,
          `{ unit(code: "c") { entries(kind: ACTIVITY, archived: ${archived}) { nodes { code } totalCount } } }`,
        )
      ).data.unit.entries.totalCount;
    const before = [await listed(true), await listed(false)];

    expect(await mutate(api, "restoreEntry", { code: activity.code }, fields)).toEqual({
      entry: { kind: "ACTIVITY", archivedAt: null, version: 2 },
      userErrors: [],
    });
    expect([before, [await listed(true), await listed(false)]]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect((await mutate(api, "restoreEntry", { code: problem.code, toVersion: 1 }, fields)).userErrors).toEqual([
      { code: "NOT_FOUND", path: ["input", "code"] },
    ]);
    expect(
      (await mutate(api, "restoreProblemItem", { code: activity.code, toVersion: 1 }, "problemItem { code }"))
        .userErrors,
    ).toEqual([{ code: "NOT_FOUND", path: ["input", "code"] }]);
  });

  it("[A50] what cannot be brought back is refused: no such version, nothing archived, a closed item's content", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "甲" });
    const closed = await putItem(api.store, "c", { description: "甲", remark: "旧" });
    await update(api, { code: closed.code, version: 1, remark: "新" });
    await update(api, { code: closed.code, version: 2, description: "乙" });
    const { store } = api;
    const open = (await store.getItems([closed.code], "STRONG")).get(closed.code);
    if (open === undefined) throw new Error("gone");
    await store.putItem(
      inState("CLOSED")(open),
      indexValuesOf(inState("CLOSED")(open), "cn/p/m/c/"),
      [],
      open.revision,
    );
    const errors = async (input: object) => (await mutate(api, "restoreProblemItem", input, fields)).userErrors;

    expect({
      future: await errors({ code, toVersion: 9 }),
      zero: await errors({ code, toVersion: 0 }),
      stale: await errors({ code, version: 9, toVersion: 1 }),
      notArchived: (
        await mutate(
          api,
          "restoreResearchTopic",
          { code: (await putItem(api.store, "c", { title: "甲" }, (item) => item, "topic")).code },
          "researchTopic { code }",
        )
      ).userErrors,
      closedContent: await errors({ code: closed.code, toVersion: 1 }),
      closedNothing: await errors({ code: closed.code, toVersion: 3 }),
    }).toEqual({
      future: [{ code: "BAD_USER_INPUT", path: ["input", "toVersion"] }],
      zero: [{ code: "BAD_USER_INPUT", path: ["input", "toVersion"] }],
      stale: [{ code: "CONFLICT", path: ["input", "version"] }],
      notArchived: [{ code: "WRONG_STATE", path: null }],
      closedContent: [{ code: "WRONG_STATE", path: null }],
      closedNothing: [],
    });
  });

  it("[A23] archived topics are listed only when asked for", async () => {
    const api = await anApi();
    await putItem(api.store, "c", { title: "在" }, (item) => item, "topic");
    await putItem(api.store, "c", { title: "已删" }, (item) => ({ ...item, archivedAt: item.createdAt }), "topic");
    const titles = (connection: { nodes: { title: string }[] }) => connection.nodes.map(({ title }) => title);
    const { data } = await api.ask(
      clerk,
      `{ there: researchTopics { nodes { title } } gone: researchTopics(archived: true) { nodes { title } }
        unit(code: "c") { there: researchTopics { nodes { title } } gone: researchTopics(archived: true) { nodes { title } } } }`,
    );

    expect([data, data.unit].map(({ there, gone }) => [titles(there), titles(gone)])).toEqual([
      [["在"], ["已删"]],
      [["在"], ["已删"]],
    ]);
  });

  it("[A23] archived items are listed only when asked for", async () => {
    const api = await anApi();
    await putItem(api.store, "c", { description: "在" });
    await putItem(api.store, "c", { description: "已删" }, (item) => ({ ...item, archivedAt: item.createdAt }));
    const list = async (filter: string) =>
      (
        await api.ask(clerk, `{ problemItems(filter: ${filter}) { nodes { description } } }`)
      ).data.problemItems.nodes.map(({ description }: { description: string }) => description);

    expect({
      without: await list("{}"),
      only: await list("{ archived: true }"),
      not: await list("{ archived: false }"),
    }).toEqual({
      without: ["在"],
      only: ["已删"],
      not: ["在"],
    });
  });
});
