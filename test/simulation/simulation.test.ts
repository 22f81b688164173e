import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breakages, placeOf } from "./breakages.ts";
import { runSteps } from "./run.ts";
import { makeSteps, type Step } from "./steps.ts";

interface Pin {
  readonly seed: number;
  readonly steps: readonly Step[];
}

const pinned: readonly Pin[] = JSON.parse(readFileSync("test/simulation/pinned.json", "utf8"));
const runs = 30;
/** Other work may share the machine. */
const timeoutMs = 240_000;
const firstSeed = 7_001;

describe("the sync, simulated", () => {
  it.each(pinned)("[X1] a run that once failed, seed $seed", async ({ seed, steps }) => {
    expect((await runSteps(seed, steps)).violations).toEqual([]);
  });

  it(
    `[X1] [X2] [X3] [X4] [X5] ${runs} worlds of 100 steps from seed ${firstSeed}`,
    async () => {
      const failed: Record<string, readonly string[]> = {};
      const seen = new Set<string>();
      for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
        const { violations, counts } = await runSteps(seed, makeSteps(seed, 100));
        if (violations.length > 0) failed[`npm run simulate -- --runs 1 --seed ${seed}`] = violations;
        for (const what of counts.keys()) seen.add(what.split(" ")[0] ?? "");
      }

      expect(failed).toEqual({});
      expect([...seen].sort()).toEqual(
        expect.arrayContaining(["api", "brake", "clerk", "conflicts", "fault", "pass", "release", "unshare"]),
      );
    },
    timeoutMs,
  );

  it("[X1] a run is the same every time it is run", async () => {
    const steps = makeSteps(firstSeed, 60);
    const [first, second] = [await runSteps(firstSeed, steps), await runSteps(firstSeed, steps)];

    expect(second.counts).toEqual(first.counts);
  });

  it.each(breakages)("[X6] the place of a deliberate mistake is there: $name", async (breakage) => {
    expect(placeOf(breakage)).toBeGreaterThanOrEqual(0);
  });
});
