import type { Log } from "../core/log.ts";

/** The schedules, in one process: what EventBridge does on AWS. */
export interface Clock {
  /** Runs now and then again `everyMs` after each end: one job never overlaps itself. */
  every(name: string, everyMs: number, job: () => Promise<unknown>): void;
  /** No further ticks; resolves when what runs has ended. */
  stop(): Promise<void>;
}

export function makeClock(log: Log): Clock {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function tick(name: string, everyMs: number, job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      log.error("clock.failed", { job: name, detail: error instanceof Error ? error.message.slice(0, 300) : "" });
    }
    if (!stopped) later(name, everyMs, everyMs, job);
  }

  function later(name: string, inMs: number, everyMs: number, job: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = tick(name, everyMs, job).finally(() => running.delete(run));
      running.add(run);
    }, inMs);
    timers.add(timer);
  }

  return {
    every: (name, everyMs, job) => later(name, 0, everyMs, job),
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
