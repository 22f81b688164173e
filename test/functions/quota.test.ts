import { expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import type { Sheet } from "../../core/sheet/sheet.ts";
import { type Priority, priorities } from "../../core/sync/job.ts";
import { makeQuota, type Quota } from "../../core/sync/quota.ts";
import { grant, laneSizes, parked, type QuotaState } from "../../core/sync/quota-bucket.ts";
import { withGridQuota, withQuota } from "../../core/sync/quota-sheet.ts";
import { failureOf } from "../contract/store-builders.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aWorld, recordingLog } from "./machine.ts";

/** Google's limits, requests a minute. */
const limits = { project: 300, account: 60 };

const most = (starts: readonly number[]) => {
  const sorted = [...starts].sort((a, b) => a - b);
  let worst = 0;
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) >= 60_000) from++;
    worst = Math.max(worst, to - from + 1);
  }
  return worst;
};

it.each([1, 2, 3, 4, 5])("[Q10] in no 60 s do more requests start than Google allows (seed %i)", (seed) => {
  const world = aWorld(seed);
  const accounts = ["a", "b", "c", "d", "e", "f", "g"];
  let state: QuotaState = {};
  const starts: { account: string; atMs: number }[] = [];
  for (let i = 0; i < 20_000; i++) {
    world.pass(world.random(seed % 2 === 0 ? 300 : 40));
    const account = accounts[world.random(seed === 1 ? 1 : accounts.length)] ?? "a";
    const priority = priorities[world.random(priorities.length)] ?? "CHANGE";
    const given = grant(state, account, priority, world.nowMs());
    if (!given.ok) continue;
    state = given.state;
    starts.push({ account, atMs: world.nowMs() + given.waitMs });
  }
  expect(starts.length).toBeGreaterThan(100);
  expect(most(starts.map(({ atMs }) => atMs))).toBeLessThanOrEqual(limits.project);
  for (const account of accounts) {
    const own = starts.filter((start) => start.account === account).map(({ atMs }) => atMs);
    expect(most(own)).toBeLessThanOrEqual(limits.account);
  }
});

it("[Q10] burst and refill of all lanes stay within 95 % of each limit", () => {
  for (const level of ["project", "account"] as const) {
    const lanes = Object.values(laneSizes[level]);
    const sum = lanes.reduce((total, { burst, perMinute }) => total + burst + perMinute, 0);
    expect(sum).toBeLessThanOrEqual(limits[level] * 0.95);
  }
});

/** Takes until the budget refuses; the state after. */
function exhaust(state: QuotaState, priority: Priority, nowMs: number): QuotaState {
  for (let current = state; ; ) {
    const given = grant(current, "a", priority, nowMs);
    if (!given.ok) return current;
    current = given.state;
  }
}

it("[Q11] a person does not wait behind changes, and the sweep goes on at a pace of its own", () => {
  const busy = exhaust({}, "CHANGE", 0);
  expect(grant(busy, "a", "INTERACTIVE", 0)).toMatchObject({ ok: true, waitMs: 0 });
  expect(grant(busy, "a", "SWEEP", 0)).toMatchObject({ ok: true, waitMs: 0 });
  const swept = exhaust(busy, "SWEEP", 0);
  expect(swept["account@a#changes"]).toEqual(busy["account@a#changes"]);
  expect(grant(exhaust({}, "SWEEP", 0), "a", "CHANGE", 0)).toMatchObject({ ok: true, waitMs: 0 });
});

it("[Q11] where nobody else is, the sweep takes half of what is free beyond its own lane, and no more", () => {
  const swept = exhaust({}, "SWEEP", 0);
  const { burst } = laneSizes.account.changes;
  expect(swept["account@a#changes"]?.tokens).toBe(burst / 2);
});

it("[Q11] a person who finds the people's lane empty uses the other one where it is free", () => {
  let state: QuotaState = {};
  const waits: number[] = [];
  const places = laneSizes.account.people.burst + laneSizes.account.changes.burst;
  for (let i = 0; i < places; i++) {
    const given = grant(state, "a", "INTERACTIVE", 0);
    waits.push(given.waitMs);
    if (given.ok) state = given.state;
  }
  expect(waits).toEqual(new Array(places).fill(0));
});

it("[Q12] after Google refuses, the account is quiet for a minute and then goes on at its usual pace", () => {
  const state = parked({}, "a", "account", 0);
  const first = grant(state, "a", "CHANGE", 0);
  expect(first.ok && first.waitMs).toBeGreaterThanOrEqual(60_000);
  const second = grant(first.ok ? first.state : state, "a", "CHANGE", 0);
  expect(second.waitMs - first.waitMs).toBeCloseTo(60_000 / laneSizes.account.changes.perMinute, -1);
  expect(grant(state, "b", "CHANGE", 0)).toMatchObject({ ok: true, waitMs: 0 });
});

function aQuota(seed = 1) {
  const world = aWorld(seed);
  const log = recordingLog();
  const waits: number[] = [];
  const pause = async (waitMs: number) => void waits.push(waitMs);
  const store = makeMemoryStore();
  const another = (): Quota => makeQuota({ store, world, log: log.log, pause });
  return { world, log, waits, store, another };
}

it("[Q13] workers that take at the same moment never take the same place", async () => {
  const { another, store } = aQuota();
  const workers = Array.from({ length: 6 }, another);
  await Promise.all(
    workers.flatMap((worker) => [worker.take("a", "read", "CHANGE"), worker.take("b", "read", "CHANGE")]),
  );
  const record = await store.getRecord("quota", "read");
  const state = JSON.parse(record?.value ?? "{}") as QuotaState;
  expect(state["project#changes"]?.tokens).toBe(laneSizes.project.changes.burst - 12);
  expect(state["account@a#changes"]?.tokens).toBe(laneSizes.account.changes.burst - 6);
});

it("[Q13] a worker whose memory is old asks the table before it refuses", async () => {
  const { another, world } = aQuota();
  const [first, second] = [another(), another()];
  await first.take("a", "read", "SWEEP");
  await first.park("a", "read", "account");
  world.pass(10 * 60_000);
  await second.take("a", "read", "CHANGE");
  await expect(first.take("a", "read", "SWEEP")).resolves.toBeUndefined();
});

it("[Q11] whoever would wait too long is told so, and the log says that the quota is near its end", async () => {
  const { another, log } = aQuota();
  const quota = another();
  await quota.park("a", "write", "account");
  expect(await failureOf(quota.take("a", "write", "INTERACTIVE"))).toBe("google.quota");
  expect(log.events("quota.low")).toHaveLength(2);
  const sweeps = [];
  for (let i = 0; i < 10; i++) sweeps.push(await failureOf(quota.take("a", "write", "SWEEP")));
  expect(sweeps).toContain("google.quota");
  expect(log.events("quota.low")).toHaveLength(2); // That the sweep waits worries nobody.
});

it("[Q12] Google's refusal parks the limit that Google names", async () => {
  const parkedAt: string[] = [];
  const quota: Quota = {
    take: async () => {},
    park: async (account, kind, level) => void parkedAt.push(`${account} ${kind} ${level}`),
  };
  const refusal = (quotaLimit: string) =>
    new AppError("google.quota", "429", {
      cause: { response: { data: { error: { details: [{ metadata: { quota_limit: quotaLimit } }] } } } },
    });
  let error = refusal("ReadRequestsPerMinutePerUser");
  const sheet = { read: () => Promise.reject(error) } as unknown as Sheet;
  const guarded = withQuota(sheet, quota, "a", "CHANGE");
  await expect(guarded.read("x")).rejects.toThrow("google.quota");
  error = refusal("ReadRequestsPerMinutePerProject");
  await expect(guarded.read("x")).rejects.toThrow("google.quota");
  const grids = withGridQuota({ writeGrids: () => Promise.reject(error) }, quota, "a", "CHANGE");
  await expect(grids.writeGrids("x", "stamp", async () => [])).rejects.toThrow("google.quota");
  error = refusal("WriteRequestsPerMinutePerUser");
  await expect(grids.writeGrids("x", "stamp", async () => [])).rejects.toThrow("google.quota");
  expect(parkedAt).toEqual(["a read account", "a read project", "a read project", "a write account"]);
});
