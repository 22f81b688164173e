import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { silentLog } from "../core/log.ts";
import { decodeSpreadsheet } from "../core/sheet/google-decode.ts";
import { makeSync } from "../core/sync/pass.ts";
import { makeMemoryStore } from "../test/support/memory-store.ts";
import type { Bench, Findings } from "./bench.ts";
import { makeSyncedLedger, spreadsheetId } from "./data/synced-ledger.ts";
import { interleave } from "./runner/interleave.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";

/**
 * From Google's parsed answer to the finished plan: decode, find the table, read its rows, compare with the agreed
 * digests, merge what differs, plan. The store is in memory, so its price is the JSON it holds and nothing else.
 */

const sizes = [100, 1_000, 10_000, 50_000];
const changeCounts = [0, 1, 100];

interface Case {
  readonly rows: number;
  readonly changes: number;
  readonly cpuMs: number;
  readonly ratio: number;
}

async function run(progress: Progress): Promise<Findings> {
  const sections = [];
  const cases: Case[] = [];
  for (const rows of sizes) {
    progress(`making ${rows} rows`);
    const store = makeMemoryStore();
    const ledger = await makeSyncedLedger(store, rows, Math.max(...changeCounts));
    const bytes = Buffer.byteLength(ledger.payload);
    const contestants = [{ name: "JSON.parse", run: () => JSON.parse(ledger.payload) as unknown }];
    for (const changes of changeCounts) {
      // Everything changed at once pulls the brake, which is another thing than a merge.
      if (changes > rows / 2) continue;
      const parsed = JSON.parse(ledger.payloadWith(changes)) as object;
      const sheet = {
        read: async () => decodeSpreadsheet(spreadsheetId, parsed),
        writeRows: () => Promise.reject(new Error("a preview writes nothing")),
        restructure: () => Promise.reject(new Error("a preview writes nothing")),
      };
      const world = { nowMs: () => Date.parse("2023-11-21T00:00:00Z"), random: () => 0 };
      const sync = makeSync({ store, sheet, world, log: silentLog });
      const plan = await sync.preview(spreadsheetId);
      if (plan.toStore !== changes || plan.rowsRead !== rows || plan.brake !== null)
        throw new Error(`${rows} rows, ${changes} changes: planned ${JSON.stringify({ ...plan, lines: [] })}`);
      contestants.push({ name: `merge, ${changes} changes`, run: () => sync.preview(spreadsheetId) });
    }
    const timed = await interleave(contestants, { reference: "JSON.parse", progress, rounds: rows > 10_000 ? 5 : 9 });
    sections.push({
      title: `${rows} rows, ${numberText(bytes / 1000)} KB from Google`,
      rows: timed.map(({ name, cpuMs, wallMs, ratio }) => ({
        contestant: name,
        "cpu ms": cpuMs,
        ms: wallMs,
        "of JSON.parse": ratio,
      })),
    });
    for (const { name, cpuMs, ratio } of timed) {
      const changes = changeCounts.find((count) => name === `merge, ${count} changes`);
      if (changes !== undefined) cases.push({ rows, changes, cpuMs: cpuMs.median, ratio: ratio.median });
    }
  }

  progress("memory");
  const memory = sizes.filter((rows) => rows >= 1_000).map(memoryOf);
  sections.push({
    title: "memory of one plan with 100 changes, each size in a process of its own; times the bytes of Google's answer",
    rows: memory.map(({ rows, payloadBytes, peakBytes }) => ({
      rows: String(rows),
      "payload MB": payloadBytes / 1e6,
      "live at most": peakBytes / payloadBytes,
    })),
  });

  const at = (rows: number, changes: number) => cases.find((one) => one.rows === rows && one.changes === changes);
  const worst = Math.max(...changeCounts.map((changes) => at(10_000, changes)?.ratio ?? 0));
  const growth = (at(50_000, 0)?.cpuMs ?? 0) / (at(10_000, 0)?.cpuMs ?? 1);
  const growthOfParse = growth / ((at(50_000, 0)?.ratio ?? 0) / (at(10_000, 0)?.ratio ?? 1));
  const peak = Math.max(...memory.map(({ peakBytes, payloadBytes }) => peakBytes / payloadBytes));
  return {
    sections,
    targets: [
      {
        wanted: "at most 3 times JSON.parse at 10,000 rows",
        found: `${numberText(worst)} times`,
        met: worst <= 3,
      },
      {
        wanted: "growth linear: from 10,000 to 50,000 rows at most 1.1 times as steep as JSON.parse",
        found: `${numberText(growth)} times the time, JSON.parse ${numberText(growthOfParse)} times`,
        met: growth <= 1.1 * growthOfParse,
      },
      {
        wanted: "memory at most 5 times the payload",
        found: `${numberText(peak)} times live at most`,
        met: peak <= 5,
      },
    ],
    notes: [
      "JSON.parse of the answer itself is not part of a merge's time here; a pass pays it once, in Google's client.",
    ],
  };
}

interface Memory {
  readonly rows: number;
  readonly payloadBytes: number;
  readonly peakBytes: number;
}

function memoryOf(rows: number): Memory {
  const script = fileURLToPath(new URL("./merge/memory.ts", import.meta.url));
  const child = spawnSync(process.execPath, ["--expose-gc", script, String(rows)], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`merge/memory.ts ended with ${child.status}\n${child.stderr}`);
  return JSON.parse(child.stdout) as Memory;
}

export const bench: Bench = {
  name: "merge",
  about: "what a plan costs beside JSON.parse of the same answer of Google",
  run,
};
