import { randomUUID } from "node:crypto";
import { localSettings, makeDynamoTable } from "../core/store/dynamo.ts";
import { makeTableStore } from "../core/store/table-store.ts";
import type { Bench, Findings, Section } from "./bench.ts";
import { type Contestant, type Cost, change, costOf, makeContestant, type Side } from "./pass/contestants.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { summarize, summarizeRatios } from "./runner/summary.ts";
import { type Services, startServices } from "./services/start.ts";

/** One pass over a synced spreadsheet, over HTTP to the local Google and to dynalite, both in another process. */

const sizes = [100, 1_000, 10_000];
const changeCounts = [0, 1, 100];
const rounds = 3;

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
