import { describe, expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { type Api, anApi, putItem, startMs, type Who } from "./api.ts";
import { aPassOf } from "./sync-answers.ts";

/** Mutations other than creations and updates, repeated with the key of the first attempt. */

const clerk: Who = ["c", "CLERK"];
const leader: Who = ["c", "LEADER"];
const now = new Date(startMs).toISOString();

async function mutate(api: Api, who: Who, name: string, input: object, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`;
  const answer = await api.ask(who, query, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data[name];
}

async function aLink(api: Api) {
  const linked = await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
  if (!linked.ok) throw new Error(linked.why);
  return linked.link;
}

describe("repeating a mutation with its key", () => {
  it("[A42] a settled conflict answers as when it was settled", async () => {
    const api = await anApi();
    const conflict = {
      id: "progress.1",
      field: "progress",
      sheetValue: "甲",
      storeValue: "乙",
      shown: "SHEET" as const,
      openedAt: now,
      settledAt: null,
    };
    const { code } = await putItem(api.store, "c", { description: "示例", progress: "甲" }, (item) => ({
      ...item,
      conflicts: [conflict],
    }));
    const seen = await api.ask(clerk, `{ problemItem(code: "${code}") { conflicts { id } } }`);
    const input = { id: seen.data.problemItem.conflicts[0].id, choose: "API", clientMutationId: "k1" };

    const first = await mutate(api, clerk, "settleConflict", input, "conflict { settledAt }");
    const again = await mutate(api, clerk, "settleConflict", input, "conflict { settledAt }");

    expect(first).toEqual({ conflict: { settledAt: now }, userErrors: [] });
    expect(again).toEqual(first);
  });

  it("[A42] a released brake answers with the spreadsheet, also after the next pass", async () => {
    const api = await anApi();
    const link = await aLink(api);
    await api.store.putLink({ ...link, state: "BRAKED", brakedPass: "p1", reason: "缺行过多" }, link.revision);
    const input = { spreadsheetId: "s1", passId: "p1", clientMutationId: "k1" };

    const first = await mutate(api, leader, "releaseBrake", input, "spreadsheet { state }");
    const released = await api.store.getLink("s1");
    if (released === null) throw new Error("gone");
    await api.store.putLink({ ...released, releasedPass: null }, released.revision);
    const again = await mutate(api, leader, "releaseBrake", input, "spreadsheet { state }");

    expect(first).toEqual({ spreadsheet: { state: "ACTIVE" }, userErrors: [] });
    expect(again).toEqual(first);
  });

  it("[A42] a pass that did something is told again, not made again", async () => {
    const api = await anApi();
    await aLink(api);
    await api.store.putPass(aPassOf("s1"));
    const input = { spreadsheetId: "s1", clientMutationId: "k1" };

    const first = await mutate(api, clerk, "syncSpreadsheet", input, "pass { id toStore }");
    const again = await mutate(api, clerk, "syncSpreadsheet", input, "pass { id toStore }");

    expect(first).toEqual({ pass: { id: "0000000001", toStore: 1 }, userErrors: [] });
    expect(again).toEqual(first);
    expect(api.synced).toEqual(["run s1"]);
  });

  it("[A42] a pause that is asked for again after somebody has resumed pauses nothing", async () => {
    const api = await anApi();
    await aLink(api);
    const pause = { spreadsheetId: "s1", paused: true, clientMutationId: "k1" };
    const fields = "spreadsheet { state }";

    await mutate(api, leader, "pauseSpreadsheet", pause, fields);
    await mutate(api, leader, "pauseSpreadsheet", { spreadsheetId: "s1", paused: false }, fields);

    expect(await mutate(api, leader, "pauseSpreadsheet", pause, fields)).toEqual({
      spreadsheet: { state: "ACTIVE" },
      userErrors: [],
    });
  });

  it("[A42] the key of a batch stands for each of its updates", async () => {
    const api = await anApi();
    const codes = [];
    for (let i = 0; i < 3; i++) codes.push((await putItem(api.store, "c", { description: "示例" })).code);
    const items = codes.map((code) => ({ code, version: 1, progress: "示例" }));
    const fields = "results { problemItem { version } userErrors { code } }";

    const clientMutationId = "k".repeat(100);

    const first = await mutate(api, clerk, "updateProblemItems", { items, clientMutationId }, fields);
    const again = await mutate(api, clerk, "updateProblemItems", { items, clientMutationId }, fields);

    expect(first.results).toEqual(codes.map(() => ({ problemItem: { version: 2 }, userErrors: [] })));
    expect(again).toEqual(first);
  });

  it("[A42] of two at once with one key, the one that is refused answers with what the other did", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });
    const { putItem: put } = api.store;
    const input = { code, version: 1, progress: "示例", clientMutationId: "k1" };
    let twin: Promise<unknown> | undefined;
    api.store.putItem = async (...args) => {
      if (twin === undefined) {
        twin = mutate(api, clerk, "updateProblemItem", input, "problemItem { version }");
        await twin;
      }
      return put(...args);
    };

    const answer = await mutate(api, clerk, "updateProblemItem", input, "problemItem { version }");

    expect(answer).toEqual({ problemItem: { version: 2 }, userErrors: [] });
    expect(await twin).toEqual(answer);
  });

  it("[A42] a transfer out of the viewer's sight answers the same, and shows nothing of what became of it", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });
    const verifier: Who = ["p", "VERIFIER"];
    const prefecture: Who = ["m", "VERIFIER"];
    const input = { code, to: "d", reason: "示例", clientMutationId: "k1" };
    const fields = "problemItem { unit { code } }";

    const within = await mutate(api, prefecture, "transferProblemItem", input, fields);
    await mutate(api, verifier, "transferProblemItem", { code, to: "p", reason: "示例" }, fields);
    const again = await mutate(api, prefecture, "transferProblemItem", input, fields);

    expect(within).toEqual({ problemItem: { unit: { code: "d" } }, userErrors: [] });
    expect(again).toEqual({ problemItem: null, userErrors: [] });
  });

  it("[A42] a key is the person's own, holds for one mutation, and is forgotten after a day", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });
    const input = { code, clientMutationId: "k1" };
    const fields = "problemItem { state }";

    const submitted = await mutate(api, leader, "submitProblemItem", input, fields);
    const withdrawn = await mutate(api, leader, "withdrawProblemItem", input, fields);
    const repeated = await mutate(api, leader, "submitProblemItem", input, fields);
    const other = await mutate(api, ["c", "LEADER", "another"], "submitProblemItem", input, fields);
    const tooLong = { code, clientMutationId: "k".repeat(101) };

    expect(submitted).toEqual({ problemItem: { state: "SUBMITTED" }, userErrors: [] });
    expect(withdrawn).toEqual({ problemItem: { state: "IN_PROGRESS" }, userErrors: [] });
    expect(repeated).toEqual({ problemItem: { state: "IN_PROGRESS" }, userErrors: [] });
    expect(other).toEqual({ problemItem: { state: "SUBMITTED" }, userErrors: [] });
    expect((await mutate(api, leader, "submitProblemItem", tooLong, fields)).userErrors).toEqual([
      { code: "BAD_USER_INPUT", path: ["input", "clientMutationId"] },
    ]);
    const [record] = (await api.store.listRecords("mutation", { first: 10 })).rows;
    expect(record?.expiresAt).toBe(startMs / 1000 + 24 * 3600);
  });
});
