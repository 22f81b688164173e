import { describe, expect, test } from "vitest";
import type { Item, ProblemState } from "../../core/ledger/item.ts";
import { unitSortKey } from "../../core/store/keys.ts";
import type { ItemQuery, Store } from "../../core/store/store.ts";
import type { Open } from "./store.ts";
import { anItem, aPass, aUnit, aWorkflow, failureOf, haixi, put, readPages } from "./store-builders.ts";

const codesOf = (items: readonly Item[]) => items.map(({ code }) => code);

const inState = (code: string, state: ProblemState, due: string | null, patch: Partial<Item> = {}): Item =>
  anItem(code, {
    workflow: { ...aWorkflow, state },
    texts: { description: "示例", ...(due === null ? {} : { due }) },
    ...patch,
  });

async function listAll(store: Store, query: Omit<ItemQuery, "first" | "after" | "kind">, first = 50) {
  return codesOf((await readPages(first, (page) => store.listItems({ kind: "problem", ...query, ...page }))).rows);
}

export function listRules(open: Open): void {
  describe("lists", () => {
    test("[S12] a unit's items are listed by state, due date and code, the undated last", async () => {
      const { store } = await open();
      await put(store, inState("P4", "REGISTERED", null));
      await put(store, inState("P3", "REGISTERED", "2023-11-05"));
      await put(store, inState("P2", "REGISTERED", "2023-11-05"));
      await put(store, inState("P1", "REGISTERED", "2024-01-31"));
      await put(store, inState("P0", "SUBMITTED", "2023-01-01"));
      await put(store, inState("P5", "CLOSED", null));
      await put(store, anItem("T1", { kind: "topic", texts: { title: "示例课题" }, workflow: null }));
      const own = { path: haixi, descendants: false } as const;
      expect(await listAll(store, own)).toEqual(["P5", "P2", "P3", "P1", "P4", "P0"]);
      expect(await listAll(store, { ...own, state: "REGISTERED" })).toEqual(["P2", "P3", "P1", "P4"]);
      expect(await listAll(store, { ...own, state: "VOID" })).toEqual([]);
      const topics = await store.listItems({ kind: "topic", ...own, first: 5 });
      expect(codesOf(topics.rows)).toEqual(["T1"]);
    });

    test("[S12] descendants are those below the path, not those whose code begins the same", async () => {
      const { store } = await open();
      const paths = ["cn/qh/", "cn/qh/qh-haixi/", "cn/qh/qh-haixi/qh-haixi-dulan/", "cn/qh/qh-haixi2/", "cn/qh-x/"];
      for (const [i, path] of paths.entries()) await put(store, anItem(`P${i}`), [], path);
      const within = (path: string) => listAll(store, { path, descendants: true });
      expect(await within("cn/qh/")).toEqual(["P0", "P1", "P2", "P3"]);
      expect(await within("cn/qh/qh-haixi/")).toEqual(["P1", "P2"]);
      expect(await within("cn/qh/qh-haixi/qh-haixi-dulan/")).toEqual(["P2"]);
      expect(await listAll(store, { path: "cn/qh/", descendants: false })).toEqual(["P0"]);
      expect(await within("cn/q/")).toEqual([]);
    });

    test("[S12] an archived item is in the list of archived ones alone, and is there again when it is revived", async () => {
      const { store } = await open();
      const item = inState("P1", "REGISTERED", "2023-11-05", { topicCode: "T1", ahead: { remark: "" } });
      await put(store, item);
      await put(store, { ...item, revision: 2, archivedAt: "2023-11-02T00:00:00.000Z" });
      const everywhere = async () => [
        ...(await listAll(store, { path: haixi, descendants: false })),
        ...codesOf((await store.listTopicItems("T1", { first: 5 })).rows),
        ...(await store.listOpenByDue("qh", "2024-01-01", { first: 5 })).rows,
        ...(await store.listDirtySpreadsheets()),
      ];
      const archived = async () => [
        await listAll(store, { path: haixi, descendants: false, archived: true }),
        await listAll(store, { path: "cn/qh/", descendants: true, archived: true }),
        await listAll(store, { path: "cn/", descendants: true, archived: true }),
      ];
      await store.putUnit(aUnit("cn/qh/"), 0);
      expect(await everywhere()).toEqual([]);
      expect(await archived()).toEqual([["P1"], ["P1"], ["P1"]]);
      await put(store, { ...item, revision: 3 });
      expect(await everywhere()).toEqual(["P1", "P1", { code: "P1", due: "2023-11-05" }, "sheet-1"]);
      expect(await archived()).toEqual([[], [], []]);
    });

    test("[S13] the root's descendants run over all provinces in the order of paths, also across pages", async () => {
      const { store } = await open();
      const paths = ["cn/", "cn/ah/", "cn/ah/ah-xuancheng/", "cn/qh-x/", "cn/qh/", "cn/qh/qh-haixi/"];
      for (const path of paths) await store.putUnit(aUnit(path), 0);
      const expected: string[] = [];
      for (const [i, path] of paths.entries()) {
        for (const n of [1, 2, 3]) {
          if (path === "cn/qh-x/") continue;
          expected.push(`P${i}${n}`);
          await put(store, anItem(`P${i}${n}`), [], path);
        }
      }
      for (const first of [1, 3, 4, 15, 50]) {
        expect(await listAll(store, { path: "cn/", descendants: true }, first)).toEqual(expected);
      }
      expect(await listAll(store, { path: "cn/", descendants: false })).toEqual(["P01", "P02", "P03"]);
    });

    test("[S14] 250 items come once each whatever the page size, and next is null exactly at the end", async () => {
      const { store } = await open();
      const codes = Array.from({ length: 250 }, (_, i) => `P${String(i).padStart(3, "0")}`);
      await Promise.all(codes.map((code) => put(store, anItem(code))));
      for (const first of [49, 50, 125, 249, 250, 251]) {
        const query = { kind: "problem", path: haixi, descendants: false } as const;
        const { rows, sizes } = await readPages(first, (page) => store.listItems({ ...query, ...page }));
        expect(codesOf(rows)).toEqual(codes);
        expect(sizes).toHaveLength(Math.ceil(250 / first));
      }
    });

    test("[S14] a cursor of another query is refused", async () => {
      const { store } = await open();
      const query = { kind: "problem", descendants: false, first: 1 } as const;
      const encode = (text: string) => Buffer.from(text).toString("base64url");
      const own = unitSortKey(haixi, "REGISTERED", null, "P1");
      const refused = [
        store.listItems({ ...query, path: "cn/qh/", after: encode(own) }),
        store.listItems({ ...query, path: haixi, state: "CLOSED", after: encode(own) }),
        store.listItems({ ...query, path: haixi, after: "not base64!" }),
        store.listItems({ ...query, path: haixi, after: "" }),
        store.listItems({ ...query, path: haixi, after: `${encode(own)}=` }),
        store.listItems({ ...query, path: haixi, after: encode(`${own}!more`) }),
        store.listItems({ ...query, path: "cn/", descendants: true, after: encode("cn/zz/!REGISTERED!~!P1") }),
        store.listTopicItems("T1", { first: 1, after: encode("x") }),
        store.listOpenByDue("qh", "2023-11-05", { first: 1, after: encode("2023-11-06#P1") }),
        store.listPasses("s", { first: 1, after: "" }),
        store.listRecords("p", { first: 1, prefix: "a", after: encode("b") }),
      ];
      expect(await Promise.all(refused.map(failureOf))).toEqual(refused.map(() => "cursor.malformed"));
    });

    test("[S14] a topic's items are paged", async () => {
      const { store } = await open();
      for (const i of [1, 2, 3, 4, 5]) await put(store, anItem(`P${i}`, { topicCode: "T1" }));
      await put(store, anItem("P6", { topicCode: "T11" }));
      const { rows, sizes } = await readPages(2, (page) => store.listTopicItems("T1", page));
      expect(codesOf(rows)).toEqual(["P1", "P2", "P3", "P4", "P5"]);
      expect(sizes).toEqual([2, 2, 1]);
    });

    test("[S15] open items of a province come by due date, up to and including a day", async () => {
      const { store } = await open();
      await put(store, inState("P1", "IN_PROGRESS", "2023-11-06"));
      await put(store, inState("P2", "SUBMITTED", "2023-11-05"));
      await put(store, inState("P3", "REGISTERED", "2023-11-05"), [], "cn/qh/");
      await put(store, inState("P4", "CLOSED", "2023-11-04"));
      await put(store, inState("P5", "VOID", "2023-11-04"));
      await put(store, inState("P6", "REGISTERED", null));
      await put(store, inState("P7", "REGISTERED", "2023-11-04"), [], "cn/qh-x/");
      await put(store, inState("P8", "REGISTERED", "2023-11-04"), [], "cn/");
      const until = async (due: string, first: number) =>
        (await readPages(first, (page) => store.listOpenByDue("qh", due, page))).rows;
      const day5 = ["P2", "P3"].map((code) => ({ code, due: "2023-11-05" }));
      expect(await until("2023-11-05", 1)).toEqual(day5);
      expect(await until("2023-11-06", 2)).toEqual([...day5, { code: "P1", due: "2023-11-06" }]);
      expect(await until("2023-11-04", 5)).toEqual([]);
      expect((await store.listOpenByDue("cn", "2023-11-04", { first: 5 })).rows).toEqual([
        { code: "P8", due: "2023-11-04" },
      ]);
    });

    test("[S16] waiting and flagged items are found by spreadsheet and vanish when settled", async () => {
      const { store } = await open();
      const on = (spreadsheetId: string) =>
        ({ spreadsheetId, tabId: 0, presence: "PRESENT", missingSince: null }) as const;
      const sheets = ["s", "s#", "s#1", "s1", "%23"];
      for (const id of sheets) {
        await put(store, anItem(`P-${id}`, { row: on(id), ahead: { remark: "旧" }, texts: { due: "看不懂" } }));
      }
      expect([...(await store.listDirtySpreadsheets())].sort()).toEqual([...sheets].sort());
      for (const id of sheets) {
        expect(await store.listDirtyCodes(id)).toEqual([`P-${id}`]);
        expect(await store.listFlaggedCodes(id)).toEqual([`P-${id}`]);
        await put(store, anItem(`P-${id}`, { row: on(id), revision: 2 }));
        expect(await store.listDirtyCodes(id)).toEqual([]);
        expect(await store.listFlaggedCodes(id)).toEqual([]);
      }
      expect(await store.listDirtySpreadsheets()).toEqual([]);
    });

    test("[S17] units are listed by path and passes newest first", async () => {
      const { store } = await open();
      const paths = ["cn/", "cn/ah/", "cn/qh-x/", "cn/qh/", "cn/qh/qh-haixi/", "cn/qh/qh-haixi/qh-haixi-dulan/"];
      for (const path of [...paths].reverse()) await store.putUnit(aUnit(path), 0);
      expect((await store.listUnits()).map(({ path }) => path)).toEqual(paths);
      for (const id of ["01A", "01B", "01C", "02A", "02B"]) await store.putPass(aPass("s", id));
      await store.putPass(aPass("s1", "03A"));
      const { rows, sizes } = await readPages(2, (page) => store.listPasses("s", page));
      expect(rows.map(({ id }) => id)).toEqual(["02B", "02A", "01C", "01B", "01A"]);
      expect(sizes).toEqual([2, 2, 1]);
      expect(await store.getPass("s", "01B")).toEqual(aPass("s", "01B"));
      expect(await store.getPass("s", "0")).toBeNull();
      const refs = [
        ["s", "01B"],
        ["s", "0"],
        ["other", "01B"],
        ["s", "01A"],
        ["s", "01B"],
      ] as const;
      expect(await store.getPasses(refs.map(([spreadsheetId, passId]) => ({ spreadsheetId, passId })))).toEqual([
        aPass("s", "01B"),
        null,
        null,
        aPass("s", "01A"),
        aPass("s", "01B"),
      ]);
    });
  });
}
