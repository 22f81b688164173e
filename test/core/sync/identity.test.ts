import { describe, expect, it } from "vitest";
import {
  addSpreadsheet,
  cellsOf,
  deleteRow,
  find,
  plainHeaders,
  problemRow,
  read,
  sortBy,
  type,
  typeAt,
} from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith, unanswered } from "./moments.ts";

const quiet = { outcome: "NOTHING", toStore: 0, toSheet: 0, conflicts: 0, problems: 0, reads: 1, writes: 0 };
const codeColumn = 11;

function edit(ledger: Ledger, ...requests: Request[]): void {
  ledger.world.google.edit("s1", requests);
}

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

describe("a row is known by its code", () => {
  it("[N1] sorted, moved and renumbered rows are the same rows", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      sortBy(ledger.world, "问题描述", "DESCENDING");
      edit(ledger, {
        moveDimension: {
          source: { sheetId: 7, dimension: "ROWS", startIndex: 2, endIndex: 3 },
          destinationIndex: 1,
        },
      });
      for (const [i, number] of [31, 32, 33].entries()) typeAt(ledger.world, { row: i + 1, column: 0 }, number);
      expect(figures(await ledger.pass())).toEqual(quiet);
    });
    expect(change).toEqual({ order: "#2 #3 #1", "#1 序号": "33", "#2 序号": "31", "#3 序号": "32" });
  });

  it("[N1] rows hidden by hand or by a filter are read and written like any other", async () => {
    const ledger = await settledLedger();
    edit(
      ledger,
      {
        updateDimensionProperties: {
          range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 3 },
          properties: { hiddenByUser: true },
          fields: "hiddenByUser",
        },
      },
      {
        setBasicFilter: {
          filter: {
            range: { sheetId: 7, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 14 },
            criteria: { 2: { hiddenValues: ["民生"] } },
          },
        },
      },
    );
    const filter = ledger.world.google.state("s1").sheets[0]?.basicFilter;
    expect(filter).toBeDefined();
    type(ledger.world, "第1个示例问题", "备注", "藏着改的");
    await ledger.world.apiSet(ledger.code(2), { progress: "已走访" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({
      "item #1 remark": "藏着改的",
      "item #1": "dl PRESENT tab 7 version 2",
      "history #1 2.1": "sheet:s1 remark: null → 藏着改的",
      "#2 整改进展": "已走访",
      "item #2 ahead progress": null,
    });
    const after = ledger.world.google.state("s1").sheets[0];
    expect(after?.basicFilter).toEqual(filter);
    expect(after?.rowDimensions.slice(1, 3).map((row) => row?.hidden)).toEqual([true, true]);
  });

  it("[N1] frozen rows, widths, colours and formats are as the clerk left them", async () => {
    const ledger = await settledLedger();
    const sheetId = 7;
    edit(
      ledger,
      {
        updateSheetProperties: {
          properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
          fields: "gridProperties.frozenRowCount",
        },
      },
      {
        repeatCell: {
          range: { sheetId, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 11 },
          cell: { userEnteredFormat: { backgroundColor: { red: 1 }, numberFormat: { type: "TEXT", pattern: "@" } } },
          fields: "userEnteredFormat(backgroundColor,numberFormat)",
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: "COLUMNS", startIndex: 1, endIndex: 2 },
          properties: { pixelSize: 320 },
          fields: "pixelSize",
        },
      },
    );
    const looks = () => {
      const tab = ledger.world.google.state("s1").sheets[0];
      return {
        grid: tab?.gridProperties,
        widths: tab?.columnDimensions.map((column) => column?.pixelSize),
        formats: tab?.rows.slice(1, 4).map((row) => [...(row ?? [])].slice(0, 11).map((cell) => cell?.format)),
      };
    };
    const before = looks();
    expect(before.formats?.[0]?.[0]).toBeDefined();
    await ledger.world.apiSet(ledger.code(1), { remark: "=1+1", owner: "王某" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({
      "#1 备注": "=1+1",
      "#1 责任人": "王某",
      "item #1 ahead owner": null,
      "item #1 ahead remark": null,
    });
    expect(looks()).toEqual(before);
  });

  it("[N1] a row cut to another place is the same row", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      edit(ledger, {
        cutPaste: {
          source: { sheetId: 7, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 14 },
          destination: { sheetId: 7, rowIndex: 6, columnIndex: 0 },
          pasteType: "PASTE_NORMAL",
        },
      });
      expect(figures(await ledger.pass())).toEqual(quiet);
    });
    expect(change).toEqual({ order: "#2 #3 #1" });
  });

  it("[N1] a row moved to another tab of the same kind takes its item along", async () => {
    const ledger = await settledLedger();
    const tab = { properties: { sheetId: 8, title: "问题清单第二批" } };
    edit(ledger, { addSheet: tab });
    ledger.world.google.write("s1", "问题清单第二批!A1", [[...plainHeaders], problemRow(9)]);
    await ledger.rest();
    const row = cellsOf(ledger.world)[1] ?? [];
    deleteRow(ledger.world, 1);
    ledger.world.google.write("s1", "问题清单第二批!A3", [row]);
    await ledger.rest();
    expect(
      (await ledger.world.items("s1"))
        .map(({ texts, row: at, archivedAt }) => [texts.description, at?.tabId, at?.presence, archivedAt])
        .sort(),
    ).toEqual([
      ["第1个示例问题", 8, "PRESENT", null],
      ["第2个示例问题", 7, "PRESENT", null],
      ["第3个示例问题", 7, "PRESENT", null],
      ["第9个示例问题", 8, "PRESENT", null],
    ]);
    await ledger.world.apiSet(ledger.code(1), { remark: "跟着走" });
    await ledger.rest();
    expect(read(ledger.world, "第1个示例问题", "备注", "s1", 8)).toBe("跟着走");
  });

  it("[N1] a renamed tab is the same tab", async () => {
    const ledger = await settledLedger();
    edit(ledger, { updateSheetProperties: { properties: { sheetId: 7, title: "我局的整改" }, fields: "title" } });
    await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "#1 责任人": "王某", "item #1 ahead owner": null });
  });
});

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

  it("[N4] a cleared code comes back", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    type(ledger.world, "第2个示例问题", "系统编号", "");
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[N4] two codes that were swapped are put right", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    typeAt(ledger.world, { row: 1, column: codeColumn }, ledger.code(2));
    typeAt(ledger.world, { row: 2, column: codeColumn }, ledger.code(1));
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
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

describe("rows made by the API", () => {
  it("[N6] gets a fresh row at the end of its table, and nobody's cell is written over", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A7", [["填表人：某某"]]);
    await ledger.rest();
    const change = await ledger.changed(async () => {
      await ledger.world.apiCreate("s1", { description: "接口登记的问题", remark: "=1+1" });
      expect((await passWith(ledger.world, {})).requests).toEqual(["read", "restructure", "read", "writeRows", "read"]);
    });
    expect(change).toEqual({
      order: "#1 #2 #3 #4 row 8",
      "row 7 序号": null,
      "row 8 序号": "填表人：某某",
      "#4 问题描述": "接口登记的问题",
      "#4 备注": "=1+1",
      "#4 系统编号": "#4",
      "#4 系统状态": "已挂号，待整改",
      "item #4": "dl PRESENT tab 7 version 1",
      "item #4 description": "接口登记的问题",
      "item #4 remark": "=1+1",
      "history #4 1.1": "user:li item: null → CREATED",
    });
    expect(ledger.world.google.state("s1").sheets[0]?.rows[4]?.[9]).toEqual({ value: "=1+1" });
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[N6] Google inserts the row and does not answer: the next pass finds it and inserts no second one", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    const { error } = await passWith(ledger.world, { "after restructure 1": unanswered });
    expect(error).toMatchObject({ code: "google.unavailable" });
    await ledger.rest();
    const rows = cellsOf(ledger.world).filter((row) => row[1] === "接口登记的问题");
    const items = (await ledger.world.items("s1")).filter(({ texts }) => texts.description === "接口登记的问题");
    expect([rows.length, items.length]).toEqual([1, 1]);
    expect(rows[0]?.[codeColumn]).toBe(items[0]?.code);
  });

  it("[N6] a second worker plans the same row from an old read: its request fails as a whole", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    // The first worker is held up before its insertion for longer than its lease; the second does the work meanwhile.
    const { requests, error } = await passWith(ledger.world, {
      "before restructure 1": async () => {
        ledger.world.wait(400_000);
        await ledger.world.pass("s1");
      },
    });
    expect(error).toMatchObject({ code: "lease.lost" });
    expect(requests).toEqual(["read", "restructure"]);
    await ledger.rest();
    expect(cellsOf(ledger.world).filter((row) => row[1] === "接口登记的问题")).toHaveLength(1);
  });

  it("[N6] an inserted row that is deleted at once is not inserted again and again", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await ledger.rest();
    deleteRow(ledger.world, 4);
    await ledger.rest();
    expect(cellsOf(ledger.world).some((row) => row[1] === "接口登记的问题")).toBe(false);
    const item = (await ledger.world.items("s1")).find(({ texts }) => texts.description === "接口登记的问题");
    expect(item?.archivedAt).not.toBeNull();
  });
});

describe("copies of tabs", () => {
  it("[N8] a duplicated tab takes no part, and whoever types into it is told by the list of problems", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    edit(ledger, {
      duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "问题清单的副本" },
    });
    await ledger.rest();
    typeAt(ledger.world, { row: 1, column: 1 }, "在副本里改的", "s1", 8);
    await ledger.rest();
    const after = await ledger.picture();
    expect(Object.fromEntries(Object.entries(after).filter(([line]) => !line.startsWith("问题清单的副本")))).toEqual(
      before,
    );
    expect(after["问题清单的副本 #1 问题描述"]).toBe("在副本里改的");
    const link = await ledger.world.store.getLink("s1");
    expect(link?.tabs.map(({ title, role }) => [title, role])).toEqual([
      ["问题清单", "LIVE"],
      ["问题清单的副本", "ARCHIVE"],
    ]);
  });

  it("[N8] the original deleted after it was duplicated pulls the brake, it does not archive everything", async () => {
    const ledger = await settledLedger();
    edit(ledger, {
      duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "问题清单的副本" },
    });
    await ledger.rest();
    edit(ledger, { deleteSheet: { sheetId: 7 } });
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    expect((await ledger.world.items("s1")).every(({ archivedAt }) => archivedAt === null)).toBe(true);
  });
});
