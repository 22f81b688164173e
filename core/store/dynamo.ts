import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { fromEnv } from "@aws-sdk/credential-provider-env";
import { AppError } from "../errors.ts";
import { limits } from "../limits.ts";
import { conditionText, Placeholders, queryText, updateText } from "./expressions.ts";
import { defaultTableName, type Key, tableDefinition } from "./keys.ts";
import type { Store } from "./store.ts";
import type { Condition, Row, TableClient, Usage } from "./table-client.ts";
import { makeTableStore } from "./table-store.ts";

/** The only file of this room that speaks to AWS. */

export interface DynamoSettings {
  /** Absent: AWS itself. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Absent: those of the environment, where Lambda puts its function's role; the SDK's chain would look further. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tableName?: string;
  /** Waits between attempts; tests pass one that does not wait. */
  readonly wait?: (waitMs: number) => Promise<void>;
}

/** What a local engine accepts: any credentials, any region. */
export const localSettings = {
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;

export interface DynamoTable extends TableClient {
  readonly usage: Usage;
  close(): void;
}

/** `newWriteId` gives a text that no other write has ever had, e.g. crypto.randomUUID. */
export function makeDynamoStore(settings: DynamoSettings & { readonly newWriteId: () => string }): Store {
  return makeTableStore(makeDynamoTable(settings), settings.newWriteId);
}

export function makeDynamoClient({ endpoint, region, credentials }: DynamoSettings): DynamoDBClient {
  const client = new DynamoDBClient({
    requestHandler: { connectionTimeout: limits.storeConnectMs, requestTimeout: limits.storeAnswerMs },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    credentials: credentials ?? fromEnv(),
  });
  // It copies every answer to take secrets out of it, and then hands the copy to a log that nobody keeps: a tenth of a list.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

const sleep = (waitMs: number) => new Promise<void>((resolve) => setTimeout(resolve, waitMs));

export function makeDynamoTable(settings: DynamoSettings): DynamoTable {
  const client = makeDynamoClient(settings);
  const TableName = settings.tableName ?? defaultTableName;
  const wait = settings.wait ?? sleep;
  const usage: Usage = { requests: 0, readUnits: 0, writeUnits: 0 };
  const ReturnConsumedCapacity = "TOTAL" as const;

  /** null: the condition of the write did not hold. */
  async function ask<A extends { readonly ConsumedCapacity?: unknown }>(
    kind: "readUnits" | "writeUnits",
    request: Promise<A>,
  ): Promise<A | null> {
    usage.requests += 1;
    try {
      const answer = await request;
      for (const capacity of [answer.ConsumedCapacity].flat()) {
        usage[kind] += (capacity as { CapacityUnits?: number } | undefined)?.CapacityUnits ?? 0;
      }
      return answer;
    } catch (error) {
      if (error instanceof Error && error.name === "ConditionalCheckFailedException") return null;
      throw asAppError(error);
    }
  }

  /** A batch is answered in part when the database is busy: the rest is asked for again, a bounded number of times. */
  async function untilDone<T>(first: readonly T[], step: (pending: readonly T[]) => Promise<readonly T[]>) {
    let pending = first;
    for (let attempt = 0; ; attempt++) {
      pending = await step(pending);
      if (pending.length === 0) return;
      if (attempt + 1 >= limits.batchAttempts) {
        throw new AppError("store.unavailable", `${pending.length} entries of a batch were not processed`);
      }
      await wait(limits.batchWaitMs * 2 ** attempt);
    }
  }

  async function writeMany(requests: readonly WriteRequest[]): Promise<void> {
    const batches = inChunks(requests, limits.batchWriteItems);
    await Promise.all(
      batches.map((batch) =>
        untilDone(batch, async (pending) => {
          const RequestItems = { [TableName]: [...pending] };
          const answer = await ask(
            "writeUnits",
            client.send(new BatchWriteItemCommand({ RequestItems, ReturnConsumedCapacity })),
          );
          return answer?.UnprocessedItems?.[TableName] ?? [];
        }),
      ),
    );
  }

  return {
    usage,
    close: () => client.destroy(),

    async get(key, consistent, attributes) {
      const answer = await ask(
        "readUnits",
        client.send(
          new GetItemCommand({
            TableName,
            Key: keyOf(key),
            ConsistentRead: consistent,
            ReturnConsumedCapacity,
            ...projection(attributes, new Placeholders()),
          }),
        ),
      );
      return (answer?.Item as Row | undefined) ?? null;
    },

    async getMany(keys, consistent, attributes) {
      const rows: Row[] = [];
      await Promise.all(
        inChunks(keys.map(keyOf), limits.batchGetKeys).map((chunk) =>
          untilDone(chunk, async (Keys) => {
            const request = {
              Keys: [...Keys],
              ConsistentRead: consistent,
              ...projection(attributes, new Placeholders()),
            };
            const answer = await ask(
              "readUnits",
              client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: request }, ReturnConsumedCapacity })),
            );
            rows.push(...((answer?.Responses?.[TableName] ?? []) as Row[]));
            return (answer?.UnprocessedKeys?.[TableName]?.Keys ?? []) as (typeof chunk)[number][];
          }),
        ),
      );
      return rows;
    },

    async query(query) {
      const at = new Placeholders();
      const KeyConditionExpression = queryText(query, at);
      const answer = await ask(
        "readUnits",
        client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression,
            ReturnConsumedCapacity,
            ...(query.index === undefined ? {} : { IndexName: query.index }),
            ...(query.newestFirst ? { ScanIndexForward: false } : {}),
            ...(query.limit === undefined ? {} : { Limit: query.limit }),
            ...(query.consistent ? { ConsistentRead: true } : {}),
            ...(query.after === undefined ? {} : { ExclusiveStartKey: asTexts(query.after) }),
            ...projection(query.attributes, at),
          }),
        ),
      );
      const last = answer?.LastEvaluatedKey;
      return {
        rows: (answer?.Items ?? []) as Row[],
        last:
          last === undefined
            ? null
            : Object.fromEntries(Object.entries(last).map(([name, value]) => [name, value.S ?? ""])),
      };
    },

    async put(row, condition) {
      const answer = await ask(
        "writeUnits",
        client.send(
          new PutItemCommand({
            TableName,
            Item: writable(row),
            ReturnConsumedCapacity,
            ...conditional(condition, new Placeholders()),
          }),
        ),
      );
      return answer !== null;
    },

    async update(key, update, condition) {
      const at = new Placeholders();
      const UpdateExpression = updateText(update, at);
      const answer = await ask(
        "writeUnits",
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf(key),
            UpdateExpression,
            ReturnConsumedCapacity,
            ReturnValues: update.returnRow ? "ALL_NEW" : "NONE",
            ...conditional(condition, at),
          }),
        ),
      );
      return answer === null ? null : ((answer.Attributes ?? {}) as Row);
    },

    async remove(key, condition) {
      const answer = await ask(
        "writeUnits",
        client.send(
          new DeleteItemCommand({
            TableName,
            Key: keyOf(key),
            ReturnConsumedCapacity,
            ...conditional(condition, new Placeholders()),
          }),
        ),
      );
      return answer !== null;
    },

    putMany: (rows) => writeMany(rows.map((row) => ({ PutRequest: { Item: writable(row) } }))),
    removeMany: (keys) => writeMany(keys.map((key) => ({ DeleteRequest: { Key: keyOf(key) } }))),
  };
}

type MutableAttribute = { S: string } | { N: string } | { L: { S: string }[] };
const writable = (row: Row) => row as Record<string, MutableAttribute>;

const keyOf = ({ pk, sk }: Key) => ({ [tableDefinition.hashKey]: { S: pk }, [tableDefinition.rangeKey]: { S: sk } });

const asTexts = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, { S: text }]));

function conditional(condition: Condition | undefined, at: Placeholders) {
  const text = condition === undefined ? null : conditionText(condition, at);
  return { ...(text === null ? {} : { ConditionExpression: text }), ...mutable(at) };
}

function projection(attributes: readonly string[] | undefined, at: Placeholders) {
  if (attributes === undefined) return mutable(at);
  return { ProjectionExpression: attributes.map((name) => at.name(name)).join(", "), ...mutable(at) };
}

const mutable = (at: Placeholders) =>
  at.fields() as {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, MutableAttribute>;
  };

function inChunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** A request that DynamoDB calls invalid is a bug of ours and stays what it is, except when only the row is too large. */
function asAppError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "ValidationException") {
    return /size/i.test(error.message) && /exceeded/i.test(error.message) && !/key/i.test(error.message)
      ? new AppError("item.tooLarge", "a row exceeds what the database takes", { cause: error })
      : error;
  }
  if (error instanceof AppError || error instanceof TypeError) return error;
  return new AppError("store.unavailable", error.name, { cause: error });
}
