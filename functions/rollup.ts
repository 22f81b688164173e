import type { RunReport } from "../core/rollup/run.ts";
import type { SummariesWritten } from "../core/rollup/write-summary.ts";
import { type Wiring, wiring } from "./wiring.ts";

export interface RollupAnswer extends RunReport {
  readonly summaries: SummariesWritten;
}

/** Clock -> count again what changed -> show it in the spreadsheets of those who want it. */
export async function handleRollup({ store, world, log, rollups: load, grids }: Wiring): Promise<RollupAnswer> {
  const rollups = await load();
  const report = await rollups.run();
  const { writeSummaries } = await import("../core/rollup/write-summary.ts");
  return { ...report, summaries: await writeSummaries({ store, world, log, rollups, grids }) };
}

export const handler = () => handleRollup(wiring());
