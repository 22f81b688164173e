import { describe, expect, it } from "vitest";
import { listCellProblems } from "../../../core/sync/problems.ts";
import { cellsOf, read, type } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, figures, type Ledger, quiet, settledLedger } from "./ledger.ts";

/** System cells and clerks' cells in which nothing can be written. */

const [first, second, third] = ["第1个示例问题", "第2个示例问题", "第3个示例问题"];
const [code, state, notice] = [codeColumn, codeColumn + 1, codeColumn + 2];

/** Half open, as in the API. */
const area = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const merge = (ledger: Ledger, range: object) => edit(ledger, { mergeCells: { range, mergeType: "MERGE_ALL" } });
const protect = (ledger: Ledger, range: object) =>
  edit(ledger, { addProtectedRange: { protectedRange: { range, editors: { users: ["clerk@bureau"] } } } });
const problems = async (ledger: Ledger) =>
  (await listCellProblems(ledger.world.store, "s1")).map(({ cell, message }) => [cell, message]);
const merged = "与别的格合并，系统写不进去，请取消合并";
const locked = "设了保护，系统账号没有编辑权限";

describe("a merge over system cells", () => {
  it("[P13] over two 系统状态: the lower row is synced without it and says so; unmerged, it comes back", async () => {
    const ledger = await settledLedger();
    merge(ledger, area(1, 3, state, state + 1));
    type(ledger.world, second, "责任人", "新的人");
    await ledger.world.apiSet(ledger.code(2), { progress: "已走访" });
    await ledger.rest();
    expect({
      state: (await ledger.world.store.getLink("s1"))?.state,
      owner: (await ledger.world.item(ledger.code(2))).texts.owner,
      progress: read(ledger.world, second, "整改进展"),
      notice: read(ledger.world, second, "系统提示"),
      problems: await problems(ledger),
    }).toEqual({
      state: "ACTIVE",
      owner: "新的人",
      progress: "已走访",
      notice: `系统状态：${merged}`,
      problems: [["M3", `系统状态：${merged}`]],
    });
    edit(ledger, { unmergeCells: { range: area(1, 3, state, state + 1) } });
    await ledger.rest();
    expect([
      read(ledger.world, second, "系统状态"),
      read(ledger.world, second, "系统提示"),
      await problems(ledger),
    ]).toEqual(["已挂号，待整改", "", []]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[P13] over two 系统编号: the row without one keeps its item and waits, told in its 系统提示; unmerged, it is the same item", async () => {
    const ledger = await settledLedger();
    const before = await ledger.world.items("s1");
    merge(ledger, area(1, 3, code, code + 1));
    await ledger.rest();
    ledger.world.wait(400_000);
    await ledger.rest();
    expect([await ledger.world.items("s1"), (await ledger.world.store.getLink("s1"))?.state]).toEqual([
      before,
      "ACTIVE",
    ]);
    expect(read(ledger.world, second, "系统提示")).toBe(`系统编号：${merged}`);
    edit(ledger, { unmergeCells: { range: area(1, 3, code, code + 1) } });
    await ledger.rest();
    expect([read(ledger.world, second, "系统编号"), read(ledger.world, second, "系统提示")]).toEqual([
      ledger.code(2),
      "",
    ]);
  });

  it("[P13] from a clerk's cell across all system cells of a new row: it waits, the other rows go on", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    merge(ledger, area(4, 5, code - 1, notice + 1));
    type(ledger.world, first, "责任人", "新的人");
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect([items.length, items.find(({ code }) => code === ledger.code(1))?.texts.owner]).toEqual([3, "新的人"]);
    expect((await problems(ledger)).map(([cell]) => cell)).toEqual(["L5", "M5", "N5"]);
    edit(ledger, { unmergeCells: { range: area(4, 5, code - 1, notice + 1) } });
    await ledger.rest();
    expect(await ledger.world.items("s1")).toHaveLength(4);
  });
});

describe("a protected range", () => {
  it("[P13] over a clerk's cell: what the API sets there is a conflict that says why, and every other row is written", async () => {
    const ledger = await settledLedger();
    protect(ledger, area(1, 2, 5, 6));
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await ledger.world.apiSet(ledger.code(3), { owner: "第三人" });
    await ledger.rest();
    expect([read(ledger.world, first, "责任人"), read(ledger.world, third, "责任人")]).toEqual(["责任人1", "第三人"]);
    expect(read(ledger.world, first, "系统提示")).toContain(locked);
    expect((await ledger.world.item(ledger.code(1))).conflicts).toHaveLength(1);
  });

  it("[P13] over the system columns: changes of the clerk are still taken, and the list of problems says what to do", async () => {
    const ledger = await settledLedger();
    protect(ledger, { sheetId: 7, startColumnIndex: code });
    type(ledger.world, first, "完成情况", "已完成");
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(1))).texts.claim).toBe("已完成");
    expect((await problems(ledger))[0]).toEqual(["L2", `系统编号：${locked}，请在保护设置里加上它`]);
    expect((await ledger.world.store.getLink("s1"))?.state).toBe("ACTIVE");
    const { protectedRangeId } = ledger.world.google.state("s1").sheets[0]?.protectedRanges[0] ?? {};
    edit(ledger, { deleteProtectedRange: { protectedRangeId } });
    await ledger.rest();
    const rows = cellsOf(ledger.world).slice(1);
    expect(rows.map((row) => [row[1], row[state]])).toEqual([
      [first, "已申请销号，待国家局审核"],
      [second, "已挂号，待整改"],
      [third, "已挂号，待整改"],
      ["新的问题", "已挂号，待整改"],
      ["接口登记的问题", "已挂号，待整改"],
    ]);
  });

  it("[P13] with the sync's account among its editors, or one that only warns, it stops nothing", async () => {
    const ledger = await settledLedger();
    edit(
      ledger,
      { addProtectedRange: { protectedRange: { range: area(1, 2, 5, 6), editors: { users: ["sync@ledger"] } } } },
      { addProtectedRange: { protectedRange: { range: area(2, 3, 5, 6), warningOnly: true } } },
    );
    await ledger.world.apiSet(ledger.code(1), { owner: "甲" });
    await ledger.world.apiSet(ledger.code(2), { owner: "乙" });
    await ledger.rest();
    expect([read(ledger.world, first, "责任人"), read(ledger.world, second, "责任人")]).toEqual(["甲", "乙"]);
  });
});
