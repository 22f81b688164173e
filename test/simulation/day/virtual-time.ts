import { setImmediate as turn } from "node:timers/promises";

/**
 * A clock that jumps from one event to the next. Code waits with `pause`; whatever really takes time (a client's
 * parsing, a stream) goes through `busy`, so that the clock stands still until it is done.
 */
export interface VirtualTime {
  nowMs(): number;
  pause(waitMs: number): Promise<void>;
  at(atMs: number, act: () => void): void;
  busy<T>(work: Promise<T>): Promise<T>;
  /** Lets everything happen up to that moment. */
  runUntil(endMs: number): Promise<void>;
}

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly act: () => void;
}

const before = (a: Event, b: Event) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

export function makeVirtualTime(startMs: number): VirtualTime {
  let nowMs = startMs;
  let order = 0;
  let running = 0;
  /** A binary heap, earliest first. */
  const heap: Event[] = [];

  function push(event: Event): void {
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || before(above, event)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = event;
  }

  function pop(): Event | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child++;
      const smaller = heap[child];
      if (smaller === undefined || before(last, smaller)) break;
      heap[at] = smaller;
      at = child;
    }
    heap[at] = last;
    return first;
  }

  /** Promises settle among themselves until all wait for the clock. */
  async function settle(): Promise<void> {
    do await turn();
    while (running > 0);
  }

  const time: VirtualTime = {
    nowMs: () => nowMs,
    pause: (waitMs) => new Promise((resolve) => time.at(nowMs + Math.max(0, waitMs), resolve)),
    at: (atMs, act) => push({ atMs: Math.max(atMs, nowMs), order: order++, act }),
    async busy(work) {
      running++;
      try {
        return await work;
      } finally {
        running--;
      }
    },
    async runUntil(endMs) {
      await settle();
      for (let next = heap[0]; next !== undefined && next.atMs <= endMs; next = heap[0]) {
        pop();
        nowMs = next.atMs;
        next.act();
        await settle();
      }
      nowMs = endMs;
    },
  };
  return time;
}
