import { dayInChina, endOfDay } from "../ledger/calendar.ts";
import type { World } from "../ledger/code.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Current } from "./current.ts";
import type { Figure } from "./figure.ts";
import { type Figures, indicatorFigure } from "./fold.ts";
import type { IndicatorKey } from "./indicators.ts";
import { missingAt } from "./missing-at.ts";
import { makePresentReader } from "./present.ts";
import { figuresOn } from "./reporting.ts";
import { listMissing } from "./reports.ts";
import { type Restated, restate } from "./restate.ts";
import { makeRun, type RunReport } from "./run.ts";
import { firstDay, pointsOf } from "./series.ts";
import { listSnapshots, listVersions, type Snapshot } from "./snapshot.ts";
import { markSummariesDue } from "./summary-link.ts";

export interface Rolled {
  readonly unit: string;
  readonly path: string;
  /** The instant for which the figures hold, ISO: of present figures the start of the last run. */
  readonly asOf: string;
  /** null: the unit only adds up what is below it. */
  readonly own: Figures | null;
  readonly total: Figures;
}

export interface SeriesPoint {
  readonly date: string;
  readonly figure: Figure;
}

/** Figures of units as of the last run, and as they were. Errors: AppError of the store. */
export interface Rollups {
  /** Counts again what changed since the last run. Safe to run twice at once: one of the two gives way. */
  run(): Promise<RunReport>;
  /** Asks once which run was the last; for a request that wants several figures. */
  present(): Promise<Present>;
  /** null: the unit has not been counted yet, or not by that day. @param asOf ISO date. */
  rollupOf(unit: string, asOf?: string): Promise<Rolled | null>;
  /** The figures at the end of several days, in their order: one reading for all of them. */
  rollupsAt(unit: string, days: readonly string[]): Promise<readonly (Rolled | null)[]>;
  /** The units right below, those that have been counted, by code. */
  childrenOf(unit: string, asOf?: string): Promise<readonly Rolled[]>;
  /** One point a day for the last days up to `asOf`, oldest first. Days before the first count are not reported. */
  series(unit: string, key: IndicatorKey, last: number, asOf?: string): Promise<readonly SeriesPoint[]>;
  /** Codes of the unit and of units below it that are expected to report and have not in the month of the day. */
  missingUnits(unit: string, asOf?: string): Promise<readonly string[]>;
  /** Every version of the figures of a day that is over, oldest first; none for a day that is part of the present. */
  versions(unit: string, day: string): Promise<readonly Snapshot[]>;
  /** Corrects the past as restate.ts says. */
  restate(unit: string, from: string): Promise<readonly Restated[]>;
}

/** Present figures as of the last run that had ended when they were asked for. */
export interface Present {
  /** null: the unit has not been counted yet. */
  rollupOf(unit: string): Promise<Rolled | null>;
  /** The units right below, those that have been counted, by code. */
  childrenOf(unit: string): Promise<readonly Rolled[]>;
}

export interface RollupDeps {
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
}

/** Longest series, days. */
const seriesDays = 366;

export function makeRollups({ store, world, log }: RollupDeps): Rollups {
  const run = makeRun({ store, world, log });
  const readPresent = makePresentReader(store);
  const currentOf = async (unit: string) => (await readPresent()).of(unit);

  const present = async (): Promise<Present> => {
    const figures = await readPresent();
    // A unit is counted by a run, so there was one; until its end is noted, the run is under way.
    const asOf = figures.asOf ?? new Date(world.nowMs()).toISOString();
    const day = dayInChina(Date.parse(asOf));
    const now = (current: Current): Rolled => rolledOn(current, current, day, asOf);
    return {
      rollupOf: async (unit) => {
        const current = await figures.of(unit);
        return current === null ? null : now(current);
      },
      childrenOf: async (unit) => (await figures.below(unit)).map(now),
    };
  };

  /** @param days ISO dates. */
  const atDays = async (current: Current, days: readonly string[]): Promise<readonly (Rolled | null)[]> => {
    const earliest = [current.date, ...days].sort()[0] ?? current.date;
    const snapshots = earliest < current.date ? await listSnapshots(store, current.unit, earliest) : [];
    return days.map((day) => {
      const found = current.date <= day ? current : snapshots.find(({ date }) => date <= day);
      return found === undefined ? null : rolledOn(current, found, day, endOfDay(day));
    });
  };

  const at = async (current: Current, day: string) => (await atDays(current, [day]))[0] ?? null;

  const rollupOf: Rollups["rollupOf"] = async (unit, asOf) => {
    if (asOf === undefined) return (await present()).rollupOf(unit);
    const current = await currentOf(unit);
    return current === null ? null : at(current, asOf);
  };

  const childrenOf: Rollups["childrenOf"] = async (unit, asOf) => {
    if (asOf === undefined) return (await present()).childrenOf(unit);
    const children = await (await readPresent()).below(unit);
    const rolled = await Promise.all(children.map((child) => at(child, asOf)));
    return rolled.filter((child) => child !== null);
  };

  return {
    run,
    present,
    rollupOf,
    rollupsAt: async (unit, days) => {
      const current = await currentOf(unit);
      return current === null ? days.map(() => null) : atDays(current, days);
    },
    childrenOf,
    series: async (unit, key, last, asOf = dayInChina(world.nowMs())) => {
      const current = await currentOf(unit);
      return pointsOf(
        current,
        current === null ? [] : await listSnapshots(store, unit, firstDay(asOf, last)),
        asOf,
        Math.min(last, seriesDays),
        (figures) => indicatorFigure(figures, key),
      );
    },
    missingUnits: async (unit, asOf) => {
      if (asOf !== undefined) return missingAt({ rollupOf, childrenOf }, unit, asOf);
      const rolled = await rollupOf(unit);
      if (rolled === null) return [];
      const missing = await listMissing(store, rolled.path, dayInChina(Date.parse(rolled.asOf)));
      return missing.map(({ path }) => path.split("/").at(-2) ?? "");
    },
    versions: async (unit, day) => {
      const current = await currentOf(unit);
      if (current === null || current.date <= day) return [];
      const held = (await listSnapshots(store, unit, day)).find(({ date }) => date <= day);
      return held === undefined ? [] : listVersions(store, unit, held.date);
    },
    restate: async (unit, from) => {
      const restated = await restate({ store, world }, unit, from);
      await markSummariesDue(store, new Set(restated.map((past) => past.unit)));
      return restated;
    },
  };
}

/** @param held what holds from its own day on, as it says on a later day. */
function rolledOn(
  { unit, path }: Current,
  { date, own, total }: Pick<Current, "date" | "own" | "total">,
  day: string,
  asOf: string,
): Rolled {
  return { unit, path, asOf, own: own && figuresOn(own, date, day), total: figuresOn(total, date, day) };
}
