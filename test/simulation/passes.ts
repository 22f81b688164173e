import { AppError } from "../../core/errors.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import type { Switches } from "../../local/google/switches.ts";
import { Crash } from "../support/faulty.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import type { Clerks } from "./clerks.ts";
import type { Clients } from "./clients.ts";
import { looksChanged, type Requests } from "./looks.ts";
import { peopleMeanwhile } from "./meanwhile.ts";
import type { Pauses } from "./pauses.ts";
import type { Step } from "./steps.ts";
import { needlessQuarantine, writesOfBraked, writesOfStopped } from "./still.ts";
import { beginRun, type Watch } from "./watch.ts";
import { makeWorker } from "./worker.ts";

/** Passes while people go on working and things fail, and what must hold of each pass by itself. */

/** Told what happens, for a person who follows one run. */
export type Trace = (line: string, world: SyncWorld) => void;

export interface PassesParts {
  readonly world: SyncWorld;
  readonly watch: Watch;
  readonly clerks: Clerks;
  readonly clients: Clients;
  readonly pauses: Pauses;
  /** Spreadsheets not shared with the sync's account at the moment. */
  readonly gone: ReadonlySet<string>;
  readonly switches: Partial<Switches>;
  readonly violations: string[];
  readonly count: (what: string, times?: number) => void;
  readonly trace: Trace;
}

/** Runs one pass and answers its outcome. */
export function makePasses({
  world,
  watch,
  clerks,
  clients,
  pauses,
  gone,
  switches,
  violations,
  count,
  trace,
}: PassesParts) {
  return async function pass(id: string, step: Step | null): Promise<string> {
    const run = beginRun(id);
    const outer = watch.running;
    const overlaps: Promise<unknown>[] = [];
    let over = false;
    let sent = 0;
    const now = () => {
      watch.running = run;
    };
    now();
    const hooks = {
      ...peopleMeanwhile(clerks, clients, pauses, id),
      overlap: async (n: number, inFlight: boolean) => {
        if (outer !== null || over) return;
        if (n % 3 > 0) world.wait(inFlight ? 150_000 : 400_000);
        const other = pass(id, null);
        overlaps.push(other);
        await other;
        now();
      },
      // The local service is done as soon as it is called: nobody comes between.
      writes: <T>(written: string, requests: readonly object[], work: () => T): T => {
        sent++;
        const shown = world.google.state(written);
        const answer = work();
        violations.push(...looksChanged(shown, world.google.state(written), requests as Requests, switches));
        return answer;
      },
      itemWritten: () => watch.onItemWrite(run),
      happened: (kind: string) => {
        trace(`    meanwhile ${kind}`, world);
        count(`fault ${kind}`);
      },
    };
    let outcome: string;
    const before = await world.store.getLink(id);
    try {
      world.wait(1_500);
      const record = await makeWorker(world, step?.during ?? [], hooks, gone).run(id);
      outcome = record.outcome;
      count("conflicts", record.conflicts);
      if (outcome === "BRAKED") {
        count(`brake ${(record.reason ?? "").replace(/“[^”]*”|\d/g, "").slice(0, 24)}`);
        violations.push(...writesOfBraked(run, watch, before));
      }
      if (outcome === "QUARANTINED" && before?.state !== "QUARANTINED") violations.push(...needlessQuarantine(run));
      if (outcome === "DONE" && before?.releasedPass == null) await checkBrake(id, before, record);
      trace(
        `  pass ${id} ${outcome} ${record.reason ?? ""} toStore ${record.toStore} toSheet ${record.toSheet}`,
        world,
      );
    } catch (error) {
      run.failed = true;
      if (error instanceof Crash) outcome = "crash";
      else if (error instanceof AppError) outcome = error.code;
      else {
        outcome = "bug";
        violations.push(`bug: ${error instanceof Error ? error.stack : String(error)}`);
      }
      trace(`  pass ${id} ${outcome}`, world);
    }
    violations.push(...writesOfStopped(run, sent, before), ...(await pauses.kept(id)));
    over = true;
    await Promise.allSettled(overlaps);
    watch.running = outer;
    count(`pass ${before?.state === "PAUSED" ? "PAUSED" : outcome}`);
    return outcome;
  };

  /** More rows went missing in one pass than a person has to be asked about. */
  async function checkBrake(id: string, before: Link | null, { startedAt }: PassRecord): Promise<void> {
    const known = (before?.tabs ?? []).reduce((sum, { role, rows }) => sum + (role === "LIVE" ? rows : 0), 0);
    const missing = (await world.items(id)).filter(({ row }) => row?.missingSince === startedAt).length;
    if (missing > Math.max(limits.brakeMissingRows, known * limits.brakeMissingShare))
      violations.push(`${missing} of ${known} rows of ${id} went missing and nobody was asked`);
  }
}
