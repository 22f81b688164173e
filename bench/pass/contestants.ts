import { randomInt } from "node:crypto";
import { setTexts } from "../../core/ledger/edit.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import { silentLog } from "../../core/log.ts";
import { makeGoogleSheet } from "../../core/sheet/google.ts";
import type { Store } from "../../core/store/store.ts";
import type { Usage } from "../../core/store/table-client.ts";
import { makeSync } from "../../core/sync/pass.ts";
import type { RowTexts } from "../data/rows.ts";
import type { Services } from "../services/start.ts";
import { type Ledger, linkLedger, makeLedger, spread } from "./ledger.ts";
import { makeCellUpdates, makeNodeGoogleSpreadsheet } from "./row-saves.ts";

/** Who brings a spreadsheet and the store into step, what is changed for them to do so, and what it cost them. */

export type Side = "sheet" | "API";

export interface Contestant {
  readonly name: string;
  readonly ledger: Ledger;
  readonly unitPath: string;
  readonly user: string;
  sync(): Promise<unknown>;
}

export interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly storeRequests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly cpuMs: number;
  readonly wallMs: number;
}

export async function makeContestant(
  services: Services,
  store: Store,
  name: string,
  rows: number,
): Promise<Contestant> {
  const { google } = services;
  const user = `${name.split(" ")[0]}@bench.invalid`;
  const ledger = await makeLedger(google, rows);
  const unit = await linkLedger(store, ledger, `${name.split(" ")[0]}-${rows}`);
  const world = { nowMs: Date.now, random: (bound: number) => (bound <= 1 ? 0 : randomInt(bound)) };
  const sync = makeSync({
    store,
    sheet: makeGoogleSheet({ endpoint: google, auth: { bearer: user } }),
    world,
    log: silentLog,
  });
  await sync.run(ledger.spreadsheetId);
  const quiet = await sync.run(ledger.spreadsheetId);
  if (quiet.outcome !== "NOTHING" || quiet.rowsRead !== rows)
    throw new Error(`${name} is not in step: ${JSON.stringify(quiet)}`);
  const parts = { name, ledger, unitPath: unit.path, user };
  const setting = { store, google, ledger, unitPath: unit.path, user };
  if (name === "ours") return { ...parts, sync: () => sync.run(ledger.spreadsheetId) };
  const saver = name === "gspread style" ? makeCellUpdates(setting) : makeNodeGoogleSpreadsheet(setting);
  return { ...parts, sync: saver.sync };
}

export async function change(
  store: Store,
  { ledger, unitPath }: Contestant,
  side: Side,
  changes: number,
  text: string,
) {
  if (changes === 0) return;
  const rows = spread(ledger.rowCount, changes);
  if (side === "sheet") return ledger.type("progress", rows, text);
  await changeItems(store, ledger, unitPath, rows, "department", text);
}

/** As a mutation of the API does it. */
async function changeItems(
  store: Store,
  ledger: Ledger,
  unitPath: string,
  rows: readonly number[],
  field: keyof RowTexts,
  text: string,
) {
  const author = { side: "API" as const, actor: "user:bench", at: new Date().toISOString() };
  const all = await ledger.codes();
  const items = await store.getItems(
    rows.map((row) => all[row] ?? ""),
    "STRONG",
  );
  if (items.size !== rows.length) throw new Error("not every row has its item");
  for (const item of items.values()) {
    const edited = setTexts(item, { [field]: text }, author);
    const written = await store.putItem(
      edited.item,
      indexValuesOf(edited.item, unitPath),
      edited.changes,
      item.revision,
    );
    if (!written.ok) throw new Error(`${item.code} is stale`);
  }
}

export async function costOf(services: Services, usage: Usage, { sync }: Contestant): Promise<Cost> {
  await services.googleRequests();
  const before = { ...usage };
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  await sync();
  const wallMs = performance.now() - startMs;
  const { user, system } = process.cpuUsage(cpu);
  const requests = Object.entries(await services.googleRequests());
  const count = (wanted: (method: string) => boolean) =>
    requests.reduce((sum, [call, times]) => sum + (wanted(call.split(" ")[0] ?? "") ? times : 0), 0);
  const isRead = (method: string) => /get(ByDataFilter)?$/i.test(method);
  return {
    reads: count(isRead),
    writes: count((method) => !isRead(method)),
    storeRequests: usage.requests - before.requests,
    readUnits: usage.readUnits - before.readUnits,
    writeUnits: usage.writeUnits - before.writeUnits,
    cpuMs: (user + system) / 1000,
    wallMs,
  };
}
