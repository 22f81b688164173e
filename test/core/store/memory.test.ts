import { storeContract } from "../../contract/store.ts";
import { makeMemoryStore } from "../../support/memory-store.ts";
import { makeMemoryTable } from "../../support/memory-table.ts";

storeContract("a table in memory", async () => ({
  open: async () => {
    const table = makeMemoryTable();
    return { store: makeMemoryStore(table), table, usage: null };
  },
  close: async () => {},
}));
