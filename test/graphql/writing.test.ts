import { describe, expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { type Api, anApi, inState, pathOf, putItem, startMs, type Who } from "./api.ts";
import { aPassOf } from "./sync-answers.ts";

const clerk: Who = ["c", "CLERK"];
const admin: Who = ["c", "ADMIN"];
const now = new Date(startMs).toISOString();

async function mutate(api: Api, who: Who, name: string, input: Record<string, unknown>, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await api.ask(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
    { input },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data[name];
}

const tabOf = (kind: "problem" | "topic") => ({
  tabId: kind === "problem" ? 7 : 8,
  title: kind,
  kind,
  role: "LIVE" as const,
  headers: {},
  rows: 0,
  oddities: "",
});

/** s1, linked to the unit c, with a tab of that kind alone. */
async function linkedTo({ store }: Api, kind: "problem" | "topic") {
  const linked = await linkSpreadsheet(store, { spreadsheetId: "s1", unit: "c", now });
  if (!linked.ok) throw new Error(linked.why);
  const written = await store.putLink({ ...linked.link, tabs: [tabOf(kind)] }, linked.link.revision);
  if (!written.ok) throw new Error("the link was changed meanwhile");
  return written.value;
}

const itemFields = "problemItem { code version progress state }";
const itemsOf = async (api: Api) =>
  (await api.ask(clerk, "{ problemItems(first: 100) { nodes { code } } }")).data.problemItems.nodes.length;

describe("repeating a mutation", () => {
  it("[A42] the same key answers with the first result, and makes one entry", async () => {
    const api = await anApi();
    const input = { unit: "c", description: "示例", clientMutationId: "k1" };

    const [first, twin] = await Promise.all([
      mutate(api, clerk, "createProblemItem", input, itemFields),
      mutate(api, clerk, "createProblemItem", input, itemFields),
    ]);
    const again = await mutate(api, clerk, "createProblemItem", input, itemFields);

    expect(first.userErrors).toEqual([]);
    expect([twin.problemItem?.code ?? first.problemItem.code, again.problemItem.code]).toEqual([
      first.problemItem.code,
      first.problemItem.code,
    ]);
    expect(await itemsOf(api)).toBe(1);
    expect(
      (await mutate(api, clerk, "createProblemItem", { ...input, description: "别的" }, itemFields)).userErrors,
    ).toEqual([{ code: "BAD_USER_INPUT", path: ["input", "clientMutationId"] }]);
    await mutate(api, ["c", "LEADER"], "createProblemItem", input, itemFields);
    expect(await itemsOf(api)).toBe(2);
  });

  it("[A42] a creation that broke off is finished by its repetition, with the same code", async () => {
    const api = await anApi();
    const input = { unit: "c", description: "示例", clientMutationId: "k1" };
    const { putItem: put } = api.store;
    let tried = "";
    api.store.putItem = (item) => {
      tried = item.code;
      return Promise.reject(new AppError("store.unavailable", "down"));
    };
    const answer = await api.ask(
      clerk,
      "mutation ($input: CreateProblemItemInput!) { createProblemItem(input: $input) { problemItem { code } } }",
      { input },
    );
    expect(answer.errors?.[0].extensions).toMatchObject({ code: "UNAVAILABLE" });
    api.store.putItem = put;

    const again = await mutate(api, clerk, "createProblemItem", input, itemFields);

    expect(again.problemItem.code).toBe(tried);
    expect(await itemsOf(api)).toBe(1);
  });

  it("[A42] a step that is repeated is not taken twice", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });
    const input = { code, version: 1, progress: "示例进展", clientMutationId: "k1" };

    const first = await mutate(api, clerk, "updateProblemItem", input, itemFields);
    const again = await mutate(api, clerk, "updateProblemItem", input, itemFields);

    expect(first).toMatchObject({ problemItem: { version: 2 }, userErrors: [] });
    expect(again).toEqual(first);
  });
});

describe("writing beside others", () => {
  it("[A41] bookkeeping in between is no conflict, and is not lost", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", { description: "示例" });
    const { putItem: put } = api.store;
    let interfered = false;
    api.store.putItem = async (next, index, changes, expected) => {
      if (!interfered) {
        interfered = true;
        const kept = { ...item, topicCode: "T000000000009" };
        await put(kept, indexValuesOf(kept, pathOf("c")), [], item.revision);
      }
      return put(next, index, changes, expected);
    };

    const updated = await mutate(
      api,
      clerk,
      "updateProblemItem",
      { code: item.code, version: 1, progress: "示例进展" },
      itemFields,
    );

    expect(updated).toMatchObject({ problemItem: { version: 2, progress: "示例进展" }, userErrors: [] });
    const stored = (await api.store.getItems([item.code], "STRONG")).get(item.code);
    expect(stored).toMatchObject({ topicCode: "T000000000009", revision: 3, version: 2 });
  });

  it("[A41] of many at once with the same version exactly one wins", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" });

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        mutate(api, clerk, "updateProblemItem", { code, version: 1, progress: `示例 ${i}` }, itemFields),
      ),
    );

    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === "CONFLICT")).toHaveLength(9);
  });

  it("[A43] a batch of 25 succeeds and fails one by one; 26 are refused", async () => {
    const api = await anApi();
    const items = [];
    for (let i = 0; i < 25; i++)
      items.push({
        code: (await putItem(api.store, "c", { description: "示例" })).code,
        version: i === 7 ? 9 : 1,
        progress: "示例",
      });
    const fields = "results { problemItem { version } userErrors { code path } }";

    const done = await mutate(api, clerk, "updateProblemItems", { items }, fields);
    const refused = await mutate(api, clerk, "updateProblemItems", { items: [...items, items[0]] }, fields);

    expect(done.results.filter(({ problemItem }: { problemItem: unknown }) => problemItem !== null)).toHaveLength(24);
    expect(done.results[7]).toEqual({
      problemItem: null,
      userErrors: [{ code: "CONFLICT", path: ["input", "items", "7", "version"] }],
    });
    expect(refused).toEqual({ results: [], userErrors: [{ code: "BAD_USER_INPUT", path: ["input", "items"] }] });
  });

  it("[A45] a closed item takes a remark and nothing else", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例" }, inState("CLOSED"));

    expect(
      (await mutate(api, clerk, "updateProblemItem", { code, version: 1, progress: "示例" }, itemFields)).userErrors,
    ).toEqual([{ code: "WRONG_STATE", path: ["input", "progress"] }]);
    expect(
      (await mutate(api, clerk, "updateProblemItem", { code, version: 1, remark: "示例" }, itemFields)).userErrors,
    ).toEqual([]);
  });

  it("[A40] null empties a field, an absent field stays, a topic brings its title", async () => {
    const api = await anApi();
    const topic = await putItem(api.store, "c", { title: "示例课题" }, (item) => item, "topic");
    const { code } = await putItem(api.store, "c", { description: "示例", progress: "甲", remark: "乙" });

    const updated = await mutate(
      api,
      clerk,
      "updateProblemItem",
      { code, version: 1, progress: null, topic: topic.code },
      "problemItem { progress remark topic { code title } cells { field text } }",
    );

    expect(updated.problemItem).toEqual({
      progress: null,
      remark: "乙",
      topic: { code: topic.code, title: "示例课题" },
      cells: [
        { field: "description", text: "示例" },
        { field: "topic", text: "示例课题" },
        { field: "remark", text: "乙" },
      ],
    });
  });

  it("[A40] a new entry of a unit with a spreadsheet waits to be written there", async () => {
    const api = await anApi();
    const link = await linkedTo(api, "topic");
    await api.store.putLink({ ...link, tabs: [tabOf("problem")] }, link.revision);

    const { problemItem } = await mutate(
      api,
      clerk,
      "createProblemItem",
      { unit: "c", description: "示例" },
      itemFields,
    );

    const stored = (await api.store.getItems([problemItem.code], "STRONG")).get(problemItem.code);
    expect(stored?.row).toEqual({ spreadsheetId: "s1", tabId: 7, presence: "PENDING", missingSince: null });
  });

  it("[N6] one that is made while a pass finds the first tab for it waits to be written there too", async () => {
    const api = await anApi();
    const link = await linkedTo(api, "topic");
    const { putItem: put } = api.store;
    // Between the look for a place and the write of the entry.
    Object.assign(api.store, {
      putItem: async (...args: Parameters<typeof put>) => {
        await api.store.putLink({ ...link, tabs: [...link.tabs, tabOf("problem")] }, link.revision);
        return put(...args);
      },
    });
    const input = { unit: "c", description: "示例" };
    const { problemItem } = await mutate(api, clerk, "createProblemItem", input, itemFields);
    const stored = (await api.store.getItems([problemItem.code], "STRONG")).get(problemItem.code);
    expect(stored?.row).toEqual({ spreadsheetId: "s1", tabId: 7, presence: "PENDING", missingSince: null });
  });
});

describe("spreadsheets", () => {
  const sheetFields = "spreadsheet { spreadsheetId state unit { code } }";

  it("[A46] whom to share a spreadsheet with is told before it is linked", async () => {
    const api = await anApi();
    expect((await api.ask(clerk, "{ serviceAccounts }")).data).toEqual({
      serviceAccounts: ["ledger-sync@local.invalid"],
    });
  });

  it("[A46] linking twice changes nothing, linking elsewhere is refused, an address is as good as an id", async () => {
    const api = await anApi();
    const address = "https://docs.google.com/spreadsheets/d/abc-DEF_1/edit#gid=0";

    const first = await mutate(api, clerk, "linkSpreadsheet", { unit: "c", spreadsheetId: address }, sheetFields);
    const again = await mutate(api, clerk, "linkSpreadsheet", { unit: "c", spreadsheetId: "abc-DEF_1" }, sheetFields);
    const elsewhere = await mutate(
      api,
      ["d", "CLERK"],
      "linkSpreadsheet",
      { unit: "d", spreadsheetId: "abc-DEF_1" },
      sheetFields,
    );
    const rubbish = await mutate(api, clerk, "linkSpreadsheet", { unit: "c", spreadsheetId: "../../etc" }, sheetFields);

    expect(first).toEqual({
      spreadsheet: { spreadsheetId: "abc-DEF_1", state: "ACTIVE", unit: { code: "c" } },
      userErrors: [],
    });
    expect(again).toEqual(first);
    expect(elsewhere).toEqual({
      spreadsheet: null,
      userErrors: [{ code: "BAD_USER_INPUT", path: ["input", "spreadsheetId"] }],
    });
    expect(rubbish.userErrors).toEqual([{ code: "BAD_USER_INPUT", path: ["input", "spreadsheetId"] }]);
  });

  it("[A46] a brake is released by naming the pass that was looked at", async () => {
    const api = await anApi();
    const linked = await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
    if (!linked.ok) throw new Error(linked.why);
    await api.store.putLink(
      { ...linked.link, state: "BRAKED", brakedPass: "p2", reason: "缺行过多" },
      linked.link.revision,
    );

    const wrong = await mutate(api, admin, "releaseBrake", { spreadsheetId: "s1", passId: "p1" }, sheetFields);
    const right = await mutate(api, admin, "releaseBrake", { spreadsheetId: "s1", passId: "p2" }, sheetFields);

    expect(wrong).toEqual({ spreadsheet: null, userErrors: [{ code: "CONFLICT", path: ["input", "passId"] }] });
    expect(right.userErrors).toEqual([]);
    expect((await api.store.getLink("s1"))?.releasedPass).toBe("p2");
    expect(
      (await mutate(api, admin, "releaseBrake", { spreadsheetId: "s1", passId: "p2" }, sheetFields)).userErrors[0].code,
    ).toBe("WRONG_STATE");
  });

  it("[A10] a braked pass is given with its error, a held lease is BUSY, a lost file UNAVAILABLE", async () => {
    const outcomes: (() => ReturnType<Api["services"]["sync"]["run"]>)[] = [
      async () => aPassOf("s1", { outcome: "BRAKED", reason: "表头不见了" }),
      () => Promise.reject(new AppError("lease.held", "x")),
      () => Promise.reject(new AppError("spreadsheet.unreachable", "x")),
    ];
    const api = await anApi({ sync: { run: () => (outcomes.shift() ?? (async () => aPassOf("s1")))() } });
    await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
    const run = () =>
      mutate(api, clerk, "syncSpreadsheet", { spreadsheetId: "s1" }, "pass { outcome reason rowsRead }");

    expect(await run()).toEqual({
      pass: { outcome: "BRAKED", reason: "表头不见了", rowsRead: 3 },
      userErrors: [{ code: "BRAKED", path: ["input", "spreadsheetId"] }],
    });
    expect(await run()).toEqual({ pass: null, userErrors: [{ code: "BUSY", path: ["input", "spreadsheetId"] }] });
    expect(await run()).toEqual({
      pass: null,
      userErrors: [{ code: "UNAVAILABLE", path: ["input", "spreadsheetId"] }],
    });
    expect(await run()).toEqual({ pass: { outcome: "DONE", reason: null, rowsRead: 3 }, userErrors: [] });
  });

  it("[A10] [W16] a conflict is seen, settled, and stays settled", async () => {
    const api = await anApi();
    const conflict = {
      id: "progress.1",
      field: "progress",
      sheetValue: "表格的",
      storeValue: "系统的",
      shown: "SHEET" as const,
      openedAt: now,
      settledAt: null,
    };
    const { code } = await putItem(api.store, "c", { description: "示例", progress: "表格的" }, (item) => ({
      ...item,
      conflicts: [conflict],
    }));
    const seen = await api.ask(
      clerk,
      `{ problemItem(code: "${code}") { conflicts { id header sheetValue storeValue shown settledAt item { id } } } }`,
    );
    const [{ id, ...rest }] = seen.data.problemItem.conflicts;
    expect(rest).toMatchObject({
      header: "整改进展",
      sheetValue: "表格的",
      storeValue: "系统的",
      shown: "SHEET",
      settledAt: null,
    });
    const fields = "conflict { settledAt item { ... on ProblemItem { progress version } } }";

    expect((await mutate(api, clerk, "settleConflict", { id }, fields)).userErrors).toEqual([
      { code: "BAD_USER_INPUT", path: ["input", "choose"] },
    ]);
    expect(await mutate(api, clerk, "settleConflict", { id, choose: "API" }, fields)).toEqual({
      conflict: { settledAt: now, item: { progress: "系统的", version: 3 } },
      userErrors: [],
    });
    expect((await mutate(api, clerk, "settleConflict", { id, choose: "API" }, fields)).userErrors[0].code).toBe(
      "WRONG_STATE",
    );
  });

  it("[A10] [M5] a conflict of a cell that cannot be written says why, and only the sheet's value can be chosen", async () => {
    const api = await anApi();
    const { code } = await putItem(api.store, "c", { description: "示例", progress: "共1件" }, (item) => ({
      ...item,
      conflicts: [
        {
          id: "progress.1",
          field: "progress",
          sheetValue: "共1件",
          storeValue: "系统的",
          shown: "SHEET",
          openedAt: now,
          settledAt: null,
          sheetReadOnly: "公式，系统不改写",
        },
      ],
    }));
    const seen = await api.ask(clerk, `{ problemItem(code: "${code}") { conflicts { id sheetReadOnly } } }`);
    const [{ id, sheetReadOnly }] = seen.data.problemItem.conflicts;
    expect(sheetReadOnly).toBe("公式，系统不改写");
    const settle = (choose: string) => mutate(api, clerk, "settleConflict", { id, choose }, "conflict { settledAt }");
    expect(await settle("API")).toEqual({
      conflict: null,
      userErrors: [{ code: "WRONG_STATE", path: ["input", "choose"] }],
    });
    expect(await settle("SHEET")).toEqual({ conflict: { settledAt: now }, userErrors: [] });
  });
});
