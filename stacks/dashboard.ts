import type { Api } from "./api";
import { metricNamespace } from "./log-metrics";
import type { Sync } from "./sync";

/** One page that answers: is it in step, how late is it, what is refused. */
export function dashboard(sync: Sync, api: Api) {
  const region = aws.getRegionOutput().name;
  const namespace = metricNamespace();
  const body = $util
    .all([region, sync.queue.nodes.queue.name, sync.deadLetters.nodes.queue.name, api.gateway.nodes.api.id])
    .apply(([region, queue, deadLetters, apiId]) => {
      const chart = (title: string, stat: string, metrics: string[][]) => ({
        type: "metric",
        width: 12,
        height: 6,
        properties: { title, stat, metrics, region, period: 60, view: "timeSeries" },
      });
      return JSON.stringify({
        widgets: [
          chart("Messages waiting", "Maximum", [
            ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue],
            ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", deadLetters],
          ]),
          chart("Oldest unsynced change, seconds", "Maximum", [
            ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", queue],
          ]),
          chart("From noticed to synced, ms", "p95", [[namespace, "ChangeAge"]]),
          chart("Passes", "Sum", [
            [namespace, "PassesFailed"],
            [namespace, "BrakesPulled"],
            [namespace, "QuotaLow"],
          ]),
          chart("API", "Sum", [
            ["AWS/ApiGateway", "Count", "ApiId", apiId],
            ["AWS/ApiGateway", "4xx", "ApiId", apiId],
            ["AWS/ApiGateway", "5xx", "ApiId", apiId],
          ]),
          chart("API latency, ms", "p95", [["AWS/ApiGateway", "Latency", "ApiId", apiId]]),
        ],
      });
    });
  return new aws.cloudwatch.Dashboard("Dashboard", {
    dashboardName: `${$app.name}-${$app.stage}`,
    dashboardBody: body,
  });
}
