import { sweep, sweepEverything } from "../core/sync/sweep.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** Clock -> the spreadsheets nobody looked at for hours -> queue, at low priority. */
export async function handleSweep({ store, queue, world, log }: Wiring): Promise<{ readonly jobs: number }> {
  const jobs = await sweep({ store, queue: await queue(), nowMs: world.nowMs() });
  if (jobs > 0) log.info("sweep.queued", { jobs });
  return { jobs };
}

/** A local queue lives in memory: what it held when the process ended is found again by looking at everything. */
export async function handleRestart({ store, queue, world }: Wiring): Promise<{ readonly jobs: number }> {
  return { jobs: await sweepEverything({ store, queue: await queue(), nowMs: world.nowMs() }) };
}

export const handler = () => handleSweep(wiring());
