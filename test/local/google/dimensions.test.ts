import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { as, google } = openInProcess();
const clients = as();

const rows = (startIndex: number, endIndex: number, sheetId = 0) => ({
  sheetId,
  dimension: "ROWS",
  startIndex,
  endIndex,
});
const columns = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: "COLUMNS", startIndex, endIndex });
const box = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

async function sheet(id: string) {
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id });
  return data.sheets![0]!;
}

it("[G80] inserted and deleted rows and columns change the size of the grid", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "b"],
    ["c", "d"],
  ]);
  await batch(
    clients,
    id,
    { insertDimension: { range: rows(1, 3) } },
    { insertDimension: { range: columns(1, 2) } },
    { deleteDimension: { range: rows(0, 1) } },
  );
  expect([(await sheet(id)).properties!.gridProperties, await read(clients, id, "Sheet1")]).toEqual([
    { rowCount: 21, columnCount: 9 },
    [[], [], ["c", "", "d"]],
  ]);
});

it("[G80] appendDimension adds at the end", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(
    clients,
    id,
    { appendDimension: { sheetId: 0, dimension: "ROWS", length: 5 } },
    { appendDimension: { sheetId: 0, dimension: "COLUMNS", length: 2 } },
  );
  expect((await sheet(id)).properties!.gridProperties).toEqual({ rowCount: 25, columnCount: 10 });
});

it("[G81] merges, named and protected ranges and the filter follow", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(
    clients,
    id,
    { mergeCells: { range: box(2, 4, 0, 2) } },
    { addNamedRange: { namedRange: { name: "N", range: box(2, 4, 0, 2) } } },
    { addProtectedRange: { protectedRange: { range: box(4, 6, 0, 2) } } },
    { setBasicFilter: { filter: { range: box(1, 8, 0, 3) } } },
    { insertDimension: { range: rows(3, 5) } },
    { deleteDimension: { range: rows(0, 1) } },
  );
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id });
  const { merges, protectedRanges, basicFilter } = data.sheets![0]!;
  const { sheetId: _, ...merged } = box(1, 5, 0, 2);
  const { sheetId: __, ...filtered } = box(0, 9, 0, 3);
  const { sheetId: ___, ...protectedRange } = box(5, 7, 0, 2);
  expect([merges, data.namedRanges![0]!.range, protectedRanges![0]!.range, basicFilter!.range]).toEqual([
    [merged],
    merged,
    protectedRange,
    filtered,
  ]);
});

it("[G81] notes, formats and validation go along with their cells", async () => {
  const id = await makeSpreadsheet(clients, [["a"], ["b"]]);
  const cell = {
    note: "n",
    userEnteredFormat: { textFormat: { bold: true } },
    dataValidation: { condition: { type: "BOOLEAN" } },
  };
  await batch(
    clients,
    id,
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1 },
        rows: [{ values: [cell] }],
        fields: "note,userEnteredFormat,dataValidation",
      },
    },
    { insertDimension: { range: rows(0, 2) } },
    { insertDimension: { range: columns(0, 1) } },
    { moveDimension: { source: rows(3, 4), destinationIndex: 0 } },
  );
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["B1"],
    fields: "sheets.data.rowData.values(note,userEnteredValue,userEnteredFormat,dataValidation)",
  });
  expect(data.sheets![0]!.data![0]!.rowData).toEqual([
    { values: [{ ...cell, userEnteredValue: { stringValue: "b" } }] },
  ]);
});

it("[G81] a merge, named range or protection whose rows are all deleted is gone", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(
    clients,
    id,
    { mergeCells: { range: box(2, 4, 0, 2) } },
    { addNamedRange: { namedRange: { name: "N", range: box(2, 4, 0, 2) } } },
    { addProtectedRange: { protectedRange: { range: box(2, 4, 0, 2) } } },
    { deleteDimension: { range: rows(1, 5) } },
  );
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id });
  expect([data.namedRanges, data.sheets![0]!.merges, data.sheets![0]!.protectedRanges]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it("[G82] formulas follow insertions and deletions; what they pointed at being gone is #REF!", async () => {
  const id = await makeSpreadsheet(clients, [[1], [2], [3]]);
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "C1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [["=SUM(A1:A3)+$A$3", "=A2", "=SUM(A:A)"]] },
  });
  await batch(clients, id, { insertDimension: { range: rows(1, 2) } });
  const inserted = await read(clients, id, "C1:E1", { valueRenderOption: "FORMULA" });
  await batch(clients, id, { deleteDimension: { range: rows(2, 3) } });
  expect([
    inserted,
    await read(clients, id, "C1:E1", { valueRenderOption: "FORMULA" }),
    await read(clients, id, "C1:E1"),
  ]).toEqual([
    [["=SUM(A1:A4)+$A$4", "=A3", "=SUM(A:A)"]],
    [["=SUM(A1:A3)+$A$3", "=#REF!", "=SUM(A:A)"]],
    [["7", "#REF!", "4"]],
  ]);
});

// "based on the coordinates before the source data is removed from the grid"
it("[G83] moving rows counts the destination before the move", async () => {
  const id = await makeSpreadsheet(clients, [["a"], ["b"], ["c"], ["d"]]);
  await batch(clients, id, { moveDimension: { source: rows(0, 2), destinationIndex: 3 } });
  expect(await read(clients, id, "A1:A4")).toEqual([["c"], ["a"], ["b"], ["d"]]);
  await batch(clients, id, { moveDimension: { source: rows(3, 4), destinationIndex: 0 } });
  expect(await read(clients, id, "A1:A4")).toEqual([["d"], ["c"], ["a"], ["b"]]);
});

it("[G84] what does not exist cannot be deleted, nor all rows", async () => {
  const id = await makeSpreadsheet(clients, [], { rowCount: 5 });
  const refused = async (request: object) => (await refusal(batch(clients, id, request))).message;
  expect([
    await refused({ deleteDimension: { range: rows(5, 6) } }),
    await refused({ deleteDimension: { range: rows(0, 5) } }),
    await refused({ deleteDimension: { range: rows(3, 3) } }),
    await refused({ insertDimension: { range: rows(0, 1), inheritFromBefore: true } }),
    await refused({ deleteDimension: { range: { sheetId: 9, dimension: "ROWS", startIndex: 0, endIndex: 1 } } }),
  ]).toEqual([
    "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 5 but there are only 5 rows.",
    "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
    "Invalid requests[0].deleteDimension: range.endIndex[3] must be greater than range.startIndex[3]",
    "Invalid requests[0].insertDimension: inheritFromBefore cannot be true if inserting at the beginning of the sheet (range.startIndex is 0).",
    "Invalid requests[0].deleteDimension: No grid with id: 9",
  ]);
});

it("[G85] hidden rows and sizes are kept and returned", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  await batch(clients, id, {
    updateDimensionProperties: {
      range: rows(1, 3),
      properties: { hiddenByUser: true, pixelSize: 40 },
      fields: "hiddenByUser,pixelSize",
    },
  });
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["A1:A4"],
    fields: "sheets.data.rowMetadata(hiddenByUser,pixelSize)",
  });
  expect(data.sheets![0]!.data![0]!.rowMetadata).toEqual([
    { pixelSize: 21 },
    { hiddenByUser: true, pixelSize: 40 },
    { hiddenByUser: true, pixelSize: 40 },
    { pixelSize: 21 },
  ]);
});

it("[G86] inserted rows take over formats and validation from the row before or after, never values or notes", async () => {
  const id = await makeSpreadsheet(clients, [["a"]]);
  const bold = { textFormat: { bold: true } };
  await batch(
    clients,
    id,
    {
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: [{ note: "n", userEnteredFormat: bold }] }],
        fields: "note,userEnteredFormat",
      },
    },
    { insertDimension: { range: rows(1, 2), inheritFromBefore: true } },
  );
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["A2:B2"],
    fields: "sheets.data.rowData.values(note,userEnteredValue,userEnteredFormat)",
  });
  expect(data.sheets![0]!.data).toEqual([{ rowData: [{ values: [{ userEnteredFormat: bold }] }] }]);
});

// "Whether dimension properties should be extended from the dimensions before or after the newly inserted dimensions."
it("[G86] inserted columns take over formats, validation and width from the side they are told", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b"]]);
  const shade = (red: number) => ({ backgroundColor: { red } });
  await batch(
    clients,
    id,
    {
      updateCells: {
        start: { sheetId: 0 },
        rows: [
          {
            values: [{ userEnteredFormat: shade(1), note: "n" }, { userEnteredFormat: { textFormat: { bold: true } } }],
          },
        ],
        fields: "userEnteredFormat,note",
      },
    },
    { updateDimensionProperties: { range: columns(0, 1), properties: { pixelSize: 200 }, fields: "pixelSize" } },
    { insertDimension: { range: columns(1, 2), inheritFromBefore: true } },
    { insertDimension: { range: columns(2, 3), inheritFromBefore: false } },
  );
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["A1:D1"],
    fields: "sheets.data(rowData.values(note,userEnteredFormat),columnMetadata.pixelSize)",
  });
  const [grid] = data.sheets![0]!.data!;
  expect([grid!.rowData![0]!.values!.slice(1, 3), grid!.columnMetadata!.map(({ pixelSize }) => pixelSize)]).toEqual([
    [{ userEnteredFormat: shade(1) }, { userEnteredFormat: { textFormat: { bold: true } } }],
    [200, 200, 100, 100],
  ]);
});

// "Inserts cells into a range, shifting the existing cells over or down." / "Deletes a range of cells, shifting other cells into the deleted area."
it("[G87] insertRange and deleteRange shift only the cells of their band", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "x"],
    ["b", "y"],
    ["c", "z"],
  ]);
  await batch(clients, id, { insertRange: { range: box(1, 2, 0, 1), shiftDimension: "ROWS" } });
  const inserted = await read(clients, id, "A1:B4");
  await batch(clients, id, { deleteRange: { range: box(0, 1, 0, 1), shiftDimension: "COLUMNS" } });
  const shifted = await read(clients, id, "A1:B4");
  await batch(clients, id, { deleteRange: { range: box(0, 2, 0, 1), shiftDimension: "ROWS" } });
  expect([inserted, shifted, await read(clients, id, "A1:B4")]).toEqual([
    [["a", "x"], ["", "y"], ["b", "z"], ["c"]],
    [["x"], ["", "y"], ["b", "z"], ["c"]],
    [["b"], ["c", "y"], ["", "z"]],
  ]);
});

it("[G87] merges, named and protected ranges and references inside the band go along, others stay", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", "x"],
    ["b", "y"],
    [5, "z"],
  ]);
  const enter = (range: string, value: string) =>
    clients.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range,
      valueInputOption: "USER_ENTERED",
      requestBody: { values: [[value]] },
    });
  await enter("D1", "=A3+COUNTA(A1:B3)");
  await batch(
    clients,
    id,
    { mergeCells: { range: box(4, 6, 0, 1) } },
    { addNamedRange: { namedRange: { name: "N", range: box(2, 3, 0, 1) } } },
    { addProtectedRange: { protectedRange: { range: box(2, 3, 0, 2) } } },
    { insertRange: { range: box(1, 3, 0, 1), shiftDimension: "ROWS" } },
  );
  const look = async () => {
    const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id });
    const [sheet] = data.sheets!;
    return [
      sheet!.merges,
      data.namedRanges?.map(({ range }) => range),
      sheet!.protectedRanges!.map(({ range }) => range),
      await read(clients, id, "D1", { valueRenderOption: "FORMULA" }),
    ];
  };
  const inserted = await look();
  await batch(clients, id, { deleteRange: { range: box(1, 5, 0, 1), shiftDimension: "ROWS" } });
  const { sheetId: _, ...still } = box(2, 3, 0, 2);
  const at = (startRowIndex: number, endRowIndex: number) => ({
    startRowIndex,
    endRowIndex,
    startColumnIndex: 0,
    endColumnIndex: 1,
  });
  expect([inserted, await look()]).toEqual([
    [[at(6, 8)], [at(4, 5)], [still], [["=A5+COUNTA(A1:B3)"]]],
    [[at(2, 4)], undefined, [still], [["=#REF!+COUNTA(A1:B3)"]]],
  ]);
});

it("[G87] a merge that reaches out of the band stops the shift", async () => {
  const id = await makeSpreadsheet(clients);
  await batch(clients, id, { mergeCells: { range: box(4, 6, 0, 2) } });
  const before = google.state(id);
  const shift = { range: box(1, 3, 0, 1), shiftDimension: "ROWS" };
  expect([
    (await refusal(batch(clients, id, { insertRange: shift }))).code,
    (await refusal(batch(clients, id, { deleteRange: shift }))).code,
    google.state(id) === before,
  ]).toEqual([400, 400, true]);
});

it("[G88] inserting rows and deleting them again is as if nothing had happened", async () => {
  const id = await makeSpreadsheet(clients, [
    ["a", 1],
    ["", 2],
    ["b", 3],
  ]);
  await batch(
    clients,
    id,
    { mergeCells: { range: box(3, 5, 0, 1) } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 6 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: "=SUM(B1:B3)" } }] }],
        fields: "userEnteredValue",
      },
    },
  );
  const before = JSON.stringify(google.state(id));
  for (const at of [0, 1, 2, 4, 10, 20]) {
    await batch(
      clients,
      id,
      { insertDimension: { range: rows(at, at + 3) } },
      { deleteDimension: { range: rows(at, at + 3) } },
    );
    await batch(
      clients,
      id,
      { insertDimension: { range: columns(at % 5, (at % 5) + 2) } },
      { deleteDimension: { range: columns(at % 5, (at % 5) + 2) } },
    );
  }
  expect(JSON.stringify(google.state(id))).toBe(before);
});
