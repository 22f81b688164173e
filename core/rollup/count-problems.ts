import { dayInChina } from "../ledger/calendar.ts";
import { saysNothing } from "../ledger/cell-types.ts";
import { indexValuesOf } from "../ledger/index-values.ts";
import type { Item, ProblemState } from "../ledger/item.ts";
import { isDueSoon, isOverdue } from "../ledger/light.ts";
import type { CountKey } from "./indicators.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

const completedStates: ReadonlySet<ProblemState> = new Set(["SUBMITTED", "VERIFIED", "CLOSED"]);

const categoryKeys = {
  DEVELOPMENT: "PROBLEMS_DEVELOPMENT",
  LIVELIHOOD: "PROBLEMS_LIVELIHOOD",
  RISK: "PROBLEMS_RISK",
  PARTY_BUILDING: "PROBLEMS_PARTY_BUILDING",
  OTHER: "PROBLEMS_OTHER",
} as const;

/** The counts that a problem item adds 1 to. The drill-down of those indicators uses the same answer. */
export function countsOfProblem(item: Item, asOf: string): ReadonlySet<CountKey> {
  const keys = new Set<CountKey>(["PROBLEMS", "HANDLED"]);
  const { workflow } = item;
  if (workflow === null) return keys;
  const { state, resolution, standing } = workflow;
  if (completedStates.has(state)) keys.add("COMPLETED");
  if (state === "SUBMITTED" || state === "VERIFIED" || state === "CLOSED") keys.add(state);
  if (resolution === "ON_SITE") keys.add("ON_SITE");
  else if (state !== "CLOSED") keys.add("OPEN");
  if (state === "STANDING" || (standing && state !== "CLOSED")) keys.add("STANDING");
  if (isOverdue(item, asOf)) keys.add("OVERDUE");
  else if (isDueSoon(item, asOf)) keys.add("DUE_SOON");
  const category = cellValue<keyof typeof categoryKeys>(item, "category");
  if (category !== null) keys.add(categoryKeys[category]);
  return keys;
}

export function countProblems(problems: readonly Item[], { liveKinds, asOf }: UnitLedger, tally: Tally): void {
  if (problems.length === 0 && !liveKinds.has("problem")) return;
  tally.report("PROBLEMS", "HANDLED", "ON_SITE", "OPEN", "COMPLETED", "SUBMITTED", "VERIFIED", "CLOSED");
  tally.report("STANDING", "OVERDUE", "DUE_SOON");
  for (const item of problems) countConduct(item, asOf, tally);
  const counted = problems.map((item) => countsOfProblem(item, asOf));
  // A list without a single category, or without a single measure, says nothing about them.
  const categories = Object.values(categoryKeys);
  if (counted.length === 0 || counted.some((keys) => categories.some((key) => keys.has(key))))
    tally.report(...categories);
  for (const keys of counted) for (const key of keys) tally.count(key);
  if (problems.length === 0) tally.report("MEASURES");
  for (const item of problems) {
    const measures = cellValue<readonly unknown[]>(item, "measures");
    if (measures !== null) tally.count("MEASURES", measures.length);
  }
}

/** A row is complete when each of these has a cell that says something. */
const required: readonly (readonly string[])[] = [
  ["description"],
  ["category"],
  ["measures"],
  ["due"],
  ["leader", "department", "owner"],
];

/** How an item was dealt with: in time, sent back, come back, filled in. Only the parts of rates. */
function countConduct(item: Item, asOf: string, tally: Tally): void {
  const says = (field: string) => !saysNothing(item.texts[field] ?? "");
  tally.count("REQUIRED", required.length);
  tally.count("FILLED", required.filter((fields) => fields.some(says)).length);
  const { workflow } = item;
  if (workflow === null) return;
  const completed = completedStates.has(workflow.state);
  const closedBefore = workflow.cycle - 1;
  tally.count("RETURNS", workflow.returnCount);
  tally.count("SUBMISSIONS", workflow.returnCount + closedBefore + Number(completed));
  tally.count("REOPENED", closedBefore);
  tally.count("EVER_CLOSED", closedBefore + Number(workflow.state === "CLOSED"));
  const { due } = indexValuesOf(item, "");
  const over = due !== null && due < asOf;
  const submittedOn = workflow.submittedAt === null ? null : dayInChina(Date.parse(workflow.submittedAt));
  const toldOn = cellValue<string>(item, "completedOn") ?? cellValue<string>(item, "closedOn");
  const doneOn = toldOn ?? submittedOn ?? workflow.closedOn;
  tally.count("DUE_BY", Number(over));
  tally.count("ON_TIME", Number(over && completed && doneOn !== null && doneOn <= due));
}
