import { expect, test } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { markUnitChanged, settleMs } from "../../../core/rollup/mark.ts";
import { makeRollups, type Present } from "../../../core/rollup/rollup.ts";
import { itemOf, unitAt } from "./ledger-builders.ts";
import { makeSmallStore } from "./small-store.ts";

/** cn > {p, q}, one problem in each of the two, counted; two processes read. */
async function aCountedTree() {
  const small = makeSmallStore();
  let nowMs = Date.parse("2023-11-10T01:00:00Z");
  const world = { nowMs: () => nowMs, random: () => 0 };
  for (const path of ["cn/", "cn/p/", "cn/q/"]) small.units.set(path.split("/").at(-2) ?? "", unitAt(path));
  for (const unit of ["p", "q"]) small.items.set(`${unit}1`, itemOf("problem", `${unit}1`, unit));
  const make = () => makeRollups({ store: small.store, world, log: silentLog });
  const [counting, reading] = [make(), make()];
  await counting.run();
  const add = async (code: string, unit: string) => {
    small.items.set(code, itemOf("problem", code, unit));
    await markUnitChanged(small.store, unit, new Date(nowMs).toISOString());
    nowMs += settleMs;
  };
  return { small, counting, reading, add };
}

const problemsOf = async (present: Present) => ({
  cn: (await present.rollupOf("cn"))?.total.PROBLEMS?.value,
  below: (await present.childrenOf("cn")).map(({ unit, total }) => [unit, total.PROBLEMS?.value]),
});

test("[R44] present figures are read once a run: asking again costs the one record that tells of a run", async () => {
  const { small, reading } = await aCountedTree();
  const first = await problemsOf(await reading.present());
  small.reset();
  expect(await problemsOf(await reading.present())).toEqual(first);
  expect(small.used).toEqual({ itemQueries: 0, itemsRead: 0, recordReads: 1, recordWrites: 0, treeReads: 0 });
});

test("[R44] when another process has counted, its figures are shown at once, with its moment", async () => {
  const { counting, reading, add } = await aCountedTree();
  const before = await reading.present();
  expect(await problemsOf(before)).toEqual({
    cn: 2,
    below: [
      ["p", 1],
      ["q", 1],
    ],
  });
  await add("p2", "p");
  await counting.run();
  const after = await reading.present();
  expect(await problemsOf(after)).toEqual({
    cn: 3,
    below: [
      ["p", 2],
      ["q", 1],
    ],
  });
  const moments = await Promise.all([before, after].map(async (present) => (await present.rollupOf("cn"))?.asOf));
  expect(moments).toEqual([
    "2023-11-10T01:00:00.000Z",
    new Date(Date.parse("2023-11-10T01:00:00Z") + settleMs).toISOString(),
  ]);
});

test("[R44] what a request has read stays what it is when another run ends meanwhile", async () => {
  const { counting, reading, add } = await aCountedTree();
  const present = await reading.present();
  const before = await problemsOf(present);
  await add("q2", "q");
  await counting.run();
  expect(await problemsOf(present)).toEqual(before);
});

test("[R30] a unit with nothing below it is stored once, and read as its own and its total", async () => {
  const { small, reading } = await aCountedTree();
  const stored = (unit: string, parent: string) => {
    const { own, total } = JSON.parse(small.records.get(`rollup#${parent}\n${unit}`)?.value ?? "");
    return [own?.PROBLEMS, total?.PROBLEMS];
  };
  expect([stored("p", "cn"), stored("cn", "")]).toEqual([
    [1, undefined],
    [undefined, 2],
  ]);
  const { own, total } = (await reading.rollupOf("p")) ?? {};
  expect([own?.PROBLEMS?.value, total]).toEqual([1, own]);
});

test("[R44] nothing is kept of what was read before the first run has ended, or of a reading that failed", async () => {
  const { small, reading } = await aCountedTree();
  const unreadable = makeRollups({
    store: {
      ...small.store,
      listRecords: async (partition, query) => {
        if (failing) throw new Error("out of reach");
        return small.store.listRecords(partition, query);
      },
    },
    world: { nowMs: () => 0, random: () => 0 },
    log: silentLog,
  });
  let failing = true;
  await expect(unreadable.childrenOf("cn")).rejects.toThrow("out of reach");
  failing = false;
  expect((await unreadable.childrenOf("cn")).map(({ unit }) => unit)).toEqual(["p", "q"]);

  small.records.delete("rollup-run\nlast");
  await problemsOf(await reading.present());
  small.reset();
  await problemsOf(await reading.present());
  expect(small.used.recordReads).toBeGreaterThan(1);
});
