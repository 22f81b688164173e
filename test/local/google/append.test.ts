import { expect, it } from "vitest";
import type { Clients } from "./bench.ts";
import { makeSpreadsheet, openInProcess, read } from "./bench.ts";

const clients = openInProcess().as();

const append = async (spreadsheetId: string, range: string, values: unknown[][], options: object = {}) =>
  (
    await (clients as Clients).sheets.spreadsheets.values.append({
      spreadsheetId,
      range,
      valueInputOption: "RAW",
      requestBody: { values },
      ...options,
    })
  ).data;

/** The two tables of the guide on appending: A1:C2 and B4:D6. */
const twoTables = () =>
  makeSpreadsheet(clients, [
    ["x", "y", "z"],
    ["x", "y", "z"],
    [],
    ["", "x", "y", "z"],
    ["", "x", "y"],
    ["", "x", "y", "z"],
  ]);

it("[G30] the last table in the range is appended to, as the guide's examples say", async () => {
  const asked = ["Sheet1", "B4", "C5:D5", "B2:D4", "A3:G10", "A1", "E4", "A4"];
  const landed: Record<string, unknown> = {};
  for (const range of asked) {
    const { tableRange, updates } = await append(await twoTables(), range, [["new"]]);
    landed[range] = [tableRange, updates!.updatedRange];
  }
  expect(landed).toEqual({
    Sheet1: ["Sheet1!B4:D6", "Sheet1!B7"],
    B4: ["Sheet1!B4:D6", "Sheet1!B7"],
    "C5:D5": ["Sheet1!B4:D6", "Sheet1!B7"],
    "B2:D4": ["Sheet1!B4:D6", "Sheet1!B7"],
    "A3:G10": ["Sheet1!B4:D6", "Sheet1!B7"],
    A1: ["Sheet1!A1:C2", "Sheet1!A3"],
    E4: [undefined, "Sheet1!E4"],
    A4: [undefined, "Sheet1!A4"],
  });
});

it("[G31] a blank cell in the only row splits the table: the row lands shifted", async () => {
  const id = await makeSpreadsheet(clients, [["x", "", "z"]]);
  const answer = await append(id, "Sheet1", [["a", "b", "c"]]);
  expect([answer.tableRange, answer.updates!.updatedRange]).toEqual(["Sheet1!C1", "Sheet1!C2:E2"]);
});

it("[G32] OVERWRITE writes over what is below, INSERT_ROWS makes room", async () => {
  const values = [["t"], [], ["below"]];
  const over = await makeSpreadsheet(clients, values);
  await append(over, "A1", [["1"], ["2"]]);
  const inserted = await makeSpreadsheet(clients, values);
  await append(inserted, "A1", [["1"], ["2"]], { insertDataOption: "INSERT_ROWS" });
  expect([await read(clients, over, "A1:A6"), await read(clients, inserted, "A1:A6")]).toEqual([
    [["t"], ["1"], ["2"]],
    [["t"], ["1"], ["2"], [], ["below"]],
  ]);
});

it("[G33] appending past the last row makes the grid longer", async () => {
  const id = await makeSpreadsheet(clients, [["a"], ["b"]], { rowCount: 2 });
  await append(id, "Sheet1!A1", [["c"], ["d"]]);
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: "sheets.properties.gridProperties",
  });
  expect([data.sheets![0]!.properties!.gridProperties, await read(clients, id, "A1:A4")]).toEqual([
    { rowCount: 4, columnCount: 8 },
    [["a"], ["b"], ["c"], ["d"]],
  ]);
});

it("[G34] from a single cell only the table around that cell counts", async () => {
  const id = await makeSpreadsheet(clients, [["x", "", "z"]]);
  const answer = await append(id, "'Sheet1'!A1", [["a", "b", "c"]]);
  expect(answer).toEqual({
    spreadsheetId: id,
    tableRange: "Sheet1!A1",
    updates: { spreadsheetId: id, updatedRange: "Sheet1!A2:C2", updatedRows: 1, updatedColumns: 3, updatedCells: 3 },
  });
});

it("[G34] without a table under the range there is no tableRange, also beside data; updatedData comes when asked for", async () => {
  const id = await makeSpreadsheet(clients, [["a"], [], ["c"]]);
  const between = await append(id, "A2", [["b"]]);
  const beside = await append(id, "B1", [["x"]], { includeValuesInResponse: true });
  expect([between.tableRange, between.updates!.updatedRange, beside.tableRange, beside.updates!.updatedData]).toEqual([
    undefined,
    "Sheet1!A2",
    undefined,
    { range: "Sheet1!B1", majorDimension: "ROWS", values: [["x"]] },
  ]);
});

it("[G35] cells that touch at a corner only make no table", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", ""],
    ["", "b"],
  ]);
  expect((await append(id, "Sheet1", [["c"]])).tableRange).toBe("Sheet1!B2");
});
