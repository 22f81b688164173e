import { randomInt, randomUUID } from "node:crypto";
import { setTexts } from "../core/ledger/edit.ts";
import { indexValuesOf } from "../core/ledger/index-values.ts";
import { silentLog } from "../core/log.ts";
import { makeGoogleSheet } from "../core/sheet/google.ts";
import { localSettings, makeDynamoTable } from "../core/store/dynamo.ts";
import type { Store } from "../core/store/store.ts";
import { makeTableStore } from "../core/store/table-store.ts";
import { makeSync } from "../core/sync/pass.ts";
import type { Bench, Findings, Section } from "./bench.ts";
import type { RowTexts } from "./data/rows.ts";
import { type Ledger, linkLedger, makeLedger, spread } from "./pass/ledger.ts";
import { makeCellUpdates, makeNodeGoogleSpreadsheet } from "./pass/row-saves.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { summarize, summarizeRatios } from "./runner/summary.ts";
import { type Services, startServices } from "./services/start.ts";

/** One pass over a synced spreadsheet, over HTTP to the local Google and to dynalite, both in another process. */

const sizes = [100, 1_000, 10_000];
const changeCounts = [0, 1, 100];
const rounds = 5;

type Side = "sheet" | "API";

interface Contestant {
  readonly name: string;
  readonly ledger: Ledger;
  readonly unitPath: string;
  readonly user: string;
  sync(): Promise<unknown>;
}

interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly storeRequests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly cpuMs: number;
  readonly wallMs: number;
}

interface Measured {
  readonly rows: number;
  readonly side: Side;
  readonly changes: number;
  readonly name: string;
  readonly costs: readonly Cost[];
}

async function run(progress: Progress): Promise<Findings> {
  const services = await startServices();
  try {
    const measured: Measured[] = [];
    for (const rows of sizes) measured.push(...(await runSize(services, rows, progress)));
    return findingsOf(measured);
  } finally {
    services.stop();
  }
}

async function runSize(services: Services, rows: number, progress: Progress): Promise<readonly Measured[]> {
  const table = makeDynamoTable({ ...localSettings, endpoint: services.database });
  const store = makeTableStore(table, randomUUID);
  const contestants: Contestant[] = [];
  for (const name of ["ours", "node-google-spreadsheet", "gspread style"]) {
    progress(`${rows} rows: first pass for ${name}`);
    contestants.push(await makeContestant(services, store, name, rows));
  }
  const measured: Measured[] = [];
  for (const changes of changeCounts) {
    // Everything changed at once pulls the brake, which is another thing than a pass.
    if (changes > rows / 2) continue;
    for (const side of ["sheet", "API"] as const) {
      if (changes === 0 && side === "API") continue;
      const costs = new Map<string, Cost[]>(contestants.map(({ name }) => [name, []]));
      for (let round = -1; round < rounds; round++) {
        progress(`${rows} rows, ${changes} changes in the ${side}, round ${round + 1} of ${rounds}`);
        for (let i = 0; i < contestants.length; i++) {
          const contestant = contestants[(i + rounds + round) % contestants.length];
          if (contestant === undefined) continue;
          await change(store, contestant, side, changes, `示例 ${changes}/${round}`);
          const cost = await costOf(services, table.usage, contestant);
          // The first time is for warming up.
          if (round >= 0) costs.get(contestant.name)?.push(cost);
        }
      }
      for (const { name } of contestants) measured.push({ rows, side, changes, name, costs: costs.get(name) ?? [] });
    }
  }
  table.close();
  return measured;
}

async function makeContestant(services: Services, store: Store, name: string, rows: number): Promise<Contestant> {
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

async function change(store: Store, { ledger, unitPath }: Contestant, side: Side, changes: number, text: string) {
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

async function costOf(
  services: Services,
  usage: { requests: number; readUnits: number; writeUnits: number },
  { sync }: Contestant,
): Promise<Cost> {
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

function findingsOf(measured: readonly Measured[]): Findings {
  const sections: Section[] = [];
  for (const rows of sizes) {
    for (const side of ["sheet", "API"] as const) {
      const cases = measured.filter((one) => one.rows === rows && one.side === side);
      if (cases.length === 0) continue;
      sections.push({
        title: `${rows} rows, changed in the ${side}`,
        rows: cases.map((one) => rowOf(one, cases)),
      });
    }
  }
  const ours = measured.filter(({ name }) => name === "ours");
  const most = (cases: readonly Measured[], of: keyof Cost) =>
    Math.max(...cases.flatMap(({ costs }) => costs.map((cost) => cost[of])));
  const quiet = ours.filter(({ changes }) => changes === 0);
  const busy = ours.filter(({ changes }) => changes > 0);
  const perRow = (rows: number, changes: number, side: Side) => {
    const units = (count: number) => {
      const found = ours.find(
        (one) => one.rows === rows && one.changes === count && (count === 0 || one.side === side),
      );
      return (
        most(found === undefined ? [] : [found], "readUnits") + most(found === undefined ? [] : [found], "writeUnits")
      );
    };
    return (units(changes) - units(0)) / changes;
  };
  const growth = (["sheet", "API"] as const).map(
    (side) => [side, perRow(10_000, 1, side), perRow(10_000, 100, side)] as const,
  );
  return {
    sections,
    targets: [
      {
        wanted: "a quiet pass is 1 read and no write",
        found: `at most ${most(quiet, "reads")} reads and ${most(quiet, "writes")} writes; ${most(quiet, "writeUnits")} write units (lease)`,
        met: most(quiet, "reads") === 1 && most(quiet, "writes") === 0,
      },
      {
        wanted: "a pass with changes is 1 read and at most 1 write",
        found: `at most ${most(busy, "reads")} reads and ${most(busy, "writes")} writes`,
        met: most(busy, "reads") === 1 && most(busy, "writes") <= 1,
      },
      {
        wanted: "capacity in proportion to changed rows",
        found: growth
          .map(
            ([side, one, many]) => `${side}: ${numberText(one)} units for 1 row, ${numberText(many)} for each of 100`,
          )
          .join("; "),
        met: growth.every(([, one, many]) => many <= one),
      },
    ],
    notes: [
      "Every contestant has a spreadsheet of its own with the same rows; requests to Google are counted by the service.",
      "Units are what dynalite reports; it counts characters where DynamoDB counts bytes, so Chinese texts cost more there.",
      "The others compare every row with every item and keep no base: of two changes to one cell one is lost.",
    ],
  };
}

function rowOf({ changes, name, costs }: Measured, cases: readonly Measured[]) {
  const ours = cases.find((one) => one.changes === changes && one.name === "ours")?.costs ?? [];
  const of = (field: keyof Cost) => summarize(costs.map((cost) => cost[field]));
  return {
    contestant: `${changes} changes, ${name}`,
    "Google reads": of("reads"),
    "Google writes": of("writes"),
    "DynamoDB requests": of("storeRequests"),
    "read units": of("readUnits"),
    "write units": of("writeUnits"),
    "cpu ms": of("cpuMs"),
    ms: of("wallMs"),
    "ms of ours": summarizeRatios(
      costs.map(({ wallMs }) => wallMs),
      ours.map(({ wallMs }) => wallMs),
    ),
  };
}

export const bench: Bench = {
  name: "pass",
  about: "one pass with 0, 1 and 100 changed cells, beside scripts that do the same work row by row",
  run,
};
