import { describe, expect, it } from "vitest";
import { find, type, typeAt } from "../../support/ledger-sheet.ts";
import { figures, settledLedger } from "./ledger.ts";

const first = "第1个示例问题";

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

describe("cells that are never written", () => {
  it("[M5] a formula stays, what the API says is kept in a conflict, and the clerk is told", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, find(ledger.world, first, "备注"), '="共"&A2&"件"');
    await ledger.pass();
    expect((await ledger.picture())["item #1 remark"]).toBe("共1件");
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    const change = await ledger.changed(() => ledger.pass());
    const text =
      "公式，系统不改写；现显示表格的“共1件”，另存系统中的“接口写的”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
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
    const text =
      "与上下几行合并，改动会连带别的行，系统不改写；现显示表格的“办公室”，另存系统中的“接口写的”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
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
