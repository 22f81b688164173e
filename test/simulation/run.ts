import { limits } from "../../core/limits.ts";
import type { Switches } from "../../local/google/switches.ts";
import { seededRandom } from "../support/random.ts";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { acts } from "./acts.ts";
import { begin, chosenSwitches, spreadsheets } from "./begin.ts";
import { makeClerks } from "./clerks.ts";
import { makeClients } from "./clients.ts";
import { judge } from "./judge.ts";
import { makePasses, type Trace } from "./passes.ts";
import { makePauses } from "./pauses.ts";
import { describe, type Step } from "./steps.ts";
import { makeWatch, type Watch } from "./watch.ts";

/** One simulated world from its first row to its last quiet pass. */

export interface RunReport {
  /** What did not hold; empty: the run passed. */
  readonly violations: readonly string[];
  /** What happened how often: steps, faults, outcomes, conflicts, brakes, losses in a documented window. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Far more passes than any mess needs until nothing is left to do. */
const passesToRest = 16;

export async function runSteps(seed: number, steps: readonly Step[], trace: Trace = () => {}): Promise<RunReport> {
  let nowMs = () => 0;
  const watch = makeWatch(() => nowMs());
  const random = seededRandom(seed ^ 0x5bd1e995);
  const pick = (bound: number) => Math.floor(random() * bound);
  const switches = chosenSwitches(pick);
  const world = makeSyncWorld({
    seed,
    onChange: (before, after, by) => watch.onChange(before, after, by),
    onRead: (shown) => watch.onRead(shown),
    switches,
  });
  nowMs = world.world.nowMs;
  const runner = makeRunner(world, watch, switches, trace);
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

function makeRunner(world: SyncWorld, watch: Watch, switches: Partial<Switches>, trace: Trace) {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  /** Spreadsheets that the change feed tells about at the next tick. */
  const noticed = new Set<string>();
  /** Spreadsheets not shared with the sync's account at the moment. */
  const gone = new Set<string>();
  const count = (what: string, times = 1) => {
    counts.set(what, (counts.get(what) ?? 0) + times);
  };
  const clerks = makeClerks({ world, watch, count, changed: (id) => noticed.add(id) });
  const clients = makeClients({ world, watch, count });

  const pauses = makePauses(world, count);
  const pass = makePasses({ world, watch, clerks, clients, pauses, gone, switches, violations, count, trace });

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
    if (acts[step.do] !== undefined) return clerks.act(id, step.n, step.do);
    if (step.do.startsWith("api")) return clients.act(id, step.n, step.do);
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
      case "pause":
        return pauses.pause(id);
      case "resume":
        return pauses.resume(id);
      case "undo":
        return clerks.undo();
      case "redo":
        return clerks.redo();
      case "restoreTab":
        return clerks.restoreTab(id);
      default:
        throw new Error(`no step ${step.do}`);
    }
  }

  /** Faults have stopped; nobody types any more; whoever sees a brake or a pause lets it go. */
  async function settleDown(): Promise<void> {
    gone.clear();
    for (const id of spreadsheets) {
      world.wait(400_000);
      await pauses.resume(id);
      clerks.act(id, 0, "mendHeader");
      clerks.act(id, 0, "openCells");
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
