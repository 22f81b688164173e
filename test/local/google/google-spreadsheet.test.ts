import { GoogleSpreadsheet } from "google-spreadsheet";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSpreadsheet, openHttp, read } from "./bench.ts";

/** A second client, written by others, used as its documentation shows; only Google's addresses lead here. */

let http: Awaited<ReturnType<typeof openHttp>>;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  http = await openHttp();
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const google = url.host === "sheets.googleapis.com" || url.host === "www.googleapis.com";
    const target = google ? `${http.url}${url.pathname}${url.search}` : url.href;
    return realFetch(input instanceof Request ? new Request(target, input) : target, init);
  };
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await http.close();
});

async function documentOf(values: (string | number | boolean)[][]) {
  const clients = http.as();
  const id = await makeSpreadsheet(clients, values, { rowCount: 10, columnCount: 4 });
  const document = new GoogleSpreadsheet(id, { token: "service@example.com" }, { retryConfig: { limit: 0 } });
  await document.loadInfo();
  return { document, sheet: document.sheetsByIndex[0]!, shown: (range: string) => read(clients, id, range) };
}

it("[G220] loadInfo, updateProperties, addSheet, a sheet's properties and delete", async () => {
  const { document, sheet } = await documentOf([]);
  const first = [document.title, sheet.title, sheet.sheetId, sheet.rowCount, sheet.columnCount];
  await document.updateProperties({ title: "乙县台账" });
  const added = await document.addSheet({ title: "问题清单", headerValues: ["编号", "问题"] });
  await added.updateProperties({ title: "清单" });
  await added.resize({ rowCount: 30, columnCount: 3 });
  await document.loadInfo();
  const { title, rowCount, headerValues } = document.sheetsByTitle.清单!;
  const here = [document.title, document.sheetCount, title, rowCount, headerValues];
  await added.delete();
  await document.loadInfo();
  expect([first, here, document.sheetCount]).toEqual([
    ["台账", "Sheet1", 0, 10, 4],
    ["乙县台账", 2, "清单", 30, ["编号", "问题"]],
    1,
  ]);
});

it("[G221] header row, rows added, read, changed, saved and deleted", async () => {
  const { sheet, shown } = await documentOf([]);
  await sheet.setHeaderRow(["编号", "问题", "责任单位"]);
  await sheet.addRow({ 编号: "P1", 问题: "路灯不亮", 责任单位: "城管局" });
  await sheet.addRows([{ 编号: "P2", 问题: "水管破裂" }, ["P3", "道路坑洼", "交通局"]]);
  const rows = await sheet.getRows<{ 编号: string; 问题: string; 责任单位: string }>();
  rows[1]!.set("责任单位", "水务局");
  await rows[1]!.save();
  rows[2]!.assign({ 问题: "=1+1" });
  await rows[2]!.save({ raw: true });
  await rows[0]!.delete();
  const again = await sheet.getRows({ offset: 0, limit: 10 });
  expect([again.map((row) => [row.rowNumber, row.toObject()]), await shown("A1:C9")]).toEqual([
    [
      [2, { 编号: "P2", 问题: "水管破裂", 责任单位: "水务局" }],
      [3, { 编号: "P3", 问题: "=1+1", 责任单位: "交通局" }],
    ],
    [
      ["编号", "问题", "责任单位"],
      ["P2", "水管破裂", "水务局"],
      ["P3", "=1+1", "交通局"],
    ],
  ]);
});

it("[G222] cells loaded, read, changed with value, formula, note and format, and saved in one request", async () => {
  const { sheet, shown } = await documentOf([
    [1, "a"],
    [2, "b"],
  ]);
  await sheet.loadCells("A1:C3");
  const before = [sheet.getCell(0, 0).value, sheet.getCellByA1("B2").formattedValue, sheet.getCell(2, 2).value];
  sheet.getCell(0, 0).value = 10;
  sheet.getCellByA1("A3").formula = "=SUM(A1:A2)";
  sheet.getCellByA1("B1").note = "【系统】请核对";
  sheet.getCellByA1("B2").textFormat = { bold: true };
  sheet.getCellByA1("C1").value = true;
  await sheet.saveUpdatedCells();
  sheet.resetLocalCache(true);
  await sheet.loadCells({ startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 });
  const sum = sheet.getCellByA1("A3");
  expect([
    before,
    [sum.formula, sum.value, sheet.getCellByA1("B1").note, sheet.getCellByA1("B2").textFormat],
    await shown("A1:C3"),
  ]).toEqual([
    [1, "b", null],
    ["=SUM(A1:A2)", 12, "【系统】请核对", { bold: true }],
    [["10", "a", "TRUE"], ["2", "b"], ["12"]],
  ]);
});

it("[G223] rows and columns inserted and deleted, cells merged and cleared", async () => {
  const { sheet, shown } = await documentOf([
    ["h1", "h2"],
    ["a", "b"],
    ["c", "d"],
  ]);
  await sheet.insertDimension("ROWS", { startIndex: 1, endIndex: 3 }, false);
  await sheet.deleteRows(1, 2);
  await sheet.mergeCells({ startRowIndex: 5, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 2 });
  await sheet.clear("A4:A4");
  const inserted = await shown("A1:B4");
  await sheet.clearRows();
  expect([inserted, await shown("A1:B4")]).toEqual([[["h1", "h2"], [], ["a", "b"], ["", "d"]], [["h1", "h2"]]]);
});

it("[G224] a refusal reaches the client's caller in its own words", async () => {
  const { document, sheet } = await documentOf([]);
  await expect(sheet.delete()).rejects.toThrow(
    "Google API error - [400] Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
  );
  const nowhere = new GoogleSpreadsheet("nowhere", { token: "x" }, { retryConfig: { limit: 0 } });
  await expect(nowhere.loadInfo()).rejects.toThrow("Google API error - [404] Requested entity was not found.");
  http.google.faults.add({ kind: "failBefore", status: "RESOURCE_EXHAUSTED" });
  await expect(document.loadInfo()).rejects.toThrow("Google API error - [429] Quota exceeded for quota metric");
});
