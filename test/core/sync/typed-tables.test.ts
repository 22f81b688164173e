import { describe, expect, it } from "vitest";
import { listCellProblems } from "../../../core/sync/problems.ts";
import type { SheetState } from "../../../local/google/state.ts";
import {
  addSpreadsheet,
  cellsOf,
  find,
  linkedLedger,
  plainHeaders,
  problemRow,
  read,
  type,
} from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { makeSyncWorld, type SyncWorld, type WorldOptions } from "../../support/sync-world.ts";
import { edit, figures, type Ledger, ledgerOf, quiet, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

/** What Google does with a Table is open in two places (G224): everything below holds both ways. */
const ways: readonly WorldOptions[] = [true, false].flatMap((tablesGrowAtTheirEnd) =>
  [true, false].map((tableRowsArePreset) => ({ switches: { tablesGrowAtTheirEnd, tableRowsArePreset } })),
);
const each = describe.each(ways.map((options) => [JSON.stringify(options.switches), options] as const));

const yesNo = {
  condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "已完成" }, { userEnteredValue: "正在整改" }] },
};
const types: Readonly<Record<string, object>> = {
  序号: { columnType: "DOUBLE" },
  整改时限: { columnType: "DATE" },
  完成情况: { columnType: "DROPDOWN", dataValidationRule: yesNo },
  销号: { columnType: "BOOLEAN" },
};

/** 转换为表格 over these rows and columns of tab 7, its columns typed by their headers. */
function convert(
  world: SyncWorld,
  startRowIndex: number,
  endRowIndex: number,
  { startColumnIndex = 0, endColumnIndex = 0, typed = types, rowsProperties = {} as object } = {},
): Request {
  const headers = (cellsOf(world)[startRowIndex] ?? []).map(String);
  const width = endColumnIndex || headers.length;
  const columnProperties = headers.slice(startColumnIndex, width).flatMap((columnName, columnIndex) => {
    const typeOf = typed[columnName];
    return typeOf === undefined ? [] : [{ columnIndex, columnName, ...typeOf }];
  });
  const range = { sheetId: 7, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex: width };
  return { addTable: { table: { tableId: "1", range, columnProperties, rowsProperties } } };
}

/** 还原: the table goes, what stood in it stays, as the sheet page does it. */
function revert(ledger: Ledger): readonly Request[] {
  const { box } = tableOf(ledger.world);
  const sheet = tabOf(ledger.world);
  const rows = sheet.rows.slice(box.startRow, box.endRow).map((row) => ({
    values: Array.from({ length: box.endColumn - box.startColumn }, (_, i) => {
      const cell = row?.[box.startColumn + i];
      if (cell?.formula !== undefined) return { userEnteredValue: { formulaValue: cell.formula } };
      if (typeof cell?.value === "number") return { userEnteredValue: { numberValue: cell.value } };
      if (typeof cell?.value === "boolean") return { userEnteredValue: { boolValue: cell.value } };
      return cell?.value === undefined ? {} : { userEnteredValue: { stringValue: cell.value } };
    }),
  }));
  const start = { sheetId: 7, rowIndex: box.startRow, columnIndex: box.startColumn };
  return [{ deleteTable: { tableId: "1" } }, { updateCells: { start, rows, fields: "userEnteredValue" } }];
}

function tabOf(world: SyncWorld): SheetState {
  const tab = world.google.state("s1").sheets.find(({ id }) => id === 7);
  if (tab === undefined) throw new Error("no tab 7");
  return tab;
}

function tableOf(world: SyncWorld) {
  const [table] = tabOf(world).tables ?? [];
  if (table === undefined) throw new Error("no table");
  return table;
}

const place = (world: SyncWorld) => {
  const { startRow, endRow, startColumn, endColumn } = tableOf(world).box;
  return [startRow, endRow, startColumn, endColumn];
};

/** A settled ledger whose header has parents over two of its columns, and nothing is merged. */
async function twoRowHeader(options: WorldOptions) {
  const world = makeSyncWorld(options);
  addSpreadsheet(world, "s1", [
    {
      title: "问题清单",
      tabId: 7,
      rows: [
        ["序号", "问题描述", "责任分工", "", "整改时限"],
        ["", "", "责任部门", "责任人", ""],
        [1, "第1个示例问题", "办公室", "张某", "2023-12-31"],
        [2, "第2个示例问题", "财务科", "李某", "2023-12-31"],
      ],
    },
  ]);
  await world.addUnit("dl");
  await world.link("s1", "dl");
  await world.pass("s1");
  const ledger = await ledgerOf(world);
  await ledger.rest();
  const codeOf = async (description: string) =>
    (await world.items("s1")).find(({ texts }) => texts.description === description)?.code ?? "";
  return { world, ledger, codes: [await codeOf("第1个示例问题"), await codeOf("第2个示例问题")] as const };
}

each("a tab turned into a Table: %s", (_, options) => {
  it("[M9] converted and reverted between passes, a ledger is as it was and nothing is read as changed", async () => {
    const ledger = await settledLedger(3, options);
    const before = await ledger.picture();
    edit(ledger, convert(ledger.world, 0, 4));
    expect(figures(await ledger.pass())).toEqual(quiet);
    edit(ledger, ...revert(ledger));
    expect(figures(await ledger.pass())).toEqual(quiet);
    expect(await ledger.picture()).toEqual(before);
  });

  it("[M9] a Table that was there first gets its system columns to its right, and both sides agree as without it", async () => {
    const plain = await settledLedger();
    const world = makeSyncWorld(options);
    await linkedLedger(world);
    world.google.edit("s1", [convert(world, 0, 4)]);
    await world.pass("s1");
    const ledger = await ledgerOf(world);
    const codes = (picture: object) => JSON.stringify(picture).replace(/[A-Z]{2}-[0-9A-Z-]+/g, "CODE");
    const note = "【系统】系统的各列在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 N4";
    const { "header 系统提示 note": told, ...rest } = await ledger.picture();
    expect([told, codes(rest)]).toEqual([note, codes(await plain.picture())]);
    expect(await ledger.rest()).toBe(1);
    expect(place(world)).toEqual([0, 4, 0, 11]);
  });

  it("[N4] a sort within a Table that leaves the system columns where they are: each row gets its code back, nothing else changes", async () => {
    const world = makeSyncWorld(options);
    await linkedLedger(world);
    world.google.edit("s1", [convert(world, 0, 4)]);
    await world.pass("s1");
    const ledger = await ledgerOf(world);
    await world.apiSet(ledger.code(2), { owner: "王某" });
    const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 11 };
    const sort = { sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }] } };
    const change = await ledger.changed(async () => {
      edit(ledger, sort);
      await ledger.rest();
    });
    expect(change).toEqual({ order: "#3 #2 #1", "#2 责任人": "王某", "item #2 ahead owner": null });
  });

  it("[M9] what the API sets is written by the type of the column: a day as a day, what is none as its text", async () => {
    const ledger = await settledLedger(3, options);
    type(ledger.world, "第2个示例问题", "整改时限", "");
    await ledger.rest();
    edit(ledger, convert(ledger.world, 0, 4));
    await ledger.rest();
    const change = await ledger.changed(async () => {
      await ledger.world.apiSet(ledger.code(1), { due: "2024-01-01" });
      await ledger.world.apiSet(ledger.code(2), { due: "2024-02-01", claim: "正在整改" });
      await ledger.world.apiSet(ledger.code(3), { due: "长期坚持", owner: "=1+1" });
      await ledger.rest();
    });
    expect(Object.fromEntries(Object.entries(change).filter(([line]) => line.startsWith("#")))).toEqual({
      "#1 整改时限": "45292",
      "#2 整改时限": "45323",
      "#2 完成情况": "正在整改",
      "#3 整改时限": "长期坚持",
      "#3 责任人": "=1+1",
    });
    const { texts } = await ledger.world.item(ledger.code(2));
    expect([texts.due, texts.claim]).toEqual(["2024-02-01", "正在整改"]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[N6] an item of the API gets one row in a Table with tick boxes and blank rows, which count as blank", async () => {
    const world = makeSyncWorld(options);
    const headers = [...plainHeaders.slice(0, 9), "销号", "评分"];
    addSpreadsheet(world, "s1", [
      { title: "问题清单", tabId: 7, rows: [headers, ...[1, 2].map((n) => problemRow(n).slice(0, 9))] },
    ]);
    world.google.edit("s1", [
      convert(world, 0, 6, { typed: { 销号: { columnType: "BOOLEAN" }, 评分: { columnType: "RATINGS_CHIP" } } }),
    ]);
    await world.addUnit("dl");
    await world.link("s1", "dl");
    await world.pass("s1");
    const ledger = await ledgerOf(world);
    expect(await ledger.rest()).toBe(1);
    await world.apiCreate("s1", { description: "接口新增的问题", department: "财务科", due: "2024-03-01" });
    await ledger.rest();
    const rows = cellsOf(world);
    const inserted = rows.filter((row) => row.includes("接口新增的问题"));
    expect([inserted.length, rows.indexOf(inserted[0] ?? []), rows.length, place(world).slice(0, 2)]).toEqual([
      1,
      3,
      7,
      [0, 7],
    ]);
    expect((await world.items("s1")).map(({ texts }) => texts.description).sort()).toEqual(
      ["接口新增的问题", "第1个示例问题", "第2个示例问题"].sort(),
    );
    expect((await listCellProblems(world.store, "s1")).map(({ message }) => message)).toEqual([
      "系统的各列在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 N7",
    ]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[N9] a row that had to go right below a full Table is in it, or the 系统提示 header says that it is not until it is", async () => {
    const ledger = await settledLedger(3, options);
    edit(ledger, convert(ledger.world, 0, 4));
    await ledger.rest();
    await ledger.world.apiCreate("s1", { description: "接口新增的问题" });
    await ledger.rest();
    const note = async () => (await ledger.picture())["header 系统提示 note"];
    const told = async () =>
      (await listCellProblems(ledger.world.store, "s1")).map(({ cell, message }) => [cell, message]);
    const row = find(ledger.world, "接口新增的问题", "问题描述").row;
    const message = "第 5 行起的 1 项在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 N5";
    const grows = options.switches?.tablesGrowAtTheirEnd === true;
    expect([row, place(ledger.world)[1], await note(), await told()]).toEqual(
      grows ? [4, 5, undefined, []] : [4, 4, `【系统】${message}`, [["B5", message]]],
    );
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 14 };
    edit(ledger, { updateTable: { table: { tableId: "1", range }, fields: "range" } });
    await ledger.rest();
    expect([await note(), await told(), figures(await ledger.pass())]).toEqual([undefined, [], quiet]);
  });

  it("[N9] a row goes above the footer of a Table, which is no entry", async () => {
    const ledger = await settledLedger(3, options);
    edit(
      ledger,
      convert(ledger.world, 0, 4),
      {
        updateTable: {
          table: { tableId: "1", rowsProperties: { footerColorStyle: { rgbColor: { red: 1 } } } },
          fields: "rowsProperties",
        },
      },
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 4, columnIndex: 1 },
          fields: "userEnteredValue",
          rows: [{ values: [{ userEnteredValue: { formulaValue: "=COUNTA(B2:B4)" } }] }],
        },
      },
    );
    expect(figures(await ledger.pass())).toEqual(quiet);
    await ledger.world.apiCreate("s1", { description: "接口新增的问题" });
    await ledger.rest();
    expect(cellsOf(ledger.world).map((row) => row[1])).toEqual([
      "问题描述",
      "第1个示例问题",
      "第2个示例问题",
      "第3个示例问题",
      "接口新增的问题",
      expect.stringMatching(/^=COUNTA/),
    ]);
    expect([place(ledger.world)[1], (await ledger.world.items("s1")).length]).toEqual([6, 4]);
  });

  it("[M9] a Table over a part of the ledger changes nothing but how that part is written", async () => {
    const ledger = await settledLedger(3, options);
    edit(ledger, convert(ledger.world, 0, 3, { startColumnIndex: 1, endColumnIndex: 8 }));
    const message = "第 4 行起的 1 项和系统的各列在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 N4";
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "header 系统提示 note": `【系统】${message}` });
    await ledger.world.apiSet(ledger.code(1), { due: "2024-01-01", remark: "备注一" });
    await ledger.world.apiSet(ledger.code(3), { due: "2024-01-01" });
    await ledger.rest();
    expect([1, 3].map((n) => read(ledger.world, `第${n}个示例问题`, "整改时限"))).toEqual([45_292, "2024-01-01"]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[M9] words that Google turned into ticks stay in the history, and many at once pull the brake", async () => {
    const ledger = await settledLedger(3, options);
    type(ledger.world, "第1个示例问题", "完成情况", "正在整改");
    await ledger.rest();
    edit(ledger, convert(ledger.world, 0, 4, { typed: { 完成情况: { columnType: "BOOLEAN" } } }));
    await ledger.rest();
    const history = await ledger.world.history(ledger.code(1));
    expect(history.filter(({ field }) => field === "claim").map(({ before, after }) => [before, after])).toContainEqual(
      ["正在整改", "FALSE"],
    );
    const large = await settledLedger(30, options);
    edit(large, convert(large.world, 0, 31, { typed: { 完成情况: { columnType: "BOOLEAN" } } }));
    const change = await large.changed(() => large.pass());
    const reason = "30行中有30行同时改动，像是错列或整块粘贴所致，已停止同步；若确是有意修改，请解除暂停";
    expect(change).toEqual({ "header 系统提示 note": `【系统】已暂停同步：${reason}`, link: `BRAKED ${reason}` });
  });

  it("[Z1] converted between our read and our write: where Google named a blank header, the write is given back and done again", async () => {
    const { world, ledger, codes } = await twoRowHeader(options);
    await world.apiSet(codes[1], { due: "2024-01-01", owner: "王某" });
    const { requests } = await passWith(world, {
      "before writeRows 1": () => world.google.edit("s1", [convert(world, 1, 4)]),
    });
    expect(requests).toEqual(["read", "writeRows", "read", "restructure", "read", "read", "writeRows"]);
    expect(
      cellsOf(world)
        .slice(1, 4)
        .map((row) => row.slice(0, 5)),
    ).toEqual([
      ["Column 1", "Column 2", "责任部门", "责任人", "Column 5"],
      [1, "第1个示例问题", "办公室", "张某", "2023-12-31"],
      [2, "第2个示例问题", "财务科", "王某", "2024-01-01"],
    ]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[M9] of a header in two rows the second becomes a Table's: the names that Google fills in are no headers", async () => {
    const { world, ledger, codes } = await twoRowHeader(options);
    world.google.edit("s1", [convert(world, 1, 4)]);
    expect(cellsOf(world)[1]?.slice(0, 5)).toEqual(["Column 1", "Column 2", "责任部门", "责任人", "Column 5"]);
    expect(figures(await ledger.pass())).toEqual(quiet);
    await world.apiSet(codes[0], { due: "2024-01-01", owner: "王某" });
    await ledger.rest();
    expect(cellsOf(world)[2]?.slice(0, 5)).toEqual([1, "第1个示例问题", "办公室", "王某", "2024-01-01"]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });
});
