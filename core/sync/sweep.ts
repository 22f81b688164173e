import type { Link } from "../ledger/link.ts";
import type { Store } from "../store/store.ts";
import { type Finished, listFinished } from "./finished.ts";
import type { JobQueue, SyncJob } from "./job.ts";

/**
 * Google's list of changes may skip an edit, so every spreadsheet is looked at at least this often even when nobody
 * said that it changed. Spreadsheets that had a pass of their own meanwhile are left out: the sweep costs nothing there.
 */
export const sweepWithinMs = 6 * 3_600_000;
/** What is chosen this long after its last pass at the latest has half an hour left for the queue and the quota. */
const chosenWithinMs = 5.5 * 3_600_000;
const runEveryMs = 5 * 60_000;
/** Runs in which every spreadsheet can have its turn. */
const runsPerRound = 60;
const leastPerRun = 5;
/** Runs closer than this are one run that was started twice. The queue forgets a cause only after 5 minutes. */
const sameRunMs = 150_000;

const swept = new Set<Link["state"]>(["ACTIVE", "BRAKED", "UNREACHABLE"]);

/**
 * Pure: the spreadsheets whose last pass is longest ago, few enough that a round spreads evenly over the hours, and early
 * enough that the last of them is in time even when all had their pass in the same rush.
 */
export function chooseSweep(
  links: readonly Link[],
  finished: ReadonlyMap<string, Finished>,
  nowMs: number,
): readonly string[] {
  const candidates = links.filter(({ state }) => swept.has(state));
  const perRun = Math.max(leastPerRun, Math.ceil(candidates.length / runsPerRound));
  const roundMs = Math.ceil(candidates.length / perRun) * runEveryMs;
  // A released brake waits for a pass although nobody touches the spreadsheet.
  const age = ({ spreadsheetId, releasedPass }: Link) =>
    releasedPass === null ? nowMs - (finished.get(spreadsheetId)?.startedAtMs ?? 0) : nowMs;
  return candidates
    .filter((link) => age(link) >= chosenWithinMs - roundMs)
    .sort((a, b) => age(b) - age(a))
    .slice(0, perRun)
    .map(({ spreadsheetId }) => spreadsheetId);
}

export interface SweepDeps {
  readonly store: Pick<Store, "listLinks" | "listRecords">;
  readonly queue: JobQueue;
  readonly nowMs: number;
}

/** After a queue was lost, every spreadsheet that may be read is looked at once. Answers how many were queued. */
export async function sweepEverything({ store, queue, nowMs }: SweepDeps): Promise<number> {
  const links = (await store.listLinks()).filter(({ state }) => swept.has(state));
  await queue.send(
    links.map(({ spreadsheetId }) => ({
      spreadsheetId,
      priority: "CHANGE",
      noticedAtMs: nowMs,
      cause: `everything ${nowMs}`,
    })),
  );
  return links.length;
}

/** Safe to run twice at once: the cause makes both runs' jobs one. Answers how many were queued. */
export async function sweep({ store, queue, nowMs }: SweepDeps): Promise<number> {
  const [links, finished] = await Promise.all([store.listLinks(), listFinished(store)]);
  const run = Math.floor(nowMs / sameRunMs);
  const jobs = chooseSweep(links, finished, nowMs).map(
    (spreadsheetId): SyncJob => ({
      spreadsheetId,
      priority: "SWEEP",
      noticedAtMs: nowMs,
      cause: `sweep ${run}`,
    }),
  );
  await queue.send(jobs);
  return jobs.length;
}
