import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, type LocalRun, startLocalRun } from "../support/local-run.ts";

/** The whole route in one real process: a clerk's sheet, the database and GraphQL stay in step. */

const dataDir = mkdtempSync(join(tmpdir(), "ledger-run-"));
let run: LocalRun;
let admin: string;
let clerk: string;
let spreadsheetId: string;

const header = ["序号", "问题描述", "问题类别", "责任领导", "我的记号", "整改时限", "备注"];
const rows = [
  [1, "示例：窗口等候时间长", "急难愁盼", "示例领导", "私", "2023年11月底前", ""],
  [2, "示例：系统重复填报", "影响制约高质量发展", "示例领导", "", "2023-12-15", "待议"],
];

interface Items {
  problemItems: {
    nodes: {
      code: string;
      version: number;
      description: string;
      remark: string | null;
      conflicts: { field: string; sheetValue: string; storeValue: string; shown: string; settledAt: string | null }[];
    }[];
  };
}

const listItems = async () =>
  (
    await run.ask<Items>(
      clerk,
      "{ problemItems(first: 50) { nodes { code version description remark conflicts { field sheetValue storeValue shown settledAt } } } }",
    )
  ).problemItems.nodes;

const cells = async (range: string) =>
  (
    await run.sheets<{ values?: string[][] }>(
      "GET",
      `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}`,
    )
  ).values ?? [];
const type = (range: string, text: string) =>
  run.sheets(
    "PUT",
    `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`,
    { values: [[text]] },
  );
const update = (code: string, version: number, fields: object) =>
  run.ask<{ updateProblemItem: { userErrors: { code: string }[] } }>(
    clerk,
    "mutation ($input: UpdateProblemItemInput!) { updateProblemItem(input: $input) { userErrors { code } } }",
    { input: { code, version, ...fields } },
  );

async function open(): Promise<void> {
  run = await startLocalRun(dataDir);
  admin = await run.token("cn", "ADMIN");
}

beforeAll(async () => {
  await open();
  for (const input of [
    { code: "qh", name: "青海省局", level: "PROVINCE", parent: "cn" },
    { code: "qh-haixi", name: "海西州局", level: "PREFECTURE", parent: "qh" },
  ])
    await run.ask(admin, "mutation ($input: AddUnitInput!) { addUnit(input: $input) { userErrors { code } } }", {
      input,
    });
  clerk = await run.token("qh-haixi", "CLERK");
  const made = await run.sheets<{ spreadsheetId: string }>("POST", "/v4/spreadsheets", {
    properties: { title: "示例台账", locale: "zh_CN" },
    sheets: [{ properties: { title: "问题清单" } }],
  });
  spreadsheetId = made.spreadsheetId;
  await run.sheets(
    "PUT",
    `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent("问题清单!A1:G5")}?valueInputOption=USER_ENTERED`,
    {
      values: [["海西州局问题清单（示例）"], ["截至2023年11月1日"], header, ...rows],
    },
  );
  await run.ask(
    admin,
    "mutation ($input: LinkSpreadsheetInput!) { linkSpreadsheet(input: $input) { userErrors { code } } }",
    {
      input: { unit: "qh-haixi", spreadsheetId },
    },
  );
}, 180_000);

afterAll(async () => {
  await run?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a county's ledger, end to end", () => {
  it("[E1] linked rows become items, with a code beside them and the clerk's cells untouched", async () => {
    const items = await eventually(listItems, (seen) => seen.length === 2);
    expect(items.map(({ description }) => description).sort()).toEqual(rows.map((row) => row[1]).sort());
    const [titles, ...below] = await eventually(
      () => cells("问题清单!A3:J5"),
      (seen) => seen.length === 3 && seen.slice(1).every((row) => (row[7] ?? "") !== ""),
    );
    expect(titles).toEqual([...header, "系统编号", "系统状态", "系统提示"]);
    expect(below.map((row) => row.slice(0, 7).map(String))).toEqual(rows.map((row) => row.map(String)));
  });

  it("[E2] an edit on the sheet is in GraphQL within two intervals, a mutation is in the cell", async () => {
    await type("问题清单!B4", "示例：窗口等候时间过长");
    const items = await eventually(listItems, (seen) => seen.some(({ description }) => description.endsWith("过长")));
    const item = items.find(({ description }) => description.endsWith("过长"));
    expect(await update(item?.code ?? "", item?.version ?? 0, { remark: "=1+1" })).toEqual({
      updateProblemItem: { userErrors: [] },
    });
    await eventually(
      () => cells("问题清单!G4"),
      (seen) => seen[0]?.[0] === "=1+1",
    );
  });

  it("[E3] both sides change one cell between two passes: a conflict keeps both", async () => {
    const item = (await listItems()).find(({ remark }) => remark === "待议");
    await run.ask(
      admin,
      "mutation ($input: PauseSpreadsheetInput!) { pauseSpreadsheet(input: $input) { userErrors { code } } }",
      {
        input: { spreadsheetId, paused: true },
      },
    );
    await update(item?.code ?? "", item?.version ?? 0, { remark: "接口写的" });
    await type("问题清单!G5", "表格写的");
    await run.ask(
      admin,
      "mutation ($input: PauseSpreadsheetInput!) { pauseSpreadsheet(input: $input) { userErrors { code } } }",
      {
        input: { spreadsheetId, paused: false },
      },
    );
    const after = await eventually(listItems, (seen) => seen.some(({ conflicts }) => conflicts.length > 0));
    expect(after.flatMap(({ conflicts }) => conflicts)).toEqual([
      { field: "remark", sheetValue: "表格写的", storeValue: "接口写的", shown: "SHEET", settledAt: null },
    ]);
    expect(after.find(({ code }) => code === item?.code)?.remark).toBe("表格写的");
  });

  it("[E4] killed in the middle of passes and started again: nothing lost, nothing twice", async () => {
    const [item] = (await listItems()).filter(({ conflicts }) => conflicts.length === 0);
    const typed: string[] = [];
    for (let round = 0; round < 3; round++) {
      const at = 6 + round;
      await type(`问题清单!B${at}`, `示例：新行${round}`);
      typed.push(`示例：新行${round}`);
      // Not a wait for something: the process is to die at some moment of the passes that follow.
      await new Promise((resolve) => setTimeout(resolve, 150 + 170 * round));
      await run.kill();
      await open();
    }
    const items = await eventually(listItems, (seen) => seen.length >= 5);
    const current = items.find(({ code }) => code === item?.code);
    await update(item?.code ?? "", current?.version ?? 0, { remark: "重启之后" });
    await eventually(
      () => cells("问题清单!G4"),
      (seen) => seen[0]?.[0] === "重启之后",
    );
    expect((await listItems()).map(({ description }) => description).sort()).toEqual(
      ["示例：窗口等候时间过长", "示例：系统重复填报", ...typed].sort(),
    );
    const codes = (await cells("问题清单!H4:H20")).flat().filter((code) => code !== "");
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(5);
  }, 180_000);

  it("[E5] Ctrl-C ends it cleanly, and a start after it finds everything", async () => {
    const before = (await listItems()).length;
    expect(await run.stop()).toBe(0);
    await open();
    expect(await listItems()).toHaveLength(before);
    expect(run.output()).not.toMatch(/ERROR/);
  }, 120_000);
});
