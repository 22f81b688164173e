import type { Table } from "./table";

/** Statements for the one table and its indexes. No function scans, creates or deletes tables. */
export function readTable(table: Table) {
  return {
    actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
    resources: [table.arn, $interpolate`${table.arn}/index/*`],
  };
}

export function writeTable(table: Table) {
  return {
    actions: ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
    resources: [table.arn],
  };
}

export function sendTo(queue: sst.aws.Queue) {
  return { actions: ["sqs:SendMessage"], resources: [queue.arn] };
}

/** What Lambda needs to feed a function from a queue, and what the worker needs to put a message back for later. */
export function consume(queue: sst.aws.Queue) {
  return {
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
    resources: [queue.arn],
  };
}
