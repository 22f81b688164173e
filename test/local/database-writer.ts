import { localSettings, makeDynamoStore } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import { startDatabase } from "../../local/database.ts";
import { aChange, anItem, put } from "../contract/store-builders.ts";

/**
 * Run as a process of its own, to be killed: writes items one after the other and prints each revision once it is
 * acknowledged. Items change their state and due date with each write, so that every index entry moves.
 */
const [dataDir = ""] = process.argv.slice(2);
const database = await startDatabase({ dataDir });
const settings = { ...localSettings, endpoint: database.endpoint };
await ensureTable(settings);
let writes = 0;
const store = makeDynamoStore({ ...settings, newWriteId: () => `${process.pid}-${++writes}` });
const before = await store.getItems(["P0", "P1", "P2"], "STRONG");
await Promise.all(
  ["P0", "P1", "P2"].map(async (code) => {
    for (let revision = (before.get(code)?.revision ?? 0) + 1; ; revision++) {
      const texts = { description: "示例".repeat(500), due: `2023-11-${String((revision % 28) + 1).padStart(2, "0")}` };
      await put(store, anItem(code, { version: revision, revision, texts }), [aChange(`${revision}.1`)]);
      process.stdout.write(`${code} ${revision}\n`);
    }
  }),
);
