import fc from "fast-check";
import { type Item, type ProblemState, problemStates } from "../../../core/ledger/item.ts";
import type { KindName } from "../../../core/ledger/kind.ts";
import { silentLog } from "../../../core/log.ts";
import { encodeFigures } from "../../../core/rollup/figures-text.ts";
import type { Figures } from "../../../core/rollup/fold.ts";
import { fold } from "../../../core/rollup/fold.ts";
import { markUnitChanged } from "../../../core/rollup/mark.ts";
import { makeRollups, type Rollups } from "../../../core/rollup/rollup.ts";
import { itemOf, linkOf, unitAt } from "./ledger-builders.ts";
import { makeSmallStore, type SmallStore } from "./small-store.ts";

/** Random trees and random changes of ledgers, for the properties of rollups. */

export const day0 = Date.parse("2023-11-10T01:00:00Z");
const dayMs = 86_400_000;

export type Step =
  | { readonly do: "put"; readonly unit: number; readonly item: number; readonly shape: ItemShape }
  | { readonly do: "archive"; readonly item: number }
  | { readonly do: "move"; readonly item: number; readonly unit: number }
  | { readonly do: "link"; readonly unit: number; readonly kinds: readonly KindName[] }
  | { readonly do: "addUnit"; readonly under: number }
  | { readonly do: "run" }
  | { readonly do: "wait"; readonly ms: number };

export interface ItemShape {
  readonly kind: KindName;
  readonly texts: Readonly<Record<string, string>>;
  /** Only a problem has them. */
  readonly state: ProblemState;
  readonly onSite: boolean;
}

const approx = fc.constantFrom("", "1", "5", "12", "1300余", "约40", "若干");
const say = (...texts: string[]) => fc.constantFrom("", ...texts);

/** What each kind's rows may say in the columns that figures are counted from. */
const textsOf: Readonly<Partial<Record<KindName, fc.Arbitrary<Readonly<Record<string, string>>>>>> = {
  problem: fc.record({
    category: say("风险", "急难愁盼", "其他", "读不懂"),
    source: say("调研发现", "群众反映", "读不懂"),
    measures: say("1.甲\n2.乙"),
    due: say("2023-11-09", "2023-11-10", "2023-11-12", "2023-11-18", "2023-11-30", "长期坚持", "看情况"),
    claim: say("整改中", "基本完成", "95%", "部分整改"),
    foundOn: say("2023-10-08", "2023-11-10", "不详"),
    completedOn: say("2023-10-30", "2023-11-10"),
  }),
  topic: fc.record({ report: say("关于甲的报告") }),
  activity: fc.record({
    kinds: say("专题调研", "走访", "座谈", "下访接访、现场办公", "问卷调查"),
    count: approx,
    visitedUnits: say("u1", "u2、u3", "全覆盖", "某联系点"),
  }),
  opinion: fc.record({ claim: say("现场解决", "整改中", "已完成"), count: approx, problem: say("P1") }),
  measure: fc.record({ state: say("推进中", "取消"), count: approx, problem: say("甲") }),
  outcome: fc.record({
    form: say("制度", "报告", "案例", "政策", "标准"),
    action: say("新订", "修订"),
    polarity: say("正面", "反面"),
    status: say("已转化", "未转化"),
    count: approx,
  }),
  request: fc.constant({ text: "修路灯" }),
};

const shape: fc.Arbitrary<ItemShape> = fc
  .oneof(
    { weight: 6, arbitrary: fc.constant("problem" as const) },
    { weight: 6, arbitrary: fc.constantFrom(...(Object.keys(textsOf) as KindName[])) },
  )
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      texts: textsOf[kind] ?? fc.constant({}),
      state: fc.constantFrom(...problemStates),
      onSite: fc.boolean(),
    }),
  );

const liveKinds = fc.subarray(Object.keys(textsOf) as KindName[], { minLength: 1 });

export const parentsOfTree = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("put" as const), unit: fc.nat(20), item: fc.nat(30), shape }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("archive" as const), item: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), item: fc.nat(30), unit: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("link" as const), unit: fc.nat(20), kinds: liveKinds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("addUnit" as const), under: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.constant({ do: "run" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(100, 3_000, 9_000, dayMs, dayMs, 5 * dayMs),
    }),
  },
);

export interface Machine {
  readonly small: SmallStore;
  readonly rollups: Rollups;
  readonly world: { nowMs(): number; random(bound: number): number };
  apply(step: Step): Promise<void>;
  /** Lets every marker settle and runs until nothing is left to do. */
  settle(): Promise<void>;
}

export function makeMachine(parents: readonly number[]): Machine {
  const small = makeSmallStore();
  let nowMs = day0;
  const world = { nowMs: () => nowMs, random: () => 0 };
  const rollups = makeRollups({ store: small.store, world, log: silentLog });
  const codes = ["cn"];
  small.units.set("cn", unitAt("cn/"));
  const addUnit = (under: number) => {
    const parent = small.units.get(codes[under % codes.length] ?? "cn");
    const code = `u${codes.length}`;
    codes.push(code);
    small.units.set(code, unitAt(`${parent?.path}${code}/`));
    return code;
  };
  for (const parent of parents) addUnit(parent);
  const mark = (unit: string, links = false) =>
    markUnitChanged(small.store, unit, new Date(nowMs).toISOString(), { links });
  const put = async (item: Item) => {
    const before = small.items.get(item.code);
    if (before !== undefined) await mark(before.unit);
    await mark(item.unit);
    small.items.set(item.code, { ...item, updatedAt: new Date(nowMs).toISOString() });
  };
  const apply = async (step: Step) => {
    const unitOf = (index: number) => codes[index % codes.length] ?? "cn";
    switch (step.do) {
      case "put": {
        const { kind, texts, state, onSite } = step.shape;
        const workflow = { state, resolution: onSite ? ("ON_SITE" as const) : ("NORMAL" as const) };
        const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
        return put(itemOf(kind, `i${step.item}`, unitOf(step.unit), filled, workflow));
      }
      case "archive": {
        const item = small.items.get(`i${step.item}`);
        return item && put({ ...item, archivedAt: new Date(nowMs).toISOString() });
      }
      case "move": {
        const item = small.items.get(`i${step.item}`);
        return item && put({ ...item, unit: unitOf(step.unit) });
      }
      case "link": {
        const unit = unitOf(step.unit);
        await mark(unit, true);
        const spreadsheetId = `sheet-${unit}-${step.kinds.join("-")}`;
        small.links.set(spreadsheetId, linkOf(unit, step.kinds, spreadsheetId));
        return;
      }
      case "addUnit": {
        await mark(addUnit(step.under));
        return;
      }
      case "run":
        await rollups.run();
        return;
      case "wait":
        nowMs += step.ms;
    }
  };
  return {
    small,
    rollups,
    world,
    apply,
    settle: async () => {
      await rollups.run();
      nowMs += 10_000;
      await rollups.run();
    },
  };
}

/** Every unit's figures as stored, by code. */
export async function allFigures(machine: Machine): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const unit of machine.small.units.keys()) {
    const rolled = await machine.rollups.rollupOf(unit);
    found[unit] = rolled && { own: rolled.own && encodeFigures(rolled.own), total: encodeFigures(rolled.total) };
  }
  return found;
}

/** What one unit's total must be, given what it and its children answer. */
export async function totalFromParts(machine: Machine, unit: string): Promise<Figures> {
  const own = (await machine.rollups.rollupOf(unit))?.own ?? null;
  const children = [...machine.small.units.values()].filter(({ parent }) => parent === unit);
  const totals: Figures[] = [];
  for (const { code } of children) totals.push((await machine.rollups.rollupOf(code))?.total ?? {});
  return fold(own, totals);
}
