export function metricNamespace() {
  return `${$app.name}/${$app.stage}`;
}

/** Counts log lines of a function that match a pattern, or takes a number out of them (`$.field`). */
export function logMetric(name: string, fn: sst.aws.Function, pattern: string, value: "1" | `$.${string}` = "1") {
  return new aws.cloudwatch.LogMetricFilter(name, {
    logGroupName: fn.nodes.logGroup.apply((group) => group!.name),
    pattern,
    metricTransformation: { name, namespace: metricNamespace(), value },
  });
}
