/** A resource as SST registered it with the engine. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly custom: boolean;
  // The inputs are whatever the provider's schema says; each check reads the few it knows.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly inputs: any;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
}

export const types = {
  table: "aws:dynamodb/table:Table",
  fn: "aws:lambda/function:Function",
  role: "aws:iam/role:Role",
  queue: "aws:sqs/queue:Queue",
  mapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  route: "aws:apigatewayv2/route:Route",
  api: "aws:apigatewayv2/api:Api",
  authorizer: "aws:apigatewayv2/authorizer:Authorizer",
  schedule: "aws:scheduler/schedule:Schedule",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  filter: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  distribution: "aws:cloudfront/distribution:Distribution",
  topic: "aws:sns/topic:Topic",
} as const;

export function find(resources: readonly Resource[], type: string, namePrefix = ""): readonly Resource[] {
  return resources.filter((each) => each.type === type && each.name.startsWith(namePrefix));
}

export function only(resources: readonly Resource[], type: string, namePrefix = ""): Resource {
  const [first, ...rest] = find(resources, type, namePrefix);
  if (!first || rest.length > 0) throw new Error(`${rest.length + (first ? 1 : 0)} of ${type} ${namePrefix}*`);
  return first;
}
