import { type Figures, figureOf } from "./fold.ts";
import type { Rolled, Rollups } from "./rollup.ts";

/**
 * Who had not reported by a past day, as that day's figures tell: going down only where somebody is missing.
 * @param day ISO date. @returns codes, in the order of paths.
 */
export async function missingAt(
  { rollupOf, childrenOf }: Pick<Rollups, "rollupOf" | "childrenOf">,
  unit: string,
  day: string,
): Promise<readonly string[]> {
  const missing: Rolled[] = [];
  const descend = async (rolled: Rolled): Promise<void> => {
    if (missingIn(rolled.total) === 0) return;
    const ownMissing = rolled.own === null ? 0 : missingIn(rolled.own);
    if (ownMissing > 0) missing.push(rolled);
    if (missingIn(rolled.total) === ownMissing) return;
    // One unit after the other: each reads the days of all units below it at once.
    for (const child of await childrenOf(rolled.unit, day)) await descend(child);
  };
  const top = await rollupOf(unit, day);
  if (top !== null) await descend(top);
  return missing.sort((a, b) => (a.path < b.path ? -1 : 1)).map((rolled) => rolled.unit);
}

function missingIn(figures: Figures): number {
  return (figureOf(figures, "UNITS_EXPECTED").value ?? 0) - (figureOf(figures, "UNITS_REPORTED").value ?? 0);
}
