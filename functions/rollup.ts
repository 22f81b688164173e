import type { RunReport } from "../core/rollup/rollup.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** Clock -> count again what changed. */
export async function handleRollup({ rollups }: Wiring): Promise<RunReport> {
  return (await rollups()).run();
}

export const handler = () => handleRollup(wiring());
