import { describe, expect, it } from "vitest";
import { pauseSpreadsheet, releaseBrake } from "../../../core/sync/links.ts";
import { deleteRow, find, type, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

const noticeNote = "header 系统提示 note";

function clearCodes(ledger: Ledger, rows: number): void {
  for (let row = 1; row <= rows; row++) typeAt(ledger.world, { row, column: codeColumn }, "");
}

describe("release", () => {
  const deleteSeven = async () => {
    const ledger = await settledLedger(20);
    deleteRow(ledger.world, 3, 7);
    await ledger.pass();
    return ledger;
  };

  it("[K5] lets exactly the braked pass go on: the rows are marked, then archived, in passes that are not stopped again", async () => {
    const ledger = await deleteSeven();
    const braked = (await ledger.world.store.getLink("s1"))?.brakedPass ?? "";
    expect(await releaseBrake(ledger.world.store, "s1", "0000000000")).toEqual({ ok: false, why: "OTHER_PASS" });
    expect(await releaseBrake(ledger.world.store, "s1", braked)).toMatchObject({ ok: true });
    expect(await releaseBrake(ledger.world.store, "s1", braked)).toEqual({ ok: false, why: "NOT_BRAKED" });
    await ledger.rest();
    expect((await ledger.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(7);
    expect((await ledger.picture())[noticeNote]).toBeUndefined();
  });

  it("[K5] is for what the person saw: another reason stops the pass again", async () => {
    const ledger = await deleteSeven();
    await ledger.world.release("s1");
    clearCodes(ledger, 13);
    const { outcome, reason } = await ledger.pass();
    expect([outcome, reason]).toEqual(["BRAKED", "工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除"]);
  });

  it("[K5] is used up by the pass that it let go on", async () => {
    const ledger = await deleteSeven();
    await ledger.world.release("s1");
    await ledger.rest();
    deleteRow(ledger.world, 1, 7);
    expect((await ledger.pass()).outcome).toBe("BRAKED");
  });

  it("[K5] of a tab deleted on purpose: its items are archived, the rest goes on", async () => {
    const ledger = await settledLedger();
    edit(ledger, { addSheet: { properties: { sheetId: 8, title: "问题清单二" } } });
    ledger.world.google.write("s1", "问题清单二!A1", [
      ["序号", "问题描述", "整改措施"],
      [1, "留下的问题", "措施"],
    ]);
    await ledger.rest();
    edit(ledger, { deleteSheet: { sheetId: 7 } });
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    await ledger.world.release("s1");
    await ledger.rest();
    expect(
      (await ledger.world.items("s1")).map(({ texts, archivedAt }) => [texts.description, archivedAt !== null]).sort(),
    ).toEqual([
      ["留下的问题", false],
      ["第1个示例问题", true],
      ["第2个示例问题", true],
      ["第3个示例问题", true],
    ]);
  });
});

describe("other states", () => {
  it("[K4] a paused spreadsheet is not even read; when it goes on nothing of either side is lost", async () => {
    const ledger = await settledLedger();
    await pauseSpreadsheet(ledger.world.store, "s1", true);
    await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
    type(ledger.world, "第2个示例问题", "备注", "表格写的");
    expect((await passWith(ledger.world, {})).requests).toEqual([]);
    expect((await ledger.picture()).link).toBe("PAUSED 已暂停同步");
    await pauseSpreadsheet(ledger.world.store, "s1", false);
    await ledger.rest();
    const picture = await ledger.picture();
    expect([picture["#1 责任人"], picture["item #2 remark"], picture.link]).toEqual(["王某", "表格写的", undefined]);
  });

  it("[K4] a spreadsheet that is gone is UNREACHABLE, keeps its items, and is well again once it is shared again", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const state = ledger.world.google.state("s1");
    ledger.world.google.remove("s1");
    expect((await ledger.pass()).outcome).toBe("UNREACHABLE");
    expect(await ledger.world.store.getLink("s1")).toMatchObject({
      state: "UNREACHABLE",
      reason: "表格已删除，或未共享给同步账号；数据原样保留",
    });
    expect((await ledger.world.items("s1")).every(({ archivedAt }) => archivedAt === null)).toBe(true);
    ledger.world.google.put(state);
    expect((await ledger.pass()).outcome).toBe("NOTHING");
    expect(await ledger.picture()).toEqual(before);
  });

  it("[K4] the clerk's own note on the 系统提示 header outlives a brake", async () => {
    const ledger = await settledLedger();
    const { column } = find(ledger.world, "第1个示例问题", "系统提示");
    const start = { sheetId: 7, rowIndex: 0, columnIndex: column };
    edit(ledger, { updateCells: { start, fields: "note", rows: [{ values: [{ note: "这列别动" }] }] } });
    clearCodes(ledger, 3);
    await ledger.pass();
    expect((await ledger.picture())[noticeNote]).toBe(
      "这列别动\n【系统】已暂停同步：工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除",
    );
    for (let n = 1; n <= 3; n++) typeAt(ledger.world, { row: n, column: codeColumn }, ledger.code(n));
    await ledger.rest();
    expect((await ledger.picture())[noticeNote]).toBe("这列别动");
  });
});
