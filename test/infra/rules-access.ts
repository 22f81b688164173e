import { find, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);

const read = "read table: dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on TABLE TABLE/index/*";
const write = "write table: dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem on TABLE";
const send = "send: sqs:SendMessage on QUEUE";
const consume =
  "consume: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage on QUEUE";

/** Every statement of every role, in full. A schedule's role may only invoke its own function. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  GraphqlRole: [read, write],
  WorkerRole: [read, write, consume],
  PollRole: [read, write, send],
  PushRole: [read, write, send],
  SweepRole: [read, send],
  RenewChannelsRole: [read, write],
  RollupRole: [read, write],
  PollScheduleRole: ["invoke: lambda:InvokeFunction on Poll"],
  SweepScheduleRole: ["invoke: lambda:InvokeFunction on Sweep"],
  RollupScheduleRole: ["invoke: lambda:InvokeFunction on Rollup"],
  RenewScheduleRole: ["invoke: lambda:InvokeFunction on RenewChannels"],
};
const meaning = (text: string) => text.slice(text.indexOf(": ") + 2);

/** Long random physical names become the name of the thing, so that a statement reads. */
function short(arn: string): string {
  return arn
    .replace(/^arn:aws:dynamodb:[^:]*:\d{12}:table\/[\w-]+-TableTable-\w+/, "TABLE")
    .replace(/^arn:aws:sqs:[^:]*:\d{12}:[\w-]+-SyncQueueQueue-\w+\.fifo$/, "QUEUE")
    .replace(/^arn:aws:lambda:[^:]*:\d{12}:function:[\w-]+-(\w+)Function-\w+$/, "$1");
}

export function statementsOf(role: Resource): readonly string[] {
  const policies = (role.inputs.inlinePolicies ?? []) as { policy: string }[];
  return policies
    .flatMap(({ policy }) => (JSON.parse(policy) as { Statement: Statement[] }).Statement)
    .map(({ Effect, Action, Resource }) => {
      const text = `${[...list(Action)].sort().join(" ")} on ${list(Resource).map(short).sort().join(" ")}`;
      return Effect === "Allow" ? text : `${Effect} ${text}`;
    });
}

function checkStatements(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const roles = find(resources, types.role);
  for (const name of Object.keys(wanted)) if (!roles.some((role) => role.name === name)) problems.push(`no ${name}`);
  for (const role of roles) {
    const expected = wanted[role.name];
    if (!expected) {
      problems.push(`role ${role.name} is not in the list`);
      continue;
    }
    const allowed = new Set(expected.map(meaning));
    const found = new Set(statementsOf(role));
    for (const text of found) if (!allowed.has(text)) problems.push(`${role.name} may also ${text}`);
    for (const text of allowed) if (!found.has(text)) problems.push(`${role.name} may not ${text}`);
    const managed = (role.inputs.managedPolicyArns ?? []) as string[];
    for (const arn of managed) {
      if (arn !== "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole") {
        problems.push(`${role.name} has ${arn}`);
      }
    }
  }
  return problems;
}

function checkTrust(resources: readonly Resource[]): string[] {
  return find(resources, types.role).flatMap((role) => {
    const policy = role.inputs.assumeRolePolicy as { Statement: { Principal: Record<string, unknown> }[] } | string;
    const { Statement } = typeof policy === "string" ? (JSON.parse(policy) as Exclude<typeof policy, string>) : policy;
    const service = role.name.endsWith("ScheduleRole") ? "scheduler.amazonaws.com" : "lambda.amazonaws.com";
    return Statement.every(({ Principal }) => JSON.stringify(Principal) === JSON.stringify({ Service: service }))
      ? []
      : [`${role.name} may be assumed by ${JSON.stringify(Statement.map(({ Principal }) => Principal))}`];
  });
}

export const accessRules: readonly Rule[] = [
  { id: "[I9]", check: checkStatements },
  { id: "[I10]", check: checkTrust },
];
