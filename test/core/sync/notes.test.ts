import { describe, expect, it } from "vitest";
import { addSpreadsheet, find, plainHeaders, problemRow, sortBy, type } from "../../support/ledger-sheet.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";
import { edit, type Ledger, ledgerOf, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

/** A ledger with these rows under its header, linked and never passed over. */
async function freshLedger(rows: readonly unknown[][], headers: readonly string[] = plainHeaders): Promise<Ledger> {
  const world = makeSyncWorld();
  addSpreadsheet(world, "s1", [{ title: "问题清单", tabId: 7, rows: [[...headers], ...rows] }]);
  await world.addUnit("dl");
  await world.link("s1", "dl");
  return ledgerOf(world);
}

async function notesOf(ledger: Ledger): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await ledger.picture()).filter(([line]) => line.endsWith(" note")));
}

function note(ledger: Ledger, text: string, header: string, words: string): void {
  const { row, column } = find(ledger.world, text, header);
  const rows = [{ values: [words === "" ? {} : { note: words }] }];
  const start = { sheetId: 7, rowIndex: row, columnIndex: column };
  ledger.world.google.edit("s1", [{ updateCells: { start, fields: "note", rows } }]);
}

describe("notes on cells", () => {
  it("[P10] the same words on two rows are two notes, and the second pass is quiet", async () => {
    const ledger = await freshLedger([
      problemRow(1, { 整改时限: "不知道" }),
      problemRow(2, { 整改时限: "不知道" }),
      problemRow(3),
    ]);
    expect((await passWith(ledger.world, {})).requests).toEqual([
      "read",
      "restructure",
      "read",
      "restructure",
      "read",
      "writeRows",
      "restructure",
      "read",
    ]);
    const notes = await notesOf(ledger);
    expect(Object.keys(notes)).toEqual(["#1 整改时限 note", "#2 整改时限 note"]);
    expect(notes["#1 整改时限 note"]).toMatch(/^【系统】.*不知道/);
    expect(notes["#2 整改时限 note"]).toBe(notes["#1 整改时限 note"]);
    expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
  });

  it("[P10] a note on the second line of an entry of two lines stays", async () => {
    const ledger = await freshLedger([
      problemRow(1, { 整改时限: "" }),
      ["", "", "", "措施1之二", "", "", "不知道"],
      problemRow(2),
    ]);
    const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
    ledger.world.google.edit("s1", [{ mergeCells: { range, mergeType: "MERGE_ALL" } }]);
    await ledger.pass();
    expect(Object.keys(await notesOf(ledger))).toEqual(["row 3 整改时限 note"]);
    expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
  });

  it("[P10] two fields in one cell share its note, and each has its say in it", async () => {
    const ledger = await freshLedger(
      [
        [1, "甲", "办公室/王某", "2023-12-31"],
        [2, "乙", "市场科/李某", "2023-12-31"],
      ],
      ["序号", "问题描述", "责任部门/责任人", "整改时限"],
    );
    await ledger.pass();
    await ledger.picture();
    await ledger.world.apiSet(ledger.code(1), { department: "财务科", owner: "赵某" });
    await ledger.pass();
    const says = (sheet: string, store: string) =>
      `一格里填了两项，系统不改写；现显示表格的“${sheet}”，另存系统中的“${store}”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”`;
    expect(await notesOf(ledger)).toEqual({
      "#1 责任部门/责任人 note": `【系统】${says("办公室", "财务科")}；${says("王某", "赵某")}`,
    });
    expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
  });

  it("[P10] a copied row whose note the clerk writes anew, while another row gets the same words: the original's stays", async () => {
    const ledger = await freshLedger([problemRow(1, { 整改时限: "不知道" }), problemRow(2)]);
    await ledger.rest();
    const words = (await notesOf(ledger))["#1 整改时限 note"];
    const area = (row: number) => ({ sheetId: 7, startRowIndex: row, endRowIndex: row + 1 });
    edit(ledger, { copyPaste: { source: area(1), destination: area(3), pasteType: "PASTE_NORMAL" } });
    const start = { sheetId: 7, rowIndex: 3, columnIndex: 6 };
    edit(ledger, { updateCells: { start, fields: "note", rows: [{ values: [{ note: "我的话" }] }] } });
    type(ledger.world, "第2个示例问题", "整改时限", "不知道");
    await ledger.rest();
    expect(await notesOf(ledger)).toEqual({
      "#1 整改时限 note": words,
      "#2 整改时限 note": words,
      "#3 整改时限 note": `我的话\n${words}`,
    });
  });

  it("[P10] a note that a sort puts on another row is moved to its own, and the clerk's notes stay where they were", async () => {
    const ledger = await settledLedger();
    note(ledger, "第1个示例问题", "整改时限", "一号的便条");
    note(ledger, "第3个示例问题", "整改时限", "三号的便条");
    type(ledger.world, "第1个示例问题", "整改时限", "不知道");
    const { requests } = await passWith(ledger.world, {
      "before restructure 1": () => sortBy(ledger.world, "序号", "DESCENDING"),
    });
    const own = (await notesOf(ledger))["#1 整改时限 note"] ?? "";
    expect(own).toMatch(/^一号的便条\n【系统】.*不知道/);
    expect(await notesOf(ledger)).toEqual({ "#1 整改时限 note": own, "#3 整改时限 note": "三号的便条" });
    expect(requests).toEqual([
      "read",
      "writeRows",
      "restructure",
      "read",
      "restructure",
      "read",
      "restructure",
      "read",
    ]);
    expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
  });

  it("[P10] a note taken away during a sort takes no clerk's note with it", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "整改时限", "不知道");
    await ledger.rest();
    note(ledger, "第3个示例问题", "整改时限", "三号的便条");
    await ledger.rest();
    type(ledger.world, "第1个示例问题", "整改时限", "2023-11-30");
    await passWith(ledger.world, { "before restructure 1": () => sortBy(ledger.world, "序号", "DESCENDING") });
    expect(await notesOf(ledger)).toEqual({ "#3 整改时限 note": "三号的便条" });
    expect(await ledger.rest()).toBe(1);
  });
});
