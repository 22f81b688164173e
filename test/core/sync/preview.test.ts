import { describe, expect, it } from "vitest";
import type { PlanLine } from "../../../core/sync/sync.ts";
import { cellsOf, deleteRow, type, typeAt } from "../../support/ledger-sheet.ts";
import { type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

/** What the lines of a plan say will be different, as lines of a picture. */
function foretold(ledger: Ledger, lines: readonly PlanLine[]): Record<string, string | null> {
  const headers = (cellsOf(ledger.world)[0] ?? []).map(String);
  const system: Readonly<Record<string, string>> = { "#code": "系统编号", "#state": "系统状态", "#notice": "系统提示" };
  const expected: Record<string, string | null> = {};
  for (const { action, cell, code, field, before, after } of lines) {
    const name = ledger.names.get(code ?? "") ?? code ?? "";
    const column = (cell ?? "A").replace(/\d+$/, "");
    const header = system[field ?? ""] ?? headers[column.charCodeAt(0) - 65];
    if (action === "WRITE_CELL") expected[`${name} ${header}`] = after;
    if (action === "NOTE") expected[`${name} ${header} note`] = after;
    if (action === "UPDATE_ITEM" || action === "CONFLICT") {
      expected[`item ${name} ${field}`] = after;
      expect([action, before === after]).toEqual([action, false]);
    }
  }
  return expected;
}

describe("preview", () => {
  it("[P11] touches neither side, takes no lease, and says the same when asked again", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    type(ledger.world, "第2个示例问题", "备注", "表格写的");
    const itemWrites = ledger.world.itemWrites();
    const sheet = ledger.world.google.state("s1");
    const first = await ledger.world.preview("s1");
    expect(await ledger.world.preview("s1")).toEqual(first);
    expect(ledger.world.google.state("s1")).toBe(sheet);
    expect(ledger.world.itemWrites()).toBe(itemWrites);
    await passWith(ledger.world, {
      "after read 1": async () => expect((await ledger.world.preview("s1")).toStore).toBe(1),
    });
  });

  it("[P11] is the plan that the pass then carries out: every line comes true and nothing else changes", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人", remark: "=1+1" });
    await ledger.world.apiSet(ledger.code(2), { remark: "接口的备注" });
    type(ledger.world, "第2个示例问题", "备注", "表格的备注");
    type(ledger.world, "第3个示例问题", "整改时限", "不知道");
    const { lines, ...counts } = await ledger.world.preview("s1");
    let record: unknown;
    const change = await ledger.changed(async () => {
      record = (await passWith(ledger.world, {})).record;
    });
    const { spreadsheetId, rowsRead, toStore, toSheet, conflicts, problems } = counts;
    expect(record).toMatchObject({ spreadsheetId, rowsRead, toStore, toSheet, conflicts, problems });
    const happened = Object.entries(change).filter(([line]) => !/^history| ahead | conflict |^item #\d+$/.test(line));
    expect(Object.fromEntries(happened)).toEqual(foretold(ledger, lines));
    const unreadable = "看不懂时限“不知道”，请写成 2023-11-05 或 2023年11月底前 这样";
    const both =
      "两边同时改动，现显示表格的“表格的备注”，另存系统中的“接口的备注”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
    expect(lines.map(({ action, cell, before, after }) => [action, cell, before, after])).toEqual([
      ["WRITE_CELL", "F2", "责任人1", "接口的人"],
      ["WRITE_CELL", "J2", null, "=1+1"],
      ["CONFLICT", "J3", "接口的备注", "表格的备注"],
      ["WRITE_CELL", "N3", null, `备注：${both}`],
      ["NOTE", "J3", null, `【系统】${both}`],
      ["UPDATE_ITEM", "G4", "2023-12-31", "不知道"],
      ["WRITE_CELL", "N4", null, `整改时限：${unreadable}`],
      ["NOTE", "G4", null, `【系统】${unreadable}`],
      ["PROBLEM", "J3", "表格的备注", null],
      ["PROBLEM", "G4", "不知道", null],
    ]);
  });

  it("[P11] names the same rows as the pass for new, deleted, revived and inserted ones", async () => {
    const ledger = await settledLedger(4);
    const gone = cellsOf(ledger.world)[4] ?? [];
    deleteRow(ledger.world, 4);
    await ledger.rest();
    ledger.world.google.write("s1", "问题清单!A5", [gone, [5, "表格登记的问题"]]);
    deleteRow(ledger.world, 2);
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    const { lines, toStore, toSheet } = await ledger.world.preview("s1");
    expect(
      lines.map(({ action, cell, code, after }) => [action, cell, ledger.names.get(code ?? "") ?? "new", after && ""]),
    ).toEqual([
      ["REVIVE_ITEM", "A4", "#4", null],
      ["CREATE_ITEM", "A5", "new", ""],
      ["WRITE_CODE", "L5", "new", ""],
      ["WRITE_CELL", "M5", "new", ""],
      ["MARK_MISSING", null, "#2", null],
      ["INSERT_ROW", null, "new", ""],
    ]);
    const record = await ledger.pass();
    expect([record.toStore, record.toSheet]).toEqual([toStore, toSheet]);
  });

  it("[P11] of a sheet that would be braked shows the brake and plans nothing", async () => {
    const ledger = await settledLedger(3);
    for (let row = 1; row <= 3; row++) typeAt(ledger.world, { row, column: 11 }, "");
    expect(await ledger.world.preview("s1")).toEqual({
      spreadsheetId: "s1",
      rowsRead: 3,
      toStore: 0,
      toSheet: 0,
      conflicts: 0,
      problems: 0,
      brake: {
        reason: "CODES_GONE",
        message: "工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除",
      },
      lines: [],
    });
  });
});
