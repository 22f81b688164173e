import type { Api } from "./api";
import { dashboard } from "./dashboard";
import { logMetric, metricNamespace } from "./log-metrics";
import type { Push } from "./push";
import type { Rollup } from "./rollup";
import type { Settings } from "./settings";
import type { Sync } from "./sync";

type Metric = { namespace: $util.Input<string>; metricName: string; dimensions?: Record<string, $util.Input<string>> };

/** Each alarm has an entry of the same name in docs/runbook.md: what it means, why it happens, what to do. */
export function alarms(settings: Settings, sync: Sync, rollup: Rollup, api: Api, push: Push) {
  const topic = new sst.aws.SnsTopic("Alarms");
  if (settings.alarmEmail) {
    new aws.sns.TopicSubscription("AlarmEmail", {
      topic: topic.arn,
      protocol: "email",
      endpoint: settings.alarmEmail,
    });
  }

  const alarm = (
    name: string,
    metric: Metric,
    rule: { statistic: "Sum" | "Maximum"; above: number; minutes: number; of?: number; silence?: "breaching" },
  ) =>
    new aws.cloudwatch.MetricAlarm(name, {
      namespace: metric.namespace,
      metricName: metric.metricName,
      ...(metric.dimensions ? { dimensions: metric.dimensions } : {}),
      statistic: rule.statistic,
      comparisonOperator: "GreaterThanThreshold",
      threshold: rule.above,
      period: rule.minutes * 60,
      evaluationPeriods: rule.of ?? 1,
      treatMissingData: rule.silence ?? "notBreaching",
      alarmActions: [topic.arn],
      okActions: [topic.arn],
    });

  const queueMetric = (queue: sst.aws.Queue, metricName: string): Metric => ({
    namespace: "AWS/SQS",
    metricName,
    dimensions: { QueueName: queue.nodes.queue.name },
  });
  const errorsOf = (fn: sst.aws.Function): Metric => ({
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: fn.name },
  });
  const logged = (metricName: string): Metric => ({ namespace: metricNamespace(), metricName });

  logMetric("PassesFailed", sync.worker, '{ $.event = "job.failed" }');
  logMetric("BrakesPulled", sync.worker, '{ $.event = "job.done" && $.outcome = "BRAKED" }');
  logMetric("QuotaLow", sync.worker, '{ $.event = "quota.low" }');
  logMetric("SummariesFailed", rollup.rollup, '{ $.event = "summary.failed" }');
  logMetric("ChangeAge", sync.worker, '{ $.event = "job.done" }', "$.ageMs");

  alarm("DeadLettersNotEmpty", queueMetric(sync.deadLetters, "ApproximateNumberOfMessagesVisible"), {
    statistic: "Maximum",
    above: 0,
    minutes: 1,
  });
  alarm("PassesFailing", logged("PassesFailed"), { statistic: "Sum", above: 5, minutes: 5, of: 2 });
  alarm("OldestUnsyncedChange", queueMetric(sync.queue, "ApproximateAgeOfOldestMessage"), {
    statistic: "Maximum",
    above: 30 * 60,
    minutes: 5,
  });
  alarm("QuotaNearEnd", logged("QuotaLow"), { statistic: "Sum", above: 20, minutes: 5, of: 3 });
  alarm("BrakePulled", logged("BrakesPulled"), { statistic: "Sum", above: 0, minutes: 5 });
  alarm(
    "ApiFailing",
    { namespace: "AWS/ApiGateway", metricName: "5xx", dimensions: { ApiId: api.gateway.nodes.api.id } },
    { statistic: "Sum", above: 5, minutes: 5 },
  );
  // Changes are noticed only while this function runs: silence is an alarm too.
  alarm("PollFailing", errorsOf(sync.poll), { statistic: "Sum", above: 2, minutes: 5, silence: "breaching" });
  alarm("SweepFailing", errorsOf(sync.sweep), { statistic: "Sum", above: 2, minutes: 30 });
  alarm("RollupFailing", errorsOf(rollup.rollup), { statistic: "Sum", above: 1, minutes: 60 });
  alarm("SummaryFailing", logged("SummariesFailed"), { statistic: "Sum", above: 0, minutes: 60 });
  alarm("RenewalFailing", errorsOf(push.renew), { statistic: "Sum", above: 0, minutes: 60 });

  dashboard(sync, api);
  return topic;
}
