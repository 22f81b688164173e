import { describe, expect, test } from "vitest";
import type { Journal } from "../../core/ledger/link.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { Crash, makeFaulty } from "../support/faulty.ts";
import type { Open } from "./store.ts";
import { aLink, aUnit, readPages } from "./store-builders.ts";

const root = (fence: number, digests: Record<number, string> = {}) => ({
  spreadsheetId: "s",
  tabId: 7,
  fence,
  digests,
});

function aJournal(writes: number, passId = "pass-1"): Journal {
  return {
    passId,
    fence: 1,
    allotted: [{ code: "P1", kind: "problem", tabId: 7 }],
    // A character outside the basic plane, so that some cut between two parts would fall into the middle of one.
    writes: Array.from({ length: writes }, (_, i) => ({
      tabId: 7,
      code: `P${i}`,
      field: "progress",
      text: "👍".repeat(8),
    })),
    stored: [],
    recent: [],
  };
}

export function sheetRules(open: Open): void {
  describe("spreadsheets", () => {
    test("[S5] links and units need the revision they were read with", async () => {
      const { store } = await open();
      const link = aLink("s");
      expect(await store.putLink(link, 0)).toEqual({ ok: true, value: link });
      const paused = { ...link, state: "PAUSED" as const };
      expect(await store.putLink(paused, 1)).toEqual({ ok: true, value: { ...paused, revision: 2 } });
      expect(await store.putLink(link, 1)).toEqual({ ok: false, current: { ...paused, revision: 2 } });
      expect(await store.getLink("s")).toEqual({ ...paused, revision: 2 });
      expect(await store.getLink("s#")).toBeNull();
      await store.putLink(aLink("s#"), 0);
      expect((await store.listLinks()).map(({ spreadsheetId }) => spreadsheetId)).toEqual(["s", "s#"]);
      expect(await store.putUnit(aUnit("cn/"), 1)).toEqual({ ok: false, current: null });
      expect(await store.putUnit(aUnit("cn/"), 0)).toEqual({ ok: true, value: aUnit("cn/") });
      // The same code below another parent is the same unit.
      expect(await store.putUnit(aUnit("cn/qh/cn/"), 0)).toEqual({ ok: false, current: aUnit("cn/") });
    });

    test("[S19] a lease excludes others until it runs out or is released, and its fence only grows", async () => {
      const { store } = await open();
      const first = await store.acquireLease("s", "a", 1_000, 500);
      expect(first).toEqual({ spreadsheetId: "s", owner: "a", fence: 1, expiresAtMs: 1_500 });
      expect(await store.acquireLease("s", "b", 1_499, 500)).toBeNull();
      expect(await store.acquireLease("s2", "b", 1_000, 500)).toMatchObject({ fence: 1 });
      const second = await store.acquireLease("s", "b", 1_500, 500);
      expect(second).toEqual({ spreadsheetId: "s", owner: "b", fence: 2, expiresAtMs: 2_000 });
      if (second !== null) await store.releaseLease(second);
      expect(await store.acquireLease("s", "c", 1_600, 500)).toMatchObject({ owner: "c", fence: 3 });
      expect(await store.acquireLease("s", "c", 1_601, 500)).toMatchObject({ owner: "c", fence: 4 });
    });

    test("[S19] of ten workers that want a lease at once one gets it", async () => {
      const { store } = await open();
      const asked = Array.from({ length: 10 }, (_, i) => store.acquireLease("s", `w${i}`, 1_000, 500));
      expect((await Promise.all(asked)).filter((lease) => lease !== null)).toHaveLength(1);
    });

    test("[S20] a lost lease is neither renewed nor released", async () => {
      const { store } = await open();
      const first = await store.acquireLease("s", "a", 1_000, 500);
      if (first === null) throw new Error("no lease");
      const renewed = await store.renewLease(first, 1_200, 500);
      expect(renewed).toEqual({ ...first, expiresAtMs: 1_700 });
      expect(await store.acquireLease("s", "b", 1_699, 500)).toBeNull();
      expect(await store.renewLease(first, 1_800, 500)).toMatchObject({ expiresAtMs: 2_300 });
      const second = await store.acquireLease("s", "b", 2_300, 500);
      expect(second).toMatchObject({ owner: "b", fence: 2 });
      expect(await store.renewLease(first, 2_301, 500)).toBeNull();
      await store.releaseLease(first);
      expect(await store.acquireLease("s", "c", 2_302, 500)).toBeNull();
      if (second === null) throw new Error("no lease");
      await store.releaseLease(second);
      expect(await store.renewLease(second, 2_303, 500)).toBeNull();
    });

    test("[S20] an owner that asks again fences off its older self", async () => {
      const { store } = await open();
      const older = await store.acquireLease("s", "a", 1_000, 500);
      await store.acquireLease("s", "a", 1_001, 500);
      expect(older !== null && (await store.renewLease(older, 1_002, 500))).toBeNull();
    });

    test("[S3] base buckets come back as they were stored, absent ones are absent", async () => {
      const { store } = await open();
      expect(await store.getBaseRoot("s", 7)).toBeNull();
      const buckets = new Map([
        [0, { P1: "d1" }],
        [1, { P2: "d2", ["__proto__"]: "d3" }],
        [11, {}],
      ]);
      expect(await store.putBase(root(1, { 0: "a", 1: "b", 11: "c" }), buckets)).toBe(true);
      expect(await store.getBaseRoot("s", 7)).toEqual(root(1, { 0: "a", 1: "b", 11: "c" }));
      expect(await store.getBaseBuckets("s", 7, [0, 1, 11, 12, 0])).toEqual(buckets);
      expect(await store.getBaseBuckets("s", 77, [0])).toEqual(new Map());
      expect(await store.getBaseRoot("s", 77)).toBeNull();
    });

    test("[S21] a worker with an older fence writes neither base nor journal", async () => {
      const { store } = await open();
      expect(await store.putBase(root(2, { 0: "new" }), new Map([[0, { P1: "new" }]]))).toBe(true);
      expect(await store.putBase(root(1, { 0: "old" }), new Map([[0, { P1: "old" }]]))).toBe(false);
      expect(await store.putBase(root(1, { 0: "old" }), new Map())).toBe(false);
      expect(await store.getBaseRoot("s", 7)).toEqual(root(2, { 0: "new" }));
      expect(await store.getBaseBuckets("s", 7, [0])).toEqual(new Map([[0, { P1: "new" }]]));
      expect(await store.putJournal("s", 2, aJournal(1))).toBe(true);
      expect(await store.putJournal("s", 1, null)).toBe(false);
      expect(await store.getJournal("s")).toEqual(aJournal(1));
      expect(await store.putJournal("s", 2, null)).toBe(true);
      expect(await store.getJournal("s")).toBeNull();
    });

    test("[S21] a newer lease alone shuts out the older worker, although nothing was written under it", async () => {
      const { store } = await open();
      await store.acquireLease("s", "a", 1_000, 500);
      expect(await store.putJournal("s", 1, aJournal(1))).toBe(true);
      await store.acquireLease("s", "b", 2_000, 500);
      expect(await store.putJournal("s", 1, aJournal(2))).toBe(false);
      expect(await store.putBase(root(1, { 0: "old" }), new Map([[0, { P1: "old" }]]))).toBe(false);
      expect(await store.getBaseBuckets("s", 7, [0])).toEqual(new Map());
      expect(await store.getJournal("s")).toEqual(aJournal(1));
    });

    test("[S21] a bucket that a newer worker has written stops the older one before its root", async () => {
      const { store, table } = await open();
      let puts = 0;
      const faulty = makeFaulty(table, (moment, method) => {
        if (moment === "before" && method === "put" && ++puts === 2) throw new Crash("before the root");
      });
      const newer = makeTableStore(faulty, () => "w").putBase(root(2, { 0: "new" }), new Map([[0, { P1: "new" }]]));
      await expect(newer).rejects.toThrow(Crash);
      expect(await store.putBase(root(1, { 0: "old" }), new Map([[0, { P1: "old" }]]))).toBe(false);
      expect(await store.getBaseRoot("s", 7)).toBeNull();
      expect(await store.getBaseBuckets("s", 7, [0])).toEqual(new Map([[0, { P1: "new" }]]));
    });

    test("[S22] a crash between buckets and root leaves the old root", async () => {
      const { store, table } = await open();
      await store.putBase(root(1, { 0: "a" }), new Map([[0, { P1: "a" }]]));
      let puts = 0;
      const faulty = makeFaulty(table, (moment, method) => {
        if (moment === "before" && method === "put" && ++puts === 2) throw new Crash("before the root");
      });
      const crashing = makeTableStore(faulty, () => "w");
      await expect(crashing.putBase(root(1, { 0: "b" }), new Map([[0, { P1: "b" }]]))).rejects.toThrow(Crash);
      expect(await store.getBaseRoot("s", 7)).toEqual(root(1, { 0: "a" }));
      expect(await store.getBaseBuckets("s", 7, [0])).toEqual(new Map([[0, { P1: "b" }]]));
    });

    test("[S23] a journal of any length is stored whole, and survives lease changes", async () => {
      const { store } = await open();
      expect(await store.getJournal("s")).toBeNull();
      for (const writes of [0, 5_000, 9_000, 3, 6_000, 6_001]) {
        expect(await store.putJournal("s", 1, aJournal(writes))).toBe(true);
        expect(await store.getJournal("s")).toEqual(aJournal(writes));
      }
      // One letter more in front moves every cut by one, into the middle of a character at one time or the other.
      for (const passId of ["p", "pp"]) {
        expect(await store.putJournal("s", 1, aJournal(6_001, passId))).toBe(true);
        expect(await store.getJournal("s")).toEqual(aJournal(6_001, passId));
      }
      const lease = await store.acquireLease("s", "a", 1, 1);
      if (lease !== null) await store.releaseLease(lease);
      expect(await store.getJournal("s")).toEqual(aJournal(6_001, "pp"));
    });

    test("[S23] a crash in the middle of a long journal leaves the one before", async () => {
      const { store, table } = await open();
      for (const before of [aJournal(1, "short"), aJournal(4_000, "long")]) {
        for (let place = 1; place <= 3; place++) {
          await store.putJournal("s", 1, before);
          let writes = 0;
          const faulty = makeFaulty(table, (moment, method) => {
            if (moment === "before" && method !== "get" && ++writes === place) throw new Crash(`write ${place}`);
          });
          const crashing = makeTableStore(faulty, () => "w");
          await expect(crashing.putJournal("s", 1, aJournal(4_001, "next"))).rejects.toThrow(Crash);
          expect(await store.getJournal("s")).toEqual(before);
        }
      }
    });

    test("[S17] records are listed in the order of their keys, either way, limited to a prefix", async () => {
      const { store } = await open();
      const keys = ["", "a", "a#", "a#1", "a#2", "ab", "b"];
      for (const key of keys) {
        await store.putRecord({ partition: "p", key, value: `"=1+1 ${key}"`, expiresAt: null }, 0);
        await store.putRecord({ partition: "p#", key, value: "{}", expiresAt: null }, 0);
      }
      const listed = async (query: { prefix?: string; newestFirst?: boolean }) =>
        (await readPages(2, (page) => store.listRecords("p", { ...query, ...page }))).rows.map(({ key }) => key);
      expect(await listed({})).toEqual(keys);
      expect(await listed({ newestFirst: true })).toEqual([...keys].reverse());
      expect(await listed({ prefix: "a#" })).toEqual(["a#", "a#1", "a#2"]);
      expect(await listed({ prefix: "a", newestFirst: true })).toEqual(["ab", "a#2", "a#1", "a#", "a"]);
      expect(await store.getRecord("p", "a#1")).toMatchObject({ value: '"=1+1 a#1"', revision: 1 });
    });

    test("[S5] a record is put and deleted only at its revision, or at any", async () => {
      const { store } = await open();
      const record = { partition: "p", key: "k", value: "1", expiresAt: 1_700_000_000 };
      const first = { ...record, revision: 1 };
      expect(await store.putRecord(record, 1)).toEqual({ ok: false, current: null });
      expect(await store.putRecord(record, 0)).toEqual({ ok: true, value: first });
      expect(await store.putRecord(record, 0)).toEqual({ ok: false, current: first });
      const second = { ...record, value: "2", expiresAt: null, revision: 2 };
      expect(await store.putRecord({ ...record, value: "2", expiresAt: null }, "ANY")).toEqual({
        ok: true,
        value: second,
      });
      expect(await store.deleteRecord("p", "k", 1)).toBe(false);
      expect(await store.getRecord("p", "k")).toEqual(second);
      expect(await store.deleteRecord("p", "k", 2)).toBe(true);
      expect(await store.getRecord("p", "k")).toBeNull();
      expect(await store.putRecord(record, "ANY")).toEqual({ ok: true, value: first });
    });
  });
}
