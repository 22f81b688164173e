import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
});
afterAll(() => http.close());

const get = async (spreadsheetId: string, options: object) =>
  (await clients.sheets.spreadsheets.get({ spreadsheetId, ...options })).data;

it("[G40] a spreadsheet made through Drive has one sheet 0 of 1000 x 26", async () => {
  const { data: file } = await clients.drive.files.create({
    requestBody: { name: "新表", mimeType: "application/vnd.google-apps.spreadsheet" },
  });
  const data = await get(file.id!, {});
  expect([data.properties!.title, data.properties!.locale, data.properties!.timeZone, data.sheets]).toEqual([
    "新表",
    "en_US",
    "Etc/GMT",
    [
      {
        properties: {
          sheetId: 0,
          title: "Sheet1",
          index: 0,
          sheetType: "GRID",
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ],
  ]);
});

it("[G41] spreadsheets.create takes merges and the sizes of rows and columns", async () => {
  const merge = { sheetId: 3, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
  const { data } = await clients.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        {
          properties: { title: "清单", sheetId: 3, gridProperties: { rowCount: 2, columnCount: 2, frozenRowCount: 1 } },
          data: [
            {
              rowData: [{ values: [{ userEnteredValue: { stringValue: "标题" } }] }],
              rowMetadata: [{}, { hiddenByUser: true }],
              columnMetadata: [{ pixelSize: 44 }],
            },
          ],
          merges: [merge],
        },
      ],
    },
  });
  const fields = "sheets(merges,data(rowMetadata(hiddenByUser),columnMetadata(pixelSize)))";
  expect(await get(data.spreadsheetId!, { fields })).toEqual({
    sheets: [
      {
        merges: [merge],
        data: [{ rowMetadata: [{}, { hiddenByUser: true }], columnMetadata: [{ pixelSize: 44 }, { pixelSize: 100 }] }],
      },
    ],
  });
});

it("[G41] spreadsheets.create takes properties, sheets with data, named ranges and metadata", async () => {
  const { data } = await clients.sheets.spreadsheets.create({
    requestBody: {
      properties: { title: "t", locale: "zh_CN", timeZone: "Asia/Shanghai" },
      sheets: [
        {
          properties: { title: "问题清单", gridProperties: { rowCount: 5, columnCount: 3 } },
          data: [{ startRow: 1, rowData: [{ values: [{ userEnteredValue: { stringValue: "x" } }] }] }],
        },
        { properties: { title: "other", sheetId: 77 } },
      ],
      namedRanges: [{ name: "N", range: { sheetId: 77 } }],
      developerMetadata: [{ metadataId: 5, metadataKey: "k", visibility: "DOCUMENT", location: { spreadsheet: true } }],
    },
  });
  const { sheets, namedRanges, developerMetadata, properties } = data;
  const { data: values } = await clients.sheets.spreadsheets.values.get({
    spreadsheetId: data.spreadsheetId!,
    range: "问题清单",
  });
  expect([
    properties!.locale,
    sheets!.map((sheet) => [sheet.properties!.sheetId, sheet.properties!.title]),
    namedRanges!.length,
    developerMetadata,
    values.values,
  ]).toEqual([
    "zh_CN",
    [
      [0, "问题清单"],
      [77, "other"],
    ],
    1,
    [
      {
        metadataId: 5,
        metadataKey: "k",
        location: { locationType: "SPREADSHEET", spreadsheet: true },
        visibility: "DOCUMENT",
      },
    ],
    [[], ["x"]],
  ]);
});

it("[G46] sheetId 0 is left out of ranges but stands in sheet properties", async () => {
  const id = await makeSpreadsheet(clients);
  const range = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
  await batch(
    clients,
    id,
    { addSheet: { properties: { sheetId: 5, title: "b" } } },
    { mergeCells: { range: { sheetId: 0, ...range } } },
    { mergeCells: { range: { sheetId: 5, ...range } } },
  );
  expect((await get(id, { fields: "sheets(properties.sheetId,merges)" })).sheets).toEqual([
    { properties: { sheetId: 0 }, merges: [range] },
    { properties: { sheetId: 5 }, merges: [{ sheetId: 5, ...range }] },
  ]);
});

it("[G48] getByDataFilter answers the sheets and ranges that the filters select", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  const { data } = await clients.sheets.spreadsheets.getByDataFilter({
    spreadsheetId: id,
    fields: "sheets.data(startRow,rowData.values.formattedValue)",
    requestBody: {
      dataFilters: [{ gridRange: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 } }],
      includeGridData: true,
    },
  });
  expect(data.sheets).toEqual([
    { data: [{ startRow: 1, rowData: [{ values: [{ formattedValue: "c" }, { formattedValue: "d" }] }] }] },
  ]);
});

it("[G49] a copied sheet lands at the end of the other spreadsheet with its cells", async () => {
  const [from, to] = [await makeSpreadsheet(clients, [["a"]]), await makeSpreadsheet(clients)];
  const { data } = await clients.sheets.spreadsheets.sheets.copyTo({
    spreadsheetId: from,
    sheetId: 0,
    requestBody: { destinationSpreadsheetId: to },
  });
  const { data: values } = await clients.sheets.spreadsheets.values.get({
    spreadsheetId: to,
    range: "'Copy of Sheet1'!A1",
  });
  expect([data.title, data.index, values.values]).toEqual(["Copy of Sheet1", 1, [["a"]]]);
});
