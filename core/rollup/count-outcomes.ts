import type { Item } from "../ledger/item.ts";
import type { Approx } from "../ledger/number.ts";
import type { CountKey } from "./indicators.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

/** What a row of each form adds to. */
const formKeys: Readonly<Record<string, readonly CountKey[]>> = {
  REPORT: ["REPORTS"],
  REGULATION: ["REGULATIONS"],
  POLICY: ["POLICIES", "OUTCOMES"],
  PLAN: ["OUTCOMES"],
  RESULT: ["OUTCOMES"],
  STANDARD: ["STANDARDS"],
  CASE: ["CASES"],
};
const halves: readonly CountKey[] = [
  "REGULATIONS_NEW",
  "REGULATIONS_REVISED",
  "CASES_POSITIVE",
  "CASES_NEGATIVE",
  "TRANSFORMED",
];

/** Outcomes by form. A list that never names a form, or never says new or revised, says nothing about it. */
export function countOutcomes(outcomes: readonly Item[], { liveKinds }: UnitLedger, tally: Tally): void {
  if (outcomes.length === 0 && !liveKinds.has("outcome")) return;
  if (outcomes.length === 0) tally.report(...Object.values(formKeys).flat(), ...halves);
  for (const outcome of outcomes) {
    const { value, qualifier } = countOf(outcome);
    for (const key of formKeys[cellValue<string>(outcome, "form") ?? ""] ?? []) tally.count(key, value, qualifier);
  }
  const of = (form: string) => outcomes.filter((outcome) => cellValue(outcome, "form") === form);
  split(of("REGULATION"), "action", { NEW: "REGULATIONS_NEW", REVISED: "REGULATIONS_REVISED" }, tally);
  split(of("CASE"), "polarity", { POSITIVE: "CASES_POSITIVE", NEGATIVE: "CASES_NEGATIVE" }, tally);
  const told = outcomes.filter((outcome) => cellValue(outcome, "status") !== null);
  if (told.length > 0) tally.report("TRANSFORMED");
  for (const outcome of told) {
    const status = cellValue<string>(outcome, "status");
    const { value, qualifier } = countOf(outcome);
    if (status === "TRANSFORMED" || status === "ASSESSED") tally.count("TRANSFORMED", value, qualifier);
  }
}

function countOf(outcome: Item): Pick<Approx, "value" | "qualifier"> {
  return cellValue<Approx>(outcome, "count") ?? { value: 1, qualifier: "EQ" };
}

/** Two halves of a list. Rows that do not say which half they are leave both halves at least what was said. */
function split(rows: readonly Item[], field: string, keys: Readonly<Record<string, CountKey>>, tally: Tally): void {
  const told = rows.filter((row) => cellValue(row, field) !== null);
  if (told.length === 0) return;
  for (const key of Object.values(keys)) tally.count(key, 0, told.length === rows.length ? "EQ" : "GE");
  for (const row of told) {
    const key = keys[cellValue<string>(row, field) ?? ""];
    const { value, qualifier } = countOf(row);
    if (key !== undefined) tally.count(key, value, qualifier);
  }
}
