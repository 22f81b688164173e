import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { as, google } = openInProcess();
const clients = as();

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const box = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

async function cells(id: string, range: string, fields = "note,userEnteredValue,userEnteredFormat,dataValidation") {
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: [range],
    fields: `sheets.data.rowData.values(${fields})`,
  });
  return (data.sheets![0]!.data![0]!.rowData ?? []).map((row) => row.values ?? []);
}

// "The fields of CellData that should be updated. At least one field must be specified."
it("[G90] updateCells touches only the fields of its mask, and never parses", async () => {
  const id = await makeSpreadsheet(clients, [["old", "x"]]);
  await batch(
    clients,
    id,
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ note: "提示" }] }],
        fields: "note",
      },
    },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 1 },
        rows: [{ values: [{ ...text("=1+1"), note: "ignored" }] }],
        fields: "userEnteredValue",
      },
    },
  );
  expect(await cells(id, "A1:B1")).toEqual([[{ note: "提示", ...text("old") }, text("=1+1")]]);
});

// "If the data in rows does not cover the entire requested range, the fields matching those set in fields will be cleared."
it("[G91] updateCells over a range clears the named fields of cells it has no data for", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  await batch(clients, id, {
    updateCells: { range: box(0, 2, 0, 2), rows: [{ values: [text("new")] }], fields: "userEnteredValue" },
  });
  expect(await read(clients, id, "A1:B2")).toEqual([["new"]]);
});

it("[G92] an empty note removes the note", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const note = (value: string) =>
    batch(clients, id, {
      updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ note: value }] }], fields: "note" },
    });
  await note("n");
  await note("");
  expect(await cells(id, "A1")).toEqual([[text("a")]]);
});

// "Adds new cells after the last row with data in a sheet, inserting new rows into the sheet if necessary."
it("[G93] appendCells writes under the last row with data and makes the grid longer", async () => {
  const id = await makeSpreadsheet(clients, [["a"], ["b"]], { rowCount: 3 });
  await batch(
    clients,
    id,
    { updateCells: { start: { sheetId: 0, rowIndex: 2 }, rows: [{ values: [{ note: "no data" }] }], fields: "note" } },
    {
      appendCells: {
        sheetId: 0,
        rows: [{ values: [text("c"), text("c2")] }, { values: [text("d")] }],
        fields: "userEnteredValue",
      },
    },
  );
  expect([await read(clients, id, "A1:B4"), google.state(id)!.sheets[0]!.rowCount]).toEqual([
    [["a"], ["b"], ["c", "c2"], ["d"]],
    4,
  ]);
});

it("[G93] appendCells beyond the last column is refused", async () => {
  const id = await makeSpreadsheet(clients, [], { columnCount: 2 });
  expect(
    (
      await refusal(
        batch(clients, id, {
          appendCells: { sheetId: 0, rows: [{ values: [text("a"), text("b"), text("c")] }], fields: "*" },
        }),
      )
    ).message,
  ).toBe("Invalid requests[0].appendCells: Attempting to write column: 2, beyond the last requested column of: 1");
});

it("[G94] repeatCell writes the same to every cell of a range, and clears with an empty cell", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  await batch(
    clients,
    id,
    {
      repeatCell: {
        range: box(0, 2, 1, 2),
        cell: { userEnteredFormat: { backgroundColor: { red: 0.5 } } },
        fields: "userEnteredFormat.backgroundColor",
      },
    },
    { repeatCell: { range: box(0, 2, 0, 1), cell: {}, fields: "userEnteredValue" } },
  );
  const grey = { userEnteredFormat: { backgroundColor: { red: 0.49803922 } } };
  expect(await cells(id, "A1:B2")).toEqual([
    [{}, { ...grey, ...text("b") }],
    [{}, { ...grey, ...text("d") }],
  ]);
});

it("[G95] a validation rule is kept and returned; writes pass it, or with the switch a strict one stops them", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const rule = {
    condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "是" }, { userEnteredValue: "否" }] },
    strict: true,
    showCustomUi: true,
  };
  await batch(clients, id, { setDataValidation: { range: box(0, 2, 0, 1), rule } });
  const write = () =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: "A2",
      valueInputOption: "RAW",
      requestBody: { values: [["maybe"]] },
    });
  await write();
  google.switches.validationStopsApi = true;
  const refused = await refusal(write());
  google.switches.validationStopsApi = false;
  const kept = await cells(id, "A1:A2");
  await batch(clients, id, { setDataValidation: { range: box(0, 2, 0, 1) } });
  expect([kept, refused.code, await cells(id, "A1:A2")]).toEqual([
    [[{ ...text("a"), dataValidation: rule }], [{ ...text("maybe"), dataValidation: rule }]],
    400,
    [[text("a")], [text("maybe")]],
  ]);
});

it("[G96] masks and values that cannot be are refused", async () => {
  const id = await makeSpreadsheet(clients);
  const update = (rest: object) =>
    refusal(batch(clients, id, { updateCells: { start: { sheetId: 0 }, rows: [{ values: [text("x")] }], ...rest } }));
  const refused = await Promise.all([
    update({}),
    update({ fields: "nope" }),
    update({ fields: "userEnteredValue", range: box(0, 1, 0, 1) }),
    update({
      fields: "userEnteredValue",
      rows: [{ values: [{ userEnteredValue: { stringValue: "a", numberValue: 1 } }] }],
    }),
    update({ fields: "userEnteredValue", start: { sheetId: 0, rowIndex: 20 } }),
    update({ fields: "userEnteredValue", start: { sheetId: 0, columnIndex: -1 } }),
  ]);
  expect([refused.map(({ code }) => code), await read(clients, id, "Sheet1")]).toEqual([
    [400, 400, 400, 400, 400, 400],
    [],
  ]);
});

it("[G97] a kind of request that the service would only forget is refused with 501, and nothing is applied", async () => {
  const id = await makeSpreadsheet(clients);
  const before = google.state(id);
  const refused = await refusal(
    batch(
      clients,
      id,
      { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } },
      { addBanding: { bandedRange: { range: box(0, 2, 0, 2) } } },
    ),
  );
  expect([refused, google.state(id) === before]).toEqual([
    { code: 501, message: "requests[1].addBanding is not available in the local service.", status: "UNIMPLEMENTED" },
    true,
  ]);
});
