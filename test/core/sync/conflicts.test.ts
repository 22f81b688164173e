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

const conflictText =
  "两边同时改动，现显示表格的“表格写的”，另存系统中的“接口写的”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";

async function chosen(ledger: Ledger, choice: Parameters<typeof settle>[2]) {
  const item = await ledger.world.item(ledger.code(1));
  const settled = settle(item, item.conflicts[0]?.id ?? "", choice, ledger.world.apiAuthor());
  if (!settled.ok) throw new Error(settled.why);
  await ledger.world.apiPut(item, settled.edited);
}

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
    const text =
      "两边同时改动，现显示表格的（空），另存系统中的“王某”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
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

  it("[M8] the clerk writes 以此为准 into 系统提示: what is shown stands, and no text changes", async () => {
    const ledger = await withConflict();
    expect(
      await ledger.changed(async () => {
        type(ledger.world, first, "系统提示", " 以此为准");
        await ledger.rest();
      }),
    ).toEqual({
      "#1 备注 note": null,
      "#1 系统提示": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "item #1 conflict remark.3": "sheet 表格写的, store 接口写的, shows SHEET, settled",
      "history #1 4.1": "sheet:s1 item: remark → CONFLICT_SETTLED",
    });
  });

  it("[M8] the API changes the field once more: settled, the cell shows it, and no note says otherwise", async () => {
    const ledger = await withConflict();
    await ledger.world.apiSet(ledger.code(1), { remark: "接口第二次写的" });
    expect((await ledger.world.item(ledger.code(1))).conflicts.map(({ settledAt }) => settledAt !== null)).toEqual([
      true,
    ]);
    await ledger.rest();
    const drawn = await ledger.picture();
    expect([drawn["#1 备注"], drawn["#1 备注 note"] ?? "", drawn["#1 系统提示"] ?? ""]).toEqual([
      "接口第二次写的",
      "",
      "",
    ]);
  });

  it("[M5] [M8] the API's text cannot be chosen for a formula: it says so, and no conflict opens again", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, find(ledger.world, first, "备注"), '=IF(TRUE,"公式","")');
    await ledger.rest();
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    await ledger.rest();
    const item = await ledger.world.item(ledger.code(1));
    const id = item.conflicts[0]?.id ?? "";
    expect(settle(item, id, { choose: "API" }, ledger.world.apiAuthor())).toEqual({
      ok: false,
      why: "SHEET_READ_ONLY",
      reason: "公式，系统不改写",
    });
    await chosen(ledger, { choose: "SHEET" });
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(1))).conflicts.map(({ settledAt }) => settledAt !== null)).toEqual([
      true,
    ]);
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
