import type { Row } from "../../core/store/table-client.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { makeMemoryTable } from "../support/memory-table.ts";
import { only, type Resource } from "./resource.ts";

/** The units of a freshly deployed table, as the store reads them. */
export async function unitsAtBirth(resources: readonly Resource[]) {
  const { inputs } = only(resources, "aws:dynamodb/tableItem:TableItem", "RootUnit");
  const table = makeMemoryTable();
  await table.put(JSON.parse(inputs.item) as Row);
  return makeMemoryStore(table).listUnits();
}
