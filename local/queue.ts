import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { makeTimeId, type World } from "../core/ledger/code.ts";
import type { JobQueue, SyncJob } from "../core/sync/job.ts";
import { deduplicationId, type WorkQueue } from "../functions/sqs-queue.ts";

/**
 * An SQS FIFO queue in one process, as far as the worker can tell: groups in order and one delivery of a group at a
 * time, visibility timeout, receive counts, dead letters, deduplication for 5 minutes, at least once. It is not kept
 * on disk: after a restart `handleRestart` of functions/sweep.ts queues every spreadsheet anew.
 */
export interface LocalQueue extends JobQueue, WorkQueue {
  /** Up to 10 messages, hidden from others until deleted, put back, or their visibility ends. */
  receive(): readonly SQSRecord[];
  /** What Lambda does after a batch: everything that did not fail is gone. */
  settle(records: readonly SQSRecord[], answer: SQSBatchResponse): void;
  /** Receives, hands over, settles, until nothing is visible. A handler that throws fails its whole batch. */
  drain(handle: (event: { Records: SQSRecord[] }) => Promise<SQSBatchResponse>): Promise<number>;
  readonly deadLetters: readonly SyncJob[];
  /** Messages not yet done, hidden ones too. */
  size(): number;
}

export interface LocalQueueSettings {
  readonly world: World;
  readonly visibilityMs: number;
  readonly maxReceives: number;
}

interface Message {
  readonly id: string;
  readonly job: SyncJob;
  readonly sentAtMs: number;
  receipt: string;
  receives: number;
  visibleAtMs: number;
}

/** As stacks/sync.ts makes the queue on AWS; a test compares. */
export const deployedQueue = { visibilityMs: 30 * 60_000, maxReceives: 14 } as const;

const batchSize = 10;
const deduplicationMs = 5 * 60_000;

export function makeLocalQueue({ world, visibilityMs, maxReceives }: LocalQueueSettings): LocalQueue {
  const groups = new Map<string, Message[]>();
  const sent = new Map<string, number>();
  const deadLetters: SyncJob[] = [];

  function drop(message: Message): void {
    const group = groups.get(message.job.spreadsheetId) ?? [];
    const rest = group.filter((each) => each !== message);
    if (rest.length === 0) groups.delete(message.job.spreadsheetId);
    else groups.set(message.job.spreadsheetId, rest);
  }

  function find(receipt: string): Message | undefined {
    for (const group of groups.values()) for (const message of group) if (message.receipt === receipt) return message;
    return undefined;
  }

  /** While one message of a group is out, no other of that group is given away: that is what keeps the order. */
  function available(group: readonly Message[], nowMs: number): readonly Message[] {
    return group.some(({ visibleAtMs }) => visibleAtMs > nowMs) ? [] : group;
  }

  const queue: LocalQueue = {
    deadLetters,
    size: () => [...groups.values()].reduce((sum, group) => sum + group.length, 0),

    async send(jobs) {
      const nowMs = world.nowMs();
      for (const [id, atMs] of sent) if (nowMs - atMs >= deduplicationMs) sent.delete(id);
      for (const job of jobs) {
        const once = deduplicationId(job);
        if (sent.has(once)) continue;
        sent.set(once, nowMs);
        const message = { id: makeTimeId(world), job, sentAtMs: nowMs, receipt: "", receives: 0, visibleAtMs: 0 };
        groups.set(job.spreadsheetId, [...(groups.get(job.spreadsheetId) ?? []), message]);
      }
    },

    receive() {
      const nowMs = world.nowMs();
      const records: SQSRecord[] = [];
      for (const group of [...groups.values()]) {
        for (const message of available(group, nowMs).slice(0, batchSize - records.length)) {
          if (message.receives >= maxReceives) {
            drop(message);
            deadLetters.push(message.job);
            continue;
          }
          message.receives += 1;
          message.receipt = makeTimeId(world);
          records.push(recordOf(message));
        }
        if (records.length >= batchSize) break;
      }
      const out = new Set(records.map(({ receiptHandle }) => receiptHandle));
      for (const group of groups.values()) {
        for (const message of group) if (out.has(message.receipt)) message.visibleAtMs = nowMs + visibilityMs;
      }
      return records;
    },

    settle(records, { batchItemFailures }) {
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { messageId, receiptHandle } of records) {
        const message = failed.has(messageId) ? undefined : find(receiptHandle);
        if (message !== undefined) drop(message);
      }
    },

    async putBack(receiptHandle, inSeconds) {
      const message = find(receiptHandle);
      if (message !== undefined) message.visibleAtMs = world.nowMs() + inSeconds * 1000;
    },

    async drain(handle) {
      let handed = 0;
      for (let records = queue.receive(); records.length > 0; records = queue.receive()) {
        handed += records.length;
        const all = { batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
        queue.settle(records, await handle({ Records: [...records] }).catch(() => all));
      }
      return handed;
    },
  };
  return queue;
}

function recordOf({ id, job, sentAtMs, receipt, receives }: Message): SQSRecord {
  return {
    messageId: id,
    receiptHandle: receipt,
    body: JSON.stringify(job),
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sentAtMs),
      SenderId: "local",
      ApproximateFirstReceiveTimestamp: String(sentAtMs),
      MessageGroupId: job.spreadsheetId,
      MessageDeduplicationId: deduplicationId(job),
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:local:000000000000:sync.fifo",
    awsRegion: "local",
  };
}
