import { expect, it } from "vitest";
import { AppError } from "../../core/errors.ts";
import type { Drive } from "../../core/sheet/drive.ts";
import { makeChanges } from "../../core/sync/changes.ts";
import { decide, inTurns } from "../../core/sync/decide.ts";
import { isWorthAPass, leftBehind, putFinished, waitingItems } from "../../core/sync/finished.ts";
import { aLink, anItem, put } from "../contract/store-builders.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aDrive, aWorld, counted, link, recordingLog, recordingQueue } from "./machine.ts";

function aMachine(accounts: readonly string[] = ["one"]) {
  const world = aWorld();
  const { store, calls } = counted(makeMemoryStore());
  const drives = new Map(accounts.map((name) => [name, aDrive()]));
  const queue = recordingQueue();
  const log = recordingLog();
  const driveOf = (name: string) => drives.get(name) ?? aDrive();
  const drive = async (name: string): Promise<Drive> => driveOf(name).drive;
  const changes = () => makeChanges({ store, drive, accounts, queue: queue.queue, world, log: log.log });
  return { world, store, calls, driveOf, queue, log, changes };
}

const ids = (jobs: readonly { spreadsheetId: string }[]) => jobs.map(({ spreadsheetId }) => spreadsheetId);

/** An item whose sheet does not show it yet. */
const dirtyItem = (code: string, spreadsheetId: string) =>
  anItem(code, {
    ahead: { description: "旧文" },
    row: { spreadsheetId, tabId: 0, presence: "PRESENT", missingSince: null },
  });

it("[Q1] a quiet poll costs one request to Drive and one query of the store", async () => {
  const { changes, calls, driveOf, store } = aMachine();
  await link(store, "sheet-1");
  const poll = changes();
  await poll.notice();
  calls.length = 0;
  driveOf("one").requests.length = 0;
  expect(await poll.notice()).toEqual({ jobs: 0, suspended: 0 });
  expect(driveOf("one").requests).toEqual(["listChanges 0"]);
  expect(calls).toEqual(["listDirtySpreadsheets"]);
});

it("[Q2] the page token moves on only after the jobs are queued", async () => {
  const { changes, driveOf, queue, store } = aMachine();
  await link(store, "sheet-1");
  const poll = changes();
  await poll.notice();
  driveOf("one").change("sheet-1");
  queue.fail(true);
  await expect(poll.notice()).rejects.toThrow("the queue is down");
  queue.fail(false);
  // Another process, which knows only what is in the store.
  expect(await changes().notice()).toEqual({ jobs: 1, suspended: 0 });
  expect(ids(queue.take())).toEqual(["sheet-1"]);
  expect(await changes().notice()).toEqual({ jobs: 0, suspended: 0 });
});

it("[Q3] changes on both sides of a spreadsheet, seen by two accounts, become one job", async () => {
  const { changes, driveOf, queue, store } = aMachine(["one", "two"]);
  await link(store, "sheet-1");
  const poll = changes();
  await poll.notice();
  driveOf("one").change("sheet-1", "sheet-1");
  driveOf("one").change("sheet-1");
  driveOf("two").change("sheet-1");
  await put(store, dirtyItem("P0000000000001", "sheet-1"));
  await poll.notice();
  expect(ids(queue.take())).toEqual(["sheet-1"]);
});

it("[Q3] what two processes notice at the same token has the same cause", async () => {
  const { changes, driveOf, queue, store } = aMachine();
  await link(store, "sheet-1");
  const [clock, doorbell] = [changes(), changes()];
  await clock.notice();
  await doorbell.notice(["one"]);
  driveOf("one").change("sheet-1");
  await clock.notice();
  await doorbell.notice(["one"]);
  const [first, second, ...rest] = queue.take();
  expect(rest).toEqual([]);
  expect(second?.cause).toBe(first?.cause);
});

it("[Q4] files that are linked to no unit, paused and quarantined ones make no job", async () => {
  const { changes, driveOf, queue, store } = aMachine();
  await link(store, "paused", { state: "PAUSED" });
  await link(store, "quarantined", { state: "QUARANTINED" });
  await link(store, "braked", { state: "BRAKED" });
  await link(store, "suspended", { state: "UNREACHABLE" });
  const poll = changes();
  await poll.notice();
  driveOf("one").change("stranger", "paused", "quarantined", "braked", "suspended");
  for (const [i, id] of ["paused", "quarantined", "braked"].entries())
    await put(store, dirtyItem(`P000000000000${i}`, id));
  await poll.notice();
  expect(ids(queue.take())).toEqual(["braked", "suspended"]);
});

it("[Q5] a file that is gone suspends its spreadsheet and touches none of its items", async () => {
  const { changes, driveOf, queue, store, calls } = aMachine();
  await link(store, "sheet-1");
  const item = await put(store, anItem("P0000000000001"));
  const poll = changes();
  await poll.notice();
  driveOf("one").lose("sheet-1", "stranger");
  calls.length = 0;
  expect(await poll.notice()).toEqual({ jobs: 0, suspended: 1 });
  expect(queue.take()).toEqual([]);
  expect(calls.filter((name) => name.startsWith("put"))).toEqual(["putLink", "putRecord"]);
  expect((await store.getLink("sheet-1"))?.state).toBe("UNREACHABLE");
  expect((await store.getItems([item.code], "STRONG")).get(item.code)).toEqual(item);
});

it.each(["PAUSED", "QUARANTINED"] as const)(
  "[Q5] what was %s when its file went is so still when it is back",
  async (state) => {
    const { changes, driveOf, store } = aMachine();
    await link(store, "sheet-1", { state, reason: "有人停的" });
    const poll = changes();
    await poll.notice();
    driveOf("one").lose("sheet-1", "stranger");
    expect(await poll.notice()).toEqual({ jobs: 0, suspended: 0 });
    expect(await store.getLink("sheet-1")).toMatchObject({ state, reason: "有人停的" });
  },
);

it("[Q5] only the account a spreadsheet is shared with can lose it", async () => {
  const { changes, driveOf, store } = aMachine(["one", "two"]);
  await link(store, "sheet-1");
  await store.putRecord({ partition: "sheet-account", key: "sheet-1", value: "two", expiresAt: null }, "ANY");
  const poll = changes();
  await poll.notice();
  driveOf("one").lose("sheet-1");
  await poll.notice();
  expect((await store.getLink("sheet-1"))?.state).toBe("ACTIVE");
  driveOf("two").lose("sheet-1");
  await poll.notice();
  expect((await store.getLink("sheet-1"))?.state).toBe("UNREACHABLE");
});

it("[Q6] no bureau waits behind all the spreadsheets of another", () => {
  const job = (spreadsheetId: string) => ({ spreadsheetId, priority: "CHANGE" as const, noticedAtMs: 0, cause: "x" });
  const links = new Map(
    ["a1", "a2", "a3", "b1", "c1", "c2"].map((id) => [id, { ...aLink(id), unit: id.slice(0, 1) }] as const),
  );
  const turns = inTurns(["a1", "a2", "a3", "b1", "c1", "c2"].map(job), links);
  expect(ids(turns)).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
});

it("[Q6] accounts take turns, because each has a quota of its own", () => {
  const answer = (account: string, ...changed: string[]) => ({ account, from: "1", next: "2", changed, gone: [] });
  const { jobs } = decide({
    answers: [answer("one", "a1", "a2", "a3"), answer("two", "b1"), answer("three", "c1", "c2")],
    dirty: [],
    links: new Map(["a1", "a2", "a3", "b1", "c1", "c2"].map((id) => [id, { ...aLink(id), unit: id }] as const)),
    nowMs: 0,
  });
  expect(ids(jobs)).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
});

it("[Q7] an item for which the last pass found no row is not tried again until it changes", async () => {
  const { changes, queue, store } = aMachine();
  await link(store, "sheet-1");
  const waiting = dirtyItem("P0000000000001", "sheet-1");
  const item = await put(store, {
    ...waiting,
    row: { spreadsheetId: "sheet-1", tabId: 0, presence: "PENDING", missingSince: null },
  });
  const before = await waitingItems(store, "sheet-1");
  const left = leftBehind(before, before);
  await putFinished(store, "sheet-1", { startedAtMs: 1, outcome: "NOTHING", left });
  const poll = changes();
  await poll.notice();
  expect(queue.take()).toEqual([]);
  await put(store, { ...item, version: item.version + 1, revision: item.revision + 1 });
  await poll.notice();
  expect(ids(queue.take())).toEqual(["sheet-1"]);
});

it("[Q7] what changed while the pass ran, and what a pass can always act on, is worth another pass", () => {
  const seen = { rowless: ["P1:1"], others: false };
  expect(leftBehind(seen, { rowless: ["P1:1", "P2:1"], others: false })).toBe(leftBehind(seen, seen));
  expect(isWorthAPass({ rowless: ["P1:1", "P2:1"], others: false }, leftBehind(seen, seen))).toBe(true);
  expect(isWorthAPass(seen, leftBehind(seen, seen))).toBe(false);
  expect(isWorthAPass({ rowless: ["P1:1"], others: true }, leftBehind(seen, seen))).toBe(true);
});

it("[Q33] while a job waits to begin, a change in the store queues no second one; afterwards it does", async () => {
  const { changes, queue, store, world } = aMachine();
  await link(store, "sheet-1");
  await put(store, dirtyItem("P0000000000001", "sheet-1"));
  const poll = changes();
  const jobsAfter = async (ms: number) => {
    world.pass(ms);
    await poll.notice();
    return queue.take().length;
  };
  expect([await jobsAfter(0), await jobsAfter(60_000), await jobsAfter(60_000)]).toEqual([1, 0, 0]);
  await putFinished(store, "sheet-1", { startedAtMs: world.nowMs(), outcome: "FAILED", left: null });
  expect([await jobsAfter(60_000), await jobsAfter(60_000)]).toEqual([1, 0]);
  expect(await jobsAfter(30 * 60_000)).toBe(1);
});

it("[Q8] a page token that Drive refuses is replaced by a fresh one, and an error is logged", async () => {
  const { changes, driveOf, log, store, queue } = aMachine();
  await link(store, "sheet-1");
  const poll = changes();
  await poll.notice();
  driveOf("one").change("sheet-1");
  driveOf("one").fail(new AppError("spreadsheet.rejected", "400"));
  await poll.notice();
  expect(log.events("drive.tokenRefused")).toEqual([{ level: "error", event: "drive.tokenRefused", account: "one" }]);
  driveOf("one").fail(null);
  driveOf("one").change("sheet-1");
  await changes().notice();
  expect(ids(queue.take())).toEqual(["sheet-1"]);
});

it("[Q9] an account that fails does not keep the others waiting, and the failure is not swallowed", async () => {
  const { changes, driveOf, queue, store } = aMachine(["one", "two"]);
  await link(store, "sheet-1");
  await link(store, "sheet-2");
  const poll = changes();
  await poll.notice();
  driveOf("one").change("sheet-1");
  driveOf("two").change("sheet-2");
  driveOf("one").fail(new AppError("google.unavailable", "503"));
  await expect(poll.notice()).rejects.toThrow("google.unavailable");
  expect(ids(queue.take())).toEqual(["sheet-2"]);
  driveOf("one").fail(null);
  await poll.notice();
  expect(ids(queue.take())).toEqual(["sheet-1"]);
});

it("[Q5] a file that one account lost and another still sees is not suspended", () => {
  const answer = { from: "1", next: "2" };
  const decision = decide({
    answers: [
      { ...answer, account: "one", changed: [], gone: ["sheet-1"] },
      { ...answer, account: "two", changed: ["sheet-1"], gone: [] },
    ],
    dirty: [],
    links: new Map([["sheet-1", aLink("sheet-1")]]),
    nowMs: 5,
  });
  expect(decision).toEqual({
    jobs: [{ spreadsheetId: "sheet-1", priority: "CHANGE", noticedAtMs: 5, cause: "two 1" }],
    suspend: [],
  });
});
