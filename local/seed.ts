import type { Unit } from "../core/ledger/unit.ts";
import { linkSummary, summaryOf } from "../core/rollup/summary-link.ts";
import type { Store } from "../core/store/store.ts";
import { linkSpreadsheet } from "../core/sync/links.ts";
import { handleRollup } from "../functions/rollup.ts";
import { claimant, closeClaimed } from "./demo/close.ts";
import { type DemoSpreadsheet, demoSpreadsheets } from "./demo/demo.ts";
import { demoSummary } from "./demo/summary.ts";
import { demoUnits } from "./demo/units.ts";
import { type DemoDrive, makeDemoDrive } from "./demo-drive.ts";
import { type LocalWiring, localAccount } from "./wiring.ts";

/** What a fresh machine begins with: the root unit, and in the demo the units of the province with their spreadsheets. */

const root: Unit = {
  format: 1,
  code: "cn",
  name: "行业",
  level: "INDUSTRY",
  parent: null,
  path: "cn/",
  closurePolicy: null,
  version: 1,
};

export async function seedRoot(store: Store): Promise<void> {
  await store.putUnit(root, 0);
}

export interface SeedParts {
  readonly wiring: LocalWiring;
  /** Address of the Google service the demo spreadsheets are made on. */
  readonly google: string;
  readonly print: (line: string) => void;
}

/** Written last. While it is absent every step is taken again, and each does only what is not yet done. */
const seeded = { partition: "demo", key: "seeded" } as const;

export async function seedDemo({ wiring, google, print }: SeedParts): Promise<void> {
  const { store, world } = wiring;
  if ((await store.getRecord(seeded.partition, seeded.key)) !== null) return;
  const startMs = world.nowMs();
  const known = new Set((await store.listUnits()).map(({ code }) => code));
  for (const unit of demoUnits) if (!known.has(unit.code)) await store.putUnit(unit, 0);

  const drive = makeDemoDrive(google, localAccount);
  const linked = new Map((await store.listLinks()).map(({ unit, spreadsheetId }) => [unit, spreadsheetId]));
  for (const [i, spreadsheet] of demoSpreadsheets.entries()) {
    print(`demo ${i + 1}/${demoSpreadsheets.length} ${spreadsheet.title}`);
    const spreadsheetId = linked.get(spreadsheet.unit) ?? (await link(wiring, drive, spreadsheet));
    linked.set(spreadsheet.unit, spreadsheetId);
    await sync(wiring, spreadsheetId);
  }
  const filed = await closeClaimed(wiring);
  print(`demo ${filed} items verified and filed by the province`);
  await sync(wiring, linked.get(claimant) ?? "");
  if ((await summaryOf(store, demoSummary.unit)) === null)
    await linkSummary(store, demoSummary.unit, await drive.create(demoSummary));
  await handleRollup(wiring);
  await store.putRecord({ ...seeded, value: new Date(world.nowMs()).toISOString(), expiresAt: null }, "ANY");
  print(`demo ready in ${Math.round((world.nowMs() - startMs) / 100) / 10} s`);
}

async function link({ store, world }: LocalWiring, drive: DemoDrive, spreadsheet: DemoSpreadsheet): Promise<string> {
  const { unit } = spreadsheet;
  const spreadsheetId = await drive.create(spreadsheet);
  const now = new Date(world.nowMs()).toISOString();
  const decided = await linkSpreadsheet(store, { spreadsheetId, unit, now });
  if (!decided.ok) throw new Error(`demo spreadsheet ${spreadsheetId} of ${unit}: ${decided.why}`);
  return spreadsheetId;
}

async function sync(wiring: LocalWiring, spreadsheetId: string): Promise<void> {
  const { outcome, reason } = await (await wiring.sync("INTERACTIVE")).run(spreadsheetId);
  if (outcome !== "DONE" && outcome !== "NOTHING")
    throw new Error(`demo spreadsheet ${spreadsheetId}: ${outcome} ${reason ?? ""}`);
}
