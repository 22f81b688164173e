import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, refusal } from "./bench.ts";

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

it("[G42] grid data comes only when asked for, by includeGridData or by the mask", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const [plain, asked, masked, ignored] = await Promise.all([
    get(id, {}),
    get(id, { includeGridData: true }),
    get(id, { fields: "sheets.data.rowData.values.formattedValue" }),
    get(id, { fields: "sheets.properties.title", includeGridData: true }),
  ]);
  expect([
    plain.sheets![0]!.data,
    asked.sheets![0]!.data![0]!.rowMetadata!.length,
    masked.sheets,
    ignored.sheets,
  ]).toEqual([
    undefined,
    20,
    [{ data: [{ rowData: [{ values: [{ formattedValue: "a" }] }] }] }],
    [{ properties: { title: "Sheet1" } }],
  ]);
});

it("[G43] a cell shows what was entered, what it is and how it looks", async () => {
  const id = await makeSpreadsheet(clients);
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "A1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [["=1+1", "2024-02-01", "文字", true, "=NOPE()"]] },
  });
  const { sheets } = await get(id, {
    fields: "sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat.numberFormat)",
  });
  expect(sheets![0]!.data![0]!.rowData![0]!.values).toEqual([
    { userEnteredValue: { formulaValue: "=1+1" }, effectiveValue: { numberValue: 2 }, formattedValue: "2" },
    {
      userEnteredValue: { numberValue: 45323 },
      effectiveValue: { numberValue: 45323 },
      formattedValue: "2024-02-01",
      userEnteredFormat: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } },
    },
    { userEnteredValue: { stringValue: "文字" }, effectiveValue: { stringValue: "文字" }, formattedValue: "文字" },
    { userEnteredValue: { boolValue: true }, effectiveValue: { boolValue: true }, formattedValue: "TRUE" },
    {
      userEnteredValue: { formulaValue: "=NOPE()" },
      effectiveValue: { errorValue: { type: "NAME", message: "Unknown function: 'NOPE'." } },
      formattedValue: "#NAME?",
    },
  ]);
});

it("[G44] several ranges give several data blocks with their starts, and only the sheets they touch", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  await batch(clients, id, { addSheet: { properties: { title: "second", sheetId: 9 } } });
  const { sheets } = await get(id, {
    ranges: ["A1", "B2:C3"],
    fields: "sheets(properties.sheetId,data(startRow,startColumn,rowData.values.formattedValue))",
  });
  expect(sheets).toEqual([
    {
      properties: { sheetId: 0 },
      data: [
        { rowData: [{ values: [{ formattedValue: "a" }] }] },
        { startRow: 1, startColumn: 1, rowData: [{ values: [{ formattedValue: "d" }] }] },
      ],
    },
  ]);
});

it("[G45] masks take dots, slashes and brackets, keep empty frames, and refuse unknown fields", async () => {
  const id = await makeSpreadsheet(clients);
  expect([
    await get(id, { fields: "namedRanges" }),
    await get(id, { fields: "sheets/properties/hidden,sheets.data.rowData.values.note" }),
    await get(id, { fields: "sheets(properties(title,index))" }),
    (await refusal(get(id, { fields: "sheets.nope" }))).details,
    (await refusal(get(id, { fields: "sheets(" }))).code,
  ]).toEqual([
    {},
    { sheets: [{ properties: {}, data: [{}] }] },
    { sheets: [{ properties: { title: "Sheet1", index: 0 } }] },
    [
      {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        fieldViolations: [
          {
            field: "sheets.nope",
            description: "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.nope'.",
          },
        ],
      },
    ],
    400,
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

it("[G47] batchUpdate can answer the spreadsheet as it is afterwards, limited to ranges", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const { data } = await clients.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    fields: "replies,updatedSpreadsheet.sheets.data(startRow,rowData.values.userEnteredValue)",
    requestBody: {
      requests: [
        {
          appendCells: {
            sheetId: 0,
            rows: [{ values: [{ userEnteredValue: { stringValue: "new" } }] }],
            fields: "userEnteredValue",
          },
        },
      ],
      includeSpreadsheetInResponse: true,
      responseRanges: ["Sheet1!A2:A"],
    },
  });
  expect(data).toEqual({
    replies: [{}],
    updatedSpreadsheet: {
      sheets: [{ data: [{ startRow: 1, rowData: [{ values: [{ userEnteredValue: { stringValue: "new" } }] }] }] }],
    },
  });
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

it("[G44] rowData counts from the range's start, is trimmed at its end, and blank rows between are {}", async () => {
  const id = await makeSpreadsheet(clients, [["a"], [], ["c"], []]);
  const { sheets } = await get(id, {
    ranges: ["A1:B9", "A2:A9", "D1:D9"],
    fields: "sheets.data.rowData.values.formattedValue",
  });
  const values = (text: string) => ({ values: [{ formattedValue: text }] });
  expect(sheets).toEqual([{ data: [{ rowData: [values("a"), {}, values("c")] }, { rowData: [{}, values("c")] }, {}] }]);
});

it("[G47] grid data of the answer comes with responseIncludeGridData, or with the mask, which goes before", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const update = async (options: object, fields?: string) =>
    (
      await clients.sheets.spreadsheets.batchUpdate({
        spreadsheetId: id,
        ...(fields === undefined ? {} : { fields }),
        requestBody: {
          requests: [{ appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } }],
          responseRanges: ["A1"],
          ...options,
        },
      })
    ).data.updatedSpreadsheet;
  const first = { includeSpreadsheetInResponse: true };
  expect([
    await update({ responseIncludeGridData: true }),
    (await update(first))!.sheets![0]!.data,
    (await update({ ...first, responseIncludeGridData: true }))!.sheets![0]!.data![0]!.rowData!.length,
    await update({ ...first, responseIncludeGridData: true }, "updatedSpreadsheet.sheets.properties.title"),
  ]).toEqual([undefined, undefined, 1, { sheets: [{ properties: { title: "Sheet1" } }] }]);
});

it("[G45] flags are taken in every spelling, and fields of a body that are null count as absent", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${http.url}/v4/spreadsheets/${id}${path}`, {
      method,
      headers: { authorization: "Bearer a" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return [answer.status, await answer.json()] as [number, { sheets: { data?: object[] }[] }];
  };
  const seen = [];
  for (const flag of ["True", "true", "1", "False", "false", "0"])
    seen.push((await ask("GET", `?includeGridData=${flag}`))[1].sheets[0]!.data !== undefined);
  const cleared = await ask("POST", "/values/Sheet1!A1:clear");
  const written = await ask("PUT", "/values/A1?valueInputOption=RAW", {
    majorDimension: null,
    range: null,
    values: [["b"]],
  });
  expect([seen, (await ask("GET", "?includeGridData=maybe"))[0], cleared, written[0]]).toEqual([
    [true, true, true, false, false, false],
    400,
    [200, { spreadsheetId: id, clearedRange: "Sheet1!A1" }],
    200,
  ]);
});

it("[G41] merges, sizes and hidden rows given to spreadsheets.create are there", async () => {
  const { data } = await clients.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        {
          properties: { title: "t", gridProperties: { rowCount: 4, columnCount: 3 } },
          merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
          data: [{ rowMetadata: [{}, { hiddenByUser: true }], columnMetadata: [{ pixelSize: 180 }] }],
        },
      ],
    },
  });
  const { sheets } = await get(data.spreadsheetId!, {
    fields: "sheets(merges,data(rowMetadata.hiddenByUser,columnMetadata.pixelSize))",
  });
  expect(sheets).toEqual([
    {
      merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
      data: [
        {
          rowMetadata: [{}, { hiddenByUser: true }, {}, {}],
          columnMetadata: [{ pixelSize: 180 }, { pixelSize: 100 }, { pixelSize: 100 }],
        },
      ],
    },
  ]);
});
