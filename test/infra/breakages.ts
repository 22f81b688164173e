import { find, only, type Resource, types } from "./resource.ts";

/** Mistakes a person could make in stacks/, each with the rule that must notice it, and no other rule. */
export interface Breakage {
  readonly mistake: string;
  readonly rule: string;
  readonly apply: (resources: Resource[]) => void;
}

function grant(role: Resource, action: string, resource: string): void {
  const [inline] = role.inputs.inlinePolicies;
  const policy = JSON.parse(inline.policy);
  policy.Statement.push({ Effect: "Allow", Action: [action], Resource: [resource] });
  inline.policy = JSON.stringify(policy);
}

export const breakages: readonly Breakage[] = [
  {
    mistake: "an index is renamed in the stack only",
    rule: "[I1]",
    apply: (all) => {
      only(all, types.table).inputs.globalSecondaryIndexes[0].name = "byBureau";
    },
  },
  {
    mistake: "point-in-time recovery is off",
    rule: "[I2]",
    apply: (all) => {
      only(all, types.table).inputs.pointInTimeRecovery.enabled = false;
    },
  },
  {
    mistake: "production's table is not retained",
    rule: "[I2]",
    apply: (all) => {
      Object.assign(only(all, types.table), { retainOnDelete: false });
    },
  },
  {
    mistake: "the dead letter queue is a standard queue",
    rule: "[I3]",
    apply: (all) => {
      only(all, types.queue, "SyncDeadLetters").inputs.fifoQueue = false;
    },
  },
  {
    mistake: "the worker's timeout outgrows the queue's visibility",
    rule: "[I3]",
    apply: (all) => {
      only(all, types.fn, "Worker").inputs.timeout = 600;
    },
  },
  {
    mistake: "partial batch responses are off",
    rule: "[I4]",
    apply: (all) => {
      only(all, types.mapping).inputs.functionResponseTypes = [];
    },
  },
  {
    mistake: "the number of workers is unbounded",
    rule: "[I4]",
    apply: (all) => {
      only(all, types.mapping).inputs.scalingConfig = undefined;
    },
  },
  {
    mistake: "a schedule is written as AWS refuses it",
    rule: "[I5]",
    apply: (all) => {
      only(all, types.schedule, "Poll").inputs.scheduleExpression = "rate(1 minutes)";
    },
  },
  {
    mistake: "the GraphQL route needs no token",
    rule: "[I6]",
    apply: (all) => {
      const route = find(all, types.route).find(({ inputs }) => inputs.routeKey === "POST /graphql");
      Object.assign(route?.inputs, { authorizationType: "NONE" });
    },
  },
  {
    mistake: "any page may call the API",
    rule: "[I7]",
    apply: (all) => {
      only(all, types.api).inputs.corsConfiguration.allowOrigins = ["*"];
    },
  },
  {
    mistake: "the API is not throttled",
    rule: "[I8]",
    apply: (all) => {
      only(all, "aws:apigatewayv2/stage:Stage").inputs.defaultRouteSettings = undefined;
    },
  },
  {
    mistake: "linking the table grants dynamodb:*",
    rule: "[I9]",
    apply: (all) => {
      grant(only(all, types.role, "GraphqlRole"), "dynamodb:*", only(all, types.table).inputs.name);
    },
  },
  {
    mistake: "the API's function may send to the queue",
    rule: "[I9]",
    apply: (all) => {
      grant(only(all, types.role, "GraphqlRole"), "sqs:SendMessage", "*");
    },
  },
  {
    mistake: "the whole account may assume a function's role",
    rule: "[I10]",
    apply: (all) => {
      const [statement] = only(all, types.role, "WorkerRole").inputs.assumeRolePolicy.Statement;
      statement.Principal.AWS = "arn:aws:iam::123456789012:root";
    },
  },
  {
    mistake: "an alarm tells nobody",
    rule: "[I11]",
    apply: (all) => {
      only(all, types.alarm, "BrakePulled").inputs.alarmActions = [];
    },
  },
  {
    mistake: "a log metric and its alarm disagree on the name",
    rule: "[I11]",
    apply: (all) => {
      only(all, types.filter, "PassesFailed").inputs.metricTransformation.name = "FailedPasses";
    },
  },
  {
    mistake: "logs are kept for ever",
    rule: "[I12]",
    apply: (all) => {
      only(all, types.logGroup, "WorkerLogGroup").inputs.retentionInDays = undefined;
    },
  },
  {
    mistake: "a secret lies in a function's environment",
    rule: "[I13]",
    apply: (all) => {
      only(all, types.fn, "Push").inputs.environment.variables.TOKEN = "example-webhook-token";
    },
  },
  {
    mistake: "the bucket of the pages is public",
    rule: "[I17]",
    apply: (all) => {
      only(all, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "Web").inputs.blockPublicPolicy = false;
    },
  },
];
