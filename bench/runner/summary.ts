/** Samples in three numbers. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summarize(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new Error("nothing was sampled");
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** Ratios of samples that were taken next to each other: what disturbs the machine disturbs both. */
export function summarizeRatios(samples: readonly number[], reference: readonly number[]): Summary {
  if (samples.length !== reference.length) throw new Error("a ratio needs a pair");
  return summarize(samples.map((sample, i) => sample / (reference[i] ?? Number.NaN)));
}
