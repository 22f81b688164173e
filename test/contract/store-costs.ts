import { describe, expect, test } from "vitest";
import type { Unit } from "../../core/ledger/unit.ts";
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

/** Items as in docs/spec/store.md: about 1 KB of attributes each, JSON and keys together. */
export function costRules(open: Open): void {
  describe("cost", () => {
    test("[S24] lists take one request and half a unit for each 4 KB", async () => {
      const { store, usage } = await open();
      const codes = Array.from({ length: 120 }, (_, i) => `P7K3M9Q2X4T${i}`);
      const dated = { texts: { description: "示例问题", due: "2023-11-05" }, topicCode: "T7K3M9Q2X4TBD" };
      await Promise.all(codes.map((code) => put(store, anItem(code, dated), [aChange("1.1")])));
      const units: readonly Unit[] = ["cn/", "cn/qh/", haixi].map((path) => aUnit(path));
      for (const unit of units) await store.putUnit(unit, 0);

      const query = { kind: "problem", path: haixi, descendants: false, first: 100 } as const;
      expectCost(await costOf(usage, () => store.listUnits()), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listItems(query)), 1, 20, 0);
      expectCost(await costOf(usage, () => store.listItems({ ...query, state: "REGISTERED" })), 1, 20, 0);
      expectCost(await costOf(usage, () => store.listItems({ ...query, state: "CLOSED" })), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listTopicItems("T7K3M9Q2X4TBD", { first: 100 })), 1, 20, 0);
      expectCost(await costOf(usage, () => store.listOpenByDue("qh", "2024-01-01", { first: 100 })), 1, 2, 0);
      expectCost(await costOf(usage, () => store.listChanges("P7K3M9Q2X4T1", { first: 20 })), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listDirtySpreadsheets()), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.listDirtyCodes("sheet-1")), 1, 0.5, 0);
      expectCost(await costOf(usage, () => store.getItems(codes.slice(0, 100), "EVENTUAL")), 1, 50, 0);
    });

    test("[S24] a write costs what changed: the row, and the indexes that show it", async () => {
      const { store, usage } = await open();
      await put(store, anItem("P1"));
      const edit = () => put(store, anItem("P1", { version: 2, revision: 2 }), [aChange("2.1")]);
      expectCost(await costOf(usage, edit), 1, 0, 4);
      const moved = { ...aWorkflow, state: "SUBMITTED" } as const;
      const submit = () => put(store, anItem("P1", { version: 3, revision: 3, workflow: moved }), [aChange("3.1")]);
      expectCost(await costOf(usage, submit), 1, 0, 6);

      const root = { spreadsheetId: "s", tabId: 0, fence: 1, digests: { 3: "digest" } };
      const base = () => store.putBase(root, new Map([[3, { P1: "digest" }]]));
      expectCost(await costOf(usage, base), 3, 1, 2);
      expectCost(await costOf(usage, () => store.acquireLease("s", "a", 1, 1)), 1, 0, 1);
      expectCost(await costOf(usage, () => store.putJournal("s", 1, null)), 1, 0, 1);
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
