import { AppError } from "../../core/errors.ts";
import { limits } from "../../core/limits.ts";
import { rowBytes } from "../../core/store/codec.ts";
import { keysOf } from "../../core/store/expressions.ts";
import { type IndexName, type Key, tableDefinition } from "../../core/store/keys.ts";
import type {
  Attribute,
  Condition,
  Plain,
  Query,
  QueryAnswer,
  Row,
  TableClient,
  Update,
} from "../../core/store/table-client.ts";
import { encodeAttribute, textOf } from "../../core/store/table-client.ts";

/**
 * A table with DynamoDB's rules in memory, thousands of times faster than an engine over HTTP. Every method is a promise
 * of its own turn, so that callers interleave as they do over a network. Keys sort by UTF-8 bytes; only ASCII keys are
 * told apart from UTF-16 order here, and only ASCII keys are used by tests that depend on order.
 */
export function makeMemoryTable(): TableClient {
  const rows: Partitions = new Map();
  const indexes = new Map<IndexName, Partitions>(tableDefinition.indexes.map(({ name }) => [name, new Map()]));

  const find = ({ pk, sk }: Key): Row | undefined => rows.get(pk)?.rows.get(sk);

  function store(key: Key, row: Row | null): void {
    const old = find(key);
    const identity = `${key.pk}\u0000${key.sk}`;
    for (const { name, hashKey, rangeKey } of tableDefinition.indexes) {
      const index = indexes.get(name);
      const from = positionIn(old, hashKey, rangeKey, identity);
      const to = positionIn(row, hashKey, rangeKey, identity);
      if (from !== null && (from.hash !== to?.hash || from.at !== to.at))
        put(partitionOf(index, from.hash), from.at, null);
      if (to !== null) put(partitionOf(index, to.hash), to.at, row);
    }
    put(partitionOf(rows, key.pk), key.sk, row);
  }

  function checkRow(row: Row): void {
    for (const { name, hashKey, rangeKey } of [{ name: "table", ...tableDefinition }, ...tableDefinition.indexes]) {
      for (const key of [hashKey, rangeKey]) {
        const value = row[key];
        if (value === undefined) continue;
        if (!("S" in value) || value.S === "") throw new Error(`${name}: ${key} must be a text that is not empty`);
        if (Buffer.byteLength(value.S) > (key === hashKey ? 2048 : 1024))
          throw new Error(`${name}: ${key} is too long`);
      }
    }
    for (const [name, value] of Object.entries(row)) {
      const texts = "S" in value ? [value.S] : "L" in value ? value.L.map(({ S }) => S) : [];
      // Half a character would come back as another one from a real engine.
      if (!texts.every((text) => text.isWellFormed())) throw new Error(`${name} holds half a character`);
    }
    if (rowBytes(plainOf(row)) > limits.rowBytes) throw new AppError("item.tooLarge", "memory table");
  }

  return {
    async get(key, _consistent, attributes) {
      const row = find(key);
      return row === undefined ? null : project(row, attributes);
    },

    async getMany(keys, _consistent, attributes) {
      const texts = new Set(keys.map(({ pk, sk }) => `${pk}\u0000${sk}`));
      if (texts.size !== keys.length) throw new Error("a batch holds a key twice");
      return keys.flatMap((key) => {
        const row = find(key);
        return row === undefined ? [] : [project(row, attributes)];
      });
    },

    async query(query) {
      return runQuery(
        query,
        query.index === undefined ? rows.get(query.hash) : indexes.get(query.index)?.get(query.hash),
      );
    },

    async put(row, condition) {
      const key = { pk: textOf(row, "pk"), sk: textOf(row, "sk") };
      if (condition !== undefined && !holds(condition, find(key))) return false;
      checkRow(row);
      store(key, row);
      return true;
    },

    async update(key, update, condition) {
      const old = find(key);
      if (!holds(condition, old)) return null;
      const row = apply(update, old ?? { pk: { S: key.pk }, sk: { S: key.sk } });
      checkRow(row);
      store(key, row);
      return update.returnRow ? row : {};
    },

    async remove(key, condition) {
      if (!holds(condition, find(key))) return false;
      store(key, null);
      return true;
    },

    async putMany(all) {
      for (const row of all) {
        checkRow(row);
        store({ pk: textOf(row, "pk"), sk: textOf(row, "sk") }, row);
      }
    },

    async removeMany(keys) {
      for (const key of keys) store(key, null);
    },
  };
}

/** Where a row stands in an index; null: it is not in it. */
function positionIn(row: Row | null | undefined, hashKey: string, rangeKey: string, identity: string) {
  const hash = row ? textOf(row, hashKey) : "";
  const range = row ? textOf(row, rangeKey) : "";
  return hash === "" || range === "" ? null : { hash, at: `${range}\u0000${identity}` };
}

interface Partition {
  readonly rows: Map<string, Row>;
  /** Positions in order; null when one came or went since. */
  sorted: readonly string[] | null;
}
type Partitions = Map<string, Partition>;

function partitionOf(all: Partitions | undefined, hash: string): Partition {
  if (all === undefined) throw new Error("no such index");
  let partition = all.get(hash);
  if (partition === undefined) {
    partition = { rows: new Map(), sorted: null };
    all.set(hash, partition);
  }
  return partition;
}

function put(partition: Partition, position: string, row: Row | null): void {
  if (partition.rows.has(position) !== (row !== null)) partition.sorted = null;
  if (row === null) partition.rows.delete(position);
  else partition.rows.set(position, row);
}

function runQuery(query: Query, partition: Partition | undefined): QueryAnswer {
  if (query.consistent && query.index !== undefined) throw new Error("an index has no consistent reads");
  if (query.limit !== undefined && query.limit < 1) throw new Error("a limit is at least 1");
  if (partition === undefined) return { rows: [], last: null };
  const { hashKey, rangeKey } = keysOf(query.index);
  const positionOf = (key: Readonly<Record<string, string>>) =>
    query.index === undefined ? (key.sk ?? "") : `${key[rangeKey]}\u0000${key.pk}\u0000${key.sk}`;
  const within = (range: string) => {
    const wanted = query.range;
    if (wanted === undefined) return true;
    if ("beginsWith" in wanted) return range.startsWith(wanted.beginsWith);
    if ("atMost" in wanted) return range <= wanted.atMost;
    return wanted.between[0] <= range && range <= wanted.between[1];
  };
  partition.sorted ??= [...partition.rows.keys()].sort();
  const positions = query.newestFirst ? partition.sorted.toReversed() : partition.sorted;
  const from = query.after === undefined ? null : positionOf(query.after);
  const found: Row[] = [];
  let last: Row | null = null;
  for (const position of positions) {
    if (from !== null && (query.newestFirst ? position >= from : position <= from)) continue;
    const row = partition.rows.get(position);
    if (row === undefined || !within(textOf(row, rangeKey))) continue;
    if (query.limit !== undefined && found.length >= query.limit) break;
    found.push(row);
    last = found.length === query.limit ? row : null;
  }
  const projected = tableDefinition.indexes.find(({ name }) => name === query.index);
  const visible = projected === undefined ? query.attributes : ["pk", "sk", hashKey, rangeKey, ...projected.project];
  const names = new Set(["pk", "sk", hashKey, rangeKey]);
  return {
    rows: found.map((row) => project(row, visible)),
    last: last === null ? null : Object.fromEntries([...names].map((name) => [name, textOf(last as Row, name)])),
  };
}

function project(row: Row, attributes: readonly string[] | undefined): Row {
  if (attributes === undefined) return row;
  const picked: Record<string, Attribute> = {};
  for (const name of attributes) if (row[name] !== undefined) picked[name] = row[name];
  return picked;
}

function plainOf(row: Row): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      "S" in value ? value.S : "N" in value ? Number(value.N) : value.L.map(({ S }) => S),
    ]),
  );
}

/** As DynamoDB: a comparison with an absent attribute is false. */
function holds(condition: Condition, row: Row | undefined): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((part) => holds(part, row));
    case "any":
      return condition.of.some((part) => holds(part, row));
    case "absent":
      return row?.[condition.attribute] === undefined;
  }
  const value = row?.[condition.attribute];
  if (value === undefined) return false;
  if (condition.kind === "sizeAtMost") return ("L" in value ? value.L.length : -1) <= condition.value;
  if (condition.kind === "equal") return JSON.stringify(value) === JSON.stringify(encodeAttribute(condition.value));
  return "N" in value && Number(value.N) <= condition.value;
}

function apply({ set, remove = [], prepend, add }: Update, old: Row): Row {
  const row: Record<string, Attribute> = { ...old };
  for (const name in set) row[name] = encodeAttribute(set[name] as Plain);
  for (const name of remove) delete row[name];
  if (prepend !== undefined) {
    const list = old[prepend.attribute];
    const before = list !== undefined && "L" in list ? list.L : [];
    row[prepend.attribute] = { L: [...prepend.texts.map((S) => ({ S })), ...before] };
  }
  if (add !== undefined) {
    const value = old[add.attribute];
    row[add.attribute] = { N: String((value !== undefined && "N" in value ? Number(value.N) : 0) + add.value) };
  }
  return row;
}
