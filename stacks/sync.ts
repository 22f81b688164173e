import { consume, readTable, sendTo, writeTable } from "./access";
import { code } from "./code";
import { googleEnvironment, storeEnvironment } from "./environment";
import { functionDefaults } from "./function-defaults";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";
import type { Table } from "./table";

const workerTimeoutMinutes = 5;
/** AWS advises six times the worker's timeout. */
const visibilityMinutes = 6 * workerTimeoutMinutes;
/** Receives before a message goes to the dead letter queue: with the pauses between them, one to two hours of an outage. */
const maxReceives = 14;
/** Times ten passes each: enough that no account's share of Google's quota lies idle while others are waited for. */
const maxWorkers = 5;

export function sync(settings: Settings, secrets: Secrets, table: Table) {
  const deadLetters = new sst.aws.Queue("SyncDeadLetters", {
    fifo: true,
    transform: { queue: { messageRetentionSeconds: 14 * 24 * 3600, sqsManagedSseEnabled: true } },
  });
  const queue = new sst.aws.Queue("SyncQueue", {
    fifo: true,
    visibilityTimeout: `${visibilityMinutes} minutes`,
    dlq: { queue: deadLetters.arn, retry: maxReceives },
    transform: { queue: { messageRetentionSeconds: 4 * 24 * 3600, sqsManagedSseEnabled: true } },
  });
  const environment = { ...storeEnvironment(table), ...googleEnvironment(settings) };

  const worker = new sst.aws.Function("Worker", {
    ...functionDefaults,
    ...code("sync-spreadsheet"),
    timeout: `${workerTimeoutMinutes} minutes`,
    memory: "1024 MB",
    link: [secrets.googleServiceAccountKeys],
    environment: { ...environment, QUEUE_URL: queue.url },
    permissions: [readTable(table), writeTable(table), consume(queue)],
  });
  queue.subscribe(worker.arn, {
    batch: { size: 10, partialResponses: true },
    transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: maxWorkers } } },
  });

  const poll = new sst.aws.Function("Poll", {
    ...functionDefaults,
    ...code("poll-changes"),
    timeout: "50 seconds",
    memory: "512 MB",
    link: [secrets.googleServiceAccountKeys],
    environment: { ...environment, QUEUE_URL: queue.url },
    permissions: [readTable(table), writeTable(table), sendTo(queue)],
  });
  new sst.aws.CronV2("PollSchedule", { schedule: "rate(1 minute)", function: poll.arn, retries: 0 });

  const sweep = new sst.aws.Function("Sweep", {
    ...functionDefaults,
    ...code("sweep"),
    timeout: "2 minutes",
    memory: "512 MB",
    environment: { ...storeEnvironment(table), QUEUE_URL: queue.url },
    permissions: [readTable(table), sendTo(queue)],
  });
  new sst.aws.CronV2("SweepSchedule", { schedule: "rate(5 minutes)", function: sweep.arn, retries: 0 });

  return { queue, deadLetters, worker, poll, sweep };
}

export type Sync = ReturnType<typeof sync>;
