import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWindow, type Window } from "../local/page/browser.ts";
import { eventually, type LocalRun, startLocalRun } from "../support/local-run.ts";
import { chromiumThere, startBrowser, widths } from "./browser.ts";

/**
 * One item's way through the hands of four people, each at their own screen, over the whole product: the clerk in the
 * spreadsheet, the others on the pages, with the real sync and rollup between them.
 */

const units = [
  { code: "qh", name: "青海省局", level: "PROVINCE", parent: "cn" },
  { code: "qh-haixi", name: "海西州局", level: "PREFECTURE", parent: "qh" },
  { code: "qh-haixi-dulan", name: "都兰县局", level: "COUNTY", parent: "qh-haixi" },
];
const header = ["序号", "问题描述", "问题类别", "整改措施", "责任人", "整改时限", "整改进展", "完成情况"];
const problems = [
  "窗口等候时间长",
  "夜间照明不足",
  "送货不及时",
  "培训内容陈旧",
  "取暖设施老化",
  "订货操作复杂",
  "饮水不便",
  "车辆检修不及时",
  "档案存放混乱",
];
/** Of the first problem's row, by header. */
const firstRow = 4;
const cell = { progress: `G${firstRow}`, claim: `H${firstRow}`, state: `J${firstRow}` };

const dataDir = mkdtempSync(join(tmpdir(), "ledger-story-"));
const tab = encodeURIComponent("问题清单!A1:K20");

describe.skipIf(!chromiumThere)("the story in Chromium (skipped where it is not installed)", () => {
  let run: LocalRun;
  let admin: string;
  let browser: Browser;
  let spreadsheetId: string;
  let clerk: Window;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    run = await startLocalRun(dataDir, { ROLLUP_EVERY_MS: "500" });
    admin = await run.token("cn", "ADMIN");
    for (const input of units) await mutate("addUnit", input);
    const made = await run.sheets<{ spreadsheetId: string }>("POST", "/v4/spreadsheets", {
      properties: { title: "都兰县局问题台账（示例）", locale: "zh_CN" },
      sheets: [{ properties: { title: "问题清单" } }],
    });
    spreadsheetId = made.spreadsheetId;
    const rows = problems.map((text, index) => [
      index + 1,
      `示例：${text}`,
      "急难愁盼",
      "1.走访核实\n2.逐项整改",
      "示例甲",
      "2099-12-31",
      "",
      "",
    ]);
    await run.sheets("PUT", `/v4/spreadsheets/${spreadsheetId}/values/${tab}?valueInputOption=RAW`, {
      values: [["都兰县局问题清单（示例）"], ["截至2023年11月"], header, ...rows],
    });
    await mutate("linkSpreadsheet", { unit: "qh-haixi-dulan", spreadsheetId });
    browser = await startBrowser();
    clerk = makeWindow(await newPage());
    await clerk.open(`${run.google}/sheets/${spreadsheetId}`);
  }, 180_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await run?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function mutate(name: string, input: object): Promise<void> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { result: ${name}(input: $input) { userErrors { code message } } }`;
    const { result } = await run.ask<{ result: { userErrors: object[] } }>(admin, document, { input });
    expect(result).toEqual({ userErrors: [] });
  }

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: widths.desktop });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** A person at a screen of their own, signed in. */
  async function personAt(unit: string, role: string): Promise<Page> {
    const page = await newPage();
    await page.goto(`${run.url}/#/`);
    await page.locator(".who summary").click();
    await page.locator("#identity-unit").fill(unit);
    await page.locator("#identity-role").selectOption(role);
    await page.locator(".identity button").click();
    await page.locator(".who summary", { hasText: units.find(({ code }) => code === unit)?.name ?? "" }).waitFor();
    return page;
  }

  async function visit(page: Page, hash: string): Promise<void> {
    await page.goto(`${run.url}/${hash}`);
    await page.reload();
    await page.locator("main h1").first().waitFor();
  }

  /** What one headline figure of the province's page says. */
  async function figure(page: Page, name: string): Promise<string> {
    await visit(page, "#/");
    const card = page.locator(".figure", { has: page.getByText(name, { exact: true }) });
    return (await card.locator(".figure-value").textContent()) ?? "";
  }

  const figureBecomes = (page: Page, name: string, text: string) =>
    eventually(
      () => figure(page, name),
      (seen) => seen === text,
    );

  const inboxCard = async (page: Page, description: string) => {
    const card = page.locator(".cards li", { hasText: description });
    await eventually(
      async () => {
        await visit(page, "#/inbox");
        return card.count();
      },
      (count) => count === 1,
    );
    return card;
  };

  test("[V13] claimed in the sheet, returned with a reason, mended, verified, filed: and the province's figure moves", async () => {
    const [first = ""] = problems;
    await clerk.shows(cell.state, "已挂号，待整改");
    const province = await personAt("qh", "VERIFIER");
    await figureBecomes(province, "问题数", "9");
    expect(await figure(province, "已销号")).toBe("0");

    await clerk.type(cell.claim, "已完成");
    await clerk.shows(cell.state, "已申请销号，待市局审核");

    const verifier = await personAt("qh-haixi", "VERIFIER");
    const claimed = await inboxCard(verifier, first);
    await claimed.getByRole("button", { name: "退回整改" }).click();
    await claimed.getByRole("textbox").fill("请补充客户回访记录和照片材料");
    await claimed.getByRole("button", { name: "退回整改" }).click();
    await claimed.waitFor({ state: "detached" });
    await clerk.shows(cell.state, "整改中，被退回：请补充客户回访记录和照片材料");
    expect(await figure(province, "已销号")).toBe("0");

    await clerk.type(cell.progress, "示例：已补充回访记录和照片");
    await clerk.type(cell.claim, "整改到位");
    await clerk.shows(cell.state, "已申请销号，待市局审核");

    const mended = await inboxCard(verifier, first);
    expect(await mended.textContent()).toContain("已补充回访记录和照片");
    await mended.getByRole("button", { name: "审核通过" }).click();
    await mended.waitFor({ state: "detached" });
    await clerk.shows(cell.state, "已通过审核，待省局备案");

    const toFile = await inboxCard(province, first);
    await toFile.getByRole("button", { name: "备案销号" }).click();
    await toFile.waitFor({ state: "detached" });
    await clerk.page.locator(`.cell[data-cell="${cell.state}"]`, { hasText: /^已销号（/ }).waitFor();
    await figureBecomes(province, "已销号", "1");
    const rate = province.locator(".figure", { has: province.getByText("销号率", { exact: true }) });
    expect(await rate.locator(".fraction").textContent()).toBe("1/9");

    await province.getByText("已销号", { exact: true }).first().click();
    await province.locator(".items a", { hasText: first }).click();
    await province.locator(".history li").nth(4).waitFor();
    const moves = province.locator(".history li", { hasText: "状态" });
    expect(await moves.locator("ins").allTextContents()).toEqual([
      "已销号",
      "已审核",
      "已申请销号",
      "整改中",
      "已申请销号",
    ]);
    expect(await moves.nth(3).textContent()).toContain("请补充客户回访记录和照片材料");
  }, 120_000);

  test("[V4] what both sides changed is settled on the page, and the sheet shows what was chosen", async () => {
    const row = firstRow + 1;
    const progress = `G${row}`;
    const { problemItems } = await run.ask<{
      problemItems: { nodes: { code: string; version: number; description: string }[] };
    }>(admin, "{ problemItems(first: 50) { nodes { code version description } } }");
    const item = problemItems.nodes.find(({ description }) => description.endsWith(problems[1] ?? ""));
    await mutate("pauseSpreadsheet", { spreadsheetId, paused: true });
    await mutate("updateProblemItem", { code: item?.code, version: item?.version, progress: "示例：接口写的进展" });
    await clerk.type(progress, "示例：表格写的进展");
    await mutate("pauseSpreadsheet", { spreadsheetId, paused: false });

    const leader = await personAt("qh-haixi-dulan", "LEADER");
    const conflict = leader.locator(".conflict");
    await eventually(
      async () => {
        await visit(leader, `#/sheet/${spreadsheetId}`);
        return conflict.count();
      },
      (count) => count === 1,
    );
    expect(await conflict.locator("dd").allTextContents()).toEqual(["示例：表格写的进展", "示例：接口写的进展"]);
    const address = `${run.google}/sheets/${spreadsheetId}`;
    expect(await leader.getByRole("link", { name: "打开表格" }).getAttribute("href")).toBe(address);
    await conflict.getByRole("button", { name: "以系统为准" }).click();
    await conflict.waitFor({ state: "detached" });
    await clerk.shows(progress, "示例：接口写的进展");
  }, 90_000);

  test("[V5] rows deleted in the sheet brake it; a leader who has looked lets it go on, and the figures follow", async () => {
    await clerk.selectArea(`A${firstRow + 1}`, problems.length - 2, 0);
    await clerk.tool("row-delete");
    const leader = await personAt("qh-haixi-dulan", "LEADER");
    const release = leader.getByRole("button", { name: "确认无误，继续同步" });
    await eventually(
      async () => {
        await visit(leader, `#/sheet/${spreadsheetId}`);
        return release.count();
      },
      (count) => count === 1,
    );
    const province = await personAt("qh", "VIEWER");
    expect(await figure(province, "问题数")).toBe("9");
    await release.click();
    await release.waitFor({ state: "detached" });
    await figureBecomes(province, "问题数", "1");
    await visit(leader, `#/sheet/${spreadsheetId}`);
    expect(await leader.locator(".page-head .chip").textContent()).toBe("正常");
  }, 90_000);
});
