import { expect, it } from "vitest";
import { type Finished, putFinished } from "../../core/sync/finished.ts";
import { chooseSweep, sweep, sweepEverything, sweepWithinMs } from "../../core/sync/sweep.ts";
import { aLink } from "../contract/store-builders.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aWorld, link, recordingQueue } from "./machine.ts";

const minuteMs = 60_000;

/** A day of sweeps alone; the longest time between two looks at one spreadsheet, and the most in one run. */
function sweepForADay(count: number, lastSeenMs: (i: number) => number) {
  const links = Array.from({ length: count }, (_, i) => aLink(`s${i}`));
  const startMs = Date.parse("2023-11-01T00:00:00Z");
  const seen = new Map<string, Finished>();
  const look = (id: string, startedAtMs: number) => seen.set(id, { startedAtMs, outcome: "NOTHING", left: null });
  for (const [i, { spreadsheetId }] of links.entries()) look(spreadsheetId, startMs - lastSeenMs(i));
  let [longestMs, most, looks] = [0, 0, 0];
  for (let nowMs = startMs; nowMs < startMs + 24 * 60 * minuteMs; nowMs += 5 * minuteMs) {
    const chosen = chooseSweep(links, seen, nowMs);
    most = Math.max(most, chosen.length);
    looks += chosen.length;
    for (const id of chosen) {
      longestMs = Math.max(longestMs, nowMs - (seen.get(id)?.startedAtMs ?? 0));
      look(id, nowMs);
    }
  }
  const unseenMs = Math.max(...[...seen.values()].map(({ startedAtMs }) => startMs + 24 * 60 * minuteMs - startedAtMs));
  return { longestMs: Math.max(longestMs, unseenMs), most, looksEach: looks / count };
}

/** What is chosen must still wait for the queue. */
const inTimeMs = sweepWithinMs - 30 * minuteMs;

it.each([10, 150, 2500])("[Q20] %i spreadsheets that nobody touches are each looked at in time, evenly", (count) => {
  const { longestMs, most, looksEach } = sweepForADay(count, (i) => (i / count) * 300 * minuteMs);
  expect(longestMs).toBeLessThanOrEqual(inTimeMs);
  expect(looksEach).toBeLessThanOrEqual(8);
  // 42 in 5 minutes are 8.4 reads a minute of Google's 300.
  expect(most).toBeLessThanOrEqual(42);
});

it.each([10, 150, 2500])(
  "[Q20] %i spreadsheets that all had their last pass in one rush are each looked at in time",
  (count) => {
    expect(sweepForADay(count, () => 0).longestMs).toBeLessThanOrEqual(inTimeMs);
  },
);

it("[Q20] a spreadsheet that had a pass lately, or that a person stopped, is left out; the longest unseen come first", () => {
  const nowMs = 10 * 3_600_000;
  const hoursAgo = (hours: number) => ({ startedAtMs: nowMs - hours * 3_600_000, outcome: "DONE", left: null });
  const links = [
    aLink("lately"),
    aLink("seven"),
    aLink("never"),
    aLink("nine"),
    { ...aLink("paused"), state: "PAUSED" as const },
    { ...aLink("quarantined"), state: "QUARANTINED" as const },
    { ...aLink("suspended"), state: "UNREACHABLE" as const },
  ];
  const finished = new Map([
    ["lately", hoursAgo(1)],
    ["seven", hoursAgo(7)],
    ["nine", hoursAgo(9)],
    ["suspended", hoursAgo(6)],
  ]);
  expect(chooseSweep(links, finished, nowMs)).toEqual(["never", "nine", "seven", "suspended"]);
});

it("[Q20] a released brake has its pass with the next sweep, however lately the spreadsheet was looked at", () => {
  const nowMs = 10 * 3_600_000;
  const links = [aLink("lately"), { ...aLink("released"), releasedPass: "p1" }];
  const finished = new Map(
    links.map(({ spreadsheetId }) => [spreadsheetId, { startedAtMs: nowMs - 60_000, outcome: "BRAKED", left: null }]),
  );
  expect(chooseSweep(links, finished, nowMs)).toEqual(["released"]);
});

it("[Q20] two sweeps at once queue jobs of the same cause", async () => {
  const store = makeMemoryStore();
  const queue = recordingQueue();
  const world = aWorld();
  await link(store, "s1");
  await putFinished(store, "s1", { startedAtMs: 7, outcome: "DONE", left: null });
  expect(await sweep({ store, queue: queue.queue, nowMs: world.nowMs() })).toBe(1);
  world.pass(100);
  expect(await sweep({ store, queue: queue.queue, nowMs: world.nowMs() })).toBe(1);
  const [first, second] = queue.take();
  expect({ ...first, cause: "" }).toEqual({
    spreadsheetId: "s1",
    priority: "SWEEP",
    noticedAtMs: world.nowMs() - 100,
    cause: "",
  });
  expect(second?.cause).toBe(first?.cause);
  // What the quota refused is queued anew by the next run, although the queue still remembers the cause of this one.
  world.pass(5 * minuteMs - 1_000);
  await sweep({ store, queue: queue.queue, nowMs: world.nowMs() });
  expect(queue.take()[0]?.cause).not.toBe(first?.cause);
});

it("[Q31] after a restart every spreadsheet that may be read is looked at once, however lately it had a pass", async () => {
  const store = makeMemoryStore();
  const queue = recordingQueue();
  const world = aWorld();
  await link(store, "s1");
  await link(store, "s2", { state: "PAUSED" });
  await putFinished(store, "s1", { startedAtMs: world.nowMs(), outcome: "DONE", left: null });
  expect(await sweepEverything({ store, queue: queue.queue, nowMs: world.nowMs() })).toBe(1);
  expect(queue.take().map(({ spreadsheetId, priority }) => [spreadsheetId, priority])).toEqual([["s1", "CHANGE"]]);
});
