import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { batch, makeSpreadsheet, openHttp, refusal, rowAnchor } from "./bench.ts";

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
