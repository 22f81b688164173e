import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { as, google } = openInProcess();
const clients = as();

const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
  sheetId = 0,
) => ({ sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex });
const enter = (id: string, range: string, values: unknown[][]) =>
  clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: "USER_ENTERED",
    requestBody: { values },
  });

// "If the destination covers a span that's not a multiple of the source's height or width, only the source will be pasted; else repeated."
it("[G100] copyPaste repeats the source as often as it fits, with formulas moved along", async () => {
  const id = await makeSpreadsheet(clients, [[1], [2]]);
  await enter(id, "B1", [["=A1*2+$A$1"]]);
  await batch(clients, id, { copyPaste: { source: box(0, 1, 1, 2), destination: box(0, 2, 1, 3) } });
  expect(await read(clients, id, "B1:C2", { valueRenderOption: "FORMULA" })).toEqual([
    ["=A1*2+$A$1", "=B1*2+$A$1"],
    ["=A2*2+$A$1", "=B2*2+$A$1"],
  ]);
});

it("[G101] paste types take values, formats, notes or rules only as they say; TRANSPOSE turns the block", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b"]]);
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
    { copyPaste: { source: box(0, 1, 0, 1), destination: box(2, 3, 0, 1), pasteType: "PASTE_VALUES" } },
    { copyPaste: { source: box(0, 1, 0, 1), destination: box(2, 3, 1, 2), pasteType: "PASTE_FORMAT" } },
    { copyPaste: { source: box(0, 1, 0, 1), destination: box(2, 3, 2, 3) } },
    { copyPaste: { source: box(0, 1, 0, 2), destination: box(4, 5, 0, 1), pasteOrientation: "TRANSPOSE" } },
  );
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["A3:C3"],
    fields: "sheets.data.rowData.values(note,userEnteredValue,userEnteredFormat)",
  });
  const value = { userEnteredValue: { stringValue: "a" } };
  expect([data.sheets![0]!.data![0]!.rowData![0]!.values, await read(clients, id, "A5:A6")]).toEqual([
    [value, { userEnteredFormat: bold }, { ...value, note: "n", userEnteredFormat: bold }],
    [["a"], ["b"]],
  ]);
});

it("[G102] cutPaste empties the source, overwrites the target, and formulas follow what was cut", async () => {
  const id = await makeSpreadsheet(clients, [[5, 6], [], ["old"]]);
  await enter(id, "D1", [["=A1+B1"]]);
  await batch(clients, id, {
    cutPaste: { source: box(0, 1, 0, 1), destination: { sheetId: 0, rowIndex: 2, columnIndex: 0 } },
  });
  expect([
    await read(clients, id, "A1:C3"),
    await read(clients, id, "D1", { valueRenderOption: "FORMULA" }),
    await read(clients, id, "D1"),
  ]).toEqual([[["", "6"], [], ["5"]], [["=A3+B1"]], [["11"]]]);
});

it("[G103] a sort orders numbers before texts before booleans, blanks last either way, and is stable", async () => {
  const id = await makeSpreadsheet(clients, [
    ["b", 1],
    [true, 2],
    [10, 3],
    ["", 4],
    [9, 5],
    ["B", 6],
  ]);
  const sorted = async (sortOrder: string) => {
    await batch(clients, id, { sortRange: { range: box(0, 6, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
    return (await read(clients, id, "A1:B6")).map((row) => row[1]);
  };
  expect([await sorted("ASCENDING"), await sorted("DESCENDING")]).toEqual([
    ["5", "3", "1", "6", "2", "4"],
    ["2", "1", "6", "3", "5", "4"],
  ]);
});

it("[G103] a second key decides between equals; columns outside the range stay", async () => {
  const id = await makeSpreadsheet(clients, [
    ["x", 2, "r1"],
    ["x", 1, "r2"],
    ["a", 9, "r3"],
  ]);
  await batch(clients, id, {
    sortRange: { range: box(0, 3, 0, 2), sortSpecs: [{ dimensionIndex: 0 }, { dimensionIndex: 1 }] },
  });
  expect(await read(clients, id, "A1:C3")).toEqual([
    ["a", "9", "r1"],
    ["x", "1", "r2"],
    ["x", "2", "r3"],
  ]);
});

it("[G104] findReplace counts cells, rows, sheets and occurrences, and skips formulas unless told", async () => {
  const id = await makeSpreadsheet(clients, [
    ["aa", "b"],
    ["a", "c"],
  ]);
  await enter(id, "C1", [['="a"&"x"']]);
  const [reply] = await batch(clients, id, { findReplace: { find: "a", replacement: "z", allSheets: true } });
  expect([reply!.findReplace, await read(clients, id, "A1:C2")]).toEqual([
    { valuesChanged: 2, rowsChanged: 2, sheetsChanged: 1, occurrencesChanged: 3 },
    [
      ["zz", "b", "ax"],
      ["z", "c"],
    ],
  ]);
  const [formulas] = await batch(clients, id, {
    findReplace: { find: "x", replacement: "y", allSheets: true, includeFormulas: true },
  });
  expect([formulas!.findReplace, await read(clients, id, "C1", { valueRenderOption: "FORMULA" })]).toEqual([
    { formulasChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 },
    [['="a"&"y"']],
  ]);
});

it("[G105] findReplace on one whole cell is a compare-and-set on text", async () => {
  const id = await makeSpreadsheet(clients, [["old"]]);
  const swap = async (find: string, replacement: string) =>
    (
      await batch(clients, id, {
        findReplace: { find, replacement, range: box(0, 1, 0, 1), matchEntireCell: true, matchCase: true },
      })
    )[0]!.findReplace?.valuesChanged ?? 0;
  expect([
    await swap("Old", "x"),
    await swap("ol", "x"),
    await swap("old", "new"),
    await swap("old", "x"),
    await read(clients, id, "A1"),
  ]).toEqual([0, 0, 1, 0, [["new"]]]);
});

it("[G106] what findReplace compares, counts and parses are switches, and so are hidden rows", async () => {
  const id = await makeSpreadsheet(clients, [
    ["same", ""],
    ["=x", ""],
  ]);
  await enter(id, "B1", [["2020-01-01"]]);
  await batch(clients, id, {
    updateDimensionProperties: {
      range: { sheetId: 0, dimension: "ROWS", startIndex: 1, endIndex: 2 },
      properties: { hiddenByUser: true },
      fields: "hiddenByUser",
    },
  });
  const count = async (find: string, replacement = find) =>
    (await batch(clients, id, { findReplace: { find, replacement, sheetId: 0, matchEntireCell: true } }))[0]!
      .findReplace?.valuesChanged ?? 0;
  const cautious = [await count("same"), await count("43831", "1"), await count("=x", "=y")];
  Object.assign(google.switches, {
    findReplaceCountsIdentical: true,
    findReplaceMatches: "stored",
    findReplaceInHiddenRows: false,
  });
  const otherwise = [await count("same"), await count("43831", "7"), await count("=y", "z")];
  Object.assign(google.switches, {
    findReplaceCountsIdentical: false,
    findReplaceMatches: "shown",
    findReplaceInHiddenRows: true,
  });
  const parsed = await batch(clients, id, { findReplace: { find: "same", replacement: "=1+1", sheetId: 0 } }).then(() =>
    read(clients, id, "A1"),
  );
  google.switches.findReplaceParsesReplacement = false;
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "A1",
    valueInputOption: "RAW",
    requestBody: { values: [["same"]] },
  });
  const literal = await batch(clients, id, { findReplace: { find: "same", replacement: "=1+1", sheetId: 0 } }).then(
    () => read(clients, id, "A1"),
  );
  google.switches.findReplaceParsesReplacement = true;
  expect({ cautious, otherwise, parsed, literal }).toEqual({
    cautious: [0, 0, 1],
    otherwise: [1, 1, 0],
    parsed: [["2"]],
    literal: [["=1+1"]],
  });
});

it("[G107] regular expressions find and refer to groups; a broken one is refused", async () => {
  const id = await makeSpreadsheet(clients, [["Google Sheets"], ["Google Docs"]]);
  await batch(clients, id, {
    findReplace: { find: "o.* (.*)", replacement: "$1 Rocks", searchByRegex: true, allSheets: true },
  });
  const refused = await Promise.all(
    [{ find: "(", searchByRegex: true, allSheets: true }, { find: "", allSheets: true }, { find: "a" }].map(
      (findReplace) => refusal(batch(clients, id, { findReplace })),
    ),
  );
  expect([await read(clients, id, "A1:A2"), refused.map(({ code }) => code)]).toEqual([
    [["GSheets Rocks"], ["GDocs Rocks"]],
    [400, 400, 400],
  ]);
});

it("[G108] pasting half over a merge, outside the grid, or onto a sheet that is not there is refused", async () => {
  const id = await makeSpreadsheet(clients, [["a", "b"]]);
  await batch(clients, id, { mergeCells: { range: box(4, 6, 0, 1) } });
  const cut = (rowIndex: number, sheetId = 0) =>
    refusal(
      batch(clients, id, { cutPaste: { source: box(0, 1, 0, 1), destination: { sheetId, rowIndex, columnIndex: 0 } } }),
    );
  expect([
    (await cut(4)).code,
    (await cut(20)).code,
    (await cut(3, 44)).message,
    await read(clients, id, "A1:B1"),
  ]).toEqual([400, 400, "Invalid requests[0].cutPaste: No grid with id: 44", [["a", "b"]]]);
});
