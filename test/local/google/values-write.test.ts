import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, refusal } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
});
afterAll(() => http.close());

const update = async (spreadsheetId: string, range: string, values: unknown[][], options: object = {}) =>
  (
    await clients.sheets.spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: "RAW",
      requestBody: { values },
      ...options,
    })
  ).data;

it("[G20] null leaves a cell alone and does not count, an empty string clears it and counts", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b", "c"]]);
  expect(await update(id, "A1:C1", [[null, "", "x"]])).toEqual({
    spreadsheetId: id,
    updatedRange: "Sheet1!A1:C1",
    updatedRows: 1,
    updatedColumns: 2,
    updatedCells: 2,
  });
  expect(await read(clients, id, "A1:C1")).toEqual([["a", "", "x"]]);
});

it("[G21] updatedRange is the box of the data sent; a single cell takes any block", async () => {
  const id = await makeSpreadsheet(clients);
  const block = await update(id, "B2", [["1"], ["2", "3", "4"]]);
  const smaller = await update(id, "A1:B2", [["1"]]);
  expect([block, smaller].map((answer) => [answer.updatedRange, answer.updatedCells])).toEqual([
    ["Sheet1!B2:D3", 4],
    ["Sheet1!A1", 1],
  ]);
});

it("[G22] RAW keeps texts as they are, numbers and booleans keep their type", async () => {
  const id = await makeSpreadsheet(clients, [["=1+1", "0042", "'x", 42, true, "TRUE"]]);
  expect(await read(clients, id, "A1:F1", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([
    ["=1+1", "0042", "'x", 42, true, "TRUE"],
  ]);
});

it("[G23] includeValuesInResponse answers the whole requested range as it is afterwards", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b", "c"]]);
  const answer = await update(id, "A1:E1", [[null, "x"]], { includeValuesInResponse: true });
  expect([answer.updatedRange, answer.updatedData]).toEqual([
    "Sheet1!A1:B1",
    { range: "Sheet1!A1:E1", majorDimension: "ROWS", values: [["a", "x", "c"]] },
  ]);
});

it("[G24] more values than the range holds are refused, and nothing is written", async () => {
  const id = await makeSpreadsheet(clients);
  expect([
    (await refusal(update(id, "A1:B1", [["1", "2", "3"]]))).message,
    (await refusal(update(id, "A1:B1", [["1"], ["2"]]))).message,
    (await refusal(update(id, "A1:B30", [["1"]]))).message,
    await read(clients, id, "A1:C3"),
  ]).toEqual([
    "Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]",
    "Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]",
    "Range (Sheet1!A1:B30) exceeds grid limits. Max rows: 20, max columns: 8",
    [],
  ]);
});

it("[G25] batchUpdate counts distinct rows and columns over all ranges", async () => {
  const id = await makeSpreadsheet(clients);
  const { data } = await clients.sheets.spreadsheets.values.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      valueInputOption: "RAW",
      data: ["B2", "D2", "B4", "D4"].map((range) => ({ range, values: [["x"]] })),
    },
  });
  const { responses, ...totals } = data;
  expect([totals, responses!.length]).toEqual([
    { spreadsheetId: id, totalUpdatedRows: 2, totalUpdatedColumns: 2, totalUpdatedCells: 4, totalUpdatedSheets: 1 },
    4,
  ]);
});

it("[G25] one bad range of a batchUpdate refuses all of it and is named", async () => {
  const id = await makeSpreadsheet(clients);
  const refused = await refusal(
    clients.sheets.spreadsheets.values.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: "RAW",
        data: [
          { range: "A1", values: [["x"]] },
          { range: "Nope!A1", values: [["x"]] },
        ],
      },
    }),
  );
  expect([refused.message, await read(clients, id, "A1")]).toEqual([
    "Invalid data[1]: Unable to parse range: Nope!A1",
    [],
  ]);
});

it("[G26] COLUMNS as major dimension writes down", async () => {
  const id = await makeSpreadsheet(clients);
  await update(id, "A1", [], { requestBody: { majorDimension: "COLUMNS", values: [["a", "b"], ["c"]] } });
  expect(await read(clients, id, "A1:B2")).toEqual([["a", "c"], ["b"]]);
});

it("[G27] clear answers the range cleared, even when nothing was there, and leaves notes and formats", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b"]]);
  await batch(clients, id, {
    updateCells: {
      start: { sheetId: 0 },
      rows: [{ values: [{ note: "kept", userEnteredFormat: { textFormat: { bold: true } } }] }],
      fields: "note,userEnteredFormat",
    },
  });
  const { data: one } = await clients.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: "Sheet1!A1:B" });
  const { data: many } = await clients.sheets.spreadsheets.values.batchClear({
    spreadsheetId: id,
    requestBody: { ranges: ["C1:D2", "A5"] },
  });
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets.data.rowData.values(note,userEnteredValue,userEnteredFormat)",
  });
  expect([one, many, data.sheets![0]!.data]).toEqual([
    { spreadsheetId: id, clearedRange: "Sheet1!A1:B20" },
    { spreadsheetId: id, clearedRanges: ["Sheet1!C1:D2", "Sheet1!A5"] },
    [{ rowData: [{ values: [{ note: "kept", userEnteredFormat: { textFormat: { bold: true } } }] }] }],
  ]);
});

it("[G28] a cell takes 50,000 characters and not one more", async () => {
  const id = await makeSpreadsheet(clients);
  await update(id, "A1", [["字".repeat(50_000)]]);
  expect((await refusal(update(id, "A1", [["字".repeat(50_001)]]))).message).toBe(
    "Your input contains more than the maximum of 50000 characters in a single cell.",
  );
});

it("[G29] a value under a merge is dropped, and with the switch it is kept", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(clients, id, {
    mergeCells: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 } },
  });
  await update(id, "A1", [["top"], ["covered"]]);
  const dropped = await read(clients, id, "A1:A2");
  http.google.switches.mergedCellsKeepValues = true;
  await update(id, "A1", [["top"], ["covered"]]);
  http.google.switches.mergedCellsKeepValues = false;
  expect([dropped, await read(clients, id, "A1:A2")]).toEqual([[["top"]], [["top"], ["covered"]]]);
});
