import { localSettings, makeDynamoTable } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import type { Engine } from "./store.ts";

/** Any engine that speaks DynamoDB at an endpoint; a new table for each test. */
export function makeDynamoEngine(endpoint: string, stop: () => Promise<void>): Engine {
  let tables = 0;
  let writes = 0;
  const opened: { close(): void }[] = [];
  return {
    async open() {
      const settings = { ...localSettings, endpoint, tableName: `table-${++tables}` };
      await ensureTable(settings);
      const table = makeDynamoTable(settings);
      opened.push(table);
      return { store: makeTableStore(table, () => `write-${++writes}`), table, usage: table.usage };
    },
    async close() {
      for (const table of opened) table.close();
      await stop();
    },
  };
}
