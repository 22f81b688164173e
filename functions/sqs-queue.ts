import { createHash } from "node:crypto";
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { JobQueue, SyncJob } from "../core/sync/job.ts";

/** What a worker asks of the queue it is fed from. */
export interface WorkQueue {
  /** The message comes back this much later, seconds, instead of after the queue's own visibility timeout. */
  putBack(receiptHandle: string, inSeconds: number): Promise<void>;
}

export interface SqsSettings {
  readonly url: string;
  readonly endpoint?: string;
}

/** SQS takes at most 10 messages a request. */
const batchSize = 10;
const batchesAtOnce = 8;

export function makeSqsQueue({ url, endpoint }: SqsSettings): JobQueue & WorkQueue {
  const client = new SQSClient(endpoint === undefined ? {} : { endpoint });

  async function sendBatch(jobs: readonly SyncJob[]): Promise<void> {
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: jobs.map((job, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(job),
          MessageGroupId: job.spreadsheetId,
          MessageDeduplicationId: deduplicationId(job),
        })),
      }),
    );
    if (Failed !== undefined && Failed.length > 0) throw new Error(`${Failed.length} messages were not queued`);
  }

  return {
    async send(jobs) {
      const batches = Array.from({ length: Math.ceil(jobs.length / batchSize) }, (_, i) =>
        jobs.slice(i * batchSize, (i + 1) * batchSize),
      );
      for (let i = 0; i < batches.length; i += batchesAtOnce) {
        await Promise.all(batches.slice(i, i + batchesAtOnce).map(sendBatch));
      }
    },
    async putBack(receiptHandle, inSeconds) {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: url,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: Math.min(43_200, Math.max(0, Math.round(inSeconds))),
        }),
      );
    },
  };
}

/** SQS drops a second message with the same id within 5 minutes: the same cause noticed twice is one job. */
export function deduplicationId({ spreadsheetId, cause }: SyncJob): string {
  return createHash("sha256").update(`${spreadsheetId}\n${cause}`).digest("hex");
}
