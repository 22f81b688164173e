import type { Item } from "../ledger/item.ts";
import type { Approx } from "../ledger/number.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

/**
 * Measures on a tab of their own; a row stands for as many as its 条数 says. A row for a problem whose own cell already
 * lists measures repeats them and is not counted again.
 */
export function countMeasures(measures: readonly Item[], { items, liveKinds }: UnitLedger, tally: Tally): void {
  if (measures.length === 0 && !liveKinds.has("measure")) return;
  tally.report("MEASURES");
  const told = new Set<string>();
  for (const item of items) {
    if (item.kind !== "problem" || cellValue(item, "measures") === null) continue;
    told.add(item.code).add((item.texts.description ?? "").trim());
  }
  for (const measure of measures) {
    if (cellValue(measure, "state") === "WAIVED") continue;
    const problem = (measure.texts.problem ?? "").trim();
    if (problem !== "" && told.has(problem)) continue;
    const { value, qualifier } = cellValue<Approx>(measure, "count") ?? { value: 1, qualifier: "EQ" };
    tally.count("MEASURES", value, qualifier);
  }
}
