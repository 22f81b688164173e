import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, refusal, rowAnchor } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
let id: string;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
});
afterAll(() => http.close());
beforeEach(async () => {
  id = await makeSpreadsheet(clients, [
    ["编号", "问题"],
    ["P1", "a"],
    ["P2", "b"],
  ]);
  await batch(clients, id, rowAnchor(100, 0), rowAnchor(101, 1), rowAnchor(102, 2));
});

const byId = (metadataId: number) => ({ developerMetadataLookup: { metadataId } });
const write = async (data: object[], options: object = {}) =>
  (
    await clients.sheets.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: "RAW",
        includeValuesInResponse: true,
        responseValueRenderOption: "UNFORMATTED_VALUE",
        data,
        ...options,
      },
    })
  ).data;

// "updatedData: The values of the cells in the range matched by the dataFilter after all updates were applied."
it("[G70] a write through a row's metadata answers the whole row as it is then", async () => {
  const answer = await write([{ dataFilter: byId(102), values: [[null, "new", 3]] }]);
  expect(answer).toEqual({
    spreadsheetId: id,
    totalUpdatedRows: 1,
    totalUpdatedColumns: 2,
    totalUpdatedCells: 2,
    totalUpdatedSheets: 1,
    responses: [
      {
        updatedRange: "Sheet1!A3:C3",
        updatedRows: 1,
        updatedColumns: 2,
        updatedCells: 2,
        dataFilter: byId(102),
        updatedData: { range: "Sheet1!A3:H3", majorDimension: "ROWS", values: [["P2", "new", 3]] },
      },
    ],
  });
});

it("[G70] the row is found where insertions have moved it by then", async () => {
  await batch(http.as("clerk@example.com"), id, {
    insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 4 } },
  });
  const answer = await write([{ dataFilter: byId(101), values: [[null, "new"]] }]);
  expect([answer.responses![0]!.updatedRange, await read(clients, id, "A5:B6")]).toEqual([
    "Sheet1!A5:B5",
    [
      ["P1", "new"],
      ["P2", "b"],
    ],
  ]);
});

it("[G71] a filter that matches nothing is left out, or answered empty, or refused: the switch", async () => {
  const data = [
    { dataFilter: byId(999), values: [["x"]] },
    { dataFilter: byId(101), values: [[null, "new"]] },
  ];
  const omitted = await write(data);
  http.google.switches.dataFilterWithoutMatch = "empty";
  const empty = await write(data);
  http.google.switches.dataFilterWithoutMatch = "fail";
  const refused = await refusal(write([{ dataFilter: byId(101), values: [[null, "not"]] }, data[0]!]));
  http.google.switches.dataFilterWithoutMatch = "omit";
  expect([
    omitted.responses!.map(({ dataFilter }) => dataFilter),
    empty.responses!.map(({ updatedRange, dataFilter }) => [updatedRange, dataFilter]),
    refused.code,
    await read(clients, id, "B2"),
  ]).toEqual([
    [byId(101)],
    [
      [undefined, byId(999)],
      ["Sheet1!A2:B2", byId(101)],
    ],
    400,
    [["new"]],
  ]);
});

// "If there are multiple matching ranges, all matched ranges are updated" / "If the values exceed the matched range the request fails".
it("[G72] values go to every range that matches, and values beyond the range are refused", async () => {
  const all = await write([
    { dataFilter: { developerMetadataLookup: { metadataKey: "r" } }, values: [[null, null, "x"]] },
  ]);
  const refused = await refusal(write([{ dataFilter: byId(101), values: [["a"], ["b"]] }]));
  const wide = await refusal(write([{ dataFilter: byId(101), values: [Array.from({ length: 9 }, () => "x")] }]));
  expect([all.responses!.length, await read(clients, id, "C1:C4"), refused.code, wide.code]).toEqual([
    3,
    [["x"], ["x"], ["x"]],
    400,
    400,
  ]);
});

it("[G73] updatedData covers the matched range, or with the switch only what was written", async () => {
  http.google.switches.updatedDataExtent = "written";
  const answer = await write([{ dataFilter: byId(101), values: [["P1"]] }]);
  http.google.switches.updatedDataExtent = "range";
  expect(answer.responses![0]!.updatedData).toEqual({ range: "Sheet1!A2", majorDimension: "ROWS", values: [["P1"]] });
});

it("[G73] a write of nulls alone answers what stands there, or with the switch nothing", async () => {
  const skip = () => write([{ dataFilter: byId(101), values: [[null, null]] }]);
  const answered = await skip();
  http.google.switches.skippedWriteAnswers = false;
  const silent = await skip();
  http.google.switches.skippedWriteAnswers = true;
  expect([answered, silent].map(({ responses }) => Object.hasOwn(responses?.[0] ?? {}, "updatedData"))).toEqual([
    true,
    false,
  ]);
});

it("[G74] batchGetByDataFilter answers each range once with the filters that led to it", async () => {
  const { data } = await clients.sheets.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId: id,
    requestBody: {
      dataFilters: [
        byId(101),
        { a1Range: "A2:H2" },
        { gridRange: { sheetId: 0, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 } },
      ],
    },
  });
  expect(data.valueRanges).toEqual([
    {
      valueRange: { range: "Sheet1!A2:H2", majorDimension: "ROWS", values: [["P1", "a"]] },
      dataFilters: [byId(101), { a1Range: "A2:H2" }],
    },
    {
      valueRange: { range: "Sheet1!B3", majorDimension: "ROWS", values: [["b"]] },
      dataFilters: [
        { gridRange: { sheetId: 0, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 } },
      ],
    },
  ]);
});

it("[G75] batchClearByDataFilter clears the rows and answers their ranges", async () => {
  const { data } = await clients.sheets.spreadsheets.values.batchClearByDataFilter({
    spreadsheetId: id,
    requestBody: { dataFilters: [byId(101)] },
  });
  expect([data.clearedRanges, await read(clients, id, "A1:B3")]).toEqual([
    ["Sheet1!A2:H2"],
    [["编号", "问题"], [], ["P2", "b"]],
  ]);
});

it("[G76] getByDataFilter answers a block for each range that a filter selects, and only the sheets they are on", async () => {
  await batch(clients, id, { addSheet: { properties: { title: "other", sheetId: 4 } } });
  const get = async (dataFilters: object[], includeGridData?: boolean) =>
    (
      await clients.sheets.spreadsheets.getByDataFilter({
        spreadsheetId: id,
        ...(includeGridData === undefined
          ? { fields: "sheets(properties.sheetId,data(startRow,startColumn,rowData.values.formattedValue))" }
          : {}),
        requestBody: { dataFilters, ...(includeGridData === undefined ? {} : { includeGridData }) },
      })
    ).data.sheets;
  const values = (...texts: string[]) => ({
    rowData: [{ values: texts.map((formattedValue) => ({ formattedValue })) }],
  });
  expect([
    await get([byId(102), { a1Range: "B1" }]),
    await get([byId(999)]),
    (await get([byId(102)], true))![0]!.data![0]!.startRow,
    (await get([byId(102)], false))![0]!.data,
    (await get([]))!.length,
  ]).toEqual([
    [
      {
        properties: { sheetId: 0 },
        data: [
          { startRow: 2, ...values("P2", "b") },
          { startColumn: 1, ...values("问题") },
        ],
      },
    ],
    undefined,
    2,
    undefined,
    2,
  ]);
});

it("[G77] reads by filter take every render option; a filter that matches nothing gives nothing", async () => {
  const get = async (dataFilters: object[], options: object = {}) =>
    (
      await clients.sheets.spreadsheets.values.batchGetByDataFilter({
        spreadsheetId: id,
        requestBody: { dataFilters, ...options },
      })
    ).data;
  await write([{ dataFilter: { a1Range: "C2:C3" }, values: [["=1+1"], ["2020-01-01"]] }], {
    valueInputOption: "USER_ENTERED",
  });
  const filter = {
    gridRange: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 },
  };
  const shown = async (options: object) => (await get([filter], options)).valueRanges![0]!.valueRange!.values;
  expect([
    await shown({ majorDimension: "COLUMNS" }),
    await shown({ valueRenderOption: "UNFORMATTED_VALUE" }),
    await shown({ valueRenderOption: "UNFORMATTED_VALUE", dateTimeRenderOption: "FORMATTED_STRING" }),
    await shown({ valueRenderOption: "FORMULA" }),
    await get([byId(999)]),
    (await refusal(get([]))).code,
    (await refusal(get([{}]))).code,
  ]).toEqual([
    [
      ["a", "b"],
      ["2", "2020-01-01"],
    ],
    [
      ["a", 2],
      ["b", 43831],
    ],
    [
      ["a", 2],
      ["b", "2020-01-01"],
    ],
    [
      ["a", "=1+1"],
      ["b", 43831],
    ],
    { spreadsheetId: id },
    400,
    400,
  ]);
});

it("[G77] writes and clears go by A1 range and by grid range too", async () => {
  const grid = { gridRange: { sheetId: 0, startRowIndex: 5, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 2 } };
  const written = await write([
    { dataFilter: { a1Range: "Sheet1!D1:E1" }, values: [["d", "e"]] },
    { dataFilter: grid, majorDimension: "COLUMNS", values: [["f", "g"]] },
  ]);
  const { data: cleared } = await clients.sheets.spreadsheets.values.batchClearByDataFilter({
    spreadsheetId: id,
    requestBody: { dataFilters: [{ a1Range: "D1" }, grid, byId(999)] },
  });
  expect([
    written.responses!.map(({ updatedRange, dataFilter }) => [updatedRange, dataFilter]),
    cleared,
    await read(clients, id, "D1:E7"),
  ]).toEqual([
    [
      ["Sheet1!D1:E1", { a1Range: "Sheet1!D1:E1" }],
      ["Sheet1!A6:A7", grid],
    ],
    { spreadsheetId: id, clearedRanges: ["Sheet1!D1", "Sheet1!A6:B7"] },
    [["", "e"]],
  ]);
});
