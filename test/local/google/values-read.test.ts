import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, refusal } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
let id: string;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
  id = await makeSpreadsheet(clients, [["序号", "问题", "", "金额"], [1, "路灯不亮", "", 1.5], [], ["", "b", "", ""]]);
  await batch(clients, id, {
    addNamedRange: {
      namedRange: {
        name: "Pairs",
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
      },
    },
  });
});
afterAll(() => http.close());

const get = async (range: string, options: object = {}) =>
  (await clients.sheets.spreadsheets.values.get({ spreadsheetId: id, range, ...options })).data;

it("[G10] trailing blank cells and rows are left out, blank rows between stay", async () => {
  expect(await get("Sheet1")).toEqual({
    range: "Sheet1!A1:H20",
    majorDimension: "ROWS",
    values: [["序号", "问题", "", "金额"], ["1", "路灯不亮", "", "1.5"], [], ["", "b"]],
  });
});

it("[G10] an empty range has no values at all", async () => {
  expect(await get("Sheet1!F1:G2")).toEqual({ range: "Sheet1!F1:G2", majorDimension: "ROWS" });
});

it("[G11] the range of an answer is filled out to the grid and normalised", async () => {
  const asked = [
    "Sheet1!A1:1",
    "Sheet1!A3:A",
    "Sheet1!B:B",
    "D4:A1",
    "Sheet1!R2C2",
    "'Sheet1'!Pairs",
    "Pairs",
    "sheet1!A1:Z999",
  ];
  const ranges = await Promise.all(asked.map(async (range) => (await get(range)).range));
  expect(ranges).toEqual([
    "Sheet1!A1:H1",
    "Sheet1!A3:A20",
    "Sheet1!B1:B20",
    "Sheet1!A1:D4",
    "Sheet1!B2",
    "Sheet1!A1:B2",
    "Sheet1!A1:B2",
    "Sheet1!A1:H20",
  ]);
});

it("[G12] columns as major dimension are transposed and trimmed each", async () => {
  expect((await get("Sheet1!A1:D4", { majorDimension: "COLUMNS" })).values).toEqual([
    ["序号", "1"],
    ["问题", "路灯不亮", "", "b"],
    [],
    ["金额", "1.5"],
  ]);
});

it("[G13] formatted values are texts, unformatted ones keep their type, formulas show themselves", async () => {
  const formulas = await makeSpreadsheet(clients);
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: formulas,
    range: "A1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [["=1/1024", "2020-01-01", true, "50%", 7]] },
  });
  expect({
    shown: await read(clients, formulas, "A1:E1"),
    unformatted: await read(clients, formulas, "A1:E1", { valueRenderOption: "UNFORMATTED_VALUE" }),
    strings: await read(clients, formulas, "A1:E1", {
      valueRenderOption: "UNFORMATTED_VALUE",
      dateTimeRenderOption: "FORMATTED_STRING",
    }),
    formula: await read(clients, formulas, "A1:E1", { valueRenderOption: "FORMULA" }),
  }).toEqual({
    shown: [["0.0009765625", "2020-01-01", "TRUE", "50%", "7"]],
    unformatted: [[0.0009765625, 43831, true, 0.5, 7]],
    strings: [[0.0009765625, "2020-01-01", true, 0.5, 7]],
    formula: [["=1/1024", 43831, true, 0.5, 7]],
  });
});

it("[G14] batchGet answers every range in order", async () => {
  const { data } = await clients.sheets.spreadsheets.values.batchGet({ spreadsheetId: id, ranges: ["A1:B1", "D2"] });
  expect(data).toEqual({
    spreadsheetId: id,
    valueRanges: [
      { range: "Sheet1!A1:B1", majorDimension: "ROWS", values: [["序号", "问题"]] },
      { range: "Sheet1!D2", majorDimension: "ROWS", values: [["1.5"]] },
    ],
  });
});

it("[G15] a range that begins outside the grid is refused with the grid's size", async () => {
  expect(await refusal(get("Sheet1!A21"))).toEqual({
    code: 400,
    message: "Range (Sheet1!A21) exceeds grid limits. Max rows: 20, max columns: 8",
    status: "INVALID_ARGUMENT",
  });
});

it("[G15] a range that cannot be parsed, or names no sheet, is refused in Google's words", async () => {
  const asked = ["Nope!A1", "Sheet1!A1:B2:C3", "'Sheet1", "Sheet1!", "!!!", "Sheet1!ZZZZ9"];
  const refused = await Promise.all(asked.map(async (range) => (await refusal(get(range))).message));
  expect(refused).toEqual(asked.map((range) => `Unable to parse range: ${range}`));
});

it("[G16] numbers without a format show at most ten decimals", async () => {
  const numbers = await makeSpreadsheet(clients, [[1 / 3, 0.1 + 0.2, 123456789.125, -0.5, 1e21, 0]]);
  expect(await read(clients, numbers, "A1:F1")).toEqual([
    ["0.3333333333", "0.3", "123456789.125", "-0.5", "1E+21", "0"],
  ]);
});
