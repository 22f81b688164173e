import { createRequire } from "node:module";

/**
 * dynalite 4.0.0 writes a row's index entries and then the row, each on its own. A process that is killed in between
 * leaves an index that shows what was never accepted, and nothing repairs it. Here the row and its index entries become
 * one LevelDB batch, which is all or nothing. Known to fit exactly that version, which package.json pins.
 */

type Callback = (error?: unknown) => void;
type DynaliteRow = Readonly<Record<string, unknown>>;
interface SubDatabase {
  put(key: string, value: DynaliteRow, done: Callback): void;
}
interface LevelDatabase {
  open(): Promise<void>;
  batch(operations: readonly object[], done: Callback): void;
  iterator(range: object): AsyncIterable<[string, StoredTable]>;
  put(key: string, table: StoredTable): Promise<void>;
}
interface StoredTable {
  readonly TableStatus: string;
  readonly GlobalSecondaryIndexes?: readonly object[];
}
interface DynaliteStore {
  readonly db: LevelDatabase;
  getItemDb(table: string): SubDatabase;
}
interface Table {
  readonly TableName: string;
  readonly GlobalSecondaryIndexes?: readonly object[];
}
interface DynaliteDb {
  create(options: object): DynaliteStore;
  updateIndexes(
    store: DynaliteStore,
    table: Table,
    existing: DynaliteRow | undefined,
    row: DynaliteRow | null,
    done: Callback,
  ): void;
  getIndexActions(
    indexes: readonly object[],
    existing: DynaliteRow | undefined,
    row: DynaliteRow,
    table: Table,
  ): {
    readonly puts: readonly { readonly index: string; readonly key: string; readonly item: DynaliteRow }[];
    readonly deletes: readonly { readonly index: string; readonly key: string }[];
  };
}

let done = false;
const stores = new WeakMap<object, DynaliteStore>();

/**
 * Waits until the LevelDB of a dynalite made with these options is open, and ends the creation of a table whose process
 * was killed in the middle of it: dynalite would leave it unusable for ever. Errors: Level's own, e.g. when it is in use.
 */
export async function whenReady(options: object): Promise<void> {
  const db = stores.get(options)?.db;
  if (db === undefined) throw new Error("no dynalite was made with these options");
  await db.open();
  for await (const [key, table] of db.iterator({ gte: "table~", lt: "table~~" })) {
    if (table.TableStatus !== "CREATING") continue;
    const indexes = table.GlobalSecondaryIndexes?.map((index) => ({ ...index, IndexStatus: "ACTIVE" }));
    const ended = { ...table, TableStatus: "ACTIVE" };
    await db.put(key, indexes === undefined ? ended : { ...ended, GlobalSecondaryIndexes: indexes });
  }
}

/** Call before dynalite is made. Calling it again does nothing. */
export function makeWritesAtomic(): void {
  if (done) return;
  done = true;
  const dynalite = createRequire(import.meta.url)("dynalite/db") as DynaliteDb;
  /** Index operations that wait for the write of their row, by the row object itself. */
  const waiting = new WeakMap<DynaliteRow, readonly object[]>();

  const updateIndexes = dynalite.updateIndexes;
  dynalite.updateIndexes = (store, table, existing, row, next) => {
    // Rows of an index are never deleted by this system; whatever else is deleted goes dynalite's own way.
    if (row === null) return updateIndexes(store, table, existing, row, next);
    const { puts, deletes } = dynalite.getIndexActions(table.GlobalSecondaryIndexes ?? [], existing, row, table);
    const at = (index: string, key: string) => `index-global~${table.TableName}~${index}~${key}`;
    waiting.set(row, [
      ...deletes.map(({ index, key }) => ({ type: "del", key: at(index, key) })),
      ...puts.map(({ index, key, item }) => ({ type: "put", key: at(index, key), value: item })),
    ]);
    next();
  };

  const create = dynalite.create;
  dynalite.create = (options) => {
    const store = create(options);
    stores.set(options, store);
    const getItemDb = store.getItemDb;
    const patched = new WeakSet<SubDatabase>();
    store.getItemDb = (name) => {
      const rows = getItemDb(name);
      if (patched.has(rows)) return rows;
      patched.add(rows);
      rows.put = (key, row, next) => {
        const operations = [...(waiting.get(row) ?? []), { type: "put", key: `item-${name}~${key}`, value: row }];
        store.db.batch(operations, next);
      };
      return rows;
    };
    return store;
  };
}
