import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayInChina } from "../../../core/ledger/calendar.ts";
import { figureOf, indicatorFigure } from "../../../core/rollup/fold.ts";
import { type Machine, makeMachine, parentsOfTree, type Step, step } from "./rollups-machine.ts";

const dayMs = 86_400_000;

interface Told {
  readonly expected: number | null;
  readonly reported: number | null;
  readonly rate: number | null;
  readonly missing: readonly string[];
}

/** What is answered of every unit. */
async function toldBy({ small, rollups }: Machine, day?: string): Promise<Readonly<Record<string, Told>>> {
  const told: Record<string, Told> = {};
  for (const unit of small.units.keys()) {
    const figures = (await rollups.rollupOf(unit, day))?.total ?? {};
    told[unit] = {
      expected: figureOf(figures, "UNITS_EXPECTED").value,
      reported: figureOf(figures, "UNITS_REPORTED").value,
      rate: indicatorFigure(figures, "REPORTING_RATE").value,
      missing: await rollups.missingUnits(unit, day),
    };
  }
  return told;
}

/** The same of the ledgers themselves, told without any of the program's counting. */
function trueOf({ small, world }: Machine): Readonly<Record<string, Told>> {
  const month = dayInChina(world.nowMs()).slice(0, 7);
  const units = [...small.units.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const items = [...small.items.values()];
  const expected = units.filter(
    ({ code }) =>
      items.some(({ unit }) => unit === code) ||
      [...small.links.values()].some(({ unit }) => unit === code) ||
      !units.some(({ parent }) => parent === code),
  );
  const reported = expected.filter(({ code }) =>
    items.some(({ unit, updatedAt }) => unit === code && dayInChina(Date.parse(updatedAt)).startsWith(month)),
  );
  return Object.fromEntries(
    units.map(({ code, path }): [string, Told] => {
      const [all, done] = [expected, reported].map((some) => some.filter((unit) => unit.path.startsWith(path)));
      const [whole, part] = [all?.length ?? 0, done?.length ?? 0];
      const missing = (all ?? []).filter((unit) => !reported.includes(unit)).map((unit) => unit.code);
      return [code, { expected: whole, reported: part, rate: part / whole, missing }];
    }),
  );
}

const passing = fc.constantFrom(2, 9, 25, 70).map((days): Step => ({ do: "wait", ms: days * dayMs }));

describe("who has reported", () => {
  test("[R45] everywhere in a tree those counted as reported and those listed as missing are all that are expected, now and on every day that was", async () => {
    await fc.assert(
      fc.asyncProperty(
        parentsOfTree,
        fc.array(fc.oneof(step, passing, fc.constant({ do: "run" } as const)), { minLength: 10, maxLength: 40 }),
        async (parents, steps) => {
          const machine = makeMachine(parents);
          const days = new Map<string, Readonly<Record<string, Told>>>();
          for (const each of [...steps, { do: "run" } as const]) {
            await machine.apply(each);
            if (each.do !== "run") continue;
            const told = await toldBy(machine);
            expect(told).toEqual(trueOf(machine));
            days.set(dayInChina(machine.world.nowMs()), told);
          }
          await machine.apply({ do: "wait", ms: dayMs });
          for (const [day, told] of days) {
            const past = await toldBy(machine, day);
            // A unit that was added later was not there.
            const since = Object.keys(past).filter((unit) => !(unit in told));
            const none = { expected: null, reported: null, rate: null, missing: [] };
            expect(past).toEqual({ ...told, ...Object.fromEntries(since.map((unit) => [unit, none])) });
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
