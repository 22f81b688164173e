import type { Unit } from "../core/ledger/unit.ts";
import { linkSummary, summaryOf } from "../core/rollup/summary-link.ts";
import type { Store } from "../core/store/store.ts";
import { linkSpreadsheet } from "../core/sync/links.ts";
import { handleRollup } from "../functions/rollup.ts";
import { demoSpreadsheets, demoUnits } from "./demo/demo.ts";
import { demoSummary } from "./demo/summary.ts";
import { makeDemoDrive } from "./demo-drive.ts";
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

/** Does what is not yet done, so a start that was interrupted is finished by the next one. */
export async function seedDemo({ wiring, google, print }: SeedParts): Promise<void> {
  const { store, world } = wiring;
  const known = new Set((await store.listUnits()).map(({ code }) => code));
  for (const unit of demoUnits) if (!known.has(unit.code)) await store.putUnit(unit, 0);

  const linked = new Set((await store.listLinks()).map(({ unit }) => unit));
  const wanted = demoSpreadsheets().filter(({ unit }) => !linked.has(unit));
  const summaryThere = (await summaryOf(store, demoSummary.unit)) !== null;
  if (wanted.length === 0 && summaryThere) return;
  const drive = makeDemoDrive(google, localAccount);
  const sync = await wiring.sync("INTERACTIVE");
  for (const [i, spreadsheet] of wanted.entries()) {
    print(`demo ${i + 1}/${wanted.length} ${spreadsheet.title}`);
    const spreadsheetId = await drive.create(spreadsheet);
    const decided = await linkSpreadsheet(store, {
      spreadsheetId,
      unit: spreadsheet.unit,
      now: new Date(world.nowMs()).toISOString(),
    });
    if (!decided.ok) throw new Error(`demo spreadsheet ${spreadsheetId} of ${spreadsheet.unit}: ${decided.why}`);
    await sync.run(spreadsheetId);
  }
  if (!summaryThere) await linkSummary(store, demoSummary.unit, await drive.create(demoSummary));
  await handleRollup(wiring);
}
