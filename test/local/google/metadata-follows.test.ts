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
