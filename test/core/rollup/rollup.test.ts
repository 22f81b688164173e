import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { addFigures, notReported, ratio } from "../../../core/rollup/figure.ts";
import { encodeFigures } from "../../../core/rollup/figures-text.ts";
import { indicatorFigure } from "../../../core/rollup/fold.ts";
import { addedKeys, type CountKey, quotientKeys, quotientParts } from "../../../core/rollup/indicators.ts";
import { makeRollups } from "../../../core/rollup/rollup.ts";
import { allFigures, makeMachine, parentsOfTree, step, totalFromParts } from "./rollups-machine.ts";

const runs = { numRuns: 150 };

describe("rollups of random trees", () => {
  test("[R1] every unit is its own figures and those of its children, indicator by indicator", async () => {
    await fc.assert(
      fc.asyncProperty(parentsOfTree, fc.array(step, { maxLength: 40 }), async (parents, steps) => {
        const machine = makeMachine(parents);
        for (const each of steps) await machine.apply(each);
        await machine.settle();
        for (const unit of machine.small.units.keys()) {
          const rolled = await machine.rollups.rollupOf(unit);
          expect(encodeFigures(rolled?.total ?? {})).toEqual(encodeFigures(await totalFromParts(machine, unit)));
        }
        const all = await Promise.all([...machine.small.units.keys()].map((unit) => machine.rollups.rollupOf(unit)));
        const owns = all.map((rolled) => rolled?.own ?? null).filter((own) => own !== null);
        const root = await machine.rollups.rollupOf("cn");
        const sum = (key: CountKey) => addFigures(owns.map((own) => own[key] ?? notReported));
        for (const key of addedKeys) expect(root?.total[key] ?? notReported).toEqual(sum(key));
        for (const key of quotientKeys) {
          const { part, whole } = quotientParts[key];
          expect(indicatorFigure(root?.total ?? {}, key)).toEqual(ratio(sum(part), sum(whole)));
        }
        // Told without any of the program's counting: every problem that is neither deleted nor void, once.
        const alive = [...machine.small.items.values()].filter(
          ({ kind, archivedAt, workflow }) => kind === "problem" && archivedAt === null && workflow?.state !== "VOID",
        );
        expect(root?.total.PROBLEMS?.value ?? 0).toBe(alive.length);
      }),
      runs,
    );
  });

  test("[R11] counting only what changed gives what counting everything anew gives", async () => {
    await fc.assert(
      fc.asyncProperty(parentsOfTree, fc.array(step, { maxLength: 40 }), fc.nat(21), async (parents, steps, days) => {
        const machine = makeMachine(parents);
        for (const each of steps) await machine.apply(each);
        await machine.settle();
        // Nobody touches anything any more; only days pass.
        await machine.apply({ do: "wait", ms: days * 86_400_000 });
        await machine.settle();
        const incremental = await allFigures(machine);
        machine.small.records.clear();
        const fresh = makeRollups({ store: machine.small.store, world: machine.world, log: silentLog });
        await fresh.run();
        expect(await allFigures({ ...machine, rollups: fresh })).toEqual(incremental);
      }),
      runs,
    );
  });

  test("[R12] the order in which changes arrive does not matter", async () => {
    const distinct = fc.uniqueArray(step, {
      maxLength: 25,
      selector: (each) => (each.do === "put" ? `put${each.item}` : each.do === "link" ? `link${each.unit}` : each),
    });
    const onlyPuts = distinct.map((steps) => steps.filter((each) => each.do === "put" || each.do === "link"));
    const both = onlyPuts.chain((steps) =>
      fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
    );
    await fc.assert(
      fc.asyncProperty(parentsOfTree, both, async (parents, [one, other]) => {
        const [first, second] = [makeMachine(parents), makeMachine(parents)];
        for (const each of one) await first.apply(each);
        for (const each of other) {
          await second.apply(each);
          await second.rollups.run();
        }
        await first.settle();
        await second.settle();
        expect(await allFigures(second)).toEqual(await allFigures(first));
      }),
      runs,
    );
  });
});
