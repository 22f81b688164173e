import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, makeWindow, openBrowser, type Window } from "./browser.ts";
import { type LocalService, startLocalService } from "./service.ts";

const rows = [
  ["序号", "问题描述", "完成情况"],
  [1, "示例：道路损坏", "推进中"],
  [2, "示例：饮水不稳", "已完成"],
  [3, "示例：路灯不亮", "推进中"],
];

describe.skipIf(!hasChromium)("several people on one sheet page in Chromium (needs /usr/bin/chromium)", () => {
  let service: LocalService;
  let browser: Browser;

  beforeAll(async () => {
    service = await startLocalService();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  /** A window of its own person: another browser profile. */
  async function openWindow(id: string): Promise<Window> {
    const context = await browser.newContext({ viewport: { width: 1300, height: 760 } });
    const window = makeWindow(await context.newPage());
    await window.open(`${service.origin}/sheets/${id}`);
    return window;
  }
  const become = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 10_000, interval: 40 });

  it("[U19] edits, insertions, deletions and sorts of one show in the window of the other", async () => {
    const id = await service.create(rows);
    const [first, second] = [await openWindow(id), await openWindow(id)];
    await first.type("B2", "甲改的");
    await second.shows("B2", "甲改的");
    await second.type("C3", "乙改的");
    await first.shows("C3", "乙改的");
    await first.select("A2");
    await first.tool("row-above");
    await second.shows("B3", "甲改的");
    await second.select("A4");
    await second.tool("row-delete");
    await first.shows("A4", "3");
    await Promise.all([first.type("C3", "甲同时"), second.type("C4", "乙同时")]);
    await become(() => service.values(id, "A1:C5")).toEqual([
      rows[0],
      [],
      [1, "甲改的", "甲同时"],
      [3, "示例：路灯不亮", "乙同时"],
    ]);
    await first.shows("C4", "乙同时");
    await second.shows("C3", "甲同时");
  });

  it("[U20] what is being typed stays and lands in its own row when another inserts and sorts above it", async () => {
    const id = await service.create(rows);
    await service.update(id, [
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
          fields: "gridProperties.frozenRowCount",
        },
      },
    ]);
    const [typing, other] = [await openWindow(id), await openWindow(id)];
    await typing.select("C4");
    await typing.page.keyboard.insertText("正在写");
    await other.select("A2");
    await other.tool("row-above");
    await typing.shows("A5", "3");
    expect(await typing.page.inputValue("#cell-editor")).toBe("正在写");
    await other.select("A2");
    await other.tool("sort-down");
    await typing.shows("A2", "3");
    await typing.page.keyboard.insertText("完了");
    await typing.press("Enter");
    await become(() => service.values(id, "A1:C4")).toEqual([
      rows[0],
      [3, "示例：路灯不亮", "正在写完了"],
      rows[2],
      rows[1],
    ]);
  });

  it("[U3] [U4] merged, frozen and hidden rows and notes are seen", async () => {
    const id = await service.create([["示例县局问题清单"], ...rows]);
    const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
      sheetId: 0,
      startRowIndex,
      endRowIndex,
      startColumnIndex,
      endColumnIndex,
    });
    await service.update(id, [
      { mergeCells: { range: range(0, 1, 0, 3), mergeType: "MERGE_ALL" } },
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 2 } },
          fields: "gridProperties.frozenRowCount",
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: "ROWS", startIndex: 3, endIndex: 4 },
          properties: { hiddenByUser: true },
          fields: "hiddenByUser",
        },
      },
      {
        updateCells: { range: range(2, 3, 2, 3), rows: [{ values: [{ note: "【系统】日期看不懂" }] }], fields: "note" },
      },
      { updateCells: { range: range(4, 5, 2, 3), rows: [{ values: [{ note: "请核对" }] }], fields: "note" } },
    ]);
    const { page, select, rowHead } = await openWindow(id);
    const title = await page.locator(".slick-cell", { has: page.locator('[data-cell="A1"]') }).boundingBox();
    expect(title?.width).toBeGreaterThan(295);
    await rowHead(3).waitFor();
    expect(await rowHead(4).count()).toBe(0);
    await rowHead(5).waitFor();
    await page.locator('.cell[data-cell="C3"]').hover();
    await page.locator(".note-card.system", { hasText: "【系统】日期看不懂" }).waitFor();
    await select("C5");
    await page.mouse.move(5, 5);
    await page.locator(".note-card:not(.system)", { hasText: "请核对" }).waitFor();
    expect(await page.locator(".slick-pane-bottom.slick-pane-right [data-cell='B2']").count()).toBe(0);
    expect(await page.locator(".slick-pane-top.slick-pane-right [data-cell='B2']").count()).toBe(1);
  });

  it("[U5] a tab of 10,000 rows opens with few rows in the document, and its end is reached at once", async () => {
    const many = Array.from({ length: 9_999 }, (_, at) => [at + 1, `示例：第${at + 1}项`]);
    const id = await service.create([["序号", "问题描述"], ...many], 10_000);
    const window = await openWindow(id);
    await window.shows("B2", "示例：第1项");
    await window.press("Control+End");
    await window.shows("B10000", "示例：第9999项");
    expect(await window.page.locator(".slick-row").count()).toBeLessThan(250);
  });

  it("[U1] the start page lists the spreadsheets with links", async () => {
    const id = await service.create(rows);
    const page = await browser.newPage();
    await page.goto(`${service.origin}/sheets`);
    await page.locator(`#files a[href="/sheets/${id}"]`).click();
    await page.locator('.cell[data-cell="B2"]').waitFor();
    expect(await page.textContent("#title")).toBe("示例县局台账");
  });
});
