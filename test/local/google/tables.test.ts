import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { afterEach, expect, it } from "vitest";
import { cautiousSwitches } from "../../../local/google/switches.ts";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { google, as } = openInProcess();
const clients = as();
afterEach(() => {
  Object.assign(google.switches, cautiousSwitches);
});

const rows = [
  ["标题"],
  ["序号", "问题", "时限", "销号"],
  [1, "路灯", 45_292, "是"],
  [2, "水管", "待定", true],
  [3, "台账", null, null],
  ["填表人"],
];
const range = { startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 4 };
const options = (...values: string[]) => ({
  condition: { type: "ONE_OF_LIST", values: values.map((userEnteredValue) => ({ userEnteredValue })) },
});
const lines = (dimension: "ROWS" | "COLUMNS", startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: 0,
  dimension,
  startIndex,
  endIndex,
});
const type = (row: number, column: number, userEnteredValue: sheets_v4.Schema$ExtendedValue) => ({
  updateCells: {
    start: { rowIndex: row, columnIndex: column },
    fields: "userEnteredValue",
    rows: [{ values: [{ userEnteredValue }] }],
  },
});

/** The table `1` over rows 2 to 5 of the ledger above. */
async function withTable(table: sheets_v4.Schema$Table = {}): Promise<string> {
  const id = await makeSpreadsheet(clients, rows, { rowCount: 12 });
  await batch(clients, id, { addTable: { table: { tableId: "1", name: "台账", range, ...table } } });
  return id;
}

async function tables(id: string): Promise<sheets_v4.Schema$Table[]> {
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id, fields: "sheets.tables" });
  return data.sheets!.flatMap((sheet) => sheet.tables ?? []);
}

const place = async (id: string) => (await tables(id))[0]?.range;
const columns = async (id: string) => (await tables(id))[0]?.columnProperties;
const retype = (...columnProperties: sheets_v4.Schema$TableColumnProperties[]) => ({
  updateTable: { table: { tableId: "1", columnProperties }, fields: "columnProperties" },
});

it("[G220] a table is answered by addTable and read in its sheet, with or without a mask, where the ranges asked for touch it", async () => {
  const id = await makeSpreadsheet(clients, rows);
  const [reply] = await batch(clients, id, {
    addTable: {
      table: { name: "台账", range, columnProperties: [{ columnIndex: 2, columnName: "时限", columnType: "DATE" }] },
    },
  });
  const table = {
    tableId: expect.stringMatching(/^\d+$/),
    name: "台账",
    range,
    columnProperties: [
      { columnName: "序号" },
      { columnIndex: 1, columnName: "问题" },
      { columnIndex: 2, columnName: "时限", columnType: "DATE" },
      { columnIndex: 3, columnName: "销号" },
    ],
  };
  const get = async (options: object) => {
    const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id, ...options });
    return data.sheets![0]!.tables;
  };
  expect([
    reply,
    await get({}),
    await get({ includeGridData: true }),
    await get({ fields: "sheets(tables(name,range))" }),
    await get({ fields: "sheets(merges)" }),
    await get({ ranges: ["A1:Z1"] }),
    await get({ ranges: ["D5:Z9"], fields: "sheets.tables.name" }),
  ]).toEqual([
    { addTable: { table } },
    [table],
    [table],
    [{ name: "台账", range }],
    undefined,
    undefined,
    [{ name: "台账" }],
  ]);
});

it("[G221] a typed column without a name is named `Column 1` over its header; an update replaces the whole list", async () => {
  const id = await withTable({
    columnProperties: [
      { columnIndex: 1, columnType: "TEXT" },
      { columnIndex: 3, columnType: "DROPDOWN", dataValidationRule: options("是", "否") },
    ],
  });
  const added = [await columns(id), (await read(clients, id, "A2:D2"))[0]];
  await batch(clients, id, retype({ columnIndex: 1, columnName: "问题描述", columnType: "TEXT" }));
  expect([added, await columns(id), (await read(clients, id, "A2:D2"))[0]]).toEqual([
    [
      [
        { columnName: "序号" },
        { columnIndex: 1, columnName: "Column 1", columnType: "TEXT" },
        { columnIndex: 2, columnName: "时限" },
        { columnIndex: 3, columnName: "Column 2", columnType: "DROPDOWN", dataValidationRule: options("是", "否") },
      ],
      ["序号", "Column 1", "时限", "Column 2"],
    ],
    [
      { columnName: "序号" },
      { columnIndex: 1, columnName: "问题描述", columnType: "TEXT" },
      { columnIndex: 2, columnName: "时限" },
      { columnIndex: 3, columnName: "Column 2" },
    ],
    ["序号", "问题描述", "时限", "Column 2"],
  ]);
});

it("[G221] a dropdown needs a list and nothing else takes one; an update's entry needs a name; unknown types are no types", async () => {
  const id = await withTable();
  const refused = async (request: sheets_v4.Schema$Request) => (await refusal(batch(clients, id, request))).message;
  const named = { columnIndex: 1, columnName: "问题" };
  const before = google.state(id);
  expect([
    await refused(retype({ ...named, columnType: "DROPDOWN" })),
    await refused(retype({ ...named, columnType: "DATE", dataValidationRule: options("是") })),
    await refused(retype({ columnIndex: 1, columnType: "DATE" })),
    await refused(retype(named, named)),
    await refused(retype({ ...named, columnIndex: 4 })),
    (await refused(retype({ ...named, columnType: "MONEY" }))).split(" ", 4).join(" "),
    google.state(id) === before,
  ]).toEqual([
    "Invalid requests[0].updateTable: Condition must be set for dropdown column type.",
    "Invalid requests[0].updateTable: Cannot set condition for non-dropdown column type.",
    "Invalid requests[0].updateTable: Table header row cell must have a value.",
    "Invalid requests[0].updateTable: columnIndex[1] is given twice.",
    "Invalid requests[0].updateTable: columnIndex[4] is outside the table.",
    "Invalid value at 'requests[0].update_table.table.column_properties[0].column_type'",
    true,
  ]);
});

it("[G222] a header names its column; a blank one and a formula become `Column n`, a number becomes text, and no two are the same", async () => {
  const id = await makeSpreadsheet(clients, [
    ["甲", null, 2023],
    ["a", "b", "c"],
  ]);
  const box = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 3 };
  await batch(clients, id, { addTable: { table: { tableId: "1", range: box } } });
  const names = async () => (await columns(id))!.map(({ columnName }) => columnName);
  const headers = async () => (await read(clients, id, "A1:C1", { valueRenderOption: "UNFORMATTED_VALUE" }))[0];
  const seen = [await names(), await headers()];
  await batch(clients, id, type(0, 1, { stringValue: "乙" }), type(0, 2, { formulaValue: "=1+2" }));
  seen.push(await names(), await headers());
  await clients.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: "A1:B1" });
  seen.push(await names(), await headers());
  const refused = await refusal(batch(clients, id, type(0, 1, { stringValue: "Column 1" })));
  expect([seen, refused.message]).toEqual([
    [
      ["甲", "Column 2", "2023"],
      ["甲", "Column 2", "2023"],
      ["甲", "乙", "Column 3"],
      ["甲", "乙", "Column 3"],
      ["Column 1", "Column 2", "Column 3"],
      ["Column 1", "Column 2", "Column 3"],
    ],
    "Invalid requests[0].updateCells: Table column names must be unique: Column 1",
  ]);
});

it("[G223] a typed column shows its numbers by its type, and what does not fit stands there as it is, also when it is written", async () => {
  const id = await withTable({
    columnProperties: [
      { columnIndex: 0, columnName: "序号", columnType: "PERCENT" },
      { columnIndex: 2, columnName: "时限", columnType: "DATE" },
    ],
  });
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "C5",
    valueInputOption: "RAW",
    requestBody: { values: [["长期坚持"]] },
  });
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["C3"],
    fields: "sheets.data.rowData.values(userEnteredFormat,effectiveFormat.numberFormat)",
  });
  expect([await read(clients, id, "A2:C6"), data.sheets![0]!.data![0]!.rowData]).toEqual([
    [
      ["序号", "问题", "时限"],
      ["100.00%", "路灯", "1/1/2024"],
      ["200.00%", "水管", "待定"],
      ["300.00%", "台账", "长期坚持"],
      ["填表人"],
    ],
    [{ values: [{ effectiveFormat: { numberFormat: { type: "DATE" } } }] }],
  ]);
});

it("[G223] with `validationStopsApi` a typed column refuses what does not fit", async () => {
  google.switches.validationStopsApi = true;
  const id = await withTable({
    columnProperties: [
      { columnIndex: 2, columnName: "时限", columnType: "DATE" },
      { columnIndex: 3, columnName: "销号", columnType: "DROPDOWN", dataValidationRule: options("是", "否") },
    ],
  });
  const codes = [];
  for (const [cell, value] of [
    ["C3", "待定"],
    ["C3", 45_300],
    ["D3", "也许"],
    ["D3", "否"],
    ["D3", ""],
    ["D2", "状态"],
  ] as const) {
    const write = { spreadsheetId: id, range: cell, valueInputOption: "RAW", requestBody: { values: [[value]] } };
    const { status } = await clients.sheets.spreadsheets.values.update(write, { validateStatus: () => true });
    codes.push(status);
  }
  expect(codes).toEqual([400, 200, 400, 200, 200, 200]);
});

it("[G223] a column that becomes one of ticks loses its words: they and blank cells become FALSE, and ratings begin with 0", async () => {
  const id = await withTable();
  await batch(
    clients,
    id,
    retype(
      { columnIndex: 2, columnName: "时限", columnType: "RATINGS_CHIP" },
      { columnIndex: 3, columnName: "销号", columnType: "BOOLEAN" },
    ),
  );
  expect(await read(clients, id, "C3:D6", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([
    [45_292, false],
    ["待定", true],
    [0, false],
  ]);
});

it("[G223] setDataValidation is refused in a typed column, in the words of the service", async () => {
  const id = await withTable({ columnProperties: [{ columnIndex: 2, columnName: "时限", columnType: "DATE" }] });
  const validate = (column: number) => {
    const cells = { startRowIndex: 2, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 };
    return batch(clients, id, { setDataValidation: { range: cells, rule: options("是") } });
  };
  await validate(1);
  expect((await refusal(validate(2))).message).toBe(
    "Invalid requests[0].setDataValidation: This operation is not allowed on cells in typed columns.",
  );
});

it("[G224] a table moves, grows and shrinks with rows and columns, and its columns keep their types", async () => {
  const id = await withTable({ columnProperties: [{ columnIndex: 2, columnName: "时限", columnType: "DATE" }] });
  const seen = [];
  for (const request of [
    { insertDimension: { range: lines("ROWS", 0, 2) } },
    { insertDimension: { range: lines("ROWS", 4) } },
    { deleteDimension: { range: lines("ROWS", 6, 8) } },
    { insertDimension: { range: lines("COLUMNS", 1) } },
    { moveDimension: { source: lines("COLUMNS", 3), destinationIndex: 1 } },
    { deleteDimension: { range: lines("COLUMNS", 2) } },
  ]) {
    await batch(clients, id, request);
    seen.push(await place(id));
  }
  const at = (startRowIndex: number, endRowIndex: number, endColumnIndex: number) => ({
    startRowIndex,
    endRowIndex,
    startColumnIndex: 0,
    endColumnIndex,
  });
  expect([seen, await columns(id)]).toEqual([
    [at(3, 7, 4), at(3, 8, 4), at(3, 6, 4), at(3, 6, 5), at(3, 6, 5), at(3, 6, 4)],
    [
      { columnName: "序号" },
      { columnIndex: 1, columnName: "时限", columnType: "DATE" },
      { columnIndex: 2, columnName: "问题" },
      { columnIndex: 3, columnName: "销号" },
    ],
  ]);
});

it("[G224] rows and columns inserted right after a table stay outside, unless a switch takes those in that take after it", async () => {
  const grown = async (dimension: "ROWS" | "COLUMNS", inheritFromBefore: boolean) => {
    const id = await withTable();
    const at = dimension === "ROWS" ? 5 : 4;
    await batch(clients, id, { insertDimension: { range: lines(dimension, at), inheritFromBefore } });
    const { endRowIndex, endColumnIndex } = (await place(id))!;
    return [endRowIndex, endColumnIndex, (await columns(id))!.at(-1)!.columnName];
  };
  const all = async () => [
    await grown("ROWS", true),
    await grown("ROWS", false),
    await grown("COLUMNS", true),
    await grown("COLUMNS", false),
  ];
  const cautious = await all();
  google.switches.tablesGrowAtTheirEnd = true;
  const stays = [5, 4, "销号"];
  expect([cautious, await all()]).toEqual([
    [stays, stays, stays, stays],
    [[6, 4, "销号"], stays, [5, 5, "Column 5"], stays],
  ]);
});

it("[G224] a row inserted in a table begins with FALSE and 0 where it has ticks and ratings, unless a switch leaves it blank", async () => {
  const inserted = async () => {
    const id = await withTable({
      columnProperties: [
        { columnIndex: 2, columnName: "时限", columnType: "RATINGS_CHIP" },
        { columnIndex: 3, columnName: "销号", columnType: "BOOLEAN" },
      ],
    });
    await batch(clients, id, { insertDimension: { range: lines("ROWS", 4), inheritFromBefore: true } });
    return read(clients, id, "A5:D5", { valueRenderOption: "UNFORMATTED_VALUE" });
  };
  const cautious = await inserted();
  google.switches.tableRowsArePreset = false;
  expect([cautious, await inserted()]).toEqual([[["", "", 0, false]], []]);
});

it("[G224] nothing parts a table from its header, or shifts cells through its side", async () => {
  const id = await withTable();
  const refused = async (request: sheets_v4.Schema$Request) => (await refusal(batch(clients, id, request))).message;
  const cells = { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  const header = "You can't move or delete the header row of a table.";
  const seen = [
    await refused({ deleteDimension: { range: lines("ROWS", 0, 3) } }),
    await refused({ moveDimension: { source: lines("ROWS", 1), destinationIndex: 4 } }),
    await refused({ insertRange: { range: cells, shiftDimension: "ROWS" } }),
    await refused({ deleteRange: { range: cells, shiftDimension: "COLUMNS" } }),
  ];
  await batch(clients, id, {
    insertRange: { range: { ...cells, endColumnIndex: 4 }, shiftDimension: "ROWS" },
  });
  const grown = await place(id);
  await batch(clients, id, { deleteDimension: { range: lines("ROWS", 0, 6) } });
  expect([seen, grown, await tables(id)]).toEqual([
    [
      `Invalid requests[0].deleteDimension: ${header}`,
      `Invalid requests[0].moveDimension: ${header}`,
      "Invalid requests[0].insertRange: You can't shift cells over part of a table.",
      "Invalid requests[0].deleteRange: You can't shift cells over part of a table.",
    ],
    { ...range, endRowIndex: 6 },
    [],
  ]);
});

it("[G225] merged cells, another table, a name or id that is taken, and a table that is not there are refused", async () => {
  const id = await withTable();
  const refused = async (request: sheets_v4.Schema$Request) => {
    const { message } = await refusal(batch(clients, id, request));
    return message.slice(message.indexOf(":") + 2);
  };
  const below = { startRowIndex: 6, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 2 };
  const merged = { ...below, startRowIndex: 7 };
  const add = (table: sheets_v4.Schema$Table) => refused({ addTable: { table } });
  expect([
    await refused({ mergeCells: { range: { ...range, startRowIndex: 4, endRowIndex: 6 } } }),
    await add({ range: { ...range, startRowIndex: 4 } }),
    await add({ range: below, name: "台账" }),
    await add({ range: below, tableId: "1" }),
    await add({ range: { ...below, startRowIndex: 9 } }),
    await refused({ deleteTable: { tableId: "2" } }),
    await refused({ updateTable: { table: { tableId: "1" }, fields: "name" } }),
    await batch(clients, id, { mergeCells: { range: merged } }).then(() => add({ range: below })),
    await refused({
      copyPaste: { source: merged, destination: { ...merged, startRowIndex: 2, endRowIndex: 4 } },
    }),
  ]).toEqual([
    "You can't merge cells in a table, or make a table of merged cells.",
    "You can't create a table that overlaps another table.",
    "A table with name 台账 already exists.",
    "A table with id 1 already exists.",
    "The table range is empty.",
    "No table with id: 2",
    "The table name cannot be empty.",
    "You can't merge cells in a table, or make a table of merged cells.",
    "You can't merge cells in a table, or make a table of merged cells.",
  ]);
});

it("[G226] updateTable renames and resizes, and a footer takes one row more; deleteTable takes the values along, not what is around", async () => {
  const id = await withTable();
  const update = (table: sheets_v4.Schema$Table, fields: string) =>
    batch(clients, id, { updateTable: { table: { tableId: "1", ...table }, fields } });
  await update({ name: "清单", range: { ...range, endColumnIndex: 3 } }, "name,range");
  const seen = [await tables(id)];
  const footerColorStyle = { rgbColor: { blue: 1 } };
  await update({ rowsProperties: { footerColorStyle } }, "rowsProperties.footerColorStyle");
  seen.push(await tables(id));
  await update({}, "rowsProperties");
  seen.push(await tables(id));
  await batch(clients, id, { deleteTable: { tableId: "1" } });
  const table = {
    tableId: "1",
    name: "清单",
    range: { ...range, endColumnIndex: 3 },
    columnProperties: [
      { columnName: "序号" },
      { columnIndex: 1, columnName: "问题" },
      { columnIndex: 2, columnName: "时限" },
    ],
  };
  expect([seen, await tables(id), await read(clients, id, "A1:D6")]).toEqual([
    [[table], [{ ...table, range: { ...table.range, endRowIndex: 6 }, rowsProperties: { footerColorStyle } }], [table]],
    [],
    [["标题"], ["", "", "", "销号"], ["", "", "", "是"], ["", "", "", "TRUE"], [], ["填表人"]],
  ]);
});

it("[G227] a duplicated sheet has tables of its own, a deleted one none; spreadsheets.create makes them", async () => {
  const id = await withTable();
  await batch(clients, id, { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, insertSheetIndex: 1 } });
  const both = await tables(id);
  await batch(clients, id, { deleteSheet: { sheetId: 0 } });
  const left = await tables(id);
  const made = await clients.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        {
          data: [{ rowData: [{ values: [{ userEnteredValue: { stringValue: "甲" } }] }] }],
          tables: [{ tableId: "5", name: "T", range: { endRowIndex: 2, endColumnIndex: 1 } }],
        },
      ],
    },
  });
  const short = (list: sheets_v4.Schema$Table[]) => list.map((table) => [table.tableId, table.name, table.range]);
  const other = [expect.stringMatching(/^\d{2,}$/), "台账_2", { sheetId: 9, ...range }];
  expect([short(both), short(left), made.data.sheets![0]!.tables]).toEqual([
    [["1", "台账", range], other],
    [other],
    [
      {
        tableId: "5",
        name: "T",
        range: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
        columnProperties: [{ columnName: "甲" }],
      },
    ],
  ]);
});

it("[G228] what would need a table by its id elsewhere is refused with 501", async () => {
  const id = await withTable();
  const codes = [];
  for (const request of [
    { appendCells: { tableId: "1", rows: [], fields: "*" } },
    { setBasicFilter: { filter: { tableId: "1" } } },
    { addProtectedRange: { protectedRange: { tableId: "1" } } },
  ])
    codes.push((await refusal(batch(clients, id, request))).code);
  expect(codes).toEqual([501, 501, 501]);
});
