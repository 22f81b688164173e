import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meterTable } from "../../bench/runner/metered-table.ts";
import type { Item } from "../../core/ledger/item.ts";
import { type DynamoTable, localSettings, makeDynamoTable } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import type { Store } from "../../core/store/store.ts";
import type { Usage } from "../../core/store/table-client.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { aChange, anItem, aUnit, aWorkflow, haixi, put } from "../contract/store-builders.ts";
import { type DynamoDbLocal, hasJava, startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { makeMemoryTable } from "../support/memory-table.ts";

const long = "示例问题：零售终端陈列不规范".repeat(30);
const texts = { description: long, due: "2023-11-05", progress: "推进中" };
const record = { partition: "p", key: "k", value: long, expiresAt: null };
const at = (version: number, patch: Partial<Item>) => anItem("P1", { texts, version, revision: version, ...patch });

/** Every kind of request that the store makes, in an order in which each finds something. */
const steps: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  "a unit": (store) => store.putUnit(aUnit(haixi), 0),
  "the tree": (store) => store.listUnits(),
  "a new item": (store) => put(store, at(1, {}), [aChange("1.1")]),
  "an item that waits": (store) => put(store, at(2, { ahead: { progress: "旧" } }), [aChange("2.1")]),
  "who waits": (store) => store.listDirtySpreadsheets(),
  "an item that moves": (store) => put(store, at(3, { workflow: { ...aWorkflow, state: "CLOSED" } }), [aChange("3.1")]),
  "bookkeeping alone": (store) => put(store, at(4, { workflow: { ...aWorkflow, state: "CLOSED" } })),
  "an item, surely": (store) => store.getItems(["P1"], "STRONG"),
  "items, some absent": (store) => store.getItems(["P1", "P2", "P3"], "EVENTUAL"),
  "a list": (store) => store.listItems({ kind: "problem", path: haixi, descendants: false, first: 10 }),
  "an empty list": (store) => store.listTopicItems("T1", { first: 10 }),
  "the history": (store) => store.listChanges("P1", { first: 10 }),
  "a record": (store) => store.putRecord(record, 0),
  "a shorter record": (store) => store.putRecord({ ...record, value: "v" }, 1),
  "a record that is read": (store) => store.getRecord("p", "k"),
  "a record that is absent": (store) => store.getRecord("p", "none"),
  "a list of records": (store) => store.listRecords("p", { first: 10 }),
  "a record that goes": (store) => store.deleteRecord("p", "k", 2),
  "a lease": (store) => store.acquireLease("s", "owner", 0, 1_000),
  "a base": (store) =>
    store.putBase({ spreadsheetId: "s", tabId: 0, fence: 1, digests: { 1: "d" } }, new Map([[1, { P1: long }]])),
  "a base that is read": (store) => store.getBaseBuckets("s", 0, [1, 2]),
};

describe.skipIf(!hasJava())("the meter", () => {
  let local: DynamoDbLocal;
  let engine: DynamoTable;

  beforeAll(async () => {
    local = await startDynamoDbLocal();
    const settings = { ...localSettings, endpoint: local.endpoint };
    await ensureTable(settings);
    engine = makeDynamoTable(settings);
  });

  afterAll(async () => {
    engine.close();
    await local.stop();
  });

  it("[C3] capacity computed for a table in memory is what an engine reports, step by step", async () => {
    const metered = meterTable(makeMemoryTable());
    const run = async (store: Store, usage: Usage) => {
      const costs: Record<string, Usage> = {};
      for (const [name, step] of Object.entries(steps)) {
        const before = { ...usage };
        await step(store);
        costs[name] = {
          requests: usage.requests - before.requests,
          readUnits: usage.readUnits - before.readUnits,
          writeUnits: usage.writeUnits - before.writeUnits,
        };
      }
      return costs;
    };
    const ids = () => {
      let n = 0;
      return () => `write-${++n}`;
    };

    const reported = await run(makeTableStore(engine, ids()), engine.usage);
    const computed = await run(makeTableStore(metered.table, ids()), metered.usage);

    expect(computed).toEqual(reported);
  });
});
