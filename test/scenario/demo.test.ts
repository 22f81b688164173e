import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Figure, notReported } from "../../core/rollup/figure.ts";
import type { IndicatorKey } from "../../core/rollup/indicators.ts";
import { demoSpreadsheets } from "../../local/demo/demo.ts";
import { articleFigures, articleKeys, articleUnits } from "../support/article-figures.ts";
import { type LocalRun, startLocalRun } from "../support/local-run.ts";

/** `npm start` with its demo: from the cells of eight counties to the figures of the whole. */

const dataDir = mkdtempSync(join(tmpdir(), "ledger-demo-"));
let run: LocalRun;
let admin: string;

interface Indicators {
  indicators: { key: string; value: number | null; qualifier: string; partial: boolean }[];
}

async function figuresOf(unit: string) {
  const { rollup } = await run.ask<{ rollup: Indicators }>(
    admin,
    `query ($unit: String!, $keys: [IndicatorKey!]) {
      rollup(unit: $unit) { indicators(keys: $keys) { key value qualifier partial } }
    }`,
    { unit, keys: articleKeys },
  );
  return Object.fromEntries(rollup.indicators.map(({ key, ...figure }) => [key, figure]));
}

const allFigures = async () =>
  Object.fromEntries(await Promise.all(articleUnits.map(async (unit) => [unit, await figuresOf(unit)] as const)));

const fileNames = async () =>
  (await run.sheets<{ files: { name: string }[] }>("GET", "/drive/v3/files?fields=files(name)&pageSize=100")).files.map(
    ({ name }) => name,
  );

/** The codes on the linked sheets: one for each entry of any kind. */
async function codesOnSheets(): Promise<string[]> {
  const codes: string[] = [];
  for (const { spreadsheetId } of await linked()) {
    const { sheets } = await run.sheets<{
      sheets: { data: { rowData?: { values?: { formattedValue?: string }[] }[] }[] }[];
    }>("GET", `/v4/spreadsheets/${spreadsheetId}?fields=sheets(data(rowData(values(formattedValue))))`);
    for (const { data } of sheets)
      for (const { rowData = [] } of data)
        for (const { values = [] } of rowData)
          for (const { formattedValue = "" } of values)
            if (/^[A-Z][0-9A-HJKMNP-TV-Z]{12}$/.test(formattedValue)) codes.push(formattedValue);
  }
  return codes.sort();
}

const linked = async () =>
  (
    await run.ask<{ units: { nodes: { code: string; spreadsheets: { spreadsheetId: string; state: string }[] }[] } }>(
      admin,
      "{ units(first: 100) { nodes { code spreadsheets { spreadsheetId state } } } }",
    )
  ).units.nodes.flatMap(({ code, spreadsheets }) =>
    spreadsheets.map((spreadsheet) => ({ unit: code, ...spreadsheet })),
  );

const open = async () => {
  run = await startLocalRun(dataDir, { DEMO: "1" });
  admin = await run.token("cn", "ADMIN");
};

beforeAll(open, 120_000);
afterAll(async () => {
  await run?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Headers of the 汇总表, the upper one before the lower one, and the figure below each that the article states. */
const summaryHeaders: ReadonlyMap<string, IndicatorKey> = new Map([
  ["课题数", "TOPICS"],
  ["调研次数 调研", "SURVEYS"],
  ["调研次数 走访", "VISITS"],
  ["调研次数 座谈", "FORUMS"],
  ["调研次数 接访", "RECEPTIONS"],
  ["调研次数 现场办公", "ONSITE_OFFICES"],
  ["意见建议", "OPINIONS"],
  ["问题数 小计", "PROBLEMS"],
  ["问题数 制约发展", "PROBLEMS_DEVELOPMENT"],
  ["问题数 急难愁盼", "PROBLEMS_LIVELIHOOD"],
  ["问题数 风险", "PROBLEMS_RISK"],
  ["问题数 其他", "PROBLEMS_OTHER"],
  ["措施", "MEASURES"],
  ["现场解决", "ON_SITE"],
  ["已销号", "CLOSED"],
  ["整改中", "OPEN"],
  ["制度 小计", "REGULATIONS"],
  ["制度 新订", "REGULATIONS_NEW"],
  ["制度 修订", "REGULATIONS_REVISED"],
  ["报告", "REPORTS"],
  ["案例 小计", "CASES"],
  ["案例 正", "CASES_POSITIVE"],
  ["案例 反", "CASES_NEGATIVE"],
  ["成果", "OUTCOMES"],
  ["成果转化", "TRANSFORMED"],
]);

/** By unit, the cells under those headers as they are shown; 合计 is the root's row. */
function readSummary(values: readonly string[][], codes: ReadonlyMap<string, string>) {
  const [, , upper = [], lower = [], ...rows] = values;
  let group = "";
  const headers = upper.map((text, column) => {
    if (text !== "") group = text;
    return lower[column] ? `${group} ${lower[column]}` : text;
  });
  return new Map(
    rows.map((row) => {
      const name = (row[1] ?? "").trim();
      const cells = [...summaryHeaders.keys()].map((header) => [header, row[headers.indexOf(header)] ?? ""]);
      return [name === "合计" ? "cn" : codes.get(name), Object.fromEntries(cells)];
    }),
  );
}

const textOf = ({ value, qualifier, partial }: Figure) =>
  value === null ? "" : `${qualifier === "GE" ? "≥" : ""}${value}${partial ? "*" : ""}`;

describe("the demo of npm start", () => {
  it("[E6] the figures of the article are there, unit by unit, the moment it is ready", async () => {
    expect(await allFigures()).toEqual(articleFigures);
  });

  it("[E6] 宣城's ten were claimed in the sheet, verified and filed above, by two people", async () => {
    const { problemItems } = await run.ask<{
      problemItems: {
        nodes: { state: string; history: { nodes: { side: string; actor: string; after: string }[] } }[];
      };
    }>(
      admin,
      `{ problemItems(filter: { unit: "ah-xuancheng" }, first: 20) {
        nodes { state history(first: 20) { nodes { side actor field after } } }
      } }`,
    );
    const steps = problemItems.nodes.map(({ state, history }) => ({
      state,
      steps: history.nodes
        .filter(({ after }) => ["SUBMITTED", "VERIFIED", "CLOSED"].includes(after))
        .map(({ side, actor, after }) => `${after} ${side} ${actor.replace(/^sheet:.*/, "sheet")}`)
        .sort(),
    }));
    expect(steps).toEqual(
      Array.from({ length: 10 }, () => ({
        state: "CLOSED",
        steps: ["CLOSED API 备案岗", "SUBMITTED SHEET sheet", "VERIFIED API 审核岗"],
      })),
    );
  });

  it("[E8] the 汇总表 shows the same figures, unit by unit, to whoever opens it", async () => {
    const { unit } = await run.ask<{ unit: { summarySpreadsheet: string } }>(
      admin,
      `{ unit(code: "cn") { summarySpreadsheet } }`,
    );
    const { units } = await run.ask<{ units: { nodes: { code: string; name: string }[] } }>(
      admin,
      "{ units(first: 100) { nodes { code name } } }",
    );
    const { values } = await run.sheets<{ values: string[][] }>(
      "GET",
      `/v4/spreadsheets/${unit.summarySpreadsheet}/values/${encodeURIComponent("汇总表!A1:AZ60")}`,
    );
    const shown = readSummary(values, new Map(units.nodes.map(({ code, name }) => [name, code])));
    const expected = articleUnits.map((code) => [
      code,
      Object.fromEntries(
        [...summaryHeaders].map(([header, key]) => [header, textOf(articleFigures[code]?.[key] ?? notReported)]),
      ),
    ]);
    expect(Object.fromEntries(articleUnits.map((code) => [code, shown.get(code)]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it("[L45] nothing in the ledgers is unreadable but the 若干 that is meant to be", async () => {
    const told = [];
    for (const { unit, spreadsheetId } of await linked()) {
      const { spreadsheet } = await run.ask<{ spreadsheet: { lastPass: { problems: number }; problems: object[] } }>(
        admin,
        `query ($id: String!) {
          spreadsheet(spreadsheetId: $id) { lastPass { problems } problems { tab text message } }
        }`,
        { id: spreadsheetId },
      );
      told.push([unit, spreadsheet.lastPass.problems, spreadsheet.problems] as const);
    }
    expect(told.filter(([, count, problems]) => count > 0 || problems.length > 0)).toEqual([
      ["gd-zhongshan", 1, [{ tab: "接访和现场办公", text: "若干", message: "看不出“若干”是多少，请写一个数字" }]],
    ]);
  });

  it("[E7] a second pass of each of the eight plans nothing", async () => {
    const spreadsheets = await linked();
    expect(spreadsheets.map(({ unit, state }) => `${unit} ${state}`).sort()).toEqual(
      demoSpreadsheets.map(({ unit }) => `${unit} ACTIVE`).sort(),
    );
    for (const { unit, spreadsheetId } of spreadsheets) {
      const { previewSync } = await run.ask<{ previewSync: { plan: object } }>(
        admin,
        `mutation ($input: PreviewSyncInput!) {
          previewSync(input: $input) { plan { toStore toSheet conflicts brake } }
        }`,
        { input: { spreadsheetId } },
      );
      expect({ unit, ...previewSync.plan }).toEqual({ unit, toStore: 0, toSheet: 0, conflicts: 0, brake: null });
    }
  });

  it("[E7] linking again and starting again make nothing twice", async () => {
    const before = await codesOnSheets();
    expect(new Set(before).size).toBe(before.length);
    const names = await fileNames();
    expect(new Set(names).size).toBe(names.length);
    const spreadsheets = await linked();
    for (const { unit, spreadsheetId } of spreadsheets) {
      const { linkSpreadsheet } = await run.ask<{ linkSpreadsheet: { userErrors: object[] } }>(
        admin,
        "mutation ($input: LinkSpreadsheetInput!) { linkSpreadsheet(input: $input) { userErrors { code } } }",
        { input: { unit, spreadsheetId } },
      );
      expect({ unit, ...linkSpreadsheet }).toEqual({ unit, userErrors: [] });
    }
    expect(await run.stop()).toBe(0);
    await open();
    expect(run.output()).not.toMatch(/^demo \d/m);
    expect(await linked()).toEqual(spreadsheets);
    expect(await codesOnSheets()).toEqual(before);
    expect(await fileNames()).toEqual(names);
    expect(await allFigures()).toEqual(articleFigures);
  }, 120_000);
});
