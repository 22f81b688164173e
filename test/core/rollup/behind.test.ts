import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../../core/ledger/item.ts";
import type { KindName } from "../../../core/ledger/kind.ts";
import { countBehind, kindsBehind } from "../../../core/rollup/behind.ts";
import { itemsBehind } from "../../../core/rollup/drill.ts";
import { figureOf } from "../../../core/rollup/fold.ts";
import { type IndicatorKey, indicatorKeys } from "../../../core/rollup/indicators.ts";
import { cellValue } from "../../../core/rollup/tally.ts";
import { itemOf } from "./ledger-builders.ts";
import { type Machine, makeMachine, parentsOfTree, step } from "./rollups-machine.ts";

const asOf = "2023-11-10";

async function listed({ small }: Machine, key: IndicatorKey, kind: KindName, first = 7): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await itemsBehind(
      small.store,
      { path: "cn/", key, kind, asOf },
      after === undefined ? { first } : { first, after },
    );
    items.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

/** What one listed entry stands for, where its row does not say how many. */
function worth(key: IndicatorKey, item: Item): number {
  if (item.kind !== "problem") return 1;
  if (key === "MEASURES") return cellValue<readonly unknown[]>(item, "measures")?.length ?? 0;
  return 1;
}

/** Units were visited by name; of completeness stands what lacks something. Both are no sums of rows. */
const noSums: ReadonlySet<IndicatorKey> = new Set<IndicatorKey>(["COVERAGE", "COMPLETENESS"]);

test("[R32] behind every figure that counts entries stand as many as it says, of whichever ledgers", async () => {
  const keys = indicatorKeys.filter((key) => kindsBehind(key).length > 0 && !noSums.has(key));
  await fc.assert(
    fc.asyncProperty(parentsOfTree, fc.array(step, { minLength: 10, maxLength: 40 }), async (parents, steps) => {
      const machine = makeMachine(parents);
      for (const each of steps) {
        if (each.do === "wait") continue;
        if (each.do !== "put") await machine.apply(each);
        else await machine.apply({ ...each, shape: { ...each.shape, texts: { ...each.shape.texts, count: "" } } });
      }
      await machine.settle();
      const total = (await machine.rollups.rollupOf("cn"))?.total ?? {};
      for (const key of keys) {
        const items = (await Promise.all(kindsBehind(key).map((kind) => listed(machine, key, kind)))).flat();
        const sum = items.reduce((before, item) => before + worth(key, item), 0);
        expect({ key, sum }).toEqual({ key, sum: figureOf(total, countBehind(key)).value ?? 0 });
      }
    }),
    { numRuns: 100 },
  );
});

test("[R32] a row stands behind a figure once, however many it tells of, be it 若干; what repeats another row does not", async () => {
  const machine = makeMachine([0]);
  const put = (kind: KindName, code: string, texts: Record<string, string>) =>
    machine.small.items.set(code, itemOf(kind, code, "u1", texts));
  put("activity", "A-MANY", { kinds: "走访、座谈", count: "1300余", visitedUnits: "甲县局" });
  put("activity", "A-SOME", { kinds: "走访", count: "若干" });
  put("activity", "A-SHEETS", { kinds: "问卷调查", count: "40" });
  put("opinion", "O-HERE", { claim: "现场解决", count: "12", satisfaction: "满意" });
  put("opinion", "O-OPEN", { claim: "整改中", satisfaction: "不满意" });
  put("problem", "P1", { description: "甲", measures: "1.一" });
  put("measure", "M-AGAIN", { text: "一", problem: "甲" });
  put("measure", "M-OWN", { text: "二", problem: "乙" });
  put("topic", "T1", { title: "丙", report: "丙的报告" });
  put("outcome", "U1", { title: "丁", form: "制度", action: "新订" });
  await machine.settle();
  const behind = async (key: IndicatorKey) =>
    Promise.all(
      kindsBehind(key).map(async (kind) => (await listed(machine, key, kind)).map(({ code }) => code).sort()),
    );
  const keys = ["VISITS", "ACTIVITIES", "COVERAGE", "OPINIONS", "SATISFACTION_RATE", "ON_SITE", "MEASURES"] as const;
  expect(
    await Promise.all(
      [...keys, "REPORTS", "REGULATIONS_NEW", "UNITS_REPORTED"].map((key) => behind(key as IndicatorKey)),
    ),
  ).toEqual([
    [["A-MANY", "A-SOME"]],
    [["A-MANY", "A-SOME"]],
    [["A-MANY"]],
    [["O-HERE", "O-OPEN"]],
    [["O-HERE"]],
    [[], ["O-HERE"]],
    [["P1"], ["M-OWN"]],
    [[], ["T1"]],
    [["U1"]],
    [],
  ]);
  put("outcome", "U2", { title: "丙的报告", form: "报告" });
  await machine.settle();
  expect(await behind("REPORTS")).toEqual([["U2"], []]);
});
