import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { anchorRows, batch, makeSpreadsheet, openHttp, read, refusal, rowAnchor } from "./bench.ts";

let http: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
let id: string;

beforeAll(async () => {
  http = await openHttp();
  clients = http.as();
});
afterAll(() => http.close());

async function withRows(): Promise<void> {
  id = await makeSpreadsheet(clients, [["b"], ["a"], ["d"], ["c"]]);
  await batch(clients, id, ...[0, 1, 2, 3].map((row) => rowAnchor(100 + row, row)));
}

// "if you associate metadata with row 5 and another row is then inserted above row 5 the metadata is still associated"
it("[G50] row metadata follows insert, delete and move of rows", async () => {
  await withRows();
  await batch(
    clients,
    id,
    { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 3 } } },
    { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
    { moveDimension: { source: { sheetId: 0, dimension: "ROWS", startIndex: 4, endIndex: 5 }, destinationIndex: 0 } },
  );
  expect([await anchorRows(clients, id), await read(clients, id, "A1:A6")]).toEqual([
    { "101": 3, "102": 4, "103": 0 },
    [["c"], [], [], ["a"], ["d"]],
  ]);
});

// "If the associated object is deleted then its metadata is deleted too."
it("[G51] metadata goes with what it is on: row, column and sheet", async () => {
  await withRows();
  await batch(
    clients,
    id,
    { addSheet: { properties: { sheetId: 8, title: "b" } } },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 1,
          metadataKey: "c",
          visibility: "DOCUMENT",
          location: { dimensionRange: { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 } },
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataId: 2, metadataKey: "s", visibility: "DOCUMENT", location: { sheetId: 8 } },
      },
    },
    { deleteDimension: { range: { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 } } },
    { deleteSheet: { sheetId: 8 } },
    { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 4 } } },
  );
  const { data } = await clients.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: id,
    requestBody: {
      dataFilters: [
        { developerMetadataLookup: { visibility: "PROJECT" } },
        { developerMetadataLookup: { visibility: "DOCUMENT" } },
      ],
    },
  });
  expect([
    data,
    await refusal(clients.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 100 })),
  ]).toEqual([{}, { code: 404, message: "No developer metadata with ID: 100", status: "NOT_FOUND" }]);
});

// "Sorts data in rows": nothing says that the rows themselves move.
for (const follows of [false, true]) {
  it(`[G52] a sort moves values ${follows ? "and, with the switch, row metadata" : "but not row metadata"}`, async () => {
    await withRows();
    http.google.switches.metadataFollowsSort = follows;
    await batch(clients, id, {
      sortRange: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 4 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: "ASCENDING" }],
      },
    });
    http.google.switches.metadataFollowsSort = false;
    expect([await read(clients, id, "A1:A4"), await anchorRows(clients, id)]).toEqual([
      [["a"], ["b"], ["c"], ["d"]],
      follows ? { "100": 1, "101": 0, "102": 3, "103": 2 } : { "100": 0, "101": 1, "102": 2, "103": 3 },
    ]);
  });

  it(`[G53] cells cut and pasted take row metadata along ${follows ? "with the switch" : "by no means"}`, async () => {
    await withRows();
    http.google.switches.metadataFollowsCutPaste = follows;
    await batch(clients, id, {
      cutPaste: {
        source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 },
        destination: { sheetId: 0, rowIndex: 9, columnIndex: 0 },
      },
    });
    http.google.switches.metadataFollowsCutPaste = false;
    expect([await read(clients, id, "A1:A10"), await anchorRows(clients, id)]).toEqual([
      [[], ["a"], ["d"], ["c"], [], [], [], [], [], ["b"]],
      { "100": follows ? 9 : 0, "101": 1, "102": 2, "103": 3 },
    ]);
  });

  it(`[G54] undoing the deletion of a row brings its values back, its metadata ${follows ? "with the switch" : "not"}`, async () => {
    await withRows();
    http.google.switches.undoRestoresMetadata = follows;
    await batch(http.as("clerk@example.com"), id, {
      deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 2 } },
    });
    expect(http.google.undo(id, "clerk@example.com")).toBe(true);
    http.google.switches.undoRestoresMetadata = false;
    expect([await read(clients, id, "A1:A4"), Object.keys(await anchorRows(clients, id))]).toEqual([
      [["b"], ["a"], ["d"], ["c"]],
      follows ? ["100", "101", "102", "103"] : ["100", "102", "103"],
    ]);
  });

  it(`[G55] a duplicated tab has ${follows ? "copies of the metadata under new ids, with the switch" : "no metadata"}`, async () => {
    await withRows();
    http.google.switches.duplicateSheetCopiesMetadata = follows;
    await batch(clients, id, { duplicateSheet: { sourceSheetId: 0, newSheetId: 33, newSheetName: "copy" } });
    http.google.switches.duplicateSheetCopiesMetadata = false;
    const { data } = await clients.sheets.spreadsheets.developerMetadata.search({
      spreadsheetId: id,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: "r" } }] },
    });
    const found = data.matchedDeveloperMetadata!.map(({ developerMetadata }) => developerMetadata!);
    const copies = found.filter(({ location }) => location!.dimensionRange!.sheetId === 33);
    expect([copies.length, new Set(found.map(({ metadataId }) => metadataId)).size]).toEqual(follows ? [4, 8] : [0, 4]);
  });

  it(`[G56] a copied file ${follows ? "keeps the metadata, with the switch" : "has no metadata"}`, async () => {
    await withRows();
    http.google.switches.fileCopyKeepsMetadata = follows;
    const { data } = await clients.drive.files.copy({ fileId: id, requestBody: { name: "copy" } });
    http.google.switches.fileCopyKeepsMetadata = false;
    expect([await read(clients, data.id!, "A1:A4"), Object.keys(await anchorRows(clients, data.id!)).length]).toEqual([
      [["b"], ["a"], ["d"], ["c"]],
      follows ? 4 : 0,
    ]);
  });
}

// "spreadsheet-scoped unique ID"; with one in use creating "will be unsuccessful"; a batch is applied as a whole.
for (const metadataIdInUse of ["INVALID_ARGUMENT", "ALREADY_EXISTS"] as const) {
  it(`[G57] an id in use refuses the whole batch with ${metadataIdInUse}`, async () => {
    await withRows();
    http.google.switches.metadataIdInUse = metadataIdInUse;
    const row = { values: [{ userEnteredValue: { stringValue: "twice" } }] };
    const refused = await refusal(
      batch(
        clients,
        id,
        { appendCells: { sheetId: 0, rows: [row], fields: "userEnteredValue" } },
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: 100,
              metadataKey: "token",
              visibility: "PROJECT",
              location: { spreadsheet: true },
            },
          },
        },
      ),
    );
    http.google.switches.metadataIdInUse = "INVALID_ARGUMENT";
    const message = "Developer metadata with ID: 100 already exists.";
    expect([refused, await read(clients, id, "A5")]).toEqual([
      metadataIdInUse === "INVALID_ARGUMENT"
        ? { code: 400, message: `Invalid requests[1].createDeveloperMetadata: ${message}`, status: metadataIdInUse }
        : { code: 409, message, status: metadataIdInUse },
      [],
    ]);
  });
}

it("[G57] an id that was not given is chosen by the service", async () => {
  await withRows();
  const [reply] = await batch(clients, id, {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: "k", metadataValue: "v", visibility: "DOCUMENT", location: { sheetId: 0 } },
    },
  });
  const { metadataId, ...rest } = reply!.createDeveloperMetadata!.developerMetadata!;
  expect([typeof metadataId, rest]).toEqual([
    "number",
    { metadataKey: "k", metadataValue: "v", visibility: "DOCUMENT", location: { locationType: "SHEET", sheetId: 0 } },
  ]);
});

// "The specified DimensionRange must represent a single row or column. It cannot be unbounded or span multiple rows".
it("[G58] a location is exactly one row or column inside the grid; key and visibility are required", async () => {
  await withRows();
  const location = (startIndex: number, endIndex?: number) => ({
    dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex, ...(endIndex === undefined ? {} : { endIndex }) },
  });
  const wrong = [
    { metadataKey: "k", visibility: "PROJECT", location: location(0, 2) },
    { metadataKey: "k", visibility: "PROJECT", location: location(0) },
    { metadataKey: "k", visibility: "PROJECT", location: location(20, 21) },
    { metadataKey: "k", location: location(0, 1) },
    { visibility: "PROJECT", location: location(0, 1) },
    { metadataKey: "k", visibility: "PROJECT" },
    { metadataId: -4, metadataKey: "k", visibility: "PROJECT", location: location(0, 1) },
  ];
  for (const developerMetadata of wrong) {
    expect(
      (await refusal(batch(clients, id, { createDeveloperMetadata: { developerMetadata } }))).code,
      JSON.stringify(developerMetadata),
    ).toBe(400);
  }
});

it("[G59] 30,000 characters of keys and values fit on a sheet, one more does not", async () => {
  const spreadsheetId = await makeSpreadsheet(clients);
  const add = (metadataKey: string) =>
    batch(clients, spreadsheetId, {
      createDeveloperMetadata: { developerMetadata: { metadataKey, visibility: "PROJECT", location: { sheetId: 0 } } },
    });
  await add("k".repeat(30_000));
  expect((await refusal(add("k"))).code).toBe(400);
  await batch(clients, spreadsheetId, {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: "k".repeat(30_000), visibility: "PROJECT", location: { spreadsheet: true } },
    },
  });
});

it("[G60] updateDeveloperMetadata changes what the mask names, and may move the entry", async () => {
  await withRows();
  const [reply] = await batch(clients, id, {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: 101 } }],
      developerMetadata: {
        metadataKey: "s",
        metadataValue: "v",
        location: { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 7, endIndex: 8 } },
      },
      fields: "metadataValue,location",
    },
  });
  expect(reply!.updateDeveloperMetadata!.developerMetadata).toEqual([
    {
      metadataId: 101,
      metadataKey: "r",
      metadataValue: "v",
      visibility: "PROJECT",
      location: { locationType: "ROW", dimensionRange: { dimension: "ROWS", startIndex: 7, endIndex: 8 } },
    },
  ]);
});

it("[G60] deleteDeveloperMetadata answers what it deleted", async () => {
  await withRows();
  const [reply] = await batch(clients, id, {
    deleteDeveloperMetadata: {
      dataFilter: {
        developerMetadataLookup: {
          metadataKey: "r",
          metadataLocation: { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 3 } },
        },
      },
    },
  });
  expect([
    reply!.deleteDeveloperMetadata!.deletedDeveloperMetadata!.map(({ metadataId }) => metadataId),
    await anchorRows(clients, id),
  ]).toEqual([[101, 102], { "100": 0, "103": 3 }]);
});

it("[G61] updating metadata that matches nothing answers nothing, or with the switch refuses the batch", async () => {
  await withRows();
  const request = {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: 9999 } }],
      developerMetadata: { metadataValue: "v" },
      fields: "metadataValue",
    },
  };
  const replies = await batch(clients, id, request);
  http.google.switches.metadataUpdateWithoutMatch = "fail";
  const refused = await refusal(batch(clients, id, request));
  http.google.switches.metadataUpdateWithoutMatch = "empty";
  expect([replies, refused.code]).toEqual([[{}], 400]);
});

// "INTERSECTING … also matched"; "If left unspecified, this field assumes a default value of INTERSECTING."
it("[G62] a lookup matches all of its fields; locations match exactly or by touching", async () => {
  await withRows();
  await batch(clients, id, {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 1,
        metadataKey: "r",
        metadataValue: "x",
        visibility: "DOCUMENT",
        location: { sheetId: 0 },
      },
    },
  });
  const row = { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 2, endIndex: 3 } };
  const find = async (lookup: object) => {
    const { data } = await clients.sheets.spreadsheets.developerMetadata.search({
      spreadsheetId: id,
      requestBody: { dataFilters: [{ developerMetadataLookup: lookup }] },
    });
    return (data.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata!.metadataId).sort();
  };
  expect([
    await find({ metadataKey: "r", locationType: "ROW", visibility: "PROJECT" }),
    await find({ metadataKey: "r", metadataValue: "x" }),
    await find({ metadataLocation: row }),
    await find({ metadataLocation: row, locationMatchingStrategy: "EXACT_LOCATION" }),
    await find({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: "EXACT_LOCATION" }),
    (await refusal(find({ locationMatchingStrategy: "EXACT_LOCATION" }))).code,
  ]).toEqual([[100, 101, 102, 103], [1], [1, 102], [102], [1], 400]);
});

const everywhere: readonly (readonly [number, object])[] = [
  [1, { spreadsheet: true }],
  [2, { sheetId: 0 }],
  [3, { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 2, endIndex: 3 } }],
  [4, { dimensionRange: { sheetId: 0, dimension: "COLUMNS", startIndex: 1, endIndex: 2 } }],
  [5, { sheetId: 9 }],
];

async function withMetadataEverywhere(): Promise<void> {
  id = await makeSpreadsheet(clients);
  const create = everywhere.map(([metadataId, location]) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: "k", metadataValue: "v", visibility: "DOCUMENT", location },
    },
  }));
  await batch(clients, id, { addSheet: { properties: { sheetId: 9, title: "nine" } } }, ...create);
}

it("[G63] developerMetadata.get answers an entry wherever it is", async () => {
  await withMetadataEverywhere();
  const found = [];
  for (const [metadataId] of everywhere) {
    const { data } = await clients.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId });
    found.push(data);
  }
  const entry = (metadataId: number, locationType: string, location: object) => ({
    metadataId,
    metadataKey: "k",
    metadataValue: "v",
    visibility: "DOCUMENT",
    location: { locationType, ...location },
  });
  expect(found).toEqual([
    entry(1, "SPREADSHEET", { spreadsheet: true }),
    entry(2, "SHEET", { sheetId: 0 }),
    entry(3, "ROW", { dimensionRange: { dimension: "ROWS", startIndex: 2, endIndex: 3 } }),
    entry(4, "COLUMN", { dimensionRange: { dimension: "COLUMNS", startIndex: 1, endIndex: 2 } }),
    entry(5, "SHEET", { sheetId: 9 }),
  ]);
});

// "If the DataFilter represents a location in a spreadsheet, this will return all developer metadata associated with
// locations intersecting that region."
it("[G64] a search by range finds what intersects it, each entry once with the filters that led to it", async () => {
  await withMetadataEverywhere();
  const cell = { a1Range: "Sheet1!B3" };
  const corner = {
    gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
  };
  const { data } = await clients.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: id,
    requestBody: { dataFilters: [cell, corner] },
  });
  expect(
    data.matchedDeveloperMetadata!.map(({ developerMetadata, dataFilters }) => [
      developerMetadata!.metadataId,
      dataFilters,
    ]),
  ).toEqual([
    [2, [cell, corner]],
    [3, [cell]],
    [4, [cell]],
  ]);
});
