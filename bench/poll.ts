import { randomInt, randomUUID } from "node:crypto";
import { drive as driveApi } from "googleapis/build/src/apis/drive/index.js";
import { silentLog } from "../core/log.ts";
import { makeGoogleSheet } from "../core/sheet/google.ts";
import { makeGoogleDrive } from "../core/sheet/google-drive.ts";
import { localSettings, makeDynamoTable } from "../core/store/dynamo.ts";
import type { Store } from "../core/store/store.ts";
import type { Usage } from "../core/store/table-client.ts";
import { makeTableStore } from "../core/store/table-store.ts";
import { makeChanges } from "../core/sync/changes.ts";
import type { SyncJob } from "../core/sync/job.ts";
import { withKnownUnits } from "../core/sync/known-units.ts";
import { makeSync } from "../core/sync/pass.ts";
import type { Bench, Findings } from "./bench.ts";
import { type Ledger, linkLedger, makeLedger } from "./pass/ledger.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { type Summary, summarize } from "./runner/summary.ts";
import { type Services, startServices } from "./services/start.ts";

/** One tick of the clock, and the passes that it asks for. */

const sizes = [10, 250, 2_500];
const changeCounts = [0, 1, 50];
const rounds = 3;
const rowsPerSheet = 5;
/** Google's limit for reads of one project, requests a minute. */
const readsPerMinute = 300;
const account = "sync@bench.invalid";

interface Cost extends Usage {
  readonly drive: number;
  readonly sheets: number;
  readonly wallMs: number;
}

interface Case {
  readonly spreadsheets: number;
  readonly changed: number;
  readonly contestant: string;
  readonly costs: readonly Cost[];
}

async function run(progress: Progress): Promise<Findings> {
  const cases: Case[] = [];
  for (const size of sizes) {
    const services = await startServices();
    try {
      cases.push(...(await runSize(services, size, progress)));
    } finally {
      services.stop();
    }
  }
  return findingsOf(cases);
}

async function runSize(services: Services, size: number, progress: Progress): Promise<readonly Case[]> {
  const table = makeDynamoTable({ ...localSettings, endpoint: services.database });
  const store = makeTableStore(table, randomUUID);
  const world = { nowMs: Date.now, random: (bound: number) => (bound <= 1 ? 0 : randomInt(bound)) };
  const settings = { endpoint: services.google, auth: { bearer: account } };
  // As the workers on AWS do it: the unit tree is read once a minute, not once a pass.
  const known = withKnownUnits(store, world.nowMs);
  const sync = makeSync({ store: known, sheet: makeGoogleSheet(settings), world, log: silentLog });
  const drive = makeGoogleDrive(settings);
  const jobs: SyncJob[] = [];
  const queue = {
    send: async (more: readonly SyncJob[]) => {
      jobs.push(...more);
    },
  };
  const changes = makeChanges({ store, drive: async () => drive, accounts: [account], queue, world, log: silentLog });
  const ledgers = await makeLedgers(services.google, store, size, progress);
  await changes.notice(); // From here on Drive is asked for changes.

  const tick = async () => {
    jobs.length = 0;
    await changes.notice();
    for (const { spreadsheetId } of jobs) await sync.run(spreadsheetId);
    return jobs.length;
  };
  const quiet = async () => {
    // What a pass writes is a change for Drive too, so that its spreadsheet is looked at once more.
    for (let i = 0; i < 5; i++) if ((await tick()) === 0) return;
    throw new Error("the ticks do not end");
  };
  const active = ledgers.slice(0, Math.min(size, Math.max(...changeCounts)));
  for (const { spreadsheetId } of active) await sync.run(spreadsheetId);
  await quiet();

  const cases: Case[] = [];
  for (const changed of changeCounts) {
    if (changed > size) continue;
    progress(`${size} spreadsheets, ${changed} changed`);
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const ledger of active.slice(0, changed)) await ledger.type("progress", [0], `示例 ${round}/${changed}`);
      costs.push(
        await costOf(services, table.usage, async () => {
          const passes = await tick();
          if (passes !== changed) throw new Error(`${passes} passes for ${changed} changes`);
        }),
      );
      await quiet();
    }
    cases.push({ spreadsheets: size, changed, contestant: "ours", costs });
  }
  progress(`${size} spreadsheets: asking each`);
  const times = pollEach(services.google, ledgers);
  cases.push({
    spreadsheets: size,
    changed: 0,
    contestant: "asking each for its time",
    costs: [await costOf(services, table.usage, times)],
  });
  const reads = async () => {
    const sheet = makeGoogleSheet(settings);
    for (const { spreadsheetId } of ledgers) await sheet.read(spreadsheetId);
  };
  cases.push({
    spreadsheets: size,
    changed: 0,
    contestant: "reading each",
    costs: [await costOf(services, table.usage, reads)],
  });
  table.close();
  return cases;
}

async function makeLedgers(google: string, store: Store, size: number, progress: Progress): Promise<readonly Ledger[]> {
  const ledgers: Ledger[] = [];
  for (let i = 0; i < size; i++) {
    if (i % 500 === 0) progress(`${size} spreadsheets: making number ${i + 1}`);
    const ledger = await makeLedger(google, rowsPerSheet);
    await linkLedger(store, ledger, `u${i}`);
    ledgers.push(ledger);
  }
  return ledgers;
}

/** The cheapest way of asking each file alone. */
function pollEach(google: string, ledgers: readonly Ledger[]): () => Promise<void> {
  const options = { version: "v3" as const, rootUrl: `${google}/`, headers: { Authorization: `Bearer ${account}` } };
  const api = driveApi(options as Parameters<typeof driveApi>[0] & { version: "v3" });
  return async () => {
    for (const { spreadsheetId } of ledgers) await api.files.get({ fileId: spreadsheetId, fields: "modifiedTime" });
  };
}

async function costOf(services: Services, usage: Usage, action: () => Promise<void>): Promise<Cost> {
  await services.googleRequests();
  const before = { ...usage };
  const startMs = performance.now();
  await action();
  const wallMs = performance.now() - startMs;
  let drive = 0;
  let sheets = 0;
  for (const [call, times] of Object.entries(await services.googleRequests())) {
    if (call.startsWith("drive ")) drive += times;
    else sheets += times;
  }
  return {
    drive,
    sheets,
    wallMs,
    requests: usage.requests - before.requests,
    readUnits: usage.readUnits - before.readUnits,
    writeUnits: usage.writeUnits - before.writeUnits,
  };
}

function findingsOf(cases: readonly Case[]): Findings {
  const of = ({ costs }: Case, field: keyof Cost): Summary => summarize(costs.map((cost) => cost[field]));
  const ours = cases.filter(({ contestant }) => contestant === "ours");
  const idle = ours.filter(({ changed }) => changed === 0);
  const busy = ours.filter(({ changed }) => changed > 0);
  const most = (some: readonly Case[], field: keyof Cost) => Math.max(...some.map((one) => of(one, field).max));
  const perChanged = Math.max(...busy.map((one) => of(one, "sheets").max / one.changed));
  return {
    sections: [
      {
        title: "one tick and its passes",
        rows: cases.map((one) => ({
          contestant: `${one.spreadsheets} spreadsheets, ${one.contestant === "ours" ? `${one.changed} changed` : one.contestant}`,
          "Drive requests": of(one, "drive"),
          "Sheets requests": of(one, "sheets"),
          "DynamoDB requests": of(one, "requests"),
          "read units": of(one, "readUnits"),
          "write units": of(one, "writeUnits"),
          ms: of(one, "wallMs"),
          "minutes of Google's quota": (of(one, "drive").median + of(one, "sheets").median) / readsPerMinute,
        })),
      },
    ],
    targets: [
      {
        wanted: "an idle tick is one request to Drive and one query, however many spreadsheets",
        found: `${most(idle, "drive")} to Drive, ${most(idle, "sheets")} to Sheets, ${most(idle, "requests")} to DynamoDB`,
        met: most(idle, "drive") === 1 && most(idle, "sheets") === 0 && most(idle, "requests") === 1,
      },
      {
        wanted: "at most 2 requests more for each changed spreadsheet",
        found: `${numberText(perChanged)} to Sheets for each, ${most(busy, "drive")} to Drive`,
        met: perChanged <= 2 && most(busy, "drive") === 1,
      },
    ],
    notes: ["Minutes of quota: at Google's 300 requests a minute and project for reads of Sheets."],
  };
}

export const bench: Bench = {
  name: "poll",
  about: "who of 10, 250 and 2,500 spreadsheets changed",
  run,
};
