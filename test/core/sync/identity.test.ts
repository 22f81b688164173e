import { describe, expect, it } from "vitest";
import {
  cellsOf,
  deleteRow,
  plainHeaders,
  problemRow,
  read,
  sortBy,
  type,
  typeAt,
} from "../../support/ledger-sheet.ts";
import { codeColumn, edit, figures, quiet, settledLedger } from "./ledger.ts";

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

  it("[N1] the 系统编号 header renamed or emptied: the same rows, one problem more, and no second column", async () => {
    for (const header of ["编号", ""]) {
      const ledger = await settledLedger();
      const headers = cellsOf(ledger.world)[0]?.slice(0, codeColumn);
      typeAt(ledger.world, { row: 0, column: codeColumn }, header);
      type(ledger.world, "第2个示例问题", "问题描述", "改过的问题");
      await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
      const change = await ledger.changed(async () => {
        expect(figures(await ledger.pass())).toMatchObject({ outcome: "DONE", problems: 1 });
        await ledger.rest();
      });
      expect(change).toEqual({
        "row 2 责任人": "王某",
        "item #1 ahead owner": null,
        "item #2 description": "改过的问题",
        "item #2": "dl PRESENT tab 7 version 2",
        "history #2 2.1": "sheet:s1 description: 第2个示例问题 → 改过的问题",
      });
      expect(cellsOf(ledger.world)[0]).toEqual([...(headers ?? []), header, "系统状态", "系统提示"]);
    }
  });

  it("[N4] its key pasted over another row's and its code cleared: the row that says most of the same is still the item", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      type(ledger.world, "第1个示例问题", "责任人", "换了的人");
      type(ledger.world, "第1个示例问题", "系统编号", "");
      type(ledger.world, "第2个示例问题", "问题描述", "第1个示例问题");
      await ledger.rest();
    });
    expect(change).toEqual({
      "#1 责任人": "换了的人",
      "item #1 owner": "换了的人",
      "item #1": "dl PRESENT tab 7 version 2",
      "history #1 2.1": "sheet:s1 owner: 责任人1 → 换了的人",
      "#2 问题描述": "第1个示例问题",
      "item #2 description": "第1个示例问题",
      "item #2": "dl PRESENT tab 7 version 2",
      "history #2 2.1": "sheet:s1 description: 第2个示例问题 → 第1个示例问题",
    });
  });

  it("[N4] its code on a new row and another cell of its own changed: the row with its key is still the item", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      type(ledger.world, "第2个示例问题", "备注", "另记一笔");
      type(ledger.world, "第2个示例问题", "系统编号", "");
      ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
      type(ledger.world, "新的问题", "系统编号", ledger.code(2));
      await ledger.rest();
    });
    expect(change).toMatchObject({
      order: "#1 #2 #3 #4",
      "#2 备注": "另记一笔",
      "item #2 remark": "另记一笔",
      "item #4 description": "新的问题",
      "item #4": "dl PRESENT tab 7 version 1",
    });
    expect(change["item #2 description"]).toBeUndefined();
  });

  it("[N4] a text in the code cell that is no code at all: the row with the item's key is the item, as without a code", async () => {
    const ledger = await settledLedger();
    const change = await ledger.changed(async () => {
      type(ledger.world, "第2个示例问题", "备注", "另记一笔");
      type(ledger.world, "第2个示例问题", "系统编号", "已挂号，待整改");
      await ledger.rest();
    });
    expect(change).toEqual({
      "#2 备注": "另记一笔",
      "item #2 remark": "另记一笔",
      "item #2": "dl PRESENT tab 7 version 2",
      "history #2 2.1": "sheet:s1 remark: null → 另记一笔",
    });
  });
});
