import type { Item } from "../../../core/ledger/item.ts";
import type { Link } from "../../../core/ledger/link.ts";
import type { Unit } from "../../../core/ledger/unit.ts";
import type { Page, PageRequest, Store, StoreRecord } from "../../../core/store/store.ts";

/** The part of a store that rollups use, in memory. Any other method throws, so that a new use is noticed. */
export interface SmallStore {
  readonly store: Store;
  readonly units: Map<string, Unit>;
  readonly items: Map<string, Item>;
  readonly links: Map<string, Link>;
  readonly records: Map<string, StoreRecord>;
  /** Items read, and records read and written, since the last reset. */
  readonly used: {
    itemQueries: number;
    itemsRead: number;
    recordReads: number;
    recordWrites: number;
    treeReads: number;
  };
  reset(): void;
}

export function makeSmallStore(): SmallStore {
  const units = new Map<string, Unit>();
  const items = new Map<string, Item>();
  const links = new Map<string, Link>();
  const records = new Map<string, StoreRecord>();
  const used = { itemQueries: 0, itemsRead: 0, recordReads: 0, recordWrites: 0, treeReads: 0 };
  const at = (partition: string, key: string) => `${partition}\n${key}`;
  const methods: Partial<Store> = {
    listUnits: async () => {
      used.treeReads += 1;
      return [...units.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    listLinks: async () => [...links.values()],
    getLink: async (id) => links.get(id) ?? null,
    listItems: async ({ kind, path, descendants, first, after }) => {
      const found = [...items.values()].filter((item) => {
        const own = units.get(item.unit)?.path ?? "";
        return item.kind === kind && (descendants ? own.startsWith(path) : own === path);
      });
      const page = pageOf(found, (item) => item.code, { first, ...(after === undefined ? {} : { after }) });
      used.itemQueries += 1;
      used.itemsRead += page.rows.length;
      return page;
    },
    getRecord: async (partition, key) => {
      used.recordReads += 1;
      return records.get(at(partition, key)) ?? null;
    },
    putRecord: async (record, expected) => {
      used.recordWrites += 1;
      const before = records.get(at(record.partition, record.key)) ?? null;
      if (expected !== "ANY" && (before?.revision ?? 0) !== expected) return { ok: false, current: before };
      const value = { ...record, revision: (before?.revision ?? 0) + 1 };
      records.set(at(record.partition, record.key), value);
      return { ok: true, value };
    },
    deleteRecord: async (partition, key, expected) => {
      used.recordWrites += 1;
      if (records.get(at(partition, key))?.revision !== expected) return false;
      return records.delete(at(partition, key));
    },
    listRecords: async (partition, { prefix = "", newestFirst = false, ...page }) => {
      const found = [...records.values()].filter((row) => row.partition === partition && row.key.startsWith(prefix));
      const answer = pageOf(found, ({ key }) => key, page, newestFirst);
      used.recordReads += Math.max(1, answer.rows.length);
      return answer;
    },
  };
  const store = new Proxy(methods as Store, {
    get: (target, name: keyof Store) => {
      const method = target[name];
      if (method === undefined) throw new Error(`rollups are not expected to call ${String(name)}`);
      return method;
    },
  });
  const reset = () => {
    for (const name of Object.keys(used) as (keyof typeof used)[]) used[name] = 0;
  };
  return { store, units, items, links, records, used, reset };
}

function pageOf<T>(rows: readonly T[], keyOf: (row: T) => string, page: PageRequest, reverse = false): Page<T> {
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) === reverse ? 1 : -1));
  const { after } = page;
  const rest =
    after === undefined ? sorted : sorted.filter((row) => (reverse ? keyOf(row) < after : keyOf(row) > after));
  const taken = rest.slice(0, page.first);
  const last = taken.at(-1);
  return { rows: taken, next: rest.length > taken.length && last !== undefined ? keyOf(last) : null };
}
