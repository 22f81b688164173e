import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, Findings } from "./bench.ts";
import { load, type Target } from "./runner/load.ts";
import { installPeers } from "./runner/peers.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { summarize, summarizeRatios } from "./runner/summary.ts";
import { startDirectus } from "./systems/directus.ts";
import { startNocodb } from "./systems/nocodb.ts";
import { startOurs } from "./systems/ours.ts";
import { hasPostgres, startPostgraphile } from "./systems/postgraphile.ts";
import type { System } from "./systems/system.ts";

/** What somebody would set up instead, with the same 10,000 items. Each runs alone with its load; the rounds take turns. */

const rounds = 5;
const sampleMs = 2_000;
const connections = 4;
const kinds = ["list", "counts"] as const;
const mustHold: Readonly<Record<(typeof kinds)[number], string>> = { list: "示例", counts: "-c99" };

async function run(progress: Progress): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "peers-"));
  const systems: System[] = [];
  const notes = [
    "dynalite is an emulator that answers one request after the other; replayed answers leave out the database's own time, which the others' figures contain.",
    "Counts: ours are the stored figures of each county (open, submitted, closed, standing, overdue), which the process keeps until another run has counted, as every request asks; the others group 10,000 rows.",
    "NocoDB's rows hold the topic's title themselves, which is less work than the link the others follow.",
  ];
  try {
    progress("starting ours");
    const { systems: ours, data } = await startOurs();
    systems.push(...ours);
    const others: readonly (readonly [folder: string, name: string, start: () => Promise<System>])[] = [
      ["postgraphile", "PostGraphile", () => startPostgraphile(folder, data)],
      ["directus", "Directus", () => startDirectus(folder, data)],
      ["nocodb", "NocoDB", () => startNocodb(folder, data)],
    ];
    for (const [peer, name, start] of others) {
      try {
        if (peer === "postgraphile" && !hasPostgres()) throw new Error("no PostgreSQL on this machine");
        installPeers(peer, progress, { rebuild: peer === "postgraphile" ? [] : ["sqlite3"] });
        progress(`starting ${name} and filling it`);
        systems.push(await start());
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        progress(`${name} is left out: ${why}`);
        notes.push(`${name} was not measured: ${why.slice(0, 200)}`);
      }
    }
    return await measure(systems, notes, progress);
  } finally {
    for (const system of systems.reverse()) await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(systems: readonly System[], notes: readonly string[], progress: Progress): Promise<Findings> {
  const perSecond = new Map<string, number[]>();
  const sample = async (name: string, kind: (typeof kinds)[number], target: Target, keep: boolean) => {
    const { requests, seconds } = await load(target, connections, sampleMs, mustHold[kind]);
    if (!keep) return;
    const key = `${kind} ${name}`;
    perSecond.set(key, [...(perSecond.get(key) ?? []), requests / seconds]);
  };
  for (const kind of kinds) {
    for (let round = -1; round < rounds; round++) {
      progress(`${kind}: round ${round + 1} of ${rounds}`);
      for (let i = 0; i < systems.length; i++) {
        const system = systems[(i + rounds + round) % systems.length];
        // The first time is for warming up.
        if (system !== undefined) await sample(system.name, kind, system[kind], round >= 0);
      }
    }
  }
  const of = (kind: string, name: string) => perSecond.get(`${kind} ${name}`) ?? [];
  const [replayed = "", onDynalite = "", ...others] = systems.map(({ name }) => name);
  const ratio = (kind: string, ours: string, name: string) => summarizeRatios(of(kind, ours), of(kind, name));
  const titles = { list: "100 items of a county with their topics", counts: "counts by county and state" };
  const ahead = (kind: (typeof kinds)[number], ours: string, names: RegExp) => {
    const found = others
      .filter((name) => names.test(name))
      .map((name) => [name.split(" ")[0], ratio(kind, ours, name).median] as const);
    return {
      wanted: `${titles[kind]}: ${ours}, ahead of ${names.source.replaceAll("|", ", ")}`,
      found:
        found.map(([name, times]) => `${numberText(times)} times ${name}`).join(", ") || "none of them was measured",
      met: found.length > 0 && found.every(([, times]) => times > 1),
    };
  };
  return {
    sections: kinds.map((kind) => ({
      title: titles[kind],
      rows: systems.map(({ name }) => ({
        contestant: name,
        "requests/s": summarize(of(kind, name)),
        "replayed is so many times as fast": ratio(kind, replayed, name),
        "on dynalite": ratio(kind, onDynalite, name),
      })),
    })),
    targets: [replayed, onDynalite].flatMap((ours) => [
      ahead("list", ours, /NocoDB|Directus/),
      ahead("counts", ours, /PostGraphile|NocoDB|Directus/),
    ]),
    notes,
  };
}

export const bench: Bench = {
  name: "peers",
  about: "what somebody would set up instead, over HTTP, with the same 10,000 items",
  run,
};
