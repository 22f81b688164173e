import { dayInChina, daysBetween } from "../ledger/calendar.ts";
import type { World } from "../ledger/code.ts";
import { indexValuesOf } from "../ledger/index-values.ts";
import { stateText } from "../ledger/state-text.ts";
import type { Unit } from "../ledger/unit.ts";
import type { Grid } from "../sheet/written-grid.ts";
import type { Store } from "../store/store.ts";
import { itemsBehind } from "./drill.ts";
import { listMissing } from "./reports.ts";
import type { Rollups } from "./rollup.ts";
import { type Summary, type SummaryRow, summaryGrid } from "./summary-grid.ts";
import {
  categoryGrid,
  type MissingRow,
  type MonthRow,
  missingGrid,
  monthGrid,
  type OverdueRow,
  overdueGrid,
  sourceGrid,
} from "./summary-tabs.ts";

/**
 * Units one table lists at most: a large province has about 170, the industry 484 without its counties. Some 40 columns
 * of so many rows stay within the 2 MB that Google recommends for a request.
 */
const unitRows = 500;
/** Items 逾期清单 lists at most. */
const overdueRows = 300;
/** Months 按月 looks back. */
const monthsBack = 12;

export interface SummaryDeps {
  readonly store: Store;
  readonly rollups: Rollups;
  readonly world: World;
}

export interface SummaryRead {
  readonly grids: readonly Grid[];
  /** Units of the 汇总表 in the order of its rows. */
  readonly order: readonly string[];
  /** ISO date of the run whose figures they are. */
  readonly day: string;
}

/** Everything a province's spreadsheet shows. null: the unit does not exist or was never counted. */
export async function readSummary({ store, rollups }: SummaryDeps, unitCode: string): Promise<SummaryRead | null> {
  const units = await store.listUnits();
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const unit = byCode.get(unitCode);
  const rolled = await rollups.rollupOf(unitCode);
  if (unit === undefined || rolled === null) return null;
  const asOf = dayInChina(Date.parse(rolled.asOf));
  const { rows, leftOut } = await readRows(rollups, unit, units);
  const summary: Summary = { name: unit.name, asOf, total: rolled.total, rows, leftOut };
  const months = await readMonths(rollups, unitCode, asOf);
  const { rows: late, next } = await itemsBehind(
    store,
    { path: unit.path, key: "OVERDUE", kind: "problem", asOf },
    { first: overdueRows },
  );
  const overdue = late
    .map((item): OverdueRow => {
      const due = indexValuesOf(item, "").openDue ?? asOf;
      const { description = "", leader = "", department = "" } = item.texts;
      return {
        unit: byCode.get(item.unit)?.name ?? item.unit,
        code: item.code,
        description,
        leader,
        department,
        due,
        daysLate: daysBetween(due, asOf),
        state: stateText(item),
      };
    })
    .sort((a, b) => b.daysLate - a.daysLate || (a.code < b.code ? -1 : 1));
  const missing = (await listMissing(store, unit.path, asOf)).map(({ path, day }): MissingRow => {
    const [code = "", parent = ""] = path.split("/").reverse().slice(1);
    return { name: byCode.get(code)?.name ?? code, parentName: byCode.get(parent)?.name ?? "", lastDay: day };
  });
  return {
    grids: [
      summaryGrid(summary),
      categoryGrid(summary),
      sourceGrid(summary),
      monthGrid(summary, months),
      overdueGrid(summary, overdue, next !== null),
      missingGrid(summary, missing),
    ],
    order: rows.map((row) => row.unit),
    day: asOf,
  };
}

/**
 * The tree below a unit, each unit followed by its own, as many levels as there is room for; one query for each unit
 * that has listed units below it.
 */
async function readRows(
  rollups: Rollups,
  unit: Unit,
  units: readonly Unit[],
): Promise<Pick<Summary, "rows" | "leftOut">> {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const stepsBelow = (path: string) => path.split("/").length - unit.path.split("/").length;
  const below = units.filter(({ code, path }) => code !== unit.code && path.startsWith(unit.path));
  const upTo = (depth: number) => below.filter(({ path }) => stepsBelow(path) <= depth).length;
  let levels = 1;
  while (upTo(levels) < below.length && upTo(levels + 1) <= unitRows) levels += 1;
  const parents = new Set(below.filter(({ path }) => stepsBelow(path) <= levels).map(({ parent }) => parent));
  const rows: SummaryRow[] = [];
  const descend = async (code: string, depth: number): Promise<void> => {
    for (const child of await rollups.childrenOf(code)) {
      rows.push({ unit: child.unit, name: names.get(child.unit) ?? child.unit, depth, figures: child.total });
      if (depth < levels && parents.has(child.unit)) await descend(child.unit, depth + 1);
    }
  };
  await descend(unit.code, 1);
  return { rows, leftOut: below.length - upTo(levels) };
}

/** The ends of the last months that have figures, and today for the month that runs; oldest first. */
async function readMonths(rollups: Rollups, unit: string, asOf: string): Promise<readonly MonthRow[]> {
  const days: string[] = [asOf];
  for (let back = 0; back < monthsBack - 1; back++) {
    const firstOfMonth = `${days.at(-1)?.slice(0, 7)}-01`;
    days.push(new Date(Date.parse(`${firstOfMonth}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));
  }
  const rolled = await rollups.rollupsAt(unit, days);
  return days
    .map((day, index) => ({ month: day.slice(0, 7), figures: rolled[index]?.total ?? null }))
    .filter((row): row is MonthRow => row.figures !== null)
    .reverse();
}
