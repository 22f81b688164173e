import { parseArgs } from "node:util";
import { runSteps } from "./run.ts";
import { shrink } from "./shrink.ts";
import { describe, makeSteps } from "./steps.ts";

/** npm run simulate -- --runs N --seed S [--steps 100] */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "100" },
  },
});
const [runs, first, length] = [Number(values.runs), Number(values.seed), Number(values.steps)];
const startMs = performance.now();
const totals = new Map<string, number>();
const shown = 3;
let failed = 0;
for (let seed = first; seed < first + runs; seed++) {
  const steps = makeSteps(seed, length);
  const { violations, counts } = await runSteps(seed, steps);
  for (const [what, count] of counts) totals.set(what, (totals.get(what) ?? 0) + count);
  if (violations.length === 0) continue;
  failed++;
  if (failed > shown) continue;
  const small = await shrink(seed, steps);
  process.stdout.write(`\nseed ${seed} fails; shrunk to ${small.steps.length} of ${length} steps:\n`);
  for (const step of small.steps) process.stdout.write(`  ${describe(step)}\n`);
  for (const violation of small.violations.slice(0, 8)) process.stdout.write(`  -> ${violation}\n`);
  process.stdout.write(`  pin: ${JSON.stringify({ seed, steps: small.steps })}\n`);
}
for (const [what, count] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(`${String(count).padStart(9)}  ${what}\n`);
const seconds = (performance.now() - startMs) / 1000;
process.stdout.write(
  `${runs} runs of ${length} steps in ${seconds.toFixed(1)} s, seeds ${first} to ${first + runs - 1}\n`,
);
process.stdout.write(`${runs - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
