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
