import { describe, expect, test } from "vitest";
import { figureText, notReported } from "../../../core/rollup/figure.ts";
import { indicatorFigure } from "../../../core/rollup/fold.ts";
import { markUnitChanged } from "../../../core/rollup/mark.ts";
import { restate } from "../../../core/rollup/restate.ts";
import { listVersions } from "../../../core/rollup/snapshot.ts";
import { itemOf, unitAt } from "./ledger-builders.ts";
import { day0, makeMachine } from "./rollups-machine.ts";

const dayMs = 86_400_000;

/** day0 is 2023-11-10. */
function makeTwoDays() {
  const machine = makeMachine([]);
  const { units, items, store } = machine.small;
  for (const path of ["cn/qh/", "cn/qh/qh-haixi/"]) units.set(unitAt(path).code, unitAt(path));
  const change = async (code: string, workflow = {}, more = {}) => {
    const at = new Date(machine.world.nowMs()).toISOString();
    await markUnitChanged(store, "qh-haixi", at);
    const item = itemOf("problem", code, "qh-haixi", { description: code }, workflow);
    items.set(code, { ...item, createdAt: at, updatedAt: at, ...more });
    await machine.settle();
  };
  const nextDay = () => machine.apply({ do: "wait", ms: dayMs });
  return { machine, change, nextDay };
}

describe("the past", () => {
  test("[R14] a day that is over is kept once and answers as it was", async () => {
    const { machine, change, nextDay } = makeTwoDays();
    await change("P1");
    await change("P2");
    await nextDay();
    await change("P3");
    await nextDay();
    const { rollups } = machine;
    expect((await rollups.rollupOf("cn", "2023-11-10"))?.total.PROBLEMS?.value).toBe(2);
    expect((await rollups.rollupOf("cn", "2023-11-11"))?.total.PROBLEMS?.value).toBe(3);
    expect(await rollups.rollupOf("cn", "2023-11-09")).toBeNull();
    expect((await listVersions(machine.small.store, "cn", "2023-11-10")).map(({ version }) => version)).toEqual([1]);
    const points = await rollups.series("cn", "PROBLEMS", 4);
    expect(points.map(({ date, figure }) => [date, figure.value])).toEqual([
      ["2023-11-09", null],
      ["2023-11-10", 2],
      ["2023-11-11", 3],
      ["2023-11-12", 3],
    ]);
    expect(
      (await rollups.rollupsAt("cn", ["2023-11-12", "2023-11-10"])).map((at) => at?.total.PROBLEMS?.value),
    ).toEqual([3, 2]);
  });

  test("[R15] a corrected past is a new version with its difference, up to the root, and the old one stays", async () => {
    const { machine, change, nextDay } = makeTwoDays();
    await change("P1");
    await change("P2");
    await nextDay();
    await change("P2", { state: "VOID" }, { createdAt: new Date(day0).toISOString() });
    const { store } = machine.small;
    expect((await machine.rollups.rollupOf("cn", "2023-11-10"))?.total.PROBLEMS?.value).toBe(2);
    const restated = await restate({ store, world: machine.world }, "qh-haixi", "2023-11-10");
    expect(restated.map(({ unit, date, version }) => [unit, date, version])).toEqual([
      ["qh-haixi", "2023-11-10", 2],
      ["qh", "2023-11-10", 2],
      ["cn", "2023-11-10", 2],
    ]);
    expect(restated[2]?.difference.find(({ key }) => key === "PROBLEMS")).toEqual({
      key: "PROBLEMS",
      before: { value: 2, qualifier: "EQ", partial: false },
      after: { value: 1, qualifier: "EQ", partial: false },
    });
    const versions = await listVersions(store, "cn", "2023-11-10");
    expect(versions.map(({ version, total }) => [version, total.PROBLEMS?.value])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(versions[1]?.difference).toEqual(restated[2]?.difference);
    expect((await machine.rollups.rollupOf("cn", "2023-11-10"))?.total.PROBLEMS?.value).toBe(1);
    expect(await restate({ store, world: machine.world }, "qh-haixi", "2023-11-10")).toEqual([]);
  });

  test("[R9] an item becomes overdue by the day passing, without any change", async () => {
    const { machine, change, nextDay } = makeTwoDays();
    await change("P1", {}, { texts: { description: "P1", due: "2023-11-11" } });
    const overdue = async () => (await machine.rollups.rollupOf("cn"))?.total.OVERDUE?.value;
    expect(await overdue()).toBe(0);
    await nextDay();
    await machine.rollups.run();
    expect(await overdue()).toBe(0);
    await nextDay();
    await machine.rollups.run();
    expect(await overdue()).toBe(1);
  });

  test("[R16] who has not changed their ledger this month is listed and makes the rate, and who only adds up is neither", async () => {
    const { machine, change } = makeTwoDays();
    const { rollups, small } = machine;
    small.units.set("qh-xining", unitAt("cn/qh/qh-xining/"));
    const told = async (unit: string, day?: string) => {
      const figures = (await rollups.rollupOf(unit, day))?.total ?? {};
      const [missing, rate] = [await rollups.missingUnits(unit, day), indicatorFigure(figures, "REPORTING_RATE")];
      return [missing, figureText(figures.UNITS_EXPECTED ?? notReported, "COUNT"), figureText(rate, "RATE")];
    };
    await change("P1");
    expect([await told("cn"), await told("qh-haixi"), await told("qh-xining")]).toEqual([
      [["qh-xining"], "2", "50.0%"],
      [[], "1", "100.0%"],
      [["qh-xining"], "1", "0.0%"],
    ]);
    small.items.set("R1", {
      ...itemOf("request", "R1", "qh-xining", { text: "修路灯" }),
      updatedAt: new Date(machine.world.nowMs()).toISOString(),
    });
    await markUnitChanged(small.store, "qh-xining", new Date(machine.world.nowMs()).toISOString());
    await machine.settle();
    expect(await told("cn")).toEqual([[], "2", "100.0%"]);
    await machine.apply({ do: "wait", ms: 21 * dayMs });
    await rollups.run();
    expect(await told("cn")).toEqual([["qh-haixi", "qh-xining"], "2", "0.0%"]);
    await change("P2");
    expect([await told("cn"), await told("cn", "2023-11-30"), await told("cn", "2023-11-09")]).toEqual([
      [["qh-xining"], "2", "50.0%"],
      [[], "2", "100.0%"],
      [[], "—", "—"],
    ]);
    const points = await rollups.series("cn", "REPORTING_RATE", 3);
    expect(points.map(({ date, figure }) => [date, figure.value])).toEqual([
      ["2023-11-29", 1],
      ["2023-11-30", 1],
      ["2023-12-01", 0.5],
    ]);
  });

  test("[R16] in the new month nothing has to be written for everybody to be missing, and the old month stays", async () => {
    const { machine, change } = makeTwoDays();
    await change("P1");
    await machine.apply({ do: "wait", ms: 21 * dayMs });
    await machine.rollups.run();
    machine.small.reset();
    await machine.rollups.run();
    expect(machine.small.used).toEqual({ itemQueries: 0, itemsRead: 0, recordReads: 2, recordWrites: 1, treeReads: 0 });
    // Counted again although nothing was changed this month: what November said stays.
    await markUnitChanged(machine.small.store, "qh-haixi", new Date(machine.world.nowMs()).toISOString());
    await machine.settle();
    const reported = async (day: string) => (await machine.rollups.rollupOf("cn", day))?.total.UNITS_REPORTED?.value;
    expect([await reported("2023-11-30"), await reported("2023-12-01")]).toEqual([1, 0]);
  });

  test("[R15] a corrected past leaves who had reported as it was", async () => {
    const { machine, change, nextDay } = makeTwoDays();
    await change("P1");
    await nextDay();
    await change("P1", { state: "VOID" }, { createdAt: new Date(day0).toISOString() });
    await restate({ store: machine.small.store, world: machine.world }, "qh-haixi", "2023-11-10");
    const past = await machine.rollups.rollupOf("cn", "2023-11-10");
    expect([
      past?.total.PROBLEMS?.value ?? null,
      past?.total.UNITS_EXPECTED?.value,
      past?.total.UNITS_REPORTED?.value,
    ]).toEqual([null, 1, 1]);
  });
});
