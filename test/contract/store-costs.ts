import { describe, expect, test } from "vitest";
import type { Item } from "../../core/ledger/item.ts";
import type { Usage } from "../../core/store/table-client.ts";
import type { Open } from "./store.ts";
import { aChange, anItem, aUnit, aWorkflow, haixi, put } from "./store-builders.ts";

/** What an action used; null where the engine does not count. */
async function costOf(usage: Usage | null, action: () => Promise<unknown>): Promise<Usage | null> {
  const before = usage === null ? null : { ...usage };
  await action();
  if (usage === null || before === null) return null;
  return {
    requests: usage.requests - before.requests,
    readUnits: usage.readUnits - before.readUnits,
    writeUnits: usage.writeUnits - before.writeUnits,
  };
}

function expectCost(cost: Usage | null, requests: number, readUnits: number, writeUnits: number): void {
  if (cost === null) return;
  expect(cost.requests).toBe(requests);
  expect(cost.readUnits).toBeLessThanOrEqual(readUnits);
  expect(cost.writeUnits).toBeLessThanOrEqual(writeUnits);
}

/** As a county's ledger has them: about 0.9 KB each with keys. */
const ordinary: Partial<Item> = {
  texts: {
    description: "示例问题：零售终端陈列不规范，客户反映配送不及时",
    category: "发展",
    source: "调研",
    measures: "1.走访零售客户\n2.调整配送线路",
    leader: "示例甲",
    department: "专卖科",
    owner: "示例乙",
    due: "2023-11-05",
    progress: "推进中",
  },
  topicCode: "T7K3M9Q2X4TBD",
  row: { spreadsheetId: "1".repeat(44), tabId: 0, presence: "PRESENT", missingSince: null },
};

export function costRules(open: Open): void {
  describe("cost", () => {
    test("[S24] lists take one request and half a unit for each 4 KB", async () => {
      const { store, usage } = await open();
      const codes = Array.from({ length: 120 }, (_, i) => `P7K3M9Q2X${String(i).padStart(4, "0")}`);
      await Promise.all(codes.map((code) => put(store, anItem(code, ordinary), [aChange("1.1")])));
      for (const path of ["cn/", "cn/qh/", haixi]) await store.putUnit(aUnit(path), 0);

      const query = { kind: "problem", path: haixi, descendants: false, first: 100 } as const;
      const topic = ordinary.topicCode ?? "";
      expectCost(await costOf(usage, () => store.listUnits()), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listItems(query)), 1, 12, 0);
      expectCost(await costOf(usage, () => store.listItems({ ...query, state: "REGISTERED" })), 1, 12, 0);
      expectCost(await costOf(usage, () => store.listItems({ ...query, state: "CLOSED" })), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listTopicItems(topic, { first: 100 })), 1, 12, 0);
      expectCost(await costOf(usage, () => store.listOpenByDue("qh", "2024-01-01", { first: 100 })), 1, 2, 0);
      expectCost(await costOf(usage, () => store.listChanges("P7K3M9Q2X0001", { first: 20 })), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listDirtySpreadsheets()), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listDirtyCodes("1".repeat(44))), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.getItems(codes.slice(0, 100), "EVENTUAL")), 1, 50, 0);
    });

    test("[S24] a write costs what changed: the row, and the indexes that show it", async () => {
      const { store, usage } = await open();
      await put(store, anItem("P7K3M9Q2X4TBD", ordinary), [aChange("1.1")]);
      const at = (version: number, patch: Partial<Item> = {}) => {
        const item = anItem("P7K3M9Q2X4TBD", { ...ordinary, ...patch, version, revision: version });
        return () => put(store, item, [aChange(`${version}.1`)]);
      };
      expectCost(await costOf(usage, at(2)), 1, 0, 4);
      expectCost(await costOf(usage, at(3, { ahead: { progress: "旧" } })), 1, 0, 5);
      // The key of two indexes moves, which is a deletion and a new entry in each, and the waiting marker goes.
      expectCost(await costOf(usage, at(4, { workflow: { ...aWorkflow, state: "SUBMITTED" } })), 1, 0, 7);
    });

    test("[S24] what a pass keeps costs little and grows with what changed", async () => {
      const { store, usage } = await open();
      const digests = Object.fromEntries(Array.from({ length: 64 }, (_, i) => [i, "0123456789abcdef"]));
      const root = { spreadsheetId: "s", tabId: 0, fence: 1, digests };
      const base = (buckets: number) =>
        store.putBase(root, new Map(Array.from({ length: buckets }, (_, i) => [i, { P1: "digest" }])));
      expectCost(await costOf(usage, () => base(1)), 3, 1, 3);
      expectCost(await costOf(usage, () => base(5)), 7, 1, 7);
      expectCost(await costOf(usage, () => store.acquireLease("s", "a", 1, 1)), 1, 0, 1);
      expectCost(await costOf(usage, () => store.putJournal("s", 1, null)), 1, 0, 1);
      expectCost(await costOf(usage, () => store.getBaseRoot("s", 0)), 1, 1, 0);
    });

    test("[S24] a move of older history costs its rows once", async () => {
      const { store, usage } = await open();
      for (let version = 1; version <= 10; version++) {
        await put(store, anItem("P1", { version, revision: version }), [aChange(`${version}.1`)]);
      }
      const overflow = () => put(store, anItem("P1", { version: 11, revision: 11 }), [aChange("11.1")]);
      // The refused write, the read, the copies, the write.
      expectCost(await costOf(usage, overflow), 4, 2, 25);
      const after = () => put(store, anItem("P1", { version: 12, revision: 12 }), [aChange("12.1")]);
      expectCost(await costOf(usage, after), 1, 0, 4);
    });
  });
}
