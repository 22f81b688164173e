import { expect } from "vitest";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { type Answer, type Api, anApi, type Who } from "./api.ts";

/** For tests about setting a spreadsheet up through the API: what was recognised, what people say of it, what the next pass makes of that. */

export const leader: Who = ["c", "LEADER"];

const entered = (value: string | number) => {
  if (typeof value === "number") return { numberValue: value };
  return value.startsWith("=") ? { formulaValue: value } : { stringValue: value };
};

export const tab = (sheetId: number, title: string, rows: readonly (readonly (string | number)[])[]) => ({
  properties: { sheetId, title, gridProperties: { rowCount: 20, columnCount: 10 } },
  data: [
    {
      rowData: rows.map((cells) => ({
        values: cells.map((value) => ({
          userEnteredValue: entered(value),
        })),
      })),
    },
  ],
});

export const ledger = tab(7, "问题清单", [
  ["问题清单（截至2023年11月1日）"],
  ["序号", "存在的问题", "问题类别", "整改到哪一步", "整改时限", "内部备忘"],
  [1, "示例一", "群众急难愁盼", "已联系", "2023-11-30", "勿外传"],
  [2, "示例二", "说不清", "", "看情况", ""],
  ["合计", 3],
]);
export const template = tab(8, "填报模板", [["问题描述", "整改措施"]]);

export interface Setup {
  readonly world: SyncWorld;
  readonly api: Api;
  ask(query: string): Promise<Answer>;
  mutate(name: string, input: object): Promise<unknown>;
  reading(fields: string): Promise<unknown>;
}

export async function setUp(...tabs: readonly object[]): Promise<Setup> {
  const world = makeSyncWorld();
  const api = await anApi({ sheets: world });
  world.google.create("s1", { properties: { title: "示例表格" }, sheets: tabs });
  const ask = async (query: string) => {
    const answer = await api.ask(leader, query);
    expect(answer.errors).toBeUndefined();
    return answer;
  };
  const mutate = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } } }`;
    return (await api.ask(leader, query, { input: { spreadsheetId: "s1", ...input } })).data[name].userErrors;
  };
  expect(await mutate("linkSpreadsheet", { unit: "c", paused: true })).toEqual([]);
  return {
    world,
    api,
    ask,
    mutate,
    reading: async (fields) =>
      (await ask(`{ spreadsheet(spreadsheetId: "s1") { reading { ${fields} } } }`)).data.spreadsheet.reading,
  };
}

export const columnFields =
  "columns { column header field binding confidence writable filled unreadable locked lockedWhy }";
