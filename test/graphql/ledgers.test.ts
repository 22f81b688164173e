import { describe, expect, it } from "vitest";
import { kinds } from "../../core/ledger/kinds.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { makeSyncWorld } from "../support/sync-world.ts";
import { type Api, anApi, aUnit, putItem, startMs, type Who } from "./api.ts";

const clerk: Who = ["c", "CLERK"];
const now = new Date(startMs).toISOString();

async function ask(api: Api, who: Who, query: string) {
  const answer = await api.ask(who, query);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

const entryKinds = ["ACTIVITY", "MEASURE", "OPINION", "OUTCOME", "REQUEST", "PLAN", "CLASS"];

describe("ledgers beside problem items and topics", () => {
  it("[A27] each is listed by its kind, found by its code and its id", async () => {
    const api = await anApi();
    const others = kinds.filter(({ name }) => name !== "problem" && name !== "topic");
    expect(others.map(({ name }) => name.toUpperCase()).sort()).toEqual([...entryKinds].sort());
    for (const { name: kind, keyField: field } of others) {
      const entryKind = kind.toUpperCase();
      const { code } = await putItem(api.store, "c", { [field]: `示例${kind}` }, (item) => item, kind);
      const list = await ask(
        api,
        clerk,
        `{ unit(code: "c") { entries(kind: ${entryKind}) { totalCount nodes { id code kind version unit { code } archivedAt cells { field text } history(first: 1) { nodes { after } } } } } }`,
      );
      const [entry] = list.unit.entries.nodes;

      expect({ total: list.unit.entries.totalCount, entry }).toEqual({
        total: 1,
        entry: {
          id: entry.id,
          code,
          kind: entryKind,
          version: 1,
          unit: { code: "c" },
          archivedAt: null,
          cells: [{ field, text: `示例${kind}` }],
          history: { nodes: [{ after: "CREATED" }] },
        },
      });
      expect(
        await ask(api, clerk, `{ entry(code: "${code}") { id } node(id: "${entry.id}") { __typename id } }`),
      ).toEqual({
        entry: { id: entry.id },
        node: { __typename: "Entry", id: entry.id },
      });
      expect(
        await ask(api, ["d", "ADMIN"], `{ entry(code: "${code}") { id } node(id: "${entry.id}") { id } }`),
      ).toEqual({
        entry: null,
        node: null,
      });
    }
    const problem = await putItem(api.store, "c", { description: "示例" });
    expect(await ask(api, clerk, `{ entry(code: "${problem.code}") { id } }`)).toEqual({ entry: null });
  });

  it("[A29] conflicts and unreadable cells of every ledger of a spreadsheet are listed and can be settled", async () => {
    const world = makeSyncWorld();
    const api = await anApi({ sheets: world });
    world.google.create("s1", {
      properties: { title: "示例" },
      sheets: [
        {
          properties: { sheetId: 9, title: "调研活动", gridProperties: { rowCount: 20, columnCount: 8 } },
          data: [
            {
              rowData: [
                ["活动主题", "活动类型", "参加人员"],
                ["示例活动", "拉练", "示例甲"],
              ].map((cells) => ({ values: cells.map((text) => ({ userEnteredValue: { stringValue: text } })) })),
            },
          ],
        },
      ],
    });
    await linkSpreadsheet(world.store, { spreadsheetId: "s1", unit: "c", now });
    await world.pass("s1");
    const query = `{ spreadsheet(spreadsheetId: "s1") { problems { tab cell text } conflicts { id field sheetValue storeValue item { ... on Entry { kind } } } } }`;
    const { spreadsheet } = await ask(api, clerk, query);
    expect(spreadsheet).toEqual({ problems: [{ tab: "调研活动", cell: "B2", text: "拉练" }], conflicts: [] });

    const [code = ""] = await world.store.listFlaggedCodes("s1");
    await world.apiSet(code, { theme: "系统的" });
    world.google.write("s1", "调研活动!A2", [["表格的"]]);
    await world.pass("s1");
    const [conflict] = (await ask(api, clerk, query)).spreadsheet.conflicts;

    expect(conflict).toEqual({
      id: conflict.id,
      field: "theme",
      sheetValue: "表格的",
      storeValue: "系统的",
      item: { kind: "ACTIVITY" },
    });
    const settled = await api.ask(
      clerk,
      `mutation { settleConflict(input: { id: "${conflict.id}", value: "说定的" }) { conflict { item { ... on Entry { cells { field text } } } } userErrors { code } } }`,
    );
    expect(settled.data.settleConflict.userErrors).toEqual([]);
    expect(settled.data.settleConflict.conflict.item.cells[0]).toEqual({ field: "theme", text: "说定的" });
  });

  it("[A29] conflicts are found among many unreadable rows, at most 100 of them, in a bounded number of requests", async () => {
    const api = await anApi();
    await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
    const row = { spreadsheetId: "s1", tabId: 7, presence: "PRESENT" as const, missingSince: null };
    const conflict = { sheetValue: "甲", storeValue: "乙", shown: "SHEET" as const, openedAt: now, settledAt: null };
    for (let i = 0; i < 400; i++)
      await putItem(api.store, "c", { description: `示例 ${i}`, due: "看情况" }, (item) => ({ ...item, row }));
    for (let i = 0; i < 60; i++)
      await putItem(api.store, "c", { description: "示例" }, (item) => ({
        ...item,
        row,
        conflicts: ["progress", "remark"].map((field) => ({ ...conflict, id: `${field}.1`, field })),
      }));
    api.requests.length = 0;

    const { spreadsheet } = await ask(api, clerk, `{ spreadsheet(spreadsheetId: "s1") { conflicts { field } } }`);

    expect(spreadsheet.conflicts).toHaveLength(100);
    expect(api.requests.length).toBeLessThanOrEqual(8);
  });

  it("[A14] [A29] names of persons in unreadable cells are masked for a viewer", async () => {
    const api = await anApi();
    await linkSpreadsheet(api.store, { spreadsheetId: "s1", unit: "c", now });
    const problem = (field: string) => ({
      code: "P000000000001",
      field,
      tab: "问题清单",
      cell: "F3",
      message: "看不懂“示例甲”",
      text: "示例甲",
    });
    await api.store.putRecord(
      {
        partition: "cell-problems",
        key: "s1",
        value: JSON.stringify([problem("owner"), problem("due")]),
        expiresAt: null,
      },
      "ANY",
    );
    const textsFor = async (who: Who) =>
      (await ask(api, who, `{ spreadsheet(spreadsheetId: "s1") { problems { message text } } }`)).spreadsheet.problems;
    const plain = { message: "看不懂“示例甲”", text: "示例甲" };

    expect(await textsFor(["c", "VIEWER"])).toEqual([{ message: "＊＊＊", text: "＊＊＊" }, plain]);
    expect(await textsFor(["c", "CLERK"])).toEqual([plain, plain]);
  });
});

describe("spreadsheets of units", () => {
  it("[A23] by unit, with or without those below, and by state", async () => {
    const api = await anApi({
      units: [
        aUnit("cn/", "INDUSTRY"),
        aUnit("cn/p/", "PROVINCE"),
        aUnit("cn/p/c/", "COUNTY"),
        aUnit("cn/q/", "PROVINCE"),
      ],
    });
    for (const [id, unit] of [
      ["s1", "p"],
      ["s2", "c"],
      ["s3", "c"],
      ["s4", "q"],
    ] as const) {
      const linked = await linkSpreadsheet(api.store, { spreadsheetId: id, unit, now, paused: id === "s3" });
      if (!linked.ok) throw new Error(linked.why);
    }
    const list = async (who: Who, args: string) =>
      (await ask(api, who, `{ spreadsheets${args} { totalCount nodes { spreadsheetId } } }`)).spreadsheets.nodes.map(
        ({ spreadsheetId }: { spreadsheetId: string }) => spreadsheetId,
      );
    const viewer: Who = ["p", "VIEWER"];

    expect({
      all: await list(viewer, ""),
      everything: await list(["cn", "VIEWER"], ""),
      own: await list(viewer, '(unit: "p")'),
      below: await list(viewer, '(unit: "p", descendants: true)'),
      ownOnly: await list(viewer, "(descendants: false)"),
      paused: await list(viewer, "(state: [PAUSED, BRAKED])"),
      outside: await list(viewer, '(unit: "q")'),
      absent: await list(viewer, '(unit: "nowhere")'),
    }).toEqual({
      all: ["s1", "s2", "s3"],
      everything: ["s1", "s2", "s3", "s4"],
      own: ["s1"],
      below: ["s1", "s2", "s3"],
      ownOnly: ["s1"],
      paused: ["s3"],
      outside: [],
      absent: [],
    });
  });
});
