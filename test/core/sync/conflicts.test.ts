import { describe, expect, it } from "vitest";
import { settle } from "../../../core/ledger/conflict.ts";
import { find, type, typeAt } from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";

const first = "第1个示例问题";

/** Both sides change 备注 of the first row, and a pass finds it. */
async function withConflict(): Promise<Ledger> {
  const ledger = await settledLedger();
  await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
  type(ledger.world, first, "备注", "表格写的");
  await ledger.pass();
  return ledger;
}

const conflictText = "两边同时改动，现显示表格的“表格写的”，另存系统中的“接口写的”；在此填入正确的内容即可了结";

async function chosen(ledger: Ledger, choice: Parameters<typeof settle>[2]) {
  const item = await ledger.world.item(ledger.code(1));
  const settled = settle(item, item.conflicts[0]?.id ?? "", choice, ledger.world.apiAuthor());
  if (!settled.ok) throw new Error(settled.why);
  await ledger.world.apiPut(item, settled.edited);
}

describe("one side changed", () => {
  it("[M2] what a clerk types is in the store, with who and when, and the sheet is left alone", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      type(ledger.world, first, "责任部门", "市场科");
      expect(figures(await ledger.pass())).toEqual({
        outcome: "DONE",
        toStore: 1,
        toSheet: 0,
        conflicts: 0,
        problems: 0,
        reads: 1,
        writes: 0,
      });
    });
    expect(change).toEqual({
      "#1 责任部门": "市场科",
      "item #1 department": "市场科",
      "item #1": "dl PRESENT tab 7 version 2",
      "history #1 2.1": "sheet:s1 department: 办公室 → 市场科",
    });
    expect((await ledger.world.history(ledger.code(1)))[0]).toEqual({
      id: "2.1",
      at: "2023-11-06T01:00:03.000Z",
      side: "SHEET",
      actor: "sheet:s1",
      field: "department",
      before: "办公室",
      after: "市场科",
      reason: null,
    });
  });

  it("[M2] what the API sets is in the cell, and in no other", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "王某", progress: "已走访" });
    expect(await ledger.changed(() => ledger.pass())).toEqual({
      "#2 责任人": "王某",
      "#2 整改进展": "已走访",
      "item #2 ahead owner": null,
      "item #2 ahead progress": null,
    });
    expect(
      (await ledger.world.history(ledger.code(2))).map(({ side, actor, at, before, after }) => [
        side,
        actor,
        at,
        before,
        after,
      ]),
    ).toEqual([
      ["API", "user:li", "2023-11-06T01:00:01.500Z", null, "已走访"],
      ["API", "user:li", "2023-11-06T01:00:01.500Z", "责任人2", "王某"],
      ["SHEET", "sheet:s1", "2023-11-06T01:00:01.500Z", null, "CREATED"],
    ]);
  });

  it("[M2] different cells of one row changed on either side are no conflict", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
      type(ledger.world, first, "备注", "待议");
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 责任人": "王某",
      "#1 备注": "待议",
      "item #1 owner": "王某",
      "item #1 remark": "待议",
      "item #1": "dl PRESENT tab 7 version 3",
      "history #1 2.1": "user:li owner: 责任人1 → 王某",
      "history #1 3.1": "sheet:s1 remark: null → 待议",
    });
  });

  it("[M2] a value the clerk clears is cleared in the store, and its history keeps it", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      type(ledger.world, first, "责任人", "");
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 责任人": null,
      "item #1 owner": null,
      "item #1": "dl PRESENT tab 7 version 2",
      "history #1 2.1": "sheet:s1 owner: 责任人1 → null",
    });
  });
});

describe("both sides changed", () => {
  it("[M3] the same day in other words: the clerk's wording stays and the cell is not written", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      await ledger.world.apiSet(ledger.code(1), { due: "2023-11-30" });
      type(ledger.world, first, "整改时限", "2023年11月30日");
      expect(figures(await ledger.pass())).toEqual({
        outcome: "DONE",
        toStore: 1,
        toSheet: 0,
        conflicts: 0,
        problems: 0,
        reads: 1,
        writes: 0,
      });
    });
    expect(change).toEqual({
      "#1 整改时限": "2023年11月30日",
      "item #1 due": "2023年11月30日",
      "item #1": "dl PRESENT tab 7 version 3",
      "history #1 2.1": "user:li due: 2023-12-31 → 2023-11-30",
      "history #1 3.1": "sheet:s1 due: 2023-11-30 → 2023年11月30日",
    });
  });

  it("[M4] the sheet shows, the loser is kept in a conflict, and the cell says so in a note and in 系统提示", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    type(ledger.world, first, "备注", "表格写的");
    expect(await ledger.changed(() => ledger.pass())).toEqual({
      "#1 备注 note": `【系统】${conflictText}`,
      "#1 系统提示": `备注：${conflictText}`,
      "item #1 remark": "表格写的",
      "item #1 ahead remark": null,
      "item #1": "dl PRESENT tab 7 version 3",
      "item #1 conflict remark.3": "sheet 表格写的, store 接口写的, shows SHEET, open",
      "history #1 3.1": "sheet:s1 remark: 接口写的 → 表格写的",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[M4] a value cleared on one side and changed on the other is a conflict too", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
    type(ledger.world, first, "责任人", "");
    const text = "两边同时改动，现显示表格的（空），另存系统中的“王某”；在此填入正确的内容即可了结";
    expect(await ledger.changed(() => ledger.pass())).toEqual({
      "#1 责任人 note": `【系统】${text}`,
      "#1 系统提示": `责任人：${text}`,
      "item #1 owner": null,
      "item #1 ahead owner": null,
      "item #1": "dl PRESENT tab 7 version 3",
      "item #1 conflict owner.3": "sheet null, store 王某, shows SHEET, open",
      "history #1 3.1": "sheet:s1 owner: 王某 → null",
    });
  });

  it("[P10] the clerk's own note stays in front of the system's, and alone once the conflict is settled", async () => {
    const ledger = await settledLedger();
    const at = find(ledger.world, first, "备注");
    const note = (text: string): Request => ({
      updateCells: {
        start: { sheetId: 7, rowIndex: at.row, columnIndex: at.column },
        fields: "note",
        rows: [{ values: [{ note: text }] }],
      },
    });
    ledger.world.google.edit("s1", [note("问过李科长")]);
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    type(ledger.world, first, "备注", "表格写的");
    await ledger.pass();
    expect((await ledger.picture())["#1 备注 note"]).toBe(`问过李科长\n【系统】${conflictText}`);
    await chosen(ledger, { choose: "SHEET" });
    await ledger.pass();
    expect((await ledger.picture())["#1 备注 note"]).toBe("问过李科长");
    expect(await ledger.rest()).toBe(1);
  });
});

describe("settling", () => {
  it("[M8] the clerk types the value that is right: settled, noted nowhere any more, one history entry", async () => {
    const ledger = await withConflict();
    const change = await ledger.changed(async () => {
      type(ledger.world, first, "备注", "两边商定的");
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 备注": "两边商定的",
      "#1 备注 note": null,
      "#1 系统提示": null,
      "item #1 remark": "两边商定的",
      "item #1": "dl PRESENT tab 7 version 4",
      "item #1 conflict remark.3": "sheet 表格写的, store 接口写的, shows SHEET, settled",
      "history #1 4.1": "sheet:s1 remark: 表格写的 → 两边商定的",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[M8] the clerk types the very value that the other side had", async () => {
    const ledger = await withConflict();
    type(ledger.world, first, "备注", "接口写的");
    await ledger.pass();
    const picture = await ledger.picture();
    expect([picture["item #1 remark"], picture["item #1 conflict remark.3"], picture["#1 系统提示"]]).toEqual([
      "接口写的",
      "sheet 表格写的, store 接口写的, shows SHEET, settled",
      undefined,
    ]);
  });

  it("[M8] a person chooses the API's value: it is in the cell after the next pass", async () => {
    const ledger = await withConflict();
    const change = await ledger.changed(async () => {
      await chosen(ledger, { choose: "API" });
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 备注": "接口写的",
      "#1 备注 note": null,
      "#1 系统提示": null,
      "item #1 remark": "接口写的",
      "item #1": "dl PRESENT tab 7 version 5",
      "item #1 conflict remark.3": "sheet 表格写的, store 接口写的, shows SHEET, settled",
      "history #1 4.1": "user:li remark: 表格写的 → 接口写的",
      "history #1 5.1": "user:li item: remark → CONFLICT_SETTLED",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[M8] a person chooses the value that shows already: only the words about it go", async () => {
    const ledger = await withConflict();
    const change = await ledger.changed(async () => {
      await chosen(ledger, { choose: "SHEET" });
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 备注 note": null,
      "#1 系统提示": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "item #1 conflict remark.3": "sheet 表格写的, store 接口写的, shows SHEET, settled",
      "history #1 4.1": "user:li item: remark → CONFLICT_SETTLED",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[M8] a conflict that gives way to another is settled, and the new one is open", async () => {
    const ledger = await withConflict();
    await ledger.world.apiSet(ledger.code(1), { remark: "接口又写" });
    type(ledger.world, first, "备注", "表格又写");
    await ledger.pass();
    const { conflicts } = await ledger.world.item(ledger.code(1));
    expect(
      conflicts.map(({ sheetValue, storeValue, settledAt }) => [sheetValue, storeValue, settledAt === null]),
    ).toEqual([
      ["表格写的", "接口写的", false],
      ["表格又写", "接口又写", true],
    ]);
    expect(await ledger.rest()).toBe(1);
  });
});

describe("cells that are never written", () => {
  it("[M5] a formula stays, what the API says is kept in a conflict, and the clerk is told", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, find(ledger.world, first, "备注"), '="共"&A2&"件"');
    await ledger.pass();
    expect((await ledger.picture())["item #1 remark"]).toBe("共1件");
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    const change = await ledger.changed(() => ledger.pass());
    const text = "两边同时改动，现显示表格的“共1件”，另存系统中的“接口写的”；在此填入正确的内容即可了结";
    expect(change).toEqual({
      "#1 备注 note": `【系统】${text}`,
      "#1 系统提示": `备注：${text}`,
      "item #1 remark": "共1件",
      "item #1 ahead remark": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "item #1 conflict remark.4": "sheet 共1件, store 接口写的, shows SHEET, open",
      "history #1 4.1": "sheet:s1 remark: 接口写的 → 共1件",
    });
    expect((await ledger.picture())["#1 备注"]).toBe('="共"&A2&"件"');
    expect(await ledger.rest()).toBe(1);
  });

  it("[M5] a formula whose result moved by itself is taken over like an edit", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, find(ledger.world, first, "备注"), '="电话"&K2');
    await ledger.pass();
    const change = await ledger.changed(async () => {
      type(ledger.world, first, "联系电话（自用）", "新号");
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 联系电话（自用）": "新号",
      "item #1 remark": "电话新号",
      "item #1": "dl PRESENT tab 7 version 3",
      "history #1 3.1": "sheet:s1 remark: 电话电话1 → 电话新号",
    });
  });

  it("[M5] a cell merged over several rows is read for each of them and written for none", async () => {
    const ledger = await settledLedger();
    const { row, column } = find(ledger.world, first, "责任部门");
    const range = {
      sheetId: 7,
      startRowIndex: row,
      endRowIndex: row + 2,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    ledger.world.google.edit("s1", [{ mergeCells: { range, mergeType: "MERGE_ALL" } }]);
    await ledger.rest();
    await ledger.world.apiSet(ledger.code(2), { department: "接口写的" });
    const text = "两边同时改动，现显示表格的“办公室”，另存系统中的“接口写的”；在此填入正确的内容即可了结";
    const change = await ledger.changed(() => ledger.pass());
    expect(change).toEqual({
      "#2 系统提示": `责任部门：${text}`,
      "item #2 department": "办公室",
      "item #2 ahead department": null,
      "item #2": "dl PRESENT tab 7 version 3",
      "item #2 conflict department.3": "sheet 办公室, store 接口写的, shows SHEET, open",
      "history #2 3.1": "sheet:s1 department: 接口写的 → 办公室",
    });
    expect(await ledger.rest()).toBe(1);
    expect(ledger.world.google.state("s1").sheets[0]?.merges).toHaveLength(1);
  });
});

describe("columns that come and go", () => {
  const deleteColumn = (index: number): Request => ({
    deleteDimension: { range: { sheetId: 7, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 } },
  });
  const insertColumn = (index: number): Request => ({
    insertDimension: {
      range: { sheetId: 7, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 },
      inheritFromBefore: false,
    },
  });
  const withoutCells = (change: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(change).filter(([line]) => !/^#\d/.test(line)));

  it("[M7] a column that is gone deletes nothing, and the API can go on setting it", async () => {
    const ledger = await settledLedger();
    const { column } = find(ledger.world, first, "责任人");
    const change = await ledger.changed(async () => {
      ledger.world.google.edit("s1", [deleteColumn(column)]);
      await ledger.pass();
    });
    expect(withoutCells(change)).toEqual({
      headers:
        "序号 问题描述 问题类别 整改措施 责任部门 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示",
    });
    await ledger.rest();
    expect(
      await ledger.changed(async () => {
        await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
        await ledger.rest();
      }),
    ).toEqual({
      "item #1 owner": "王某",
      "item #1": "dl PRESENT tab 7 version 2",
      "history #1 2.1": "user:li owner: 责任人1 → 王某",
    });
  });

  it("[M7] the column comes back blank, as undo or a new one: it is filled from the store again", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const { column } = find(ledger.world, first, "责任人");
    ledger.world.google.edit("s1", [deleteColumn(column)]);
    await ledger.rest();
    ledger.world.google.edit("s1", [insertColumn(column)]);
    typeAt(ledger.world, { row: 0, column }, "责任人");
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[M6] a column that is new takes what the store has, gives what the store lacks, and differs visibly", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { leader: "张局" });
    await ledger.world.apiSet(ledger.code(2), { leader: "赵局" });
    await ledger.rest();
    const change = await ledger.changed(async () => {
      ledger.world.google.edit("s1", [insertColumn(2)]);
      typeAt(ledger.world, { row: 0, column: 2 }, "责任领导");
      typeAt(ledger.world, { row: 2, column: 2 }, "表格填的");
      typeAt(ledger.world, { row: 3, column: 2 }, "孙局");
      await ledger.pass();
    });
    const text = "两边同时改动，现显示表格的“表格填的”，另存系统中的“赵局”；在此填入正确的内容即可了结";
    expect(change).toEqual({
      headers:
        "序号 问题描述 责任领导 问题类别 整改措施 责任部门 责任人 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示",
      "#1 责任领导": "张局",
      "#2 责任领导": "表格填的",
      "#2 责任领导 note": `【系统】${text}`,
      "#2 系统提示": `责任领导：${text}`,
      "#3 责任领导": "孙局",
      "item #2 leader": "表格填的",
      "item #2": "dl PRESENT tab 7 version 3",
      "item #2 conflict leader.3": "sheet 表格填的, store 赵局, shows SHEET, open",
      "history #2 3.1": "sheet:s1 leader: 赵局 → 表格填的",
      "item #3 leader": "孙局",
      "item #3": "dl PRESENT tab 7 version 2",
      "history #3 2.1": "sheet:s1 leader: null → 孙局",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[M7] moved and renamed columns are the same columns: nothing is read as changed", async () => {
    const ledger = await settledLedger();
    const { column } = find(ledger.world, first, "责任人");
    const change = await ledger.changed(async () => {
      const source = { sheetId: 7, dimension: "COLUMNS", startIndex: column, endIndex: column + 1 };
      ledger.world.google.edit("s1", [{ moveDimension: { source, destinationIndex: 1 } }]);
      typeAt(ledger.world, { row: 0, column: 1 }, "整改责任人");
      expect(figures(await ledger.pass())).toEqual({
        outcome: "NOTHING",
        toStore: 0,
        toSheet: 0,
        conflicts: 0,
        problems: 0,
        reads: 1,
        writes: 0,
      });
    });
    expect(withoutCells(change)).toEqual({
      headers:
        "序号 整改责任人 问题描述 问题类别 整改措施 责任部门 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示",
    });
    await ledger.world.apiSet(ledger.code(3), { owner: "王某" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "#3 整改责任人": "王某", "item #3 ahead owner": null });
  });
});
