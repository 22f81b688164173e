import { describe, expect, it } from "vitest";
import { type, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";
import { insertRow, putNote, reverse } from "./windows.ts";

/** Notes go by position, whole, and after the values: each test sits between the read and such a write. */

const unreadable = "【系统】看不懂时限“不知道”，请写成 2023-11-05 或 2023年11月底前 这样";

async function notesOf(ledger: Ledger): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await ledger.picture()).filter(([line]) => line.endsWith(" note")));
}

/** Rows 1 and 3 have notes of their clerk's, and row 1 is to get one of ours. */
async function notedLedger(): Promise<Ledger> {
  const ledger = await settledLedger();
  putNote(ledger, "第1个示例问题", "整改时限", "一号的便条");
  putNote(ledger, "第3个示例问题", "整改时限", "三号的便条");
  type(ledger.world, "第1个示例问题", "整改时限", "不知道");
  return ledger;
}

describe("a note of ours", () => {
  it("[Z5] what a person writes into the note between our read and our write of it is lost; the writes of values lie between", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "整改时限", "不知道");
    const { requests } = await passWith(ledger.world, {
      "before restructure 1": () => putNote(ledger, "第1个示例问题", "整改时限", "一号的便条"),
    });
    expect(requests).toEqual(["read", "writeRows", "restructure", "read"]);
    await ledger.rest();
    expect(await notesOf(ledger)).toEqual({ "#1 整改时限 note": unreadable });
  });

  it("[Z5] rows moved there and the process dies: the note stays on the other row with the clerk's own words in it, for the one that stood there", async () => {
    const ledger = await notedLedger();
    await passWith(ledger.world, { "before restructure 1": reverse(ledger), "after restructure 1": crash });
    expect(await notesOf(ledger)).toEqual({
      "#3 整改时限 note": `一号的便条\n${unreadable}`,
      "#1 整改时限 note": "一号的便条",
    });
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(await notesOf(ledger)).toEqual({
      "#3 整改时限 note": "一号的便条",
      "#1 整改时限 note": `一号的便条\n${unreadable}`,
    });
  });

  it("[Z5] without the death each row has its own again", async () => {
    const ledger = await notedLedger();
    await passWith(ledger.world, { "before restructure 1": reverse(ledger) });
    await ledger.rest();
    expect(await notesOf(ledger)).toEqual({
      "#3 整改时限 note": "三号的便条",
      "#1 整改时限 note": `一号的便条\n${unreadable}`,
    });
  });

  it("[Z5] but for what a person writes into the note that was hit, between the read that finds it and the write that gives it back", async () => {
    const ledger = await notedLedger();
    await passWith(ledger.world, {
      "before restructure 1": reverse(ledger),
      "before restructure 2": () => putNote(ledger, "第3个示例问题", "整改时限", "三号的新便条"),
    });
    await ledger.rest();
    expect(await notesOf(ledger)).toEqual({
      "#3 整改时限 note": "三号的便条",
      "#1 整改时限 note": `一号的便条\n${unreadable}`,
    });
  });

  it("[Z5] one for the 系统提示 header stays where it falls, for the note that stood there, and nobody takes it away", async () => {
    const ledger = await settledLedger();
    const codes = [1, 2, 3].map((n) => ledger.code(n));
    for (const row of [1, 2, 3]) typeAt(ledger.world, { row, column: codeColumn }, "");
    await passWith(ledger.world, {
      "before restructure 1": () => {
        insertRow(ledger, 0);
        const start = { sheetId: 7, rowIndex: 0, columnIndex: codeColumn + 2 };
        edit(ledger, { updateCells: { start, fields: "note", rows: [{ values: [{ note: "我的便条" }] }] } });
      },
    });
    const braked = {
      "row 1 系统提示 note": "【系统】已暂停同步：工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除",
    };
    expect(await notesOf(ledger)).toEqual(braked);
    codes.forEach((code, i) => {
      typeAt(ledger.world, { row: i + 2, column: codeColumn }, code);
    });
    await ledger.rest();
    expect([await notesOf(ledger), (await ledger.picture()).link]).toEqual([braked, undefined]);
  });
});
