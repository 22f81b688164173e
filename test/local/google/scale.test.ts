import { expect, it } from "vitest";
import type { SheetState, SpreadsheetState } from "../../../local/google/state.ts";
import type { Clients } from "./bench.ts";
import { anchorRows, batch, makeSpreadsheet, openInProcess, read, rowAnchor } from "./bench.ts";

const { as, google } = openInProcess();
const clients = as();

/** Fills a sheet from A1, some thousand rows a request, as a client must. */
async function fill(api: Clients, id: string, rowCount: number, columnCount: number): Promise<void> {
  const step = 5000;
  for (let top = 0; top < rowCount; top += step) {
    const values = Array.from({ length: Math.min(step, rowCount - top) }, (_, i) =>
      Array.from({ length: columnCount }, (_, j) => (j === 0 ? rowCount - top - i : `${top + i}/${j}`)),
    );
    await api.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: `A${top + 1}`,
      valueInputOption: "RAW",
      requestBody: { values },
    });
  }
}

/** How many rows of `after` are not the very rows of `before`. */
function newRows(before: SheetState, after: SheetState): number {
  const old = new Set(before.rows);
  return after.rows.filter((row) => row !== undefined && !old.has(row)).length;
}

it("[G240] an edit copies the row it changes, and shares every other row and sheet with what was before", async () => {
  const id = await makeSpreadsheet(clients, [], { rowCount: 3000, columnCount: 6 });
  await fill(clients, id, 3000, 6);
  await batch(clients, id, { addSheet: { properties: { sheetId: 2, title: "other" } } });
  const copied = async (edit: () => Promise<unknown>) => {
    const before = google.state(id) as SpreadsheetState;
    await edit();
    const after = google.state(id) as SpreadsheetState;
    return [newRows(before.sheets[0]!, after.sheets[0]!), after.sheets[1] === before.sheets[1]];
  };
  const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: "ROWS", startIndex, endIndex });
  expect([
    await copied(() => clients.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: "C1500" })),
    await copied(() => batch(clients, id, rowAnchor(9, 1700))),
    await copied(() => batch(clients, id, { insertDimension: { range: rows(10, 12) } })),
    await copied(() => batch(clients, id, { deleteDimension: { range: rows(20, 40) } })),
    await copied(() => batch(clients, id, { moveDimension: { source: rows(2000, 2010), destinationIndex: 0 } })),
    await copied(() => read(clients, id, "A1:F10")),
  ]).toEqual([
    [1, true],
    [0, true],
    [0, true],
    [0, true],
    [0, true],
    [0, true],
  ]);
});

it("[G241] a million cells in one spreadsheet are filled, edited, sorted and read like a few", async () => {
  const id = await makeSpreadsheet(clients, [], { rowCount: 40_000, columnCount: 26 });
  await fill(clients, id, 40_000, 26);
  await batch(
    clients,
    id,
    { insertDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
    {
      sortRange: {
        range: { sheetId: 0, startRowIndex: 1 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: "ASCENDING" }],
      },
    },
    { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 3 } } },
  );
  expect([
    await read(clients, id, "A1:B3"),
    await read(clients, id, "Y39998:Z40000"),
    google.state(id)!.sheets[0]!.rowCount,
  ]).toEqual([
    [[], ["3", "39997/1"], ["4", "39996/1"]],
    [
      ["1/24", "1/25"],
      ["0/24", "0/25"],
    ],
    39_999,
  ]);
});

it("[G242] thousands of anchors are made, moved and deleted in one batch each", async () => {
  const count = 8000;
  const id = await makeSpreadsheet(clients, [], { rowCount: count + 1, columnCount: 1 });
  const all = Array.from({ length: count }, (_, row) => row);
  const lookup = (row: number) => ({ developerMetadataLookup: { metadataId: row + 1 } });
  const at = (row: number) => ({
    dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: row, endIndex: row + 1 },
  });
  await batch(clients, id, ...all.map((row) => rowAnchor(row + 1, row)));
  await batch(
    clients,
    id,
    ...all.map((row) => ({
      updateDeveloperMetadata: {
        dataFilters: [lookup(row)],
        developerMetadata: { location: at(row + 1) },
        fields: "location",
      },
    })),
  );
  const moved = await anchorRows(clients, id);
  const replies = await batch(
    clients,
    id,
    ...all.slice(1).map((row) => ({ deleteDeveloperMetadata: { dataFilter: lookup(row) } })),
  );
  expect([moved, replies.length, await anchorRows(clients, id)]).toEqual([
    Object.fromEntries(all.map((row) => [String(row + 1), row + 1])),
    count - 1,
    { "1": 1 },
  ]);
});

it("[G243] a chain of thousands of formulas is right from whichever end it is read, a long circle is #REF! all round", async () => {
  const id = await makeSpreadsheet(clients, [], { rowCount: 4000, columnCount: 2 });
  const enter = (range: string, formulas: readonly string[]) =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range,
      valueInputOption: "USER_ENTERED",
      requestBody: { values: formulas.map((formula) => [formula]) },
    });
  await enter("A1", ["1", ...Array.from({ length: 3999 }, (_, row) => `=A${row + 1}+1`)]);
  await enter(
    "B1",
    Array.from({ length: 400 }, (_, row) => `=B${((row + 1) % 400) + 1}`),
  );
  const circle = await read(clients, id, "B1:B400");
  expect([await read(clients, id, "A4000"), await read(clients, id, "A1999:A2000"), new Set(circle.flat())]).toEqual([
    [["4000"]],
    [["1999"], ["2000"]],
    new Set(["#REF!"]),
  ]);
});
