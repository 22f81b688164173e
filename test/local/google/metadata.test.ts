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
