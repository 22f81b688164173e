import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, makeWindow, openBrowser, type Window } from "./browser.ts";
import { type LocalService, startLocalService } from "./service.ts";

const rows = [
  ["序号", "问题描述", "完成情况"],
  [1, "示例：道路损坏", "推进中"],
  [2, "示例：饮水不稳", "已完成"],
  [3, "示例：路灯不亮", "推进中"],
];

describe.skipIf(!hasChromium)("the sheet page in Chromium (needs /usr/bin/chromium)", () => {
  let service: LocalService;
  let browser: Browser;
  let context: BrowserContext;
  const windows: Window[] = [];

  beforeAll(async () => {
    service = await startLocalService();
    browser = await openBrowser();
    context = await browser.newContext({
      viewport: { width: 1300, height: 760 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
  });
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.page.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function openWindow(id: string): Promise<Window> {
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.unreachable(`the page threw: ${error.message}`));
    const window = makeWindow(page);
    windows.push(window);
    await window.open(`${service.origin}/sheets/${id}`);
    return window;
  }
  const column = async (id: string, letter: string) =>
    (await service.values(id, `${letter}1:${letter}20`)).map((row) => row[0] ?? "");
  const become = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 10_000, interval: 40 });

  it("[U6] what is typed is written as a person types it, and Escape writes nothing", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.type("A5", "52.6%");
    await window.shows("A5", "52.60%");
    await window.select("B2");
    await window.page.keyboard.insertText("不要写");
    await window.press("Escape");
    await window.type("B5", "'0123");
    await become(() => service.values(id, "A5:B5")).toEqual([[0.526, "0123"]]);
    expect(await service.values(id, "B2")).toEqual([["示例：道路损坏"]]);
  });

  it("[U6] an input method composes in the active cell", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.select("B5");
    const input = await context.newCDPSession(window.page);
    await input.send("Input.imeSetComposition", { text: "dao lu", selectionStart: 6, selectionEnd: 6 });
    expect(await window.page.inputValue("#cell-editor")).toBe("dao lu");
    await input.send("Input.insertText", { text: "道路" });
    await window.press("Enter");
    await become(() => service.values(id, "B5")).toEqual([["道路"]]);
  });

  it("[U7] the formula bar shows and writes the formula, the cell its value", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.type("A6", "=SUM(A2:A4)");
    await window.shows("A6", "6");
    await window.select("A6");
    expect(await window.page.inputValue("#formula-bar")).toBe("=SUM(A2:A4)");
    await window.page.fill("#formula-bar", "=SUM(A2:A4)*10");
    await window.page.press("#formula-bar", "Enter");
    await window.shows("A6", "60");
  });

  it("[U8] Delete empties the selected cells and keeps a note", async () => {
    const id = await service.create(rows);
    await service.update(id, [note(1, 1, "请核对")]);
    const window = await openWindow(id);
    await window.selectArea("B2", 1, 1);
    await window.press("Delete");
    await become(() => service.values(id, "A1:C4")).toEqual([rows[0], [1], [2], rows[3]]);
    await window.page.locator('.cell[data-cell="B2"] .note-mark').waitFor();
  });

  it("[U9] rows are inserted, deleted and dragged by their numbers", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.select("A2");
    await window.tool("row-below");
    await window.shows("A4", "2");
    await window.type("B3", "示例：新问题");
    await become(() => column(id, "B")).toEqual([
      "问题描述",
      "示例：道路损坏",
      "示例：新问题",
      "示例：饮水不稳",
      "示例：路灯不亮",
    ]);
    await window.select("A4");
    await window.tool("row-delete");
    await window.shows("A4", "3");
    await window.rowHead(4).click();
    await window.rowHead(4).dragTo(window.rowHead(2));
    await become(() => column(id, "B")).toEqual(["问题描述", "示例：路灯不亮", "示例：道路损坏", "示例：新问题"]);
  });

  it("[U10] sorting leaves the frozen header, and several selected rows are sorted by themselves", async () => {
    const id = await service.create([...rows, ["合计", "3 项"]]);
    await service.update(id, [freeze(1)]);
    const window = await openWindow(id);
    await window.selectArea("A2", 2, 2);
    await window.tool("sort-down");
    await become(() => column(id, "A")).toEqual(["序号", 3, 2, 1, "合计"]);
    await window.select("A1");
    await window.tool("sort-up");
    await become(() => column(id, "A")).toEqual(["序号", 1, 2, 3, "合计"]);
  });

  it("[U11] copied rows are pasted in another window with their notes", async () => {
    const id = await service.create(rows);
    await service.update(id, [note(1, 2, "【系统】请核对")]);
    const [first, second] = [await openWindow(id), await openWindow(id)];
    await first.page.bringToFront();
    await first.rowHead(2).click();
    await first.press("Control+c");
    await second.page.bringToFront();
    await second.select("A7");
    await second.press("Control+v");
    await second.shows("B7", "示例：道路损坏");
    await second.page.locator('.cell[data-cell="C7"] .note-mark.system').waitFor();
    await first.shows("B7", "示例：道路损坏");
    const text = await first.page.evaluate<string>("navigator.clipboard.readText()");
    expect(text).toBe("1\t示例：道路损坏\t推进中\t\t\t\t\t");
  });

  it("[U12] text from another program is pasted as rows and columns, beyond the last row too", async () => {
    const id = await service.create(rows, 5);
    const window = await openWindow(id);
    await window.page.evaluate(`navigator.clipboard.writeText('4\\t"第一行\\n第二行"\\r\\n5\\t示例：校车\\r\\n')`);
    await window.select("A5");
    await window.press("Control+v");
    await become(() => service.values(id, "A5:B6")).toEqual([
      [4, "第一行\n第二行"],
      [5, "示例：校车"],
    ]);
  });

  it("[U13] cut cells move once", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.selectArea("B2", 0, 1);
    await window.press("Control+x");
    await window.select("E2");
    await window.press("Control+v");
    await become(() => service.values(id, "A2:F2")).toEqual([[1, "", "", "", "示例：道路损坏", "推进中"]]);
    await window.select("E3");
    await window.press("Control+v");
    await become(() => service.values(id, "E2:F3")).toEqual([
      ["示例：道路损坏", "推进中"],
      ["示例：道路损坏", "推进中"],
    ]);
  });

  it("[U14] merging and taking apart again", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.selectArea("C2", 1, 0);
    await window.tool("merge");
    await window.page.locator(".slick-cell.rowspan").waitFor();
    await window.select("C3");
    expect(await window.page.inputValue("#cell-name")).toBe("C2");
    await window.tool("merge");
    await window.page.locator(".slick-cell.rowspan").waitFor({ state: "detached" });
  });

  it("[U22] a filter shows the rows like a chosen cell, in every window, until it is taken away", async () => {
    const id = await service.create([["示例清单"], ...rows]);
    const [window, other] = [await openWindow(id), await openWindow(id)];
    await window.select("A2");
    await window.tool("filter");
    await window.page.locator("#tool-filter.on").waitFor();
    await window.select("C3");
    await window.page.locator('.cell[data-cell="C3"]').click({ button: "right" });
    await window.menu("只看与此单元格相同的行");
    await window.rowHead(4).waitFor({ state: "detached" });
    await other.rowHead(4).waitFor({ state: "detached" });
    await other.page.locator('.cell[data-cell="C2"] .filter-mark.some').waitFor();
    const marks = (cell: string) => other.page.locator(`.cell[data-cell="${cell}"] .filter-mark.all`).count();
    expect([await marks("B2"), await marks("C2"), await marks("B3")]).toEqual([1, 0, 0]);
    await window.selectArea("A3", 1, 0);
    await window.tool("row-delete");
    await window.rowHead(3).waitFor({ state: "detached" });
    expect(await service.values(id, "A1:C5")).toEqual([["示例清单"], rows[0], rows[2]]);
    await window.press("Control+z");
    await become(() => service.values(id, "A1:C5")).toEqual([["示例清单"], ...rows]);
    await window.rowHead(3).waitFor();
    await other.rowHead(3).waitFor();
    expect([await other.rowHead(2).count(), await other.rowHead(3).count(), await other.rowHead(5).count()]).toEqual([
      1, 1, 1,
    ]);
    await other.tool("filter");
    await window.rowHead(4).waitFor();
  });

  it("[U10] a column is sorted by itself, not by the merged title over it", async () => {
    const id = await service.create([
      ["示例清单"],
      ["序号", "问题", "分值"],
      [1, "甲", 30],
      [2, "乙", 10],
      [3, "丙", 20],
    ]);
    await service.update(id, [
      freeze(2),
      {
        mergeCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 },
          mergeType: "MERGE_ALL",
        },
      },
    ]);
    const window = await openWindow(id);
    await window.page.locator(".slick-header-column", { hasText: /^C$/ }).click();
    await window.tool("sort-up");
    await become(() => column(id, "C")).toEqual(["", "分值", 10, 20, 30]);
  });

  it("[U15] tabs are added, renamed, duplicated and deleted", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    const tab = (title: string) => window.page.locator(".tab", { hasText: new RegExp(`^${title}$`) });
    await window.page.click(".add-tab");
    await tab("工作表2").waitFor();
    await tab("工作表2").dblclick();
    await window.page.fill("dialog input", "调研课题");
    await window.press("Enter");
    await tab("调研课题").waitFor();
    await tab("问题清单").click({ button: "right" });
    await window.menu("创建副本");
    await become(async () => (await service.titles(id)).length).toBe(3);
    await tab("调研课题").click({ button: "right" });
    await window.menu("删除…");
    await window.page.click("dialog button.ok");
    await become(() => service.titles(id)).not.toContain("调研课题");
    expect(await service.titles(id)).toHaveLength(2);
  });

  it("[U16] undo takes back the last acts one by one, redo does one again", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    const before = await service.values(id, "A1:C9");
    await window.type("B2", "改了");
    await window.shows("B2", "改了");
    await window.select("A2");
    await window.tool("sort-down");
    await become(() => service.values(id, "A1:C9")).not.toEqual(before.with(1, [1, "改了", "推进中"]));
    await window.press("Control+z");
    await window.says("已撤销：排序");
    await window.press("Control+z");
    await window.says("已撤销：输入");
    expect(await service.values(id, "A1:C9")).toEqual(before);
    await window.press("Control+y");
    await window.says("已重做：输入");
    expect(await service.values(id, "B2")).toEqual([["改了"]]);
  });

  it("[U17] an act on cells that others changed since is not undone", async () => {
    const id = await service.create(rows);
    const [mine, other] = [await openWindow(id), await openWindow(id)];
    await mine.type("B2", "我改的");
    await other.shows("B2", "我改的");
    await other.type("B2", "他改的");
    await mine.shows("B2", "他改的");
    await mine.tool("undo");
    await mine.says("已被他人改动");
    expect(await service.values(id, "B2")).toEqual([["他改的"]]);
  });

  it("[U18] undoing a deletion brings back cells and notes", async () => {
    const id = await service.create(rows);
    await service.update(id, [note(2, 1, "请核对")]);
    const window = await openWindow(id);
    await window.select("A3");
    await window.tool("row-delete");
    await window.shows("A3", "3");
    await window.tool("undo");
    await window.shows("B3", "示例：饮水不稳");
    await window.page.locator('.cell[data-cell="B3"] .note-mark').waitFor();
    expect(await service.values(id, "A1:C4")).toEqual(rows);
  });

  it("[U18] when others changed something since, an undone deletion brings the row back and keeps their change", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.select("A3");
    await window.tool("row-delete");
    await window.shows("A3", "3");
    await service.update(id, [note(0, 0, "他人的备注")]);
    await window.page.locator('.cell[data-cell="A1"] .note-mark').waitFor();
    await window.tool("undo");
    await window.shows("B3", "示例：饮水不稳");
    await window.page.locator('.cell[data-cell="A1"] .note-mark').waitFor();
    expect(await service.values(id, "A1:C4")).toEqual(rows);
  });

  it("[U23] selected rows become a table and a plain range again, by the menu and by undo, and every cell stays as it was", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    const choose = async (label: string) => {
      await window.page.click('.cell[data-cell="B2"]', { button: "right" });
      await window.menu(label);
    };
    const head = window.page.locator('.cell.table-head[data-cell="B1"]');
    await window.selectArea("A1", 3, 2);
    await choose("转换为表格");
    await head.waitFor();
    const [table] = await service.tables(id);
    await choose("还原为普通区域");
    await head.waitFor({ state: "detached" });
    const plain = [await service.tables(id), await service.values(id, "A1:C4")];
    await window.tool("undo");
    await head.waitFor();
    const [again] = await service.tables(id);
    await window.tool("undo");
    await head.waitFor({ state: "detached" });
    expect([table, plain, again, await service.tables(id), await service.values(id, "A1:C4")]).toEqual([
      { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 },
      [[], rows],
      table,
      [],
      rows,
    ]);
  });

  it("[U2] what a cell holds is shown as text and never run", async () => {
    const id = await service.create([["<img src=x onerror=document.title='ran'>", '<b id="bold">粗</b>']]);
    const window = await openWindow(id);
    await window.shows("B1", '<b id="bold">粗</b>');
    await window.select("A1");
    expect(await window.page.locator("#bold").count()).toBe(0);
    expect(await window.page.title()).toBe("示例县局台账 - 表格");
  });

  it("[U21] a refusal is shown in Chinese and the cell shows what the service holds", async () => {
    const id = await service.create(rows);
    const window = await openWindow(id);
    await window.press("Control+a");
    await window.tool("row-delete");
    await window.says("不能删除全部的行或列");
    await window.shows("B2", "示例：道路损坏");
  });
});

function note(row: number, column: number, text: string): unknown {
  const range = {
    sheetId: 0,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  return { updateCells: { range, rows: [{ values: [{ note: text }] }], fields: "note" } };
}

function freeze(frozenRowCount: number): unknown {
  return {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { frozenRowCount } },
      fields: "gridProperties.frozenRowCount",
    },
  };
}
