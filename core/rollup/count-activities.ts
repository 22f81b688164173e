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
 * it. Questionnaires are counted in sheets of paper, so they are no activities.
 */
export function countActivities(activities: readonly Item[], ledger: UnitLedger, tally: Tally): void {
  if (activities.length === 0 && !ledger.liveKinds.has("activity")) return;
  tally.report("ACTIVITIES");
  if (activities.length === 0) tally.report(...Object.values(sortKeys));
  for (const activity of activities) {
    const sorts = cellValue<readonly string[]>(activity, "kinds") ?? [];
    if (sorts.length === 1 && sorts[0] === "QUESTIONNAIRE") continue;
    const { value, qualifier } = cellValue<Approx>(activity, "count") ?? { value: 1, qualifier: "EQ" };
    tally.count("ACTIVITIES", value, qualifier);
    const keys = new Set(sorts.map((sort) => sortKeys[sort]).filter((key) => key !== undefined));
    for (const key of keys) tally.count(key, value, qualifier);
  }
  countCoverage(activities, ledger, tally);
}

/** Units below that were visited. Sites that are no unit (联系点, 市场部) do not count; 全覆盖 is all of them. */
function countCoverage(activities: readonly Item[], { childNames }: UnitLedger, tally: Tally): void {
  const visited = new Set(activities.flatMap((item) => cellValue<readonly string[]>(item, "visitedUnits") ?? []));
  if (visited.size === 0) return;
  const everywhere = [...visited].some((name) => /全覆盖|全部/.test(name));
  // A unit without units below it can only have visited its own sites: all or nothing.
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
