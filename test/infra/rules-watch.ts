import { find, only, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

/** Alarm -> metric and the highest threshold that still means something. */
const wantedAlarms: Readonly<Record<string, { metric: string; atMost: number }>> = {
  DeadLettersNotEmpty: { metric: "ApproximateNumberOfMessagesVisible", atMost: 0 },
  PassesFailing: { metric: "PassesFailed", atMost: 20 },
  OldestUnsyncedChange: { metric: "ApproximateAgeOfOldestMessage", atMost: 3600 },
  QuotaNearEnd: { metric: "QuotaLow", atMost: 100 },
  BrakePulled: { metric: "BrakesPulled", atMost: 0 },
  ApiFailing: { metric: "5xx", atMost: 10 },
  PollFailing: { metric: "Errors", atMost: 3 },
  SweepFailing: { metric: "Errors", atMost: 3 },
  RollupFailing: { metric: "Errors", atMost: 3 },
  SummaryFailing: { metric: "SummariesFailed", atMost: 0 },
  RenewalFailing: { metric: "Errors", atMost: 3 },
};
export const alarmNames: readonly string[] = Object.keys(wantedAlarms);

function checkAlarms(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const alarms = new Map(find(resources, types.alarm).map(({ name, inputs }) => [name, inputs]));
  const topic = only(resources, types.topic).inputs.name as string;
  const namespaces = new Map(
    find(resources, types.filter).map(({ inputs }) => [
      inputs.metricTransformation.name as string,
      inputs.metricTransformation.namespace as string,
    ]),
  );
  for (const name of alarms.keys()) if (!wantedAlarms[name]) problems.push(`alarm ${name} is not in the list`);
  for (const [name, { metric, atMost }] of Object.entries(wantedAlarms)) {
    const alarm = alarms.get(name);
    if (!alarm) {
      problems.push(`no alarm ${name}`);
      continue;
    }
    if (alarm.metricName !== metric) problems.push(`${name} watches ${alarm.metricName}`);
    if (!(alarm.threshold <= atMost)) problems.push(`${name} waits for ${alarm.threshold}`);
    if (!alarm.alarmActions?.some((arn: string) => arn.endsWith(topic))) problems.push(`${name} tells nobody`);
    const own = !String(alarm.namespace).startsWith("AWS/");
    if (own && namespaces.get(metric) !== alarm.namespace) problems.push(`${name} watches a metric nobody writes`);
  }
  if (alarms.get("PollFailing")?.treatMissingData !== "breaching") problems.push("a silent poll raises no alarm");
  const dead = only(resources, types.queue, "SyncDeadLetters").inputs.name;
  if (alarms.get("DeadLettersNotEmpty")?.dimensions?.QueueName !== dead) {
    problems.push("DeadLettersNotEmpty watches another queue");
  }
  return problems;
}

function checkLogs(resources: readonly Resource[]): string[] {
  const groups = find(resources, types.logGroup);
  const problems = groups
    .filter(({ inputs }) => !(inputs.retentionInDays >= 30 && inputs.retentionInDays <= 400))
    .map(({ name, inputs }) => `${name} keeps logs ${inputs.retentionInDays ?? "for ever"}`);
  const names = new Set(groups.map(({ inputs }) => inputs.name));
  for (const { name, inputs } of find(resources, types.fn)) {
    if (inputs.loggingConfig?.logFormat !== "JSON") problems.push(`${name} does not log JSON`);
    if (!names.has(inputs.loggingConfig?.logGroup)) problems.push(`${name} has no log group of ours`);
  }
  for (const { name, inputs } of find(resources, types.filter)) {
    if (!names.has(inputs.logGroupName)) problems.push(`${name} reads a log group that is not there`);
  }
  return problems;
}

function checkFunctions(resources: readonly Resource[]): string[] {
  return find(resources, types.fn).flatMap(({ name, inputs }) => {
    const problems: string[] = [];
    if (inputs.runtime !== "nodejs24.x") problems.push(`${name} runs on ${inputs.runtime}`);
    if (inputs.architectures?.[0] !== "arm64") problems.push(`${name} is not arm64`);
    const texts = JSON.stringify(inputs.environment?.variables ?? {});
    if (/private_key|BEGIN [A-Z ]*KEY|example-webhook-token/.test(texts)) {
      problems.push(`${name} has a secret in its environment`);
    }
    return problems;
  });
}

export const watchRules: readonly Rule[] = [
  { id: "[I11]", check: checkAlarms },
  { id: "[I12]", check: checkLogs },
  { id: "[I13]", check: checkFunctions },
];
