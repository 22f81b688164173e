import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

/** The machine in words: figures of another one are not to be compared with these, ratios may be. */
export function machineText(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${model}), ${memoryGb} GB, ${platform()} ${release()}, Node ${process.version}`;
}

/** Runnable processes per core over the last minute. */
export function loadPerCore(): number {
  return (loadavg()[0] ?? 0) / availableParallelism();
}

/** Above this, others were working on the machine too: this process alone keeps one core busy. */
export const noisyLoadPerCore = 1;
