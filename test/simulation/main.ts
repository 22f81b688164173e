import { parseArgs } from "node:util";
import { tryBreakages } from "./breakages.ts";
import { type RunReport, runSteps } from "./run.ts";
import { show } from "./show.ts";
import { shrink } from "./shrink.ts";
import { describe, makeSteps, type Step } from "./steps.ts";

/**
 * npm run simulate -- --runs N --seed S [--steps 100]: N random worlds, seeds S to S+N-1.
 * npm run simulate -- --breakages [--runs 200] [--only verify]: the same with deliberate mistakes in the engine, each of which must be noticed.
 * npm run simulate -- --pin JSON: one run as a failure printed it, with everything that happens in it.
 */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "100" },
    pin: { type: "string" },
    breakages: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    brief: { type: "boolean", default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const shownFailures = values.brief ? 0 : 3;

const [runs, seed] = [Number(values.runs), Number(values.seed)];

if (values.breakages) process.exitCode = (await tryBreakages({ runs, seed, only: values.only }, say)) ? 0 : 1;
else if (values.pin === undefined) await many(runs, seed, Number(values.steps));
else await one(JSON.parse(values.pin));

async function many(runs: number, first: number, length: number): Promise<void> {
  const startMs = performance.now();
  const totals = new Map<string, number>();
  let failed = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const steps = makeSteps(seed, length);
    const { violations, counts } = await runSteps(seed, steps);
    for (const [what, count] of counts) totals.set(what, (totals.get(what) ?? 0) + count);
    if (process.stderr.isTTY && seed % 50 === 0) process.stderr.write(`\r${seed - first + 1} of ${runs}`);
    if (violations.length === 0) continue;
    failed++;
    if (failed <= shownFailures) await explain(seed, steps);
    else say(`seed ${seed} fails: ${violations[0]}`);
  }
  for (const [what, count] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1)))
    say(`${String(count).padStart(9)}  ${what}`);
  const seconds = (performance.now() - startMs) / 1000;
  say(`${runs} runs of ${length} steps in ${seconds.toFixed(1)} s, seeds ${first} to ${first + runs - 1}`);
  finish(runs - failed, failed);
}

async function explain(seed: number, steps: readonly Step[]): Promise<void> {
  const small = await shrink(seed, steps);
  say(`\nseed ${seed} fails; shrunk to ${small.steps.length} of ${steps.length} steps:`);
  for (const step of small.steps) say(`  ${describe(step)}`);
  for (const violation of small.violations.slice(0, 8)) say(`  -> ${violation}`);
  say(`  pin: ${JSON.stringify({ seed, steps: small.steps })}`);
}

async function one({ seed, steps }: { readonly seed: number; readonly steps: readonly Step[] }): Promise<void> {
  const { violations }: RunReport = await runSteps(seed, steps, (line, world) => {
    say(line);
    for (const row of show(world)) say(`        ${row}`);
  });
  for (const violation of violations) say(`-> ${violation}`);
  finish(violations.length === 0 ? 1 : 0, violations.length === 0 ? 0 : 1);
}

function finish(passed: number, failed: number): void {
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
