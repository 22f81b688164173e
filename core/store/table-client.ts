import type { IndexName, Key } from "./keys.ts";

/**
 * The few things the store asks of a table with DynamoDB's rules: single-row conditional writes, queries of one
 * partition, batches without atomicity. dynamo.ts speaks to DynamoDB; tests have one in memory.
 * Errors of every method: AppError `store.unavailable`.
 */

export type Attribute = { readonly S: string } | { readonly N: string } | { readonly L: readonly { S: string }[] };
export type Row = Readonly<Record<string, Attribute>>;
export type Plain = string | number | readonly string[];

export type Condition =
  | { readonly kind: "absent"; readonly attribute: string }
  | { readonly kind: "equal"; readonly attribute: string; readonly value: string | number }
  | { readonly kind: "atMost"; readonly attribute: string; readonly value: number }
  | { readonly kind: "sizeAtMost"; readonly attribute: string; readonly value: number }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] };

export interface Update {
  readonly set: Readonly<Record<string, Plain>>;
  readonly remove?: readonly string[];
  /** New texts at the head of a list. */
  readonly prepend?: { readonly attribute: string; readonly texts: readonly string[] };
  readonly add?: { readonly attribute: string; readonly value: number };
  /** Whether the caller wants the row as it is afterwards; else the answer holds nothing. */
  readonly returnRow?: boolean;
}

export interface Query {
  readonly index?: IndexName;
  readonly hash: string;
  readonly range?:
    | { readonly beginsWith: string }
    | { readonly atMost: string }
    | { readonly between: readonly [string, string] };
  readonly newestFirst?: boolean;
  /** At most so many rows; absent: as many as one answer holds. */
  readonly limit?: number;
  /** Every key attribute of the table and of the index. */
  readonly after?: Readonly<Record<string, string>>;
  readonly consistent?: boolean;
  readonly attributes?: readonly string[];
}

export interface QueryAnswer {
  readonly rows: readonly Row[];
  /** null: nothing more. */
  readonly last: Readonly<Record<string, string>> | null;
}

export interface TableClient {
  get(key: Key, consistent: boolean, attributes?: readonly string[]): Promise<Row | null>;
  /** Any number of different keys; rows in no order. */
  getMany(keys: readonly Key[], consistent: boolean, attributes?: readonly string[]): Promise<readonly Row[]>;
  query(query: Query): Promise<QueryAnswer>;
  /** False: the condition did not hold. */
  put(row: Row, condition?: Condition): Promise<boolean>;
  /** null: the condition did not hold. */
  update(key: Key, update: Update, condition: Condition): Promise<Row | null>;
  /** False: the condition did not hold. */
  remove(key: Key, condition: Condition): Promise<boolean>;
  /** Unconditional and not atomic; for rows whose content follows from their key. */
  putMany(rows: readonly Row[]): Promise<void>;
  removeMany(keys: readonly Key[]): Promise<void>;
}

/** What was used since the counter was made, as the database itself reports it. */
export interface Usage {
  requests: number;
  readUnits: number;
  writeUnits: number;
}

export function encodeAttribute(value: Plain): Attribute {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  return { L: value.map((text) => ({ S: text })) };
}

export function encodeRow(values: Readonly<Record<string, Plain | null>>): Row {
  const row: Record<string, Attribute> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== null && value !== undefined) row[name] = encodeAttribute(value);
  }
  return row;
}

/** The text under a name; "" when it is absent or no text. */
export function textOf(row: Row, name: string): string {
  const attribute = row[name];
  return attribute !== undefined && "S" in attribute ? attribute.S : "";
}

/** The number under a name; null when it is absent or no number. */
export function numberOf(row: Row, name: string): number | null {
  const attribute = row[name];
  return attribute !== undefined && "N" in attribute ? Number(attribute.N) : null;
}

export function textsOf(row: Row, name: string): readonly string[] {
  const attribute = row[name];
  return attribute !== undefined && "L" in attribute ? attribute.L.map(({ S }) => S) : [];
}
