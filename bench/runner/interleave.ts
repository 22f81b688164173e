import type { Progress } from "./progress.ts";
import { type Summary, summarize, summarizeRatios } from "./summary.ts";

/** Contestants in one process, sampled in turn, so that what disturbs the machine disturbs all of them alike. */

export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

export interface InterleaveOptions {
  /** Name of the contestant that the others are divided by. */
  readonly reference: string;
  readonly rounds?: number;
  /** How long one sample lasts at least; a fast contestant is called many times in it. */
  readonly sampleMs?: number;
  readonly progress: Progress;
}

/** Of one call. CPU time counts all threads of the process: garbage collection and compilation are part of the price. */
export interface Timed {
  readonly name: string;
  readonly cpuMs: Summary;
  readonly wallMs: Summary;
  /** CPU time, pair by pair. */
  readonly ratio: Summary;
}

interface Sample {
  readonly cpuMs: number;
  readonly wallMs: number;
}

export async function interleave(
  contestants: readonly Contestant[],
  { reference, rounds = 9, sampleMs = 120, progress }: InterleaveOptions,
): Promise<readonly Timed[]> {
  const calls = new Map<string, number>();
  for (const { name, run } of contestants) {
    // Twice: the first time is before the optimising compiler has done its work.
    await callsWithin(run, sampleMs * 3);
    calls.set(name, await callsWithin(run, sampleMs));
  }
  const samples = new Map<string, Sample[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    progress(`round ${round + 1} of ${rounds}`);
    for (let i = 0; i < contestants.length; i++) {
      const contestant = contestants[(i + round) % contestants.length];
      if (contestant === undefined) continue;
      samples.get(contestant.name)?.push(await sample(contestant.run, calls.get(contestant.name) ?? 1));
    }
  }
  const of = (name: string, by: keyof Sample) => (samples.get(name) ?? []).map((one) => one[by]);
  return contestants.map(({ name }) => ({
    name,
    cpuMs: summarize(of(name, "cpuMs")),
    wallMs: summarize(of(name, "wallMs")),
    ratio: summarizeRatios(of(name, "cpuMs"), of(reference, "cpuMs")),
  }));
}

async function callsWithin(run: () => unknown, ms: number): Promise<number> {
  const startMs = performance.now();
  let calls = 0;
  do {
    await run();
    calls++;
  } while (performance.now() - startMs < ms);
  return calls;
}

async function sample(run: () => unknown, calls: number): Promise<Sample> {
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  for (let i = 0; i < calls; i++) await run();
  const wallMs = performance.now() - startMs;
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / calls, wallMs: wallMs / calls };
}
