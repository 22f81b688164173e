import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, read, rowAnchor } from "./bench.ts";

/** Whatever is sent: Google's error in Google's form, no crash, nothing half applied. */

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
let id: string;
const bugs: unknown[] = [];

beforeAll(async () => {
  http = await openHttp({ onBug: (error) => bugs.push(error) });
  clients = http.as();
  id = await makeSpreadsheet(clients, [
    ["b", 2, "=x"],
    ["a", 1, true],
  ]);
  await batch(
    clients,
    id,
    rowAnchor(7, 1),
    { mergeCells: { range: { sheetId: 0, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 } } },
    { addNamedRange: { namedRange: { name: "N", range: { sheetId: 0, endRowIndex: 2 } } } },
    { setBasicFilter: { filter: { range: { sheetId: 0 } } } },
  );
});
afterAll(() => http.close());
beforeEach(() => {
  bugs.length = 0;
});

interface Answer {
  readonly code: number;
  readonly error?: { readonly code: number; readonly message: string; readonly status: string };
}

async function send(method: string, path: string, body?: string): Promise<Answer> {
  const answer = await fetch(`${http.url}${path}`, {
    method,
    headers: { authorization: "Bearer service@example.com" },
    ...(body === undefined ? {} : { body }),
  });
  return { code: answer.status, ...((await answer.json()) as object) };
}

/** Sends it and answers the status; whoever refuses must leave the very same value behind. */
async function refuse(method: string, path: string, body?: unknown): Promise<string> {
  const before = http.google.state(id);
  const { code, error } = await send(method, path, typeof body === "string" ? body : JSON.stringify(body));
  expect([http.google.state(id) === before, error?.code, typeof error?.message]).toEqual([true, code, "string"]);
  return `${code} ${error!.status}`;
}

const at = (rest: string) => `/v4/spreadsheets/${id}${rest}`;
const put = (range: string, values: unknown) =>
  refuse("PUT", at(`/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`), { values });

it("[G210] malformed A1, unknown tabs and ranges outside the grid are 400 for every method that takes a range", async () => {
  const ranges = [
    "",
    "!",
    "A1:",
    "'Sheet1",
    "Sheet1!A0",
    "Nope!A1",
    "Sheet1!A1:B2:C3",
    "ZZZZ1",
    "A99999999",
    "A\u0000",
  ];
  const answers = new Set<string>();
  for (const range of ranges) {
    const path = encodeURIComponent(range);
    if (range !== "") {
      answers.add(await refuse("GET", at(`/values/${path}`)));
      answers.add(await put(range, [["x"]]));
      answers.add(await refuse("POST", at(`/values/${path}:append?valueInputOption=RAW`), { values: [["x"]] }));
      answers.add(await refuse("POST", at(`/values/${path}:clear`)));
    }
    answers.add(await refuse("GET", at(`/values:batchGet?ranges=A1&ranges=${path}`)));
    answers.add(await refuse("GET", at(`?ranges=${path}`)));
    answers.add(await refuse("POST", at("/values:batchClear"), { ranges: ["A1", range] }));
    answers.add(
      await refuse("POST", at("/values:batchUpdate"), {
        valueInputOption: "RAW",
        data: [
          { range: "A1", values: [["x"]] },
          { range, values: [["x"]] },
        ],
      }),
    );
    answers.add(
      await refuse("POST", at("/values:batchUpdateByDataFilter"), {
        valueInputOption: "RAW",
        data: [
          { dataFilter: { a1Range: "A1" }, values: [["x"]] },
          { dataFilter: { a1Range: range }, values: [["x"]] },
        ],
      }),
    );
  }
  expect([[...answers], bugs]).toEqual([["400 INVALID_ARGUMENT"], []]);
});

it("[G211] ids of nothing are refused: spreadsheet, sheet, metadata, named and protected range", async () => {
  const requests = [
    { deleteSheet: { sheetId: 99 } },
    { updateCells: { start: { sheetId: 99 }, rows: [], fields: "*" } },
    { sortRange: { range: { sheetId: 99 }, sortSpecs: [{ dimensionIndex: 0 }] } },
    { deleteNamedRange: { namedRangeId: "99" } },
    { deleteProtectedRange: { protectedRangeId: 99 } },
    { duplicateSheet: { sourceSheetId: 99 } },
    { findReplace: { find: "a", replacement: "b", sheetId: 99 } },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: "k", visibility: "PROJECT", location: { sheetId: 99 } },
      },
    },
  ];
  const answers = [];
  for (const request of requests) answers.push(await refuse("POST", at(":batchUpdate"), { requests: [request] }));
  expect([
    [...new Set(answers)],
    await refuse("GET", "/v4/spreadsheets/none"),
    await refuse("GET", at("/developerMetadata/99")),
    await refuse("GET", at("/developerMetadata/x")),
    await refuse("POST", at("/sheets/99:copyTo"), { destinationSpreadsheetId: id }),
    await refuse("POST", at("/sheets/0:copyTo"), { destinationSpreadsheetId: "none" }),
    bugs,
  ]).toEqual([
    ["400 INVALID_ARGUMENT"],
    "404 NOT_FOUND",
    "404 NOT_FOUND",
    "404 NOT_FOUND",
    "400 INVALID_ARGUMENT",
    "404 NOT_FOUND",
    [],
  ]);
});

it("[G212] values that no cell can hold, and more of them than the limits allow, are refused", async () => {
  const wide = Array.from({ length: 18_279 }, () => 1);
  const many = Array.from({ length: 1_300_000 }, () => [1]);
  expect([
    await put("A1", [[{ a: 1 }]]),
    await put("A1", [[["nested"]]]),
    await put("A1", { "0": ["a"] }),
    await put("A1", ["a"]),
    await put("A1", [["x".repeat(50_001)]]),
    await put("A1", [wide]),
    await put("A1", many),
    await refuse("POST", at("/values:batchClear"), { ranges: "A1:B2,C3" }),
    bugs,
  ]).toEqual([...Array.from({ length: 8 }, () => "400 INVALID_ARGUMENT"), []]);
});

it("[G212] grids beyond 10 million cells or 18,278 columns are refused, by whatever request", async () => {
  const dimension = (dimension: string, startIndex: number, endIndex: number) => ({
    insertDimension: { range: { sheetId: 0, dimension, startIndex, endIndex } },
  });
  const requests = [
    { addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 11 } } } },
    { appendDimension: { sheetId: 0, dimension: "ROWS", length: 2_147_483_647 } },
    { appendDimension: { sheetId: 0, dimension: "COLUMNS", length: 20_000 } },
    dimension("ROWS", 0, 2_147_483_647),
    dimension("COLUMNS", 0, 20_000),
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { columnCount: 20_000 } },
        fields: "gridProperties.columnCount",
      },
    },
  ];
  const answers = [];
  for (const request of requests)
    answers.push(
      await refuse("POST", at(":batchUpdate"), {
        requests: [{ appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } }, request],
      }),
    );
  expect([[...new Set(answers)], bugs]).toEqual([["400 INVALID_ARGUMENT"], []]);
});

it("[G213] bodies over 10 MB and JSON nested too deeply are refused; a large one within the limits is taken", async () => {
  const note = (text: string) => JSON.stringify({ values: [["x"]], range: "A1", majorDimension: text });
  const nested = `{"requests":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  const format = `${'{"textFormat":'.repeat(5000)}1${"}".repeat(5000)}`;
  const big = await makeSpreadsheet(clients, [], { rowCount: 200, columnCount: 2 });
  const values = Array.from({ length: 200 }, () => ["汉".repeat(15_000)]);
  const taken = await send("PUT", `/v4/spreadsheets/${big}/values/A1?valueInputOption=RAW`, JSON.stringify({ values }));
  expect([
    await refuse("PUT", at("/values/A1?valueInputOption=RAW"), note("x".repeat(10 * 1024 * 1024))),
    await refuse("PUT", at("/values/A1?valueInputOption=RAW"), note("汉".repeat(4 * 1024 * 1024))),
    await refuse("POST", at(":batchUpdate"), nested),
    await refuse(
      "POST",
      at(":batchUpdate"),
      `{"requests":[{"repeatCell":{"range":{"sheetId":0},"fields":"*","cell":{"userEnteredFormat":${format}}}}]}`,
    ),
    taken.code,
    (await read(clients, big, "A200"))[0]![0].length,
    bugs,
  ]).toEqual([...Array.from({ length: 4 }, () => "400 INVALID_ARGUMENT"), 200, 15_000, []]);
});

it("[G213] searches, masks and paths of any shape are refused, not followed without end", async () => {
  const codes = [];
  for (const path of [
    `/drive/v3/files?q=${"(".repeat(7000)}`,
    `/drive/v3/files?q=${"not ".repeat(1500)}`,
    `/drive/v3/files?fields=${"files(".repeat(2000)}`,
    at(`?fields=${"sheets(".repeat(2000)}`),
    at(`?fields=${"a.".repeat(6000)}a`),
    at("/values/%E0%A4%A"),
    "/v4/spreadsheets//values/A1",
    "/v4/nothing",
    "/drive/v3/files/%ZZ",
  ])
    codes.push((await send("GET", path)).code);
  const other = await fetch(`${http.url}${at("")}`, { method: "OPTIONS", headers: { authorization: "Bearer x" } });
  expect([codes, other.status, bugs]).toEqual([[400, 400, 400, 400, 400, 404, 404, 404, 404], 404, []]);
});

it("[G214] names that JavaScript knows are names like any other, and reach nothing", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const answers = new Set<string>();
  for (const name of names) {
    const key = JSON.stringify(name);
    answers.add(await refuse("POST", at(":batchUpdate"), `{"requests":[{${key}:{"sheetId":0}}]}`));
    answers.add(
      await refuse("POST", at(":batchUpdate"), `{"requests":[{"addSheet":{"properties":{${key}:{"x":1}}}}]}`),
    );
    answers.add(await refuse("GET", at(`?fields=${name}.${name}.polluted`)));
    answers.add(await refuse("GET", at(`?fields=sheets(${name}(polluted))`)));
    answers.add(await refuse("GET", at(`/values/A1?${name}=1`)));
    answers.add(await refuse("GET", at(`/values/A1?valueRenderOption=${name}`)));
    answers.add(await refuse("GET", at(`/values/${name}`)));
    answers.add(
      await refuse("POST", at(":batchUpdate"), {
        requests: [
          {
            updateCells: {
              start: { sheetId: 0 },
              rows: [{ values: [{ note: "n" }] }],
              fields: `${name}.prototype.polluted`,
            },
          },
        ],
      }),
    );
  }
  const drive = [
    (await send("GET", "/drive/v3/files?orderBy=constructor")).code,
    (await send("GET", "/drive/v3/files?orderBy=__proto__")).code,
    (await send("PATCH", `/drive/v3/files/${id}`, '{"appProperties":{"__proto__":{"polluted":1},"constructor":"a"}}'))
      .code,
  ];
  expect([[...answers], drive, ({} as { polluted?: unknown }).polluted, bugs]).toEqual([
    ["400 INVALID_ARGUMENT"],
    [400, 400, 200],
    undefined,
    [],
  ]);
});

it("[G215] formulas that are nested without end or refer to themselves are values, not a crash", async () => {
  const formulas = [
    `=${"(".repeat(20_000)}1${")".repeat(20_000)}`,
    `=1${"+1".repeat(20_000)}`,
    `=${"IF(TRUE,".repeat(5000)}1${")".repeat(5000)}`,
    "=A5",
    "=1e308*10",
    "=(0-1)^0.5",
    '=REPT("x",1e9)',
    "=SUM(",
    "=__proto__",
    "=CONSTRUCTOR()",
  ];
  const own = await makeSpreadsheet(clients);
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: own,
    range: "A2",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: formulas.map((formula) => [formula]) },
  });
  const shown = (await read(clients, own, "A2:A11")).map((row) => String(row[0]).slice(0, 10));
  expect([shown, bugs]).toEqual([
    ["#ERROR!", "#ERROR!", "#ERROR!", "#REF!", "#NUM!", "#NUM!", "#VALUE!", "#ERROR!", "#NAME?", "#NAME?"],
    [],
  ]);
});

it("[G216] a batch with one bad request among good ones applies nothing, wherever it stands", async () => {
  const good = [
    { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } },
    { updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ note: "n" }] }], fields: "note" } },
    { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
    rowAnchor(50, 3),
    { addSheet: { properties: { sheetId: 5, title: "five" } } },
    { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0 }] } },
  ];
  const requests = fc.tuple(
    fc.shuffledSubarray(good, { minLength: 1 }),
    fc.nat(),
    fc.constantFrom<object>(rowAnchor(7, 1), { deleteSheet: { sheetId: 9 } }, { sortRange: {} }, {}),
  );
  await fc.assert(
    fc.asyncProperty(requests, async ([some, place, bad]) => {
      const at0 = place % (some.length + 1);
      const all = [...some.slice(0, at0), bad, ...some.slice(at0)];
      expect(await refuse("POST", at(":batchUpdate"), { requests: all })).toBe("400 INVALID_ARGUMENT");
    }),
    { seed: 21, numRuns: 60 },
  );
  expect(bugs).toEqual([]);
});
