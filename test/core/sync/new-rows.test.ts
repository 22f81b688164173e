import { describe, expect, it } from "vitest";
import { cellsOf, read, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, figures, quiet, settledLedger } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";

describe("new rows", () => {
  it("[N2] a filled row gets a code, a state and an item with its history; the clerk's cells stay as typed", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      ledger.world.google.write("s1", "问题清单!A5", [[4, " 新的问题", "民生", "", "", "", "2023.12"]]);
      expect(figures(await ledger.pass())).toEqual({
        outcome: "DONE",
        toStore: 1,
        toSheet: 2,
        conflicts: 0,
        problems: 0,
        reads: 2,
        writes: 2,
      });
    });
    expect(change).toEqual({
      order: "#1 #2 #3 #4",
      "#4 序号": "4",
      "#4 问题描述": " 新的问题",
      "#4 问题类别": "民生",
      "#4 整改时限": "2023.12",
      "#4 系统编号": "#4",
      "#4 系统状态": "已挂号，待整改",
      "item #4": "dl PRESENT tab 7 version 1",
      "item #4 description": " 新的问题",
      "item #4 category": "民生",
      "item #4 due": "2023.12",
      "history #4 1.1": "sheet:s1 item: null → CREATED",
    });
    expect(ledger.code(4)).toMatch(/^P[0-9A-Z]{12}$/);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[N2] a row whose key cell is blank waits, and is an item once it is filled", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!D5", [["先写了措施"]]);
    await ledger.rest();
    expect(await ledger.world.items("s1")).toHaveLength(3);
    typeAt(ledger.world, { row: 4, column: 1 }, "后写的问题");
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect(items.map(({ texts }) => texts.measures).sort()).toEqual(["先写了措施", "措施1", "措施2", "措施3"]);
  });

  it("[N2] a worker that dies after the code is in the sheet and before the item exists makes one item", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await passWith(ledger.world, { "after writeRows 1": crash });
    const code = read(ledger.world, "新的问题", "系统编号");
    expect(String(code)).toMatch(/^P/);
    expect(await ledger.world.items("s1")).toHaveLength(3);
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(
      (await ledger.world.items("s1")).filter(({ texts }) => texts.description === "新的问题").map((item) => item.code),
    ).toEqual([code]);
  });

  it("[N2] a worker that dies before the code is in the sheet: the next one gives another, one item", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await passWith(ledger.world, { "before writeRows 1": crash });
    ledger.world.wait(400_000);
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect(items).toHaveLength(4);
    expect(items.map(({ code }) => code).sort()).toEqual(
      cellsOf(ledger.world)
        .slice(1)
        .map((row) => row[codeColumn])
        .sort(),
    );
  });

  it("[N2] a code that came into a blank row, as the row it was for was moved meanwhile and the worker died, makes no item", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    const source = { sheetId: 7, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: codeColumn };
    await passWith(ledger.world, {
      "before writeRows 1": () =>
        edit(ledger, { cutPaste: { source, destination: { sheetId: 7, rowIndex: 6, columnIndex: 0 } } }),
      "after writeRows 1": crash,
    });
    expect(cellsOf(ledger.world)[4]?.[codeColumn]).toMatch(/^P/);
    ledger.world.wait(400_000);
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect(items.map(({ texts }) => texts.description).sort()).toEqual([
      "新的问题",
      "第1个示例问题",
      "第2个示例问题",
      "第3个示例问题",
    ]);
    expect(cellsOf(ledger.world)[4]?.[codeColumn] ?? "").toBe("");
  });

  it("[N2] two equal rows typed by hand are two items", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [
      [4, "一样的问题"],
      [5, "一样的问题"],
    ]);
    await ledger.rest();
    const items = (await ledger.world.items("s1")).filter(({ texts }) => texts.description === "一样的问题");
    expect(new Set(items.map(({ code }) => code)).size).toBe(2);
  });
});
