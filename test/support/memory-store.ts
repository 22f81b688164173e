import type { Store } from "../../core/store/store.ts";
import type { TableClient } from "../../core/store/table-client.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { makeMemoryTable } from "./memory-table.ts";

/** The real store over a table in memory: what runs against it runs the same code as against DynamoDB. */
export function makeMemoryStore(table: TableClient = makeMemoryTable()): Store {
  let writes = 0;
  return makeTableStore(table, () => `write-${++writes}`);
}
