import type { SQSRecord } from "aws-lambda";
import { expect, it } from "vitest";
import { makeRollups, type Rollups } from "../../core/rollup/rollup.ts";
import { linkSummary } from "../../core/rollup/summary-link.ts";
import type { GridSheet } from "../../core/sheet/written-grid.ts";
import { makeJsonLog } from "../../functions/json-log.ts";
import { handlePoll } from "../../functions/poll-changes.ts";
import { handlePush } from "../../functions/push-changes.ts";
import { handleRenew } from "../../functions/renew-channels.ts";
import { handleRollup } from "../../functions/rollup.ts";
import { deduplicationId } from "../../functions/sqs-queue.ts";
import { handleSweep } from "../../functions/sweep.ts";
import { handleSyncMessages } from "../../functions/sync-spreadsheet.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { aDrive, aSync, aWorld, link, recordingLog, recordingQueue } from "./machine.ts";

const account = "ledger-1@example.org";

function aWiring(act?: Parameters<typeof aSync>[0]) {
  const world = aWorld();
  const store = makeMemoryStore();
  const drive = aDrive();
  const queue = recordingQueue();
  const { sync, passes } = aSync(act);
  const log = recordingLog();
  const putBack: string[] = [];
  const wiring: Wiring = {
    store,
    world,
    log: log.log,
    accounts: [account],
    queue: async () => ({
      ...queue.queue,
      putBack: async (handle, seconds) => {
        putBack.push(handle);
        expect(seconds).toBeGreaterThan(0);
      },
    }),
    sync: async () => sync,
    drive: async () => drive.drive,
    rollups: () => Promise.reject<Rollups>(new Error("not asked for here")),
    grids: () => Promise.reject<GridSheet>(new Error("not asked for here")),
    webhookSecret: () => "example-secret",
    webhookUrl: "https://api.example.org/google/changes",
  };
  return { wiring, world, store, drive, queue, passes, log, putBack };
}

function aRecord(group: string, body: string): SQSRecord {
  return {
    messageId: `message-${group}`,
    receiptHandle: `handle-${group}`,
    body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "1698796800000",
      SenderId: "AIDAEXAMPLE",
      ApproximateFirstReceiveTimestamp: "1698796800001",
      MessageGroupId: group,
      SequenceNumber: "18850000000000000000",
      MessageDeduplicationId: "d",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:ap-southeast-1:123456789012:sync.fifo",
    awsRegion: "ap-southeast-1",
  };
}

const aBody = (spreadsheetId: string) =>
  JSON.stringify({ spreadsheetId, priority: "CHANGE", noticedAtMs: 1, cause: "test" });

it("[Q16] the worker answers SQS with the ids of the messages that failed and puts those back for later", async () => {
  const { wiring, passes, putBack } = aWiring();
  const Records = [aRecord("s1", aBody("s1")), aRecord("s2", "not json"), aRecord("s3", aBody("s3"))];
  const answer = await handleSyncMessages(wiring, { Records }, () => 180_000);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "message-s2" }] });
  expect(passes.sort()).toEqual(["s1", "s3"]);
  expect(putBack).toEqual(["handle-s2"]);
});

it("[Q22] a ring with a wrong token is refused before anything is asked; a genuine one is a tick for its account", async () => {
  const { wiring, drive, store, queue } = aWiring();
  await link(store, "s1");
  await handlePoll(wiring);
  await handleRenew(wiring);
  drive.change("s1");
  const [channel] = drive.channels.values();
  const ring = (token: string, state: string) =>
    handlePush(wiring, {
      headers: {
        "x-goog-channel-id": channel?.id ?? "",
        "x-goog-channel-token": token,
        "x-goog-resource-state": state,
        "x-goog-message-number": "1",
      },
    });
  drive.requests.length = 0;
  expect(await ring("guess", "change")).toEqual({ statusCode: 403 });
  expect(await handlePush(wiring, { headers: {} })).toEqual({ statusCode: 403 });
  expect(await ring(channel?.token ?? "", "sync")).toEqual({ statusCode: 204 });
  expect(drive.requests).toEqual([]);
  expect(await ring(channel?.token ?? "", "change")).toEqual({ statusCode: 204 });
  expect(queue.take().map(({ spreadsheetId }) => spreadsheetId)).toEqual(["s1"]);
});

it("[Q20] the sweep's handler queues at low priority and says how many", async () => {
  const { wiring, store, queue } = aWiring();
  await link(store, "s1");
  expect(await handleSweep(wiring)).toEqual({ jobs: 1 });
  expect(queue.take().map(({ priority }) => priority)).toEqual(["SWEEP"]);
});

it("[Q21] where no address to ring is set, no channel is opened", async () => {
  const { wiring, drive } = aWiring();
  expect(await handleRenew({ ...wiring, webhookUrl: null })).toEqual({ opened: 0 });
  expect(drive.requests).toEqual([]);
});

it("[Q30] a log line is one JSON object with the event where the metric filters look", () => {
  const lines: string[] = [];
  const log = makeJsonLog(
    (line) => lines.push(line),
    () => 0,
  );
  log.info("job.done", { outcome: "BRAKED", ageMs: 5 });
  log.debug("not.written");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { timestamp: "1970-01-01T00:00:00.000Z", level: "INFO", event: "job.done", outcome: "BRAKED", ageMs: 5 },
  ]);
});

it("[Q3] a deduplication id differs by spreadsheet and by cause, and fits SQS", () => {
  const base = { spreadsheetId: "s1", priority: "CHANGE", noticedAtMs: 1, cause: "one 5" } as const;
  const ids = [base, { ...base, noticedAtMs: 2 }, { ...base, spreadsheetId: "s2" }, { ...base, cause: "one 6" }].map(
    deduplicationId,
  );
  expect(new Set(ids).size).toBe(3);
  expect(ids[1]).toBe(ids[0]);
  for (const id of ids) expect(id).toMatch(/^[\w-]{1,128}$/);
});

it("[R34] the rollup's handler counts, then writes the summaries that are linked; without any it never loads Google's client", async () => {
  const { wiring, store, world, log } = aWiring();
  const unit = {
    format: 1,
    name: "青海省局",
    level: "INDUSTRY",
    parent: null,
    closurePolicy: null,
    version: 1,
  } as const;
  await store.putUnit({ ...unit, code: "qh", path: "qh/" }, 0);
  const rollups = makeRollups({ store, world, log: log.log });
  const idle = await handleRollup({ ...wiring, rollups: async () => rollups });
  expect(idle).toEqual({
    counted: 1,
    folded: 1,
    changed: 1,
    gaveWay: false,
    summaries: { written: 0, unchanged: 0, failed: 0 },
  });
  await linkSummary(store, "qh", "s1");
  const written: unknown[] = [];
  const grids: GridSheet = {
    async writeGrids(spreadsheetId, _stamp, writesFor) {
      const writes = await writesFor(null);
      written.push([spreadsheetId, writes.map(({ grid }) => grid.title)]);
      return writes.map(({ grid }, tabId) => ({ tabId, rows: grid.rows.length, columns: 1 }));
    },
  };
  const { summaries } = await handleRollup({ ...wiring, rollups: async () => rollups, grids: async () => grids });
  expect(summaries).toEqual({ written: 1, unchanged: 0, failed: 0 });
  expect(written).toEqual([["s1", ["汇总表", "按类别", "按来源", "按月", "逾期清单", "未报送单位"]]]);
});
