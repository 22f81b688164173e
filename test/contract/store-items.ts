import { describe, expect, test } from "vitest";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Item } from "../../core/ledger/item.ts";
import { limits } from "../../core/limits.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import type { Open } from "./store.ts";
import { aChange, aLink, anItem, aUnit, failureOf, haixi, put } from "./store-builders.ts";

const awkwardTexts: Readonly<Record<string, string>> = {
  blank: " ",
  formula: "=1+1",
  quotes: '"\\\n\t\u0000',
  long: "测".repeat(10_000),
  emoji: "👩‍👩‍👧",
  halfCharacter: "\ud83d",
  key: "a#b!c%d/e",
};

export function itemRules(open: Open): void {
  describe("items", () => {
    test("[S3] an item comes back as it was stored, whatever its texts", async () => {
      const { store } = await open();
      const item = anItem("P1", { texts: awkwardTexts, ahead: { remark: "" } });
      const change = aChange("1.1", { before: "", after: "测".repeat(2_000) });
      const stored = await put(store, item, [change]);
      expect(stored).toEqual({ ...item, revision: 1, lastChange: change });
      expect((await store.getItems(["P1"], "STRONG")).get("P1")).toEqual(stored);
      expect((await store.listChanges("P1", { first: 10 })).rows).toEqual([change]);
    });

    test("[S2] codes that begin the same or hold separators are different items", async () => {
      const { store } = await open();
      const codes = ["P1", "P11", "P1#", "P1#item", "P1!", "P1%23", "P1/"];
      for (const code of codes) await put(store, anItem(code, { texts: { description: code } }), [aChange("1.1")]);
      const found = await store.getItems(codes, "STRONG");
      expect(codes.map((code) => found.get(code)?.texts.description)).toEqual(codes);
      const listed = await store.listItems({ kind: "problem", path: haixi, descendants: false, first: 100 });
      expect(listed.rows.map(({ code }) => code).sort()).toEqual([...codes].sort());
      for (const code of codes) expect((await store.listChanges(code, { first: 5 })).rows).toHaveLength(1);
    });

    test("[S18] any number of codes is read at once and absent ones are absent", async () => {
      const { store } = await open();
      const codes = Array.from({ length: 120 }, (_, i) => `P${i}`);
      await Promise.all(codes.map((code) => put(store, anItem(code))));
      const found = await store.getItems([...codes, "P5", "nobody"], "STRONG");
      expect([...found.keys()].sort()).toEqual([...codes].sort());
      expect(await store.getItems([], "EVENTUAL")).toEqual(new Map());
    });

    test("[S5] a stale revision changes nothing and answers what is stored", async () => {
      const { store } = await open();
      const first = await put(store, anItem("P1"));
      const second = await put(store, anItem("P1", { revision: 2, version: 2 }), [aChange("2.1")]);
      for (const [expected, changes] of [
        [1, [aChange("2.1", { after: "lost" })]],
        [1, []],
        [0, [aChange("1.1")]],
        [3, [aChange("4.1")]],
      ] as const) {
        const late = await store.putItem(first, indexValuesOf(first, haixi), changes, expected);
        expect(late).toEqual({ ok: false, current: second });
      }
      expect((await store.listChanges("P1", { first: 10 })).rows).toEqual([aChange("2.1")]);
      const ghost = anItem("ghost");
      expect(await store.putItem(ghost, indexValuesOf(ghost, haixi), [], 4)).toEqual({ ok: false, current: null });
    });

    test("[S6] of twelve concurrent writers exactly one wins, for items, units, links and records", async () => {
      const { store } = await open();
      const writers = Array.from({ length: 12 }, (_, i) => i);
      const winners = (all: readonly { readonly ok: boolean }[]) => all.filter(({ ok }) => ok).length;
      const item = anItem("P1", { version: 2 });
      for (const expected of [0, 1]) {
        const race = writers.map((i) =>
          store.putItem(item, indexValuesOf(item, haixi), [aChange(`${expected + 1}.1`, { actor: `w${i}` })], expected),
        );
        expect(winners(await Promise.all(race))).toBe(1);
      }
      expect((await store.listChanges("P1", { first: 100 })).rows).toHaveLength(2);
      expect(winners(await Promise.all(writers.map(() => store.putUnit(aUnit("cn/"), 0))))).toBe(1);
      expect(winners(await Promise.all(writers.map(() => store.putLink(aLink("s"), 0))))).toBe(1);
      const record = { partition: "p", key: "k", value: "1", expiresAt: null };
      expect(winners(await Promise.all(writers.map(() => store.putRecord(record, 0))))).toBe(1);
    });

    test("[S6] of writers that all must move older history exactly one wins", async () => {
      const { store } = await open();
      const full = limits.inlineChanges;
      for (let revision = 1; revision <= full; revision++) {
        await put(store, anItem("P1", { version: revision, revision }), [aChange(`${revision}.1`)]);
      }
      const item = anItem("P1", { version: full + 1 });
      const race = Array.from({ length: 8 }, (_, i) =>
        store.putItem(item, indexValuesOf(item, haixi), [aChange(`${full + 1}.1`, { actor: `w${i}` })], full),
      );
      const won = (await Promise.all(race)).filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      const { rows } = await store.listChanges("P1", { first: 50 });
      expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: full + 1 }, (_, i) => `${full + 1 - i}.1`));
    });

    test("[S7] a write whose request is repeated is accepted once and answered as accepted", async () => {
      const { table } = await open();
      let writes = 0;
      const twice = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => {
        return async (...args: A) => {
          await ask(...args);
          return ask(...args);
        };
      };
      const store = makeTableStore(
        { ...table, put: twice(table.put), update: twice(table.update) },
        () => `write-${++writes}`,
      );
      expect((await store.putUnit(aUnit("cn/"), 0)).ok).toBe(true);
      expect((await store.putLink(aLink("s"), 0)).ok).toBe(true);
      const record = { partition: "p", key: "k", value: "1", expiresAt: null };
      expect(await store.putRecord(record, 0)).toEqual({ ok: true, value: { ...record, revision: 1 } });
      for (let version = 1; version <= 25; version++) {
        await put(store, anItem("P1", { version, revision: version }), [aChange(`${version}.1`)]);
      }
      const { rows } = await store.listChanges("P1", { first: 100 });
      expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, i) => `${25 - i}.1`));
    });

    test("[S8] an item that exceeds what a row may hold is refused and nothing is written", async () => {
      const { store } = await open();
      const stored = await put(store, anItem("P1"));
      const texts = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`f${i}`, "测".repeat(10_000)]));
      const large = anItem("P1", { texts, revision: 2 });
      const index = indexValuesOf(stored, haixi);
      expect(await failureOf(store.putItem(large, index, [aChange("2.1")], 1))).toBe("item.tooLarge");
      expect(await failureOf(store.putItem({ ...large, code: "P2" }, index, [], 0))).toBe("item.tooLarge");
      expect(await store.getItems(["P1", "P2"], "STRONG")).toEqual(new Map([["P1", stored]]));
      expect((await store.listChanges("P1", { first: 10 })).rows).toEqual([]);
    });

    test("[S4] an item that breaks its schema is never written", async () => {
      const { store } = await open();
      const broken = { ...anItem("P1"), version: 0 };
      expect(await failureOf(store.putItem(broken, indexValuesOf(broken, haixi), [], 0))).toContain("version");
      expect(await store.getItems(["P1"], "STRONG")).toEqual(new Map());
    });

    test("[S4] a record of an unknown format is refused", async () => {
      const { store, table } = await open();
      const rows = { future: JSON.stringify({ ...anItem("future"), format: 2 }), torn: '{"format":1,', empty: "null" };
      for (const [code, doc] of Object.entries(rows)) {
        await table.put({ pk: { S: `item#${code}` }, sk: { S: "item" }, doc: { S: doc }, revision: { N: "1" } });
        expect(await failureOf(store.getItems([code], "STRONG"))).toBe("store.format");
      }
    });

    test("[S5] an item's index entries follow it", async () => {
      const { store } = await open();
      const query = { kind: "problem", descendants: false, first: 10 } as const;
      const where = async (path: string) => (await store.listItems({ ...query, path })).rows.map(({ code }) => code);
      const move = async (item: Item, path: string) => put(store, item, [], path);
      await move(anItem("P1"), haixi);
      await move(anItem("P1", { revision: 2 }), "cn/qh/");
      expect([await where(haixi), await where("cn/qh/")]).toEqual([[], ["P1"]]);
    });
  });
}
