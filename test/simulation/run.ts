import { AppError } from "../../core/errors.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import type { Switches } from "../../local/google/switches.ts";
import { Crash } from "../support/faulty.ts";
import { addSpreadsheet, plainHeaders, problemRow } from "../support/ledger-sheet.ts";
import { seededRandom } from "../support/random.ts";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { acts } from "./acts.ts";
import { judge } from "./judge.ts";
import { makePeople } from "./people.ts";
import { describe, type Step } from "./steps.ts";
import { makeWatch, type PassRun, type Watch } from "./watch.ts";
import { makeWorker } from "./worker.ts";

/** One simulated world from its first row to its last quiet pass. */

export interface RunReport {
  /** What did not hold; empty: the run passed. */
  readonly violations: readonly string[];
  /** What happened how often: steps, faults, outcomes, conflicts, brakes, losses in a documented window. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Told what happens, for a person who follows one run. */
export type Trace = (line: string, world: SyncWorld) => void;

const spreadsheets = ["s1", "s2"] as const;
const units = ["dl", "gx"] as const;
/** What a clerk may do just then, while a pass is under way. */
const actsMeanwhile = [
  "typeCell",
  "sortRows",
  "typeCell",
  "deleteRow",
  "insertFilledRow",
  "moveRow",
  "insertColumn",
  "noteOn",
  "moveColumn",
  "cutRow",
  "copyRow",
] as const;
const moves = ["sortRows", "sortRows", "sortRows", "cutRow", "moveRow", "moveColumn", "insertColumn"] as const;
/** Far more passes than any mess needs until nothing is left to do. */
const passesToRest = 16;

export async function runSteps(seed: number, steps: readonly Step[], trace: Trace = () => {}): Promise<RunReport> {
  let nowMs = () => 0;
  const watch = makeWatch(() => nowMs());
  const random = seededRandom(seed ^ 0x5bd1e995);
  const pick = (bound: number) => Math.floor(random() * bound);
  const world = makeSyncWorld({
    seed,
    onChange: (before, after, by) => watch.onChange(before, after, by),
    onRead: (shown) => watch.onRead(shown),
    switches: chosenSwitches(pick),
  });
  nowMs = world.world.nowMs;
  const runner = makeRunner(world, watch, trace);
  await begin(world, watch, pick);
  for (const step of steps) {
    trace(describe(step), world);
    await runner.take(step);
    if (runner.violations.length > 0) break;
  }
  if (runner.violations.length === 0) await runner.settleDown();
  if (runner.violations.length === 0)
    for (const id of spreadsheets) runner.violations.push(...(await judge(world, watch, id, runner.count)));
  return { violations: runner.violations, counts: runner.counts };
}

/** What Google does not document goes one way in some runs and the other way in others. */
function chosenSwitches(pick: (bound: number) => number): Partial<Switches> {
  return {
    dataFilterWithoutMatch: (["omit", "empty", "fail"] as const)[pick(3)] ?? "omit",
    metadataFollowsSort: pick(4) === 0,
    metadataFollowsCutPaste: pick(4) === 0,
    duplicateSheetCopiesMetadata: pick(4) === 0,
  };
}

async function begin(world: SyncWorld, watch: Watch, pick: (bound: number) => number): Promise<void> {
  for (const [i, id] of spreadsheets.entries()) {
    const rows = 2 + pick(9);
    const tabs: { title: string; tabId: number; rows: unknown[][] }[] = [
      {
        title: "问题清单",
        tabId: 7,
        rows: [[...plainHeaders], ...Array.from({ length: rows }, (_, n) => firstRow(watch, id, n))],
      },
      {
        title: "通讯录",
        tabId: 9,
        rows: [
          ["姓名", "电话"],
          [watch.fresh("private", id), watch.fresh("private", id)],
        ],
      },
    ];
    if (pick(2) === 0)
      tabs.push({
        title: "调研课题",
        tabId: 8,
        rows: [
          ["序号", "课题名称", "责任部门", "进展情况"],
          [1, watch.fresh("cell", id), "办公室", ""],
        ],
      });
    addSpreadsheet(world, id, tabs);
    await world.addUnit(units[i] ?? "dl");
    watch.onChange({ ...world.google.state(id), sheets: [] }, world.google.state(id), "person");
    await world.link(id, units[i] ?? "dl");
  }
}

function firstRow(watch: Watch, id: string, n: number): unknown[] {
  return problemRow(n + 1, {
    问题描述: watch.fresh("cell", id),
    整改措施: watch.fresh("cell", id),
    责任部门: watch.fresh("cell", id),
    整改进展: watch.fresh("cell", id),
    "联系电话（自用）": watch.fresh("private", id),
    ...(n % 4 === 3 ? { 备注: `=IF(TRUE,"公式","${watch.fresh("formula", id)}")` } : {}),
  });
}

function makeRunner(world: SyncWorld, watch: Watch, trace: Trace) {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  /** Spreadsheets that the change feed tells about at the next tick. */
  const noticed = new Set<string>();
  /** Spreadsheets not shared with the sync's account at the moment. */
  const gone = new Set<string>();
  const count = (what: string, times = 1) => {
    counts.set(what, (counts.get(what) ?? 0) + times);
  };
  const people = makePeople({ world, watch, count, changed: (id) => noticed.add(id) });

  async function pass(id: string, step: Step | null): Promise<string> {
    const run: PassRun = { spreadsheetId: id, seen: 0, acts: 0, failed: false, valueWrites: 0, itemWrites: 0 };
    const outer = watch.running;
    const overlaps: Promise<unknown>[] = [];
    let over = false;
    const now = () => {
      watch.running = run;
    };
    now();
    const hooks = {
      clerk: async (n: number) => people.clerk(id, n, actsMeanwhile[n % actsMeanwhile.length] ?? "typeCell"),
      moves: async (n: number) => people.clerk(id, n, moves[n % moves.length] ?? "sortRows"),
      api: (n: number) => people.api(id, n, n % 5 === 0 ? "apiCreate" : "apiSet"),
      apiAgain: (n: number) => people.api(id, n, "apiAgain"),
      overlap: async (n: number, inFlight: boolean) => {
        if (outer !== null || over) return;
        if (n % 3 > 0) world.wait(inFlight ? 150_000 : 400_000);
        const other = pass(id, null);
        overlaps.push(other);
        await other;
        now();
      },
      itemWritten: () => {
        run.itemWrites++;
      },
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
        if (run.itemWrites + run.valueWrites > 0)
          violations.push(`a braked pass wrote ${run.itemWrites} items and ${run.valueWrites} times to the sheet`);
      }
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
    over = true;
    await Promise.allSettled(overlaps);
    watch.running = outer;
    count(`pass ${outcome}`);
    return outcome;
  }

  /** More rows went missing in one pass than a person has to be asked about. */
  async function checkBrake(id: string, before: Link | null, { startedAt }: PassRecord): Promise<void> {
    const known = (before?.tabs ?? []).reduce((sum, { role, rows }) => sum + (role === "LIVE" ? rows : 0), 0);
    const missing = (await world.items(id)).filter(({ row }) => row?.missingSince === startedAt).length;
    if (missing > Math.max(limits.brakeMissingRows, known * limits.brakeMissingShare))
      violations.push(`${missing} of ${known} rows of ${id} went missing and nobody was asked`);
  }

  async function release(id: string): Promise<void> {
    const link = await world.store.getLink(id);
    if (link?.state !== "BRAKED" && link?.state !== "QUARANTINED") return;
    await world.release(id);
    count("release");
  }

  async function tick(step: Step): Promise<void> {
    const dirty = await world.store.listDirtySpreadsheets();
    for (const id of spreadsheets) {
      if (!noticed.has(id) && !dirty.includes(id)) continue;
      noticed.delete(id);
      await pass(id, step);
    }
  }

  async function take(step: Step): Promise<void> {
    const id = spreadsheets[step.on] ?? "s1";
    world.wait(500 + (step.n % 5_000));
    if (acts[step.do] !== undefined) return people.clerk(id, step.n, step.do);
    if (step.do.startsWith("api")) return people.api(id, step.n, step.do);
    switch (step.do) {
      case "pass":
        noticed.delete(id);
        await pass(id, step);
        return;
      case "tick":
        return tick(step);
      case "feedLosesEntry":
        noticed.delete(id);
        return count("fault feedLosesEntry");
      case "wait":
        return world.wait(step.n % 600_000);
      case "release":
        return release(id);
      case "unshare":
        gone.add(id);
        return count("unshare");
      case "share":
        gone.delete(id);
        return;
      case "undo":
        return people.undo();
      default:
        throw new Error(`no step ${step.do}`);
    }
  }

  /** Faults have stopped; nobody types any more; whoever sees a brake lets it go. */
  async function settleDown(): Promise<void> {
    gone.clear();
    for (const id of spreadsheets) {
      world.wait(400_000);
      people.clerk(id, 0, "mendHeader");
      const outcomes: string[] = [];
      while (outcomes.slice(-2).join(" ") !== "NOTHING NOTHING") {
        // What waits until no read can be old any more (P8) has had its time.
        world.wait(limits.staleReadMs);
        const outcome = await pass(id, null);
        outcomes.push(outcome);
        if (outcome === "BRAKED" || outcome === "QUARANTINED") await release(id);
        if (outcomes.length > passesToRest) violations.push(`${id} does not come to rest: ${outcomes.join(" ")}`);
        if (violations.length > 0) return;
      }
      const preview = await world.preview(id);
      if (preview.brake !== null || preview.toSheet + preview.toStore + preview.conflicts > 0)
        violations.push(`${id}: a third pass plans ${JSON.stringify(preview.lines.slice(0, 3))}`);
    }
  }

  return { counts, count, violations, take, settleDown };
}
