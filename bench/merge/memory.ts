import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLog } from "../../core/log.ts";
import { decodeSpreadsheet } from "../../core/sheet/google-decode.ts";
import { makeSync } from "../../core/sync/pass.ts";
import { makeMemoryStore } from "../../test/support/memory-store.ts";
import { makeSyncedLedger, spreadsheetId } from "../data/synced-ledger.ts";

/**
 * A process of its own: prints what one plan holds in memory, beyond what was there before. Live memory is taken after
 * a forced collection at the two moments when most is held: when Google's answer has just been decoded, and when every
 * row has been read and the store is asked.
 */

const rows = Number(process.argv[2]);
const changes = 100;
const collect = globalThis.gc;
if (collect === undefined) throw new Error("run with --expose-gc");

const store = makeMemoryStore();
const folder = mkdtempSync(join(tmpdir(), "merge-"));
const file = join(folder, "payload.json");
writeFileSync(file, (await makeSyncedLedger(store, rows, changes)).payloadWith(changes));

const live = () => {
  collect();
  return process.memoryUsage().heapUsed;
};
let before = 0;
let peak = 0;
const look = () => {
  peak = Math.max(peak, live() - before);
};

const sheet = {
  async read() {
    const text = readFileSync(file, "utf8");
    const parsed = JSON.parse(text) as object;
    const read = decodeSpreadsheet(spreadsheetId, parsed);
    look();
    if (text.length === 0 || Object.keys(parsed).length === 0) throw new Error("nothing was read");
    return read;
  },
  writeRows: () => Promise.reject(new Error("a preview writes nothing")),
  restructure: () => Promise.reject(new Error("a preview writes nothing")),
};
const watched: typeof store = {
  ...store,
  getItems(codes, consistency) {
    look();
    return store.getItems(codes, consistency);
  },
};
const world = { nowMs: () => Date.parse("2023-11-21T00:00:00Z"), random: () => 0 };
const sync = makeSync({ store: watched, sheet, world, log: silentLog });
await sync.preview(spreadsheetId); // Code that is compiled at its first run is not part of the price.

const payloadBytes = readFileSync(file).length;
before = live();
peak = 0;
const plan = await sync.preview(spreadsheetId);
if (plan.toStore !== changes) throw new Error(`planned ${plan.toStore} of ${changes} changes`);
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify({ rows, payloadBytes, peakBytes: peak }));
