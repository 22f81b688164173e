import { expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import { getFinished } from "../../core/sync/finished.ts";
import type { SyncJob } from "../../core/sync/job.ts";
import { type Delivery, workOff } from "../../core/sync/work-off.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aSync, aWorld, recordingLog } from "./machine.ts";

function aMachine(act?: Parameters<typeof aSync>[0]) {
  const world = aWorld();
  const store = makeMemoryStore();
  const { sync, passes } = aSync(act);
  const asked: string[] = [];
  const log = recordingLog();
  let remaining = 180_000;
  const deps = {
    store,
    world,
    log: log.log,
    sync: async (priority: string) => {
      asked.push(priority);
      return sync;
    },
    remainingMs: () => remaining,
  };
  const leave = (ms: number) => {
    remaining = ms;
  };
  return { world, store, passes, asked, log, leave, work: (...batch: Delivery[]) => workOff(deps, batch) };
}

let count = 0;
function aDelivery(spreadsheetId: string, patch: Partial<SyncJob> = {}, receives = 1): Delivery {
  const job: SyncJob = { spreadsheetId, priority: "CHANGE", noticedAtMs: 1_000, cause: "test", ...patch };
  return { id: `m${++count}`, group: spreadsheetId, body: JSON.stringify(job), receives };
}

it("[Q14] several messages about one spreadsheet are one pass, as urgent as the most urgent", async () => {
  const { work, passes, asked } = aMachine();
  const notDone = await work(
    aDelivery("s1", { priority: "SWEEP" }),
    aDelivery("s2", { priority: "SWEEP" }),
    aDelivery("s1", { priority: "INTERACTIVE" }),
  );
  expect(notDone).toEqual([]);
  expect(passes.sort()).toEqual(["s1", "s2"]);
  expect(asked.sort()).toEqual(["INTERACTIVE", "SWEEP"]);
});

it("[Q15] a job that a newer pass has seen costs no request; one noticed later does", async () => {
  const { work, passes, world } = aMachine();
  const noticedAtMs = world.nowMs();
  world.pass(5_000);
  await work(aDelivery("s1", { noticedAtMs }));
  await work(aDelivery("s1", { noticedAtMs }));
  expect(passes).toEqual(["s1"]);
  world.pass(5_000);
  await work(aDelivery("s1", { noticedAtMs: world.nowMs() }));
  expect(passes).toEqual(["s1", "s1"]);
});

it("[Q15] a pass that failed has seen nothing", async () => {
  let fails = true;
  const { work, passes, world } = aMachine(async () => {
    if (fails) throw new Error("a bug");
    return "DONE";
  });
  const noticedAtMs = world.nowMs();
  world.pass(5_000);
  expect(await work(aDelivery("s1", { noticedAtMs }))).toHaveLength(1);
  fails = false;
  expect(await work(aDelivery("s1", { noticedAtMs }, 2))).toEqual([]);
  expect(passes).toEqual(["s1", "s1"]);
});

it("[Q16] of a batch with a poisoned message only that one is answered as failed, by its id", async () => {
  const { work, passes, log } = aMachine();
  const poison: Delivery = { id: "poison", group: "s9", body: "{", receives: 1 };
  const forged: Delivery = { ...aDelivery("s8"), id: "forged", group: "s7" };
  const notDone = await work(aDelivery("s1"), poison, forged, aDelivery("s2"));
  expect(notDone.map(({ id }) => id).sort()).toEqual(["forged", "poison"]);
  expect(passes.sort()).toEqual(["s1", "s2"]);
  expect(log.events("job.unreadable").map(({ id }) => id)).toEqual(["poison", "forged"]);
});

it("[Q16] a failed pass fails all messages of its spreadsheet and none of another", async () => {
  const { work } = aMachine(async (id) => {
    if (id === "s1") throw new AppError("google.unavailable", "503");
    return "DONE";
  });
  const [first, second, other] = [aDelivery("s1"), aDelivery("s1"), aDelivery("s2")];
  const notDone = await work(first, other, second);
  expect(notDone.map(({ id }) => id)).toEqual([first.id, second.id]);
});

it("[Q17] the pause before a retry grows with every try, never beyond 15 minutes, and differs between messages", async () => {
  const { work } = aMachine(async () => {
    throw new AppError("lease.held", "busy");
  });
  const pauses: number[] = [];
  for (let receives = 1; receives <= 12; receives++) {
    const [notDone] = await work(aDelivery("s1", {}, receives));
    pauses.push(notDone?.retryInMs ?? 0);
  }
  pauses.forEach((pause, i) => {
    const longest = Math.min(900_000, 10_000 * 2 ** i);
    expect(pause).toBeGreaterThanOrEqual(longest / 2);
    expect(pause).toBeLessThanOrEqual(longest);
  });
  expect(new Set(pauses).size).toBe(pauses.length);
});

it("[Q18] no pass begins when there is not time enough to end it", async () => {
  const { work, passes, leave } = aMachine();
  leave(30_000);
  const delivery = aDelivery("s1");
  expect(await work(delivery)).toEqual([{ id: delivery.id, retryInMs: 0 }]);
  expect(passes).toEqual([]);
});

it("[Q19] a sweep that the quota refuses is dropped: it comes round again; a change is tried again", async () => {
  const { work, store } = aMachine(async () => {
    throw new AppError("google.quota", "no read");
  });
  const change = aDelivery("s2");
  const notDone = await work(aDelivery("s1", { priority: "SWEEP" }), change);
  expect(notDone.map(({ id }) => id)).toEqual([change.id]);
  expect(await getFinished(store, "s1")).toBeNull();
});

it("[Q19] what mends itself is told to a person only from the third try on; a bug at once", async () => {
  let error: Error = new AppError("google.unavailable", "503");
  const { work, log } = aMachine(async () => {
    throw error;
  });
  for (const receives of [1, 2, 3]) await work(aDelivery("s1", {}, receives));
  error = new TypeError("x is not a function");
  await work(aDelivery("s1"));
  expect(log.lines.map(({ level, event, code }) => [level, event, code])).toEqual([
    ["info", "job.deferred", "google.unavailable"],
    ["info", "job.deferred", "google.unavailable"],
    ["error", "job.failed", "google.unavailable"],
    ["error", "job.failed", "bug"],
  ]);
});

it("[Q19] a spreadsheet that is linked to no unit any more is done with", async () => {
  const { work, log } = aMachine(async () => {
    throw new AppError("spreadsheet.notLinked", "gone");
  });
  expect(await work(aDelivery("s1"))).toEqual([]);
  expect(log.lines.map(({ event, outcome }) => [event, outcome])).toEqual([["job.done", "spreadsheet.notLinked"]]);
});

it("[Q19] one line a pass says how it ended, how long it took and how long it was waited for", async () => {
  const { work, log, world } = aMachine(async () => {
    world.pass(700);
    return "BRAKED";
  });
  await work(aDelivery("s1", { noticedAtMs: world.nowMs() - 4_300 }));
  expect(log.lines).toEqual([
    {
      level: "info",
      event: "job.done",
      spreadsheetId: "s1",
      outcome: "BRAKED",
      priority: "CHANGE",
      ms: 700,
      ageMs: 5_000,
    },
  ]);
});
