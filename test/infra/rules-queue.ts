import { find, only, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

function checkQueue(resources: readonly Resource[]): string[] {
  const queue = only(resources, types.queue, "SyncQueue").inputs;
  const dead = only(resources, types.queue, "SyncDeadLetters").inputs;
  const worker = only(resources, types.fn, "Worker").inputs;
  const redrive = JSON.parse(queue.redrivePolicy ?? "{}") as { deadLetterTargetArn?: string; maxReceiveCount?: number };
  const problems: string[] = [];
  if (queue.fifoQueue !== true) problems.push("the queue is not FIFO: two passes over one spreadsheet could overlap");
  if (dead.fifoQueue !== true) problems.push("a FIFO queue takes only a FIFO dead letter queue");
  if (!redrive.deadLetterTargetArn?.endsWith(dead.name)) problems.push("failed messages do not go to the dead letters");
  if (!((redrive.maxReceiveCount ?? 0) >= 5)) problems.push("fewer than 5 receives before a message is given up");
  if (!(queue.visibilityTimeoutSeconds >= 6 * worker.timeout)) {
    problems.push(`visibility ${queue.visibilityTimeoutSeconds} s is below 6 times the worker's ${worker.timeout} s`);
  }
  if (!(dead.messageRetentionSeconds > queue.messageRetentionSeconds)) {
    problems.push("dead letters must be kept longer than messages: their age counts from the first send");
  }
  if (queue.contentBasedDeduplication !== false) {
    problems.push("deduplication by content would drop a second change of the same spreadsheet");
  }
  return problems;
}

function checkWorker(resources: readonly Resource[]): string[] {
  const mapping = only(resources, types.mapping).inputs;
  const problems: string[] = [];
  if (!mapping.functionResponseTypes?.includes("ReportBatchItemFailures")) {
    problems.push("one failed message would repeat the whole batch");
  }
  const workers = mapping.scalingConfig?.maximumConcurrency;
  if (!(workers >= 2 && workers <= 10)) problems.push(`${workers} workers at once: between 2 and 10 can be fed`);
  if (mapping.batchSize > 10) problems.push("SQS FIFO gives at most 10 messages");
  return problems;
}

const wantedSchedules: Readonly<Record<string, string>> = {
  PollSchedule: "rate(1 minute)",
  SweepSchedule: "rate(5 minutes)",
  RollupSchedule: "rate(15 minutes)",
  RenewSchedule: "rate(6 hours)",
};

function checkSchedules(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const schedules = find(resources, types.schedule);
  for (const [name, expression] of Object.entries(wantedSchedules)) {
    const found = schedules.find((each) => each.name.startsWith(name))?.inputs;
    if (!found) problems.push(`${name} is missing`);
    else if (found.scheduleExpression !== expression) problems.push(`${name} runs at ${found.scheduleExpression}`);
    else if (found.state !== "ENABLED") problems.push(`${name} is off`);
  }
  for (const { name, inputs } of schedules) {
    const [, count, unit] = /^rate\((\d+) (\w+)\)$/.exec(inputs.scheduleExpression) ?? [];
    if (count === undefined || (Number(count) === 1) === unit?.endsWith("s")) {
      problems.push(`${name}: AWS refuses ${inputs.scheduleExpression}`);
    }
  }
  return problems;
}

export const queueRules: readonly Rule[] = [
  { id: "[I3]", check: checkQueue },
  { id: "[I4]", check: checkWorker },
  { id: "[I5]", check: checkSchedules },
];
