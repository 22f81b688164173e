import { saysNothing } from "../ledger/cell-types.ts";
import type { Item } from "../ledger/item.ts";
import type { Approx } from "../ledger/number.ts";
import type { CountKey } from "./indicators.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

/** The sorts of activity that have a figure of their own. A row of several sorts counts once under each. */
const sortKeys: Readonly<Record<string, CountKey>> = {
  SURVEY: "SURVEYS",
  STAKEOUT: "SURVEYS",
  VISIT: "VISITS",
  FORUM: "FORUMS",
  RECEPTION: "RECEPTIONS",
  ONSITE_OFFICE: "ONSITE_OFFICES",
};

/**
 * Activities; a row stands for as many as its 场次 says, else for one. A list that never names a sort says nothing about
 * it. A row that says 若干 tells of some and not how many: beside others it leaves a lower bound, alone it reports
 * nothing. Questionnaires are counted in sheets of paper, so they are no activities.
 */
export function countActivities(activities: readonly Item[], ledger: UnitLedger, tally: Tally): void {
  if (activities.length === 0 && !ledger.liveKinds.has("activity")) return;
  if (activities.length === 0) tally.report("ACTIVITIES", ...Object.values(sortKeys));
  const vague = new Set<CountKey>();
  for (const activity of activities) {
    const sorts = cellValue<readonly string[]>(activity, "kinds") ?? [];
    if (sorts.length === 1 && sorts[0] === "QUESTIONNAIRE") {
      tally.report("ACTIVITIES");
      continue;
    }
    const times = timesOf(activity);
    const sorted = sorts.map((sort) => sortKeys[sort]).filter((key) => key !== undefined);
    for (const key of new Set<CountKey>(["ACTIVITIES", ...sorted])) {
      if (times === null) vague.add(key);
      else tally.count(key, times.value, times.qualifier);
    }
  }
  for (const key of vague) if (tally.valueOf(key) !== null) tally.count(key, 0, "GE");
  countCoverage(activities, ledger, tally);
}

/** null: its 场次 cannot be read. */
function timesOf(activity: Item): Pick<Approx, "value" | "qualifier"> | null {
  if (saysNothing(activity.texts.count ?? "")) return { value: 1, qualifier: "EQ" };
  return cellValue<Approx>(activity, "count");
}

/** Units below that were visited. Sites that are no unit (联系点, 市场部) do not count; 全覆盖 is all of them. */
function countCoverage(activities: readonly Item[], { childNames }: UnitLedger, tally: Tally): void {
  const visited = new Set(activities.flatMap((item) => cellValue<readonly string[]>(item, "visitedUnits") ?? []));
  if (visited.size === 0) return;
  const everywhere = [...visited].some((name) => /全覆盖|全部/.test(name));
  // A unit without units below it can only have visited its own sites, of which nobody knows the number.
  if (childNames.length === 0 && !everywhere) return;
  const below = childNames.length === 0 ? ["*"] : childNames;
  const covered = below.filter((child) => everywhere || [...visited].some((name) => sameUnit(name, child)));
  tally.count("COVERED", covered.length);
  tally.count("COVERABLE", below.length);
}

/** 都兰县局(营销部), 都兰县烟草专卖局 and 都兰县局 are one. */
function sameUnit(a: string, b: string): boolean {
  return shortName(a) === shortName(b);
}

function shortName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\([^)]*\)/g, "")
    .replace(/烟草专卖局|烟草局/g, "局")
    .trim();
}
