import { describe, expect, it } from "vitest";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { makeSyncWorld } from "../support/sync-world.ts";
import { anApi, putItem, startMs } from "./api.ts";
import { who } from "./attack.ts";

describe("content", () => {
  it("[A44] text that looks like a formula is stored and shown as text", async () => {
    const api = await anApi();
    const formula = '=IMPORTXML("http://elsewhere.example","//a")';
    const create =
      "mutation ($input: CreateProblemItemInput!) { createProblemItem(input: $input) { problemItem { code description remark } userErrors { code } } }";

    const answer = await api.ask(who, create, { input: { unit: "c", description: formula, remark: "+1+1" } });
    const { code: made, ...texts } = answer.data.createProblemItem.problemItem;

    expect(texts).toEqual({ description: formula, remark: "+1+1" });
    expect((await api.store.getItems([made], "STRONG")).get(made)?.texts.description).toBe(formula);
  });

  it("[A40] what a cell cannot hold is refused with the field's path", async () => {
    const api = await anApi();
    const item = await putItem(api.store, "c", { description: "示例" });
    const update =
      "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { problemItem { code } userErrors { code path } } }";
    const errorsOf = async (input: Record<string, unknown>) =>
      (await api.ask(who, update, { input: { code: item.code, version: 1, ...input } })).data.updateProblemItem
        .userErrors;
    const refused = (field: string) => [{ code: "BAD_USER_INPUT", path: ["input", field] }];

    expect(await errorsOf({ progress: "长".repeat(10_001) })).toEqual(refused("progress"));
    expect(await errorsOf({ progress: "a\u0000b" })).toEqual(refused("progress"));
    expect(await errorsOf({ progress: "\ud800" })).toEqual(refused("progress"));
    expect(await errorsOf({ description: "" })).toEqual(refused("description"));
    expect(await errorsOf({ description: null })).toEqual(refused("description"));
    expect(await errorsOf({ due: "不知道什么时候" })).toEqual(refused("due"));
    expect(
      await errorsOf({ progress: "长".repeat(9_000), remark: "长".repeat(9_000), department: "长".repeat(9_000) }),
    ).toEqual([{ code: "BAD_USER_INPUT", path: null }]);
    expect(await errorsOf({ topic: "T999999999999" })).toEqual([{ code: "NOT_FOUND", path: ["input", "topic"] }]);
    expect(await errorsOf({ progress: "第一行\n第二行\t完" })).toEqual([]);
  });

  it("[A44] a formula sent by mutation stands in the sheet as text; a formula in the sheet is read as what it shows", async () => {
    const world = makeSyncWorld();
    const api = await anApi({ sheets: world });
    const formula = '=IMPORTXML("http://elsewhere.example","//a")';
    world.google.create("s1", {
      properties: { title: "示例" },
      sheets: [
        {
          properties: { sheetId: 7, title: "问题清单", gridProperties: { rowCount: 20, columnCount: 6 } },
          data: [
            {
              rowData: [
                [{ stringValue: "问题描述" }, { stringValue: "整改进展" }, { stringValue: "备注" }],
                [{ stringValue: "示例" }, { formulaValue: '="甲"&"乙"' }, { formulaValue: formula }],
              ].map((cells) => ({ values: cells.map((userEnteredValue) => ({ userEnteredValue })) })),
            },
          ],
        },
      ],
    });
    await linkSpreadsheet(world.store, { spreadsheetId: "s1", unit: "c", now: new Date(startMs).toISOString() });
    await world.pass("s1");
    const items = async () =>
      (await api.ask(who, "{ problemItems(first: 10) { nodes { code version description progress remark } } }")).data
        .problemItems.nodes;
    const [first] = await items();
    expect(first).toMatchObject({ description: "示例", progress: "甲乙" });
    expect(JSON.stringify(first)).not.toContain("IMPORTXML");

    const update = await api.ask(
      who,
      "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { userErrors { code } } }",
      { input: { code: first.code, version: first.version, description: formula } },
    );
    expect(update.data.updateProblemItem.userErrors).toEqual([]);
    await world.pass("s1");

    const { tabs } = await world.sheet.read("s1");
    expect(tabs[0]?.rows[1]?.cells.slice(0, 3)).toMatchObject([
      { value: formula },
      { value: "甲乙", formula: '="甲"&"乙"' },
      { formula },
    ]);
    expect(tabs[0]?.rows[1]?.cells[0]).not.toHaveProperty("formula");
    expect((await items())[0]).toMatchObject({ description: formula, progress: "甲乙" });
  });
});
