import { rowBytes } from "../../core/store/codec.ts";
import type { Plain, Query, Row, TableClient, Usage } from "../../core/store/table-client.ts";

/**
 * A table that counts what DynamoDB would bill: half a read unit for each 4 KB begun of one request (a whole one when
 * consistent), a write unit for each 1 KB begun of a row, indexes not counted.
 */
export function withUsage(table: TableClient): { readonly table: TableClient; readonly usage: Usage; reset(): void } {
  const usage: Usage = { requests: 0, readUnits: 0, writeUnits: 0 };
  const read = (rows: readonly Row[], consistent: boolean | undefined) => {
    const bytes = rows.reduce((sum, row) => sum + bytesOf(row), 0);
    usage.requests += 1;
    usage.readUnits += Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
  };
  const write = (row: Row | null) => {
    usage.requests += 1;
    usage.writeUnits += row === null ? 1 : Math.max(1, Math.ceil(bytesOf(row) / 1024));
  };
  return {
    usage,
    reset: () => Object.assign(usage, { requests: 0, readUnits: 0, writeUnits: 0 }),
    table: {
      async get(key, consistent, attributes) {
        // What is read is the whole row, whatever is asked of it.
        const row = await table.get(key, consistent);
        read(row === null ? [] : [row], consistent);
        return attributes === undefined ? row : table.get(key, consistent, attributes);
      },
      async getMany(keys, consistent, attributes) {
        for (const row of await table.getMany(keys, consistent)) read([row], consistent);
        return table.getMany(keys, consistent, attributes);
      },
      async query(query: Query) {
        const { attributes: _, ...whole } = query;
        const answer = await table.query(whole);
        read(answer.rows, query.consistent);
        return query.attributes === undefined ? answer : table.query(query);
      },
      put: (row, condition) => {
        write(row);
        return table.put(row, condition);
      },
      async update(key, update, condition) {
        write(await table.get(key, false));
        return table.update(key, update, condition);
      },
      remove: (key, condition) => {
        write(null);
        return table.remove(key, condition);
      },
      putMany: (rows) => {
        for (const row of rows) write(row);
        return table.putMany(rows);
      },
      removeMany: (keys) => {
        for (const _ of keys) write(null);
        return table.removeMany(keys);
      },
    },
  };
}

function bytesOf(row: Row): number {
  const plain: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(row))
    plain[name] = "S" in value ? value.S : "N" in value ? Number(value.N) : value.L.map(({ S }) => S);
  return rowBytes(plain);
}
