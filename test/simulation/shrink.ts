import { runSteps } from "./run.ts";
import type { Step } from "./steps.ts";

export interface Shrunk {
  readonly steps: readonly Step[];
  readonly violations: readonly string[];
}

/** Leaves out steps, first many at a time, then interruptions, as long as the run still fails in the same way. */
export async function shrink(seed: number, steps: readonly Step[]): Promise<Shrunk> {
  let best: Shrunk = { steps, violations: (await runSteps(seed, steps)).violations };
  const kind = (violations: readonly string[]) => (violations[0] ?? "").replace(/[^a-zA-Z ]+/g, "").slice(0, 14);
  const wanted = kind(best.violations);
  const attempt = async (candidate: readonly Step[]) => {
    const { violations } = await runSteps(seed, candidate);
    if (violations.length === 0 || kind(violations) !== wanted) return false;
    best = { steps: candidate, violations };
    return true;
  };
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.steps.length; ) {
      const kept = await attempt([...best.steps.slice(0, at), ...best.steps.slice(at + size)]);
      if (!kept) at += size;
    }
  }
  for (let at = 0; at < best.steps.length; at++) {
    for (let i = (best.steps[at]?.during?.length ?? 0) - 1; i >= 0; i--) {
      const step = best.steps[at];
      if (step?.during === undefined) continue;
      const lighter = { ...step, during: step.during.filter((_, index) => index !== i) };
      await attempt(best.steps.map((each, index) => (index === at ? lighter : each)));
    }
  }
  return best;
}
