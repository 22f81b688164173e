import { AppError } from "../errors.ts";
import type { World } from "../ledger/code.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { getFinished, leftBehind, putFinished, waitingItems } from "./finished.ts";
import { type Priority, priorities, type SyncJob, syncJobSchema } from "./job.ts";
import type { Sync } from "./sync.ts";

/** A message as the queue hands it over. */
export interface Delivery {
  readonly id: string;
  readonly group: string;
  readonly body: string;
  /** 1 the first time. */
  readonly receives: number;
}

export interface NotDone {
  readonly id: string;
  readonly retryInMs: number;
}

export interface WorkDeps {
  readonly store: Pick<Store, "getRecord" | "putRecord" | "listDirtyCodes" | "getItems">;
  readonly sync: (priority: Priority) => Promise<Sync>;
  readonly world: World;
  readonly log: Log;
  /** Milliseconds until this worker is stopped from outside. */
  readonly remainingMs: () => number;
}

/** Passes at once in one worker: a pass mostly waits for its turn at Google, and turns of different accounts differ. */
const atOnce = 10;
/** A pass is not begun with less time left than two waits for the quota and the requests themselves may take. */
const reserveMs = 170_000;
/** Clocks of two machines may differ by this much. */
const clockSkewMs = 2_000;
const firstRetryMs = 10_000;
const lastRetryMs = 15 * 60_000;
/** Up to so many tries, a failure that mends itself is not worth a person's look. */
const quietTries = 3;

/**
 * Works off a batch: one pass per spreadsheet however many messages ask for it, and an answer by message id. Messages
 * of one spreadsheet succeed or fail together, so a retry never overtakes.
 */
export async function workOff(deps: WorkDeps, deliveries: readonly Delivery[]): Promise<readonly NotDone[]> {
  const groups = [...Map.groupBy(deliveries, ({ group }) => group).values()];
  const notDone: NotDone[] = [];
  let next = 0;
  const lane = async () => {
    for (let group = groups[next++]; group !== undefined; group = groups[next++]) {
      notDone.push(...(await workOffGroup(deps, group)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, groups.length) }, lane));
  return notDone;
}

async function workOffGroup(deps: WorkDeps, group: readonly Delivery[]): Promise<readonly NotDone[]> {
  const { world, log } = deps;
  const jobs: SyncJob[] = [];
  const poisoned: Delivery[] = [];
  for (const delivery of group) {
    const job = readJob(delivery);
    if (job === null) poisoned.push(delivery);
    else jobs.push(job);
  }
  for (const { id, receives } of poisoned) log.error("job.unreadable", { id, receives });
  const receives = Math.max(...group.map((delivery) => delivery.receives));
  const putBack = (retryInMs: number) => group.map(({ id }) => ({ id, retryInMs }));
  const failedOnly = poisoned.map(({ id }) => ({ id, retryInMs: retryMs(receives, world) }));
  const job = mostUrgent(jobs);
  if (job === null) return failedOnly;
  if (deps.remainingMs() < reserveMs) return putBack(0);
  try {
    await runPass(deps, job);
    return failedOnly;
  } catch (error) {
    const code = error instanceof AppError ? error.code : "bug";
    if (code === "google.quota" && job.priority === "SWEEP") return failedOnly; // The sweep comes round again.
    const mends = error instanceof AppError && error.retryable && receives < quietTries;
    const fields = { spreadsheetId: job.spreadsheetId, code, receives };
    if (mends) log.info("job.deferred", fields);
    else log.error("job.failed", { ...fields, detail: error instanceof Error ? error.message.slice(0, 300) : "" });
    if (!mends) {
      const failed = { startedAtMs: world.nowMs(), outcome: "FAILED", left: null };
      await putFinished(deps.store, job.spreadsheetId, failed).catch(() => {});
    }
    return putBack(retryMs(receives, world));
  }
}

async function runPass(deps: WorkDeps, job: SyncJob): Promise<void> {
  const { store, world, log } = deps;
  const { spreadsheetId, priority, noticedAtMs } = job;
  const last = await getFinished(store, spreadsheetId);
  if (last !== null && last.outcome !== "FAILED" && last.startedAtMs > noticedAtMs + clockSkewMs) {
    log.debug("job.seen", { spreadsheetId });
    return;
  }
  const startedAtMs = world.nowMs();
  const before = await waitingItems(store, spreadsheetId);
  const sync = await deps.sync(priority);
  let outcome: string;
  try {
    const pass = await sync.run(spreadsheetId);
    outcome = pass.outcome;
    if (outcome === "FAILED") throw new Error(`pass ${pass.id} failed`);
  } catch (error) {
    const gone =
      error instanceof AppError && (error.code === "spreadsheet.notLinked" || error.code === "spreadsheet.unreachable");
    if (!gone) throw error;
    outcome = error.code;
  }
  const well = outcome === "DONE" || outcome === "NOTHING";
  const left = well ? leftBehind(before, await waitingItems(store, spreadsheetId)) : null;
  await putFinished(store, spreadsheetId, { startedAtMs, outcome, left });
  const endMs = world.nowMs();
  log.info("job.done", { spreadsheetId, outcome, priority, ms: endMs - startedAtMs, ageMs: endMs - noticedAtMs });
}

/** null: not a job of ours, or for another spreadsheet than its group says. */
function readJob({ body, group }: Delivery): SyncJob | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = syncJobSchema.safeParse(json);
  return parsed.success && parsed.data.spreadsheetId === group ? parsed.data : null;
}

/** One pass for all of them: as urgent as the most urgent, as new as the newest. */
function mostUrgent(jobs: readonly SyncJob[]): SyncJob | null {
  const [first] = jobs;
  if (first === undefined) return null;
  const priority = priorities.find((each) => jobs.some((job) => job.priority === each)) ?? first.priority;
  return { ...first, priority, noticedAtMs: Math.max(...jobs.map((job) => job.noticedAtMs)) };
}

function retryMs(receives: number, world: World): number {
  const base = Math.min(lastRetryMs, firstRetryMs * 2 ** (receives - 1));
  return Math.round(base / 2) + world.random(Math.round(base / 2));
}
