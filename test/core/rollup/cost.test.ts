import { describe, expect, test } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { countBehind, kindsBehind } from "../../../core/rollup/behind.ts";
import { itemsBehind } from "../../../core/rollup/drill.ts";
import { fold } from "../../../core/rollup/fold.ts";
import { type CountKey, type IndicatorKey, indicatorKeys } from "../../../core/rollup/indicators.ts";
import { listMarkers, markUnitChanged, settleMs } from "../../../core/rollup/mark.ts";
import { makeRollups } from "../../../core/rollup/rollup.ts";
import { itemOf, unitAt } from "./ledger-builders.ts";
import { makeMachine } from "./rollups-machine.ts";
import { makeSmallStore } from "./small-store.ts";

const indicatorsOfConduct = [
  "MEASURES",
  "RETURN_RATE",
  "REOPEN_RATE",
  "ON_TIME_RATE",
  "AVERAGE_DAYS",
  "COMPLETENESS",
] as const;

const start = Date.parse("2023-11-10T01:00:00Z");

/** A root, 10 provinces, 10 prefectures each: 111 units with one item each at the bottom. */
async function makeTree() {
  const small = makeSmallStore();
  let nowMs = start;
  const world = { nowMs: () => nowMs, random: () => 0 };
  small.units.set("cn", unitAt("cn/"));
  for (let p = 0; p < 10; p++) {
    small.units.set(`p${p}`, unitAt(`cn/p${p}/`));
    for (let c = 0; c < 10; c++) {
      small.units.set(`p${p}-c${c}`, unitAt(`cn/p${p}/p${p}-c${c}/`));
      small.items.set(`P${p}${c}`, itemOf("problem", `P${p}${c}`, `p${p}-c${c}`));
    }
  }
  const rollups = makeRollups({ store: small.store, world, log: silentLog });
  await rollups.run();
  const wait = (ms: number) => {
    nowMs += ms;
  };
  const mark = (unit: string) => markUnitChanged(small.store, unit, new Date(nowMs).toISOString());
  return { small, rollups, world, wait, mark };
}

describe("what a run costs", () => {
  test("[R30] only ledgers of changed units are read, and only lists of units above them", async () => {
    const { small, rollups, wait, mark } = await makeTree();
    wait(settleMs);
    await rollups.run();
    small.reset();
    await rollups.run();
    expect(small.used).toEqual({ itemQueries: 0, itemsRead: 0, recordReads: 2, recordWrites: 1, treeReads: 0 });
    const costs: (typeof small.used)[] = [];
    for (const count of [1, 5]) {
      for (let i = 0; i < count; i++) {
        small.items.set(`N${count}${i}`, itemOf("problem", `N${count}${i}`, `p${i}-c0`));
        await mark(`p${i}-c0`);
      }
      wait(settleMs);
      small.reset();
      expect(await rollups.run()).toMatchObject({ counted: count, folded: 2 * count + 1, changed: 2 * count + 1 });
      costs.push({ ...small.used });
    }
    const [one, five] = costs;
    expect(one?.treeReads).toBe(0);
    expect(five?.itemQueries).toBe(5 * (one?.itemQueries ?? 0));
    expect(five?.recordReads).toBeLessThan(5 * (one?.recordReads ?? 0));
    expect(five?.recordWrites).toBeLessThanOrEqual(5 * (one?.recordWrites ?? 0));
  });

  test("[R30] two runs at once: one gives way, and the figures come out right", async () => {
    const { small, rollups, world, wait, mark } = await makeTree();
    const other = makeRollups({ store: small.store, world, log: silentLog });
    small.items.set("N", itemOf("problem", "N", "p0-c0"));
    await mark("p0-c0");
    wait(settleMs);
    const reports = await Promise.all([rollups.run(), other.run()]);
    expect(reports.filter(({ gaveWay }) => gaveWay).length).toBeLessThanOrEqual(1);
    await rollups.run();
    expect((await rollups.rollupOf("cn"))?.total.PROBLEMS?.value).toBe(101);
  });

  test("[R31] a write that lands after the run has read is counted by the next run", async () => {
    const { small, rollups, wait, mark } = await makeTree();
    await mark("p3-c3");
    await rollups.run();
    small.items.set("LATE", itemOf("problem", "LATE", "p3-c3"));
    expect((await listMarkers(small.store)).map(({ unit }) => unit)).toEqual(["p3-c3"]);
    wait(settleMs);
    await rollups.run();
    expect((await rollups.rollupOf("cn"))?.total.PROBLEMS?.value).toBe(101);
    expect(await listMarkers(small.store)).toEqual([]);
  });

  test("[R31] marking again at once costs nothing", async () => {
    const { small, mark, wait } = await makeTree();
    small.reset();
    await mark("p1-c1");
    await mark("p1-c1");
    expect(small.used.recordWrites).toBe(1);
    wait(settleMs);
    await mark("p1-c1");
    expect(small.used.recordWrites).toBe(2);
  });
});

/** Of these one item may add several, or is listed for what it lacks. */
const severalAnItem: ReadonlySet<CountKey> = new Set<CountKey>(["MEASURES", "RETURNS", "REOPENED", "FILLED"]);

describe("what stands behind a figure", () => {
  test("[R32] measures, returns, relapses and days lead to the items they are of, completeness to what is not complete", async () => {
    const machine = makeMachine([0]);
    const { items, store } = machine.small;
    const full = { description: "甲", category: "风险", measures: "1.一\n2.二", due: "2023-11-30", leader: "乙" };
    const done = { state: "SUBMITTED", submittedAt: "2023-11-09T02:00:00.000Z" } as const;
    for (const item of [
      itemOf("problem", "FULL", "u1", full),
      itemOf("problem", "NO-DUE", "u1", { ...full, due: "", measures: "" }, { returnCount: 2 }),
      itemOf("problem", "AGAIN", "u1", full, { cycle: 3 }),
      itemOf("problem", "FOUND", "u1", { ...full, due: "2023-11-08", foundOn: "2023-11-01" }, done),
      itemOf("problem", "IN-TIME", "u1", { ...full, due: "2023-11-09", foundOn: "不详" }, done),
      itemOf("problem", "VOID", "u1", { foundOn: "2023-11-01" }, { ...done, state: "VOID", returnCount: 1 }),
    ])
      items.set(item.code, item);
    await machine.settle();
    const behind = async (key: IndicatorKey) =>
      (await itemsBehind(store, { path: "cn/", key, kind: "problem", asOf: "2023-11-10" }, { first: 100 })).rows
        .map(({ code }) => code)
        .sort();
    expect(await Promise.all(indicatorsOfConduct.map(behind))).toEqual([
      ["AGAIN", "FOUND", "FULL", "IN-TIME"],
      ["NO-DUE"],
      ["AGAIN"],
      ["IN-TIME"],
      ["FOUND", "IN-TIME"],
      ["NO-DUE"],
    ]);
  });

  test("[R32] as many items as the figure says, each once, whatever the size of the page", async () => {
    const machine = makeMachine([0, 1, 1, 2]);
    const shape = {
      kind: "problem",
      texts: { category: "风险", due: "2023-11-09", claim: "基本完成", source: "审计" },
    } as const;
    for (let i = 0; i < 30; i++) {
      const state =
        (["REGISTERED", "SUBMITTED", "CLOSED", "VOID", "STANDING", "IN_PROGRESS"] as const)[i % 6] ?? "REGISTERED";
      await machine.apply({ do: "put", unit: i % 4, item: i, shape: { ...shape, state, onSite: i % 7 === 0 } });
    }
    await machine.settle();
    const total = fold((await machine.rollups.rollupOf("cn"))?.total ?? {}, []);
    for (const key of indicatorKeys) {
      const count = countBehind(key);
      if (!kindsBehind(key).includes("problem") || severalAnItem.has(count)) continue;
      for (const first of [1, 4, 100]) {
        const codes: string[] = [];
        let after: string | null = null;
        do {
          const page = await itemsBehind(
            machine.small.store,
            { path: "cn/", key, kind: "problem", asOf: "2023-11-10" },
            { first, ...(after === null ? {} : { after }) },
          );
          codes.push(...page.rows.map(({ code }) => code));
          after = page.next;
        } while (after !== null);
        expect({ key, first, listed: codes.length, once: new Set(codes).size }).toEqual({
          key,
          first,
          listed: total[count]?.value ?? 0,
          once: codes.length,
        });
      }
    }
  });
});
