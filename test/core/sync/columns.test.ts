import { describe, expect, it } from "vitest";
import { find, typeAt } from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { figures, settledLedger } from "./ledger.ts";

const first = "第1个示例问题";

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
    const text =
      "两边同时改动，现显示表格的“表格填的”，另存系统中的“赵局”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
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
