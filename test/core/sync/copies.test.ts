import { describe, expect, it } from "vitest";
import {
  addSpreadsheet,
  cellsOf,
  find,
  plainHeaders,
  problemRow,
  read,
  type,
  typeAt,
} from "../../support/ledger-sheet.ts";
import { codeColumn, edit, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith, unanswered } from "./moments.ts";

/** The whole row, copied to another one. */
function copyRow(ledger: Ledger, from: number, to: number): void {
  const area = (row: number) => ({
    sheetId: 7,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: 0,
    endColumnIndex: 14,
  });
  edit(ledger, { copyPaste: { source: area(from), destination: area(to), pasteType: "PASTE_NORMAL" } });
}

describe("copied rows and codes", () => {
  it("[N3] a copied row becomes an item of its own; the original keeps its code and its history", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      copyRow(ledger, 1, 4);
      await ledger.rest();
    });
    expect(Object.keys(change).filter((line) => !line.includes("#4"))).toEqual(["order"]);
    expect(change.order).toBe("#1 #2 #3 #4");
    expect([change["#4 问题描述"], change["item #4"], change["history #4 1.1"]]).toEqual([
      "第1个示例问题",
      "dl PRESENT tab 7 version 1",
      "sheet:s1 item: null → CREATED",
    ]);
  });

  it("[N3] a copy above its original that was edited: the one like the agreed row stays the original", async () => {
    const ledger = await settledLedger();
    edit(ledger, {
      insertDimension: {
        range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 2 },
        inheritFromBefore: false,
      },
    });
    copyRow(ledger, 2, 1);
    typeAt(ledger.world, { row: 1, column: 1 }, "抄来改写的问题");
    const change = await ledger.changed(() => ledger.rest());
    expect(change.order).toBe("#4 #1 #2 #3");
    expect(change["item #4 description"]).toBe("抄来改写的问题");
    expect(Object.keys(change).filter((line) => /item #1|history #1/.test(line))).toEqual([]);
  });

  it("[N3] a copy of the tab with the older text, after a write that nobody has proven: the row that stayed is the original", async () => {
    const ledger = await settledLedger();
    edit(ledger, { duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "另存" } });
    await ledger.world.apiSet(ledger.code(3), { description: "接口改过的问题" });
    await passWith(ledger.world, { "after writeRows 1": crash });
    ledger.world.wait(400_000);
    // Where most of its codes no longer stand on the first tab, the second is no copy of it.
    edit(ledger, {
      deleteDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 3 } },
    });
    await ledger.rest();
    expect(read(ledger.world, "接口改过的问题", "系统编号")).toBe(ledger.code(3));
    const copy = await ledger.world.items("s1");
    expect(copy.map(({ texts }) => texts.description).sort()).toEqual([
      "接口改过的问题",
      "第1个示例问题",
      "第2个示例问题",
      "第3个示例问题",
    ]);
  });

  it("[N3] both edited: the one that was edited less stays the original, wherever it stands", async () => {
    for (const [lightly, heavily] of [
      [1, 4],
      [4, 1],
    ] as const) {
      const ledger = await settledLedger();
      copyRow(ledger, 1, 4);
      typeAt(ledger.world, { row: lightly, column: 9 }, "只加备注");
      for (const [column, text] of [
        [1, "抄来改写的问题"],
        [3, "另一些措施"],
      ] as const)
        typeAt(ledger.world, { row: heavily, column }, text);
      await ledger.rest();
      const items = await ledger.world.items("s1");
      expect(items.find(({ code }) => code === ledger.code(1))?.texts).toMatchObject({
        description: "第1个示例问题",
        remark: "只加备注",
      });
      expect(items.map(({ texts }) => texts.description).sort()).toEqual([
        "抄来改写的问题",
        "第1个示例问题",
        "第2个示例问题",
        "第3个示例问题",
      ]);
    }
  });

  it("[N3] a code pasted over another row's code: each row is again what it was", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const area = (row: number) => ({
      sheetId: 7,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: codeColumn,
      endColumnIndex: codeColumn + 1,
    });
    edit(ledger, { copyPaste: { source: area(1), destination: area(2), pasteType: "PASTE_VALUES" } });
    expect(read(ledger.world, "第2个示例问题", "系统编号")).toBe(ledger.code(1));
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[N3] the same where another row's code was pasted over that of the row that stayed", async () => {
    const ledger = await settledLedger();
    edit(ledger, { duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "另存" } });
    await ledger.world.apiSet(ledger.code(3), { description: "接口改过的问题" });
    await passWith(ledger.world, { "after writeRows 1": crash });
    ledger.world.wait(400_000);
    edit(ledger, { deleteDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 2 } } });
    type(ledger.world, "接口改过的问题", "系统编号", ledger.code(2));
    await ledger.rest();
    expect(read(ledger.world, "接口改过的问题", "系统编号")).toBe(ledger.code(3));
    const problems = (await ledger.world.items("s1")).flatMap(({ texts }) => texts.description ?? []);
    expect(problems.filter((text) => text === "接口改过的问题")).toHaveLength(1);
  });

  it("[N4] a cleared code comes back", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    type(ledger.world, "第2个示例问题", "系统编号", "");
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[N4] a code pasted over that of a row which shows the API's text already, though no pass has proven it", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { description: "接口改写的问题" });
    await passWith(ledger.world, { "after writeRows 1": unanswered });
    typeAt(ledger.world, { row: 2, column: codeColumn }, ledger.code(1));
    await ledger.rest();
    expect(cellsOf(ledger.world).map((row) => [row[1], row[codeColumn]])).toEqual([
      ["问题描述", "系统编号"],
      ["第1个示例问题", ledger.code(1)],
      ["接口改写的问题", ledger.code(2)],
      ["第3个示例问题", ledger.code(3)],
    ]);
    expect(await ledger.world.items("s1")).toHaveLength(3);
  });

  it("[N4] a copy from before a write that nobody has proven: the row that shows the write is the item, edited or not", async () => {
    const ledger = await settledLedger();
    copyRow(ledger, 2, 4);
    await ledger.world.apiSet(ledger.code(2), { description: "接口改写的问题" });
    await passWith(ledger.world, { "after writeRows 1": crash });
    ledger.world.wait(400_000);
    for (let row = 1; row <= 4; row++) typeAt(ledger.world, { row, column: codeColumn }, "");
    type(ledger.world, "接口改写的问题", "备注", "随手记的");
    expect(await ledger.pass()).toMatchObject({ outcome: "BRAKED" });
    await ledger.world.release("s1");
    await ledger.rest();
    const codes = cellsOf(ledger.world).map((row) => [row[1], row[codeColumn]]);
    expect(codes.slice(0, 4)).toEqual([
      ["问题描述", "系统编号"],
      ["第1个示例问题", ledger.code(1)],
      ["接口改写的问题", ledger.code(2)],
      ["第3个示例问题", ledger.code(3)],
    ]);
    expect(codes[4]?.[0]).toBe("第2个示例问题");
    expect(await ledger.world.items("s1")).toHaveLength(4);
    expect((await ledger.world.item(ledger.code(2))).texts.remark).toBe("随手记的");
  });

  it("[N4] two codes that were swapped are put right", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    typeAt(ledger.world, { row: 1, column: codeColumn }, ledger.code(2));
    typeAt(ledger.world, { row: 2, column: codeColumn }, ledger.code(1));
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[N4] also where both rows were edited since, by what they still say", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, { row: 1, column: codeColumn }, ledger.code(2));
    typeAt(ledger.world, { row: 2, column: codeColumn }, ledger.code(1));
    type(ledger.world, "第1个示例问题", "责任人", "换了的人");
    type(ledger.world, "第2个示例问题", "问题描述", "改写的问题");
    await ledger.rest();
    expect(cellsOf(ledger.world).map((row) => [row[1], row[codeColumn]])).toEqual([
      ["问题描述", "系统编号"],
      ["第1个示例问题", ledger.code(1)],
      ["改写的问题", ledger.code(2)],
      ["第3个示例问题", ledger.code(3)],
    ]);
    expect((await ledger.world.item(ledger.code(1))).texts.owner).toBe("换了的人");
  });

  it("[N4] a row with a cleared code that was rewritten altogether is a new row, and the old item is archived", async () => {
    const ledger = await settledLedger();
    const { row } = find(ledger.world, "第2个示例问题", "问题描述");
    for (const [column, text] of [
      [1, "全新的问题"],
      [3, "全新的措施"],
      [4, "市场科"],
      [5, "某某"],
      [codeColumn, ""],
    ] as const)
      typeAt(ledger.world, { row, column }, text);
    await ledger.rest();
    expect(
      (await ledger.world.items("s1")).map(({ texts, archivedAt }) => [texts.description, archivedAt !== null]).sort(),
    ).toEqual([
      ["全新的问题", false],
      ["第1个示例问题", false],
      ["第2个示例问题", true],
      ["第3个示例问题", false],
    ]);
  });

  it("[N5] a row pasted from another bureau's spreadsheet is left alone, and its clerk told; neither bureau's item changes", async () => {
    const ledger = await settledLedger();
    addSpreadsheet(ledger.world, "s2", [
      { title: "问题清单", tabId: 7, rows: [[...plainHeaders], problemRow(1, { 问题描述: "别局的问题" })] },
    ]);
    await ledger.world.addUnit("gx");
    await ledger.world.link("s2", "gx");
    await ledger.world.pass("s2");
    const foreign = cellsOf(ledger.world, "s2")[1] ?? [];
    const theirs = (await ledger.world.items("s2"))[0];
    const change = await ledger.changed(async () => {
      ledger.world.google.write("s1", "问题清单!A5", [foreign.map((value) => (value === "" ? null : value))]);
      await ledger.rest();
    });
    const code = String(foreign[codeColumn]);
    const message = `系统编号“${code}”不属于本表；请清空这一格，系统会重新编号`;
    expect(Object.keys(change).filter((line) => !line.startsWith(code))).toEqual(["order"]);
    expect(change[`${code} 系统提示`]).toBe(message);
    expect(change[`${code} 问题描述`]).toBe("别局的问题");
    expect((await ledger.world.items("s2"))[0]).toEqual(theirs);
    expect(await ledger.world.items("s1")).toHaveLength(3);

    type(ledger.world, "别局的问题", "系统编号", "");
    await ledger.rest();
    const own = (await ledger.world.items("s1")).find(({ texts }) => texts.description === "别局的问题");
    expect([own?.unit, own?.code === code, read(ledger.world, "别局的问题", "系统提示")]).toEqual(["dl", false, ""]);
  });
});
