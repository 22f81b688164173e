import { type IndexName, type Key, tableDefinition } from "../../core/store/keys.ts";
import type { Row, TableClient, Usage } from "../../core/store/table-client.ts";
import { textOf } from "../../core/store/table-client.ts";

/**
 * Counts what DynamoDB would bill for a table that is in memory, by its published rules: a read unit for each 4 KB that
 * is read consistently and half of one otherwise, a write unit for each begun KB of the row and of every index entry
 * that changes. A test compares it with the figures of an engine. For one caller at a time.
 */
export function meterTable(table: TableClient): { readonly table: TableClient; readonly usage: Usage } {
  const usage: Usage = { requests: 0, readUnits: 0, writeUnits: 0 };
  const read = (bytes: number, consistent: boolean) => {
    usage.readUnits += Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
  };
  const wholeRow = async (key: Key) => table.get(key, true);

  async function write<T>(keys: readonly Key[], action: () => Promise<T>): Promise<T> {
    const before = await Promise.all(keys.map(wholeRow));
    const done = await action();
    const after = await Promise.all(keys.map(wholeRow));
    keys.forEach((_, i) => {
      usage.writeUnits += writeUnits(before[i] ?? null, after[i] ?? null);
    });
    return done;
  }

  const metered: TableClient = {
    async get(key, consistent, attributes) {
      usage.requests += 1;
      read(rowSize(await wholeRow(key)), consistent);
      return table.get(key, consistent, attributes);
    },
    async getMany(keys, consistent, attributes) {
      usage.requests += Math.ceil(keys.length / 100);
      for (const key of keys) {
        const row = await wholeRow(key);
        if (row !== null) read(rowSize(row), consistent);
      }
      return table.getMany(keys, consistent, attributes);
    },
    async query(query) {
      const { attributes, ...whole } = query;
      const bytes = (await table.query(whole)).rows.reduce((sum, row) => sum + rowSize(row), 0);
      // One answer holds at most 1 MB; the table in memory gives all of it at once.
      usage.requests += Math.max(1, Math.ceil(bytes / 2 ** 20));
      if (bytes > 0) read(bytes, query.consistent ?? false);
      return table.query(query);
    },
    put(row, condition) {
      usage.requests += 1;
      return write([{ pk: textOf(row, "pk"), sk: textOf(row, "sk") }], () => table.put(row, condition));
    },
    update(key, update, condition) {
      usage.requests += 1;
      return write([key], () => table.update(key, update, condition));
    },
    remove(key, condition) {
      usage.requests += 1;
      return write([key], () => table.remove(key, condition));
    },
    putMany(rows) {
      usage.requests += Math.ceil(rows.length / 25);
      const keys = rows.map((row) => ({ pk: textOf(row, "pk"), sk: textOf(row, "sk") }));
      return write(keys, () => table.putMany(rows));
    },
    removeMany(keys) {
      usage.requests += Math.ceil(keys.length / 25);
      return write(keys, () => table.removeMany(keys));
    },
  };
  return { table: metered, usage };
}

const writeSize = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024));

function writeUnits(before: Row | null, after: Row | null): number {
  const row = writeSize(Math.max(rowSize(before), rowSize(after)));
  return tableDefinition.indexes.reduce(
    (sum, { name }) => sum + indexUnits(entryOf(name, before), entryOf(name, after)),
    row,
  );
}

interface Entry {
  readonly key: string;
  readonly row: Row;
}

/** A moved entry is deleted and put; an entry that shows nothing of the change costs nothing. */
function indexUnits(before: Entry | null, after: Entry | null): number {
  if (before === null && after === null) return 0;
  if (before === null || after === null) return writeSize(rowSize((after ?? before)?.row ?? null));
  if (before.key !== after.key) return writeSize(rowSize(before.row)) + writeSize(rowSize(after.row));
  if (JSON.stringify(before.row) === JSON.stringify(after.row)) return 0;
  return writeSize(Math.max(rowSize(before.row), rowSize(after.row)));
}

function entryOf(name: IndexName, row: Row | null): Entry | null {
  const index = tableDefinition.indexes.find((one) => one.name === name);
  if (row === null || index === undefined) return null;
  const { hashKey, rangeKey, project } = index;
  if (row[hashKey] === undefined || row[rangeKey] === undefined) return null;
  const shown = [...new Set(["pk", "sk", hashKey, rangeKey, ...project])].sort();
  const entry = Object.fromEntries(shown.flatMap((shownName) => (row[shownName] ? [[shownName, row[shownName]]] : [])));
  return { key: `${textOf(row, hashKey)} ${textOf(row, rangeKey)}`, row: entry };
}

/** Names and values in UTF-8; a number takes half a byte a digit and one; a list 3 bytes and one for each member. */
function rowSize(row: Row | null): number {
  if (row === null) return 0;
  let bytes = 0;
  for (const [name, value] of Object.entries(row)) {
    bytes += Buffer.byteLength(name);
    if ("S" in value) bytes += Buffer.byteLength(value.S);
    else if ("N" in value) bytes += Math.ceil(value.N.replace(/[^0-9]/g, "").replace(/^0+|0+$/g, "").length / 2) + 1;
    else bytes += value.L.reduce((sum, { S }) => sum + Buffer.byteLength(S) + 1, 3);
  }
  return bytes;
}
