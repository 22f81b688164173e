import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { expect, it } from "vitest";
import { batch, makeSpreadsheet, openInProcess, read, refusal } from "./bench.ts";

const { google, as } = openInProcess();
const clients = as();

const person = (email: string, startIndex = 0) => ({
  ...(startIndex === 0 ? {} : { startIndex }),
  chip: { personProperties: { email } },
});
const link = { startIndex: 2, chip: { richLinkProperties: { uri: "https://drive.google.com/x" } } };
const write = (fields: string, cell: sheets_v4.Schema$CellData) => ({
  updateCells: { start: { rowIndex: 0, columnIndex: 0 }, fields, rows: [{ values: [cell] }] },
});

async function cell(id: string) {
  const fields = "sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue,chipRuns)";
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: id, fields });
  return data.sheets![0]!.data![0]!.rowData?.[0]?.values?.[0];
}

it("[G229] chips stand at the @ of what was entered, are shown in its text, move with their cell, and go with a new value", async () => {
  const id = await makeSpreadsheet(clients);
  const chipRuns = [person("zhang@example.com"), link];
  const entered = { stringValue: "@、@" };
  await batch(clients, id, write("userEnteredValue,chipRuns", { userEnteredValue: entered, chipRuns }));
  const text = "zhang@example.com、https://drive.google.com/x";
  const shown = [await cell(id), await read(clients, id, "A1")];
  const source = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  await batch(clients, id, write("note", { note: "备注" }), {
    cutPaste: { source, destination: { rowIndex: 1 }, pasteType: "PASTE_NORMAL" },
  });
  shown.push(await read(clients, id, "A2"));
  await batch(clients, id, {
    cutPaste: { source: { ...source, startRowIndex: 1, endRowIndex: 2 }, destination: {}, pasteType: "PASTE_NORMAL" },
  });
  const update = { spreadsheetId: id, range: "A1", valueInputOption: "RAW", requestBody: { values: [["张某"]] } };
  await clients.sheets.spreadsheets.values.update(update);
  expect([shown, await cell(id)]).toEqual([
    [{ userEnteredValue: entered, effectiveValue: entered, formattedValue: text, chipRuns }, [[text]], [[text]]],
    { userEnteredValue: { stringValue: "张某" }, effectiveValue: { stringValue: "张某" }, formattedValue: "张某" },
  ]);
});

it("[G229] a chip that stands at no @, or is none, is refused", async () => {
  const id = await makeSpreadsheet(clients, [["张某"]]);
  const before = google.state(id);
  const refused = async (runs: sheets_v4.Schema$ChipRun[], stringValue: string) => {
    const request = write("userEnteredValue,chipRuns", { userEnteredValue: { stringValue }, chipRuns: runs });
    return (await refusal(batch(clients, id, request))).code;
  };
  expect([
    await refused([person("a@b.c", 1)], "@"),
    await refused([person("a@b.c")], "张@"),
    await refused([{ chip: {} }], "@"),
    google.state(id) === before,
  ]).toEqual([400, 400, 400, true]);
});
