import type { SQSRecord } from "aws-lambda";
import { expect, it } from "vitest";
import type { SyncJob } from "../../core/sync/job.ts";
import { makeClock } from "../../local/clock.ts";
import { makeLocalQueue } from "../../local/queue.ts";
import { aWorld, recordingLog } from "./machine.ts";

function aMachine() {
  const world = aWorld();
  return { world, queue: makeLocalQueue({ world, visibilityMs: 60_000, maxReceives: 3 }) };
}

let causes = 0;
const job = (spreadsheetId: string, cause = `cause ${++causes}`): SyncJob => ({
  spreadsheetId,
  priority: "CHANGE",
  noticedAtMs: 0,
  cause,
});
const groups = (records: readonly SQSRecord[]) => records.map(({ attributes }) => attributes.MessageGroupId);
const done = { batchItemFailures: [] };

it("[Q24] a spreadsheet's messages come in order, and no more of them while one is out", async () => {
  const { queue } = aMachine();
  const [first, second, third] = [job("s1"), job("s1"), job("s1")];
  await queue.send([first, second, job("s2")]);
  const batch = queue.receive();
  expect(batch.map(({ body }) => JSON.parse(body).cause).slice(0, 2)).toEqual([first.cause, second.cause]);
  await queue.send([third, job("s3")]);
  expect(groups(queue.receive())).toEqual(["s3"]);
  queue.settle(batch, done);
  expect(groups(queue.receive())).toEqual(["s1"]);
});

it("[Q25] what is neither deleted nor put back comes again when its visibility ends, counted", async () => {
  const { queue, world } = aMachine();
  await queue.send([job("s1")]);
  queue.receive();
  world.pass(59_999);
  expect(queue.receive()).toEqual([]);
  world.pass(1);
  expect(queue.receive().map(({ attributes }) => attributes.ApproximateReceiveCount)).toEqual(["2"]);
});

it("[Q25] what is put back comes again after its own pause", async () => {
  const { queue, world } = aMachine();
  await queue.send([job("s1")]);
  const [record] = queue.receive();
  await queue.putBack(record?.receiptHandle ?? "", 5);
  expect(queue.receive()).toEqual([]);
  world.pass(5_000);
  expect(groups(queue.receive())).toEqual(["s1"]);
});

it("[Q26] a message that was received too often goes to the dead letters and frees its spreadsheet", async () => {
  const { queue, world } = aMachine();
  const [bad, good] = [job("s1"), job("s1")];
  await queue.send([bad]);
  for (let i = 0; i < 3; i++) {
    expect(queue.receive()).toHaveLength(1);
    world.pass(60_000);
  }
  await queue.send([good]);
  expect(queue.receive().map(({ body }) => JSON.parse(body).cause)).toEqual([good.cause]);
  expect(queue.deadLetters).toEqual([bad]);
});

it("[Q27] the same cause is taken once in 5 minutes", async () => {
  const { queue, world } = aMachine();
  await queue.send([job("s1", "poll 7"), job("s2", "poll 7")]);
  await queue.send([job("s1", "poll 7")]);
  expect(queue.size()).toBe(2);
  world.pass(5 * 60_000);
  await queue.send([job("s1", "poll 7")]);
  expect(queue.size()).toBe(3);
});

it("[Q28] a batch is at most 10 messages, and only its failures stay", async () => {
  const { queue } = aMachine();
  await queue.send(Array.from({ length: 12 }, (_, i) => job(`s${i}`)));
  const sizes: number[] = [];
  const handed = await queue.drain(async ({ Records }) => {
    sizes.push(Records.length);
    const failed = Records.filter(({ attributes }) => attributes.MessageGroupId === "s3");
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  expect({ handed, sizes, left: queue.size() }).toEqual({ handed: 12, sizes: [10, 2], left: 1 });
});

it("[Q28] a worker that dies fails its whole batch", async () => {
  const { queue, world } = aMachine();
  await queue.send([job("s1"), job("s2")]);
  await queue.drain(() => Promise.reject(new Error("killed")));
  expect(queue.size()).toBe(2);
  world.pass(60_000);
  await queue.drain(async () => done);
  expect(queue.size()).toBe(0);
});

it("[Q29] a scheduled job never overlaps itself, survives its failures, and stopping waits for its end", async () => {
  const { log, events } = recordingLog();
  const clock = makeClock(log);
  let runs = 0;
  let running = 0;
  const fourth = Promise.withResolvers<void>();
  clock.every("poll", 1, async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    runs += 1;
    if (runs === 4) fourth.resolve();
    if (runs === 2) throw new Error("no network");
  });
  await fourth.promise;
  await clock.stop();
  const after = runs;
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(after);
  expect(events("clock.failed")).toEqual([
    { level: "error", event: "clock.failed", job: "poll", detail: "no network" },
  ]);
});
