import { describe, expect, it } from "vitest";
import { makeGraphqlHandler } from "../../../graphql/http.ts";
import { anApi, aRequest, testSettings, tokenOf, type Who } from "../../graphql/api.ts";
import { cellsOf, deleteRow, linkedLedger, read, sortBy, type } from "../../support/ledger-sheet.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";
import { type Ledger, ledgerOf, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

/** What people see and do through GraphQL while the engine itself runs behind it. */

const leader: Who = ["dl", "LEADER"];
const clerk: Who = ["dl", "CLERK"];

interface Api {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of each test's query
  ask(who: Who, query: string, variables?: object): Promise<{ data: any; errors?: unknown }>;
}

async function apiOf({ world }: Pick<Ledger, "world">): Promise<Api> {
  const { services } = await anApi({ units: [] });
  const { store, sync, world: clock } = world;
  const handle = makeGraphqlHandler({ ...services, store, sync, world: clock }, testSettings);
  return {
    async ask(who, query, variables = {}) {
      const answer = await handle(aRequest({ token: await tokenOf(who), body: JSON.stringify({ query, variables }) }));
      return JSON.parse(answer.body);
    },
  };
}

const stateQuery = `query { spreadsheet(spreadsheetId: "s1") { state reason brakedPass lastPass { outcome reason } } }`;
const state = async (api: Api) => (await api.ask(leader, stateQuery)).data.spreadsheet;

async function mutate(api: Api, who: Who, name: string, input: object, answer: string) {
  const inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await api.ask(
    who,
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${answer} userErrors { code message } } }`,
    { input },
  );
  return errors === undefined ? data[name] : { errors };
}

const syncNow = (api: Api) => mutate(api, clerk, "syncSpreadsheet", { spreadsheetId: "s1" }, "pass { outcome reason }");

describe("states of a spreadsheet", () => {
  it("[K4] BRAKED: the state, its reason, the pass to release; released, it goes on", async () => {
    const ledger = await settledLedger(20);
    const api = await apiOf(ledger);
    expect(await state(api)).toMatchObject({ state: "ACTIVE", reason: null, brakedPass: null });
    deleteRow(ledger.world, 3, 7);
    const reason = "原有20行中有7行不见了，超过了上限，已停止同步；若确要删除，请解除暂停，否则请撤销删除";
    expect(await syncNow(api)).toEqual({
      pass: { outcome: "BRAKED", reason },
      userErrors: [{ code: "BRAKED", message: `The pass was braked. ${reason}` }],
    });
    const braked = await state(api);
    expect(braked).toMatchObject({ state: "BRAKED", reason, lastPass: { outcome: "BRAKED", reason } });
    expect(
      await mutate(
        api,
        clerk,
        "releaseBrake",
        { spreadsheetId: "s1", passId: braked.brakedPass },
        "spreadsheet { state }",
      ),
    ).toMatchObject({
      spreadsheet: null,
      userErrors: [{ code: "FORBIDDEN" }],
    });
    expect(
      await mutate(
        api,
        leader,
        "releaseBrake",
        { spreadsheetId: "s1", passId: braked.brakedPass },
        "spreadsheet { state }",
      ),
    ).toEqual({ spreadsheet: { state: "ACTIVE" }, userErrors: [] });
    expect(await syncNow(api)).toMatchObject({ pass: { outcome: "DONE" } });
  });

  it("[K4] PAUSED: a pass does nothing until it is set going again", async () => {
    const ledger = await settledLedger();
    const api = await apiOf(ledger);
    const pause = (paused: boolean) =>
      mutate(api, leader, "pauseSpreadsheet", { spreadsheetId: "s1", paused }, "spreadsheet { state reason }");
    expect(await pause(true)).toEqual({ spreadsheet: { state: "PAUSED", reason: "已暂停同步" }, userErrors: [] });
    type(ledger.world, "第1个示例问题", "备注", "表格写的");
    await syncNow(api);
    expect((await ledger.world.item(ledger.code(1))).texts.remark).toBeUndefined();
    expect(await pause(false)).toEqual({ spreadsheet: { state: "ACTIVE", reason: null }, userErrors: [] });
    await syncNow(api);
    expect((await ledger.world.item(ledger.code(1))).texts.remark).toBe("表格写的");
  });

  it("[K4] QUARANTINED: after writes that kept missing their rows, until a leader lets it go on", async () => {
    const ledger = await settledLedger();
    const api = await apiOf(ledger);
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    let order: "ASCENDING" | "DESCENDING" = "ASCENDING";
    const turn = () => {
      order = order === "ASCENDING" ? "DESCENDING" : "ASCENDING";
      sortBy(ledger.world, "序号", order);
    };
    await passWith(ledger.world, {
      "before writeRows 1": turn,
      "before writeRows 2": turn,
      "before writeRows 3": turn,
    });
    const quarantined = await state(api);
    expect(quarantined).toMatchObject({
      state: "QUARANTINED",
      reason: "写入多次落到别的行，已停止；请检查表格后解除",
      lastPass: { outcome: "QUARANTINED" },
    });
    const passId = quarantined.brakedPass;
    expect(await mutate(api, leader, "releaseBrake", { spreadsheetId: "s1", passId }, "spreadsheet { state }")).toEqual(
      { spreadsheet: { state: "ACTIVE" }, userErrors: [] },
    );
    await ledger.rest();
    expect(read(ledger.world, "第1个示例问题", "责任人")).toBe("接口的人");
  });

  it("[K4] UNREACHABLE: named as such, the items are still there to be read", async () => {
    const ledger = await settledLedger();
    const api = await apiOf(ledger);
    ledger.world.google.remove("s1");
    await ledger.pass();
    expect(await state(api)).toMatchObject({
      state: "UNREACHABLE",
      reason: "表格已删除，或未共享给同步账号；数据原样保留",
    });
    const { data } = await api.ask(clerk, "{ problemItems(first: 10) { nodes { description } } }");
    expect(data.problemItems.nodes).toHaveLength(3);
  });
});

describe("through the API to the cell and back", () => {
  it("[M8] a conflict is listed with both values, settled by a mutation, and gone from the cell", async () => {
    const ledger = await settledLedger();
    const api = await apiOf(ledger);
    const { version } = await ledger.world.item(ledger.code(1));
    await mutate(
      api,
      clerk,
      "updateProblemItem",
      { code: ledger.code(1), version, remark: "接口写的" },
      "problemItem { code }",
    );
    type(ledger.world, "第1个示例问题", "备注", "表格写的");
    await ledger.pass();
    const query = `{ spreadsheet(spreadsheetId: "s1") { conflicts { id field header sheetValue storeValue shown settledAt } } }`;
    const [conflict] = (await api.ask(clerk, query)).data.spreadsheet.conflicts;
    expect(conflict).toMatchObject({
      field: "remark",
      sheetValue: "表格写的",
      storeValue: "接口写的",
      shown: "SHEET",
      settledAt: null,
    });
    const settled = await mutate(
      api,
      clerk,
      "settleConflict",
      { id: conflict.id, value: "第三种" },
      "conflict { settledAt }",
    );
    expect(settled).toMatchObject({ userErrors: [] });
    await ledger.rest();
    const picture = await ledger.picture();
    expect([picture["#1 备注"], picture["#1 备注 note"], picture["#1 系统提示"]]).toEqual([
      "第三种",
      undefined,
      undefined,
    ]);
    expect((await api.ask(clerk, query)).data.spreadsheet.conflicts).toEqual([]);
  });

  it("[N6] an item made between the link and its first pass gets its row in that pass", async () => {
    const world = makeSyncWorld();
    await linkedLedger(world, 2);
    const ledger = await ledgerOf(world);
    const api = await apiOf(ledger);
    const made = await mutate(
      api,
      clerk,
      "createProblemItem",
      { unit: "dl", description: "接口登记的问题" },
      "problemItem { code }",
    );
    expect(made.userErrors).toEqual([]);
    await ledger.rest();
    expect(read(world, "接口登记的问题", "系统编号")).toBe(made.problemItem.code);
    expect(cellsOf(world)).toHaveLength(4);
  });

  it("[N7] an archived row is restored by a mutation and stands in the sheet again", async () => {
    const ledger = await settledLedger();
    const api = await apiOf(ledger);
    deleteRow(ledger.world, 2);
    await ledger.rest();
    const { version } = await ledger.world.item(ledger.code(2));
    expect(
      await mutate(api, clerk, "restoreProblemItem", { code: ledger.code(2), version }, "problemItem { archivedAt }"),
    ).toEqual({ problemItem: { archivedAt: null }, userErrors: [] });
    await ledger.rest();
    expect(read(ledger.world, "第2个示例问题", "系统编号")).toBe(ledger.code(2));
  });
});
