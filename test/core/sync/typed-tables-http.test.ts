import { afterAll, beforeAll, expect, it } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { makeGoogleSheet } from "../../../core/sheet/google.ts";
import { makeSync } from "../../../core/sync/pass.ts";
import { batch, type Clients, openHttp, read } from "../../local/google/bench.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";

/** The same over HTTP, with Google's own client on both ends: what it sends of Tables is what is understood of them. */

let google: Awaited<ReturnType<typeof openHttp>>;
let clients: Clients;
beforeAll(async () => {
  google = await openHttp();
  clients = google.as("clerk@example.com");
});
afterAll(() => google.close());

it("[M9] a ledger that is a Table before its first pass, over HTTP: linked, set through the API, one row more, and quiet", async () => {
  const { data } = await clients.sheets.spreadsheets.create({
    requestBody: {
      properties: { title: "台账" },
      sheets: [{ properties: { sheetId: 7, title: "问题清单", gridProperties: { rowCount: 30, columnCount: 6 } } }],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? "";
  await clients.sheets.spreadsheets.values.update({
    spreadsheetId,
    range: "A1",
    valueInputOption: "RAW",
    requestBody: {
      values: [
        ["序号", "问题描述", "责任人", "整改时限", "是否销号"],
        [1, "路灯不亮", "张某", 45_292, false],
        [2, "水管漏水", "李某", "", false],
      ],
    },
  });
  await batch(clients, spreadsheetId, {
    addTable: {
      table: {
        tableId: "1",
        name: "问题",
        range: { sheetId: 7, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 5 },
        columnProperties: [
          { columnIndex: 3, columnName: "整改时限", columnType: "DATE" },
          { columnIndex: 4, columnName: "是否销号", columnType: "BOOLEAN" },
        ],
      },
    },
  });
  const world = makeSyncWorld();
  await world.addUnit("dl");
  await world.link(spreadsheetId, "dl");
  const sheet = makeGoogleSheet({ auth: { bearer: "sync@example.com" }, endpoint: google.url });
  const sync = makeSync({ store: world.store, sheet, world: world.world, log: silentLog });
  const pass = async () => {
    world.wait(1_500);
    return (await sync.run(spreadsheetId)).outcome;
  };
  const outcomes = [await pass()];
  const water = (await world.items(spreadsheetId)).find(({ texts }) => texts.description === "水管漏水");
  await world.apiSet(water?.code ?? "", { due: "2024-02-01", owner: "王某" });
  await world.apiCreate(spreadsheetId, { description: "接口新增", due: "2024-03-01" });
  for (let n = 0; n < 3; n++) outcomes.push(await pass());
  const notes = await clients.sheets.spreadsheets.get({
    spreadsheetId,
    ranges: ["H1"],
    fields: "sheets(tables.range,data.rowData.values(userEnteredValue,note))",
  });
  expect([
    outcomes,
    await read(clients, spreadsheetId, "A1:E9", { valueRenderOption: "UNFORMATTED_VALUE" }),
    notes.data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0],
  ]).toEqual([
    ["DONE", "DONE", "NOTHING", "NOTHING"],
    [
      ["序号", "问题描述", "责任人", "整改时限", "是否销号"],
      [1, "路灯不亮", "张某", 45_292, false],
      [2, "水管漏水", "王某", 45_323, false],
      ["", "接口新增", "", "2024-03-01"],
    ],
    {
      userEnteredValue: { stringValue: "系统提示" },
      note: "【系统】第 4 行起的 1 项和系统的各列在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 H4",
    },
  ]);
});
