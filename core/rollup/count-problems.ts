import { dayInChina, daysBetween } from "../ledger/calendar.ts";
import { saysNothing } from "../ledger/cell-types.ts";
import type { ClaimReading } from "../ledger/claim.ts";
import { indexValuesOf } from "../ledger/index-values.ts";
import type { Item, ProblemState, Workflow } from "../ledger/item.ts";
import { isDueSoon, isOverdue } from "../ledger/light.ts";
import type { CountKey } from "./indicators.ts";
import { cellValue, type Tally, type UnitLedger } from "./tally.ts";

const completedStates: ReadonlySet<ProblemState> = new Set(["SUBMITTED", "VERIFIED", "CLOSED"]);

/** 基本完成 says 90 %. */
const nearlyPercent = 90;

const categoryKeys = {
  DEVELOPMENT: "PROBLEMS_DEVELOPMENT",
  LIVELIHOOD: "PROBLEMS_LIVELIHOOD",
  RISK: "PROBLEMS_RISK",
  PARTY_BUILDING: "PROBLEMS_PARTY_BUILDING",
  OTHER: "PROBLEMS_OTHER",
} as const;

const sourceKeys = {
  RESEARCH: "PROBLEMS_FROM_RESEARCH",
  DEVELOPMENT: "PROBLEMS_FROM_DEVELOPMENT",
  MASSES: "PROBLEMS_FROM_MASSES",
  INSPECTION: "PROBLEMS_FROM_INSPECTION",
  AUDIT: "PROBLEMS_FROM_AUDIT",
  RECEPTION: "PROBLEMS_FROM_RECEPTION",
  SERVICE_REQUEST: "PROBLEMS_FROM_SERVICE_REQUEST",
} as const;

/** The counts that a problem item adds 1 to. The drill-down of those indicators uses the same answer. */
export function countsOfProblem(item: Item, asOf: string): ReadonlySet<CountKey> {
  const keys = new Set<CountKey>(["PROBLEMS", "HANDLED"]);
  const { workflow } = item;
  if (workflow === null) return keys;
  const { state, resolution, standing } = workflow;
  if (completedStates.has(state)) keys.add("COMPLETED").add("COMPLETED_OR_NEARLY");
  else if (state === "IN_PROGRESS" && saysNearlyDone(item)) keys.add("COMPLETED_OR_NEARLY");
  if (state === "SUBMITTED" || state === "VERIFIED" || state === "CLOSED") keys.add(state);
  if (resolution === "ON_SITE") keys.add("ON_SITE");
  else if (state !== "CLOSED") keys.add("OPEN");
  if (state === "STANDING" || (standing && state !== "CLOSED")) keys.add("STANDING");
  if (isOverdue(item, asOf)) keys.add("OVERDUE");
  else if (isDueSoon(item, asOf)) keys.add("DUE_SOON");
  const category = cellValue<keyof typeof categoryKeys>(item, "category");
  if (category !== null) keys.add(categoryKeys[category]);
  const source = cellValue<keyof typeof sourceKeys>(item, "source");
  if (source !== null) keys.add(sourceKeys[source]);
  return keys;
}

function saysNearlyDone(item: Item): boolean {
  const reading = cellValue<ClaimReading>(item, "claim");
  return reading?.claim === "IN_PROGRESS" && reading.percent !== null && reading.percent >= nearlyPercent;
}

export function countProblems(problems: readonly Item[], { liveKinds, asOf }: UnitLedger, tally: Tally): void {
  if (problems.length === 0 && !liveKinds.has("problem")) return;
  tally.report("PROBLEMS", "HANDLED", "ON_SITE", "OPEN", "COMPLETED", "SUBMITTED", "VERIFIED", "CLOSED");
  tally.report("STANDING", "OVERDUE", "DUE_SOON", "COMPLETED_OR_NEARLY", ...conductKeys);
  for (const item of problems) {
    for (const [key, value] of conductOfProblem(item, asOf)) tally.count(key, value);
  }
  const counted = problems.map((item) => countsOfProblem(item, asOf));
  // A list without a single category, source or measure says nothing about them.
  for (const split of [Object.values(categoryKeys), Object.values(sourceKeys)])
    if (counted.length === 0 || counted.some((keys) => split.some((key) => keys.has(key)))) tally.report(...split);
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

const conductKeys = [
  "REQUIRED",
  "FILLED",
  "RETURNS",
  "SUBMISSIONS",
  "REOPENED",
  "EVER_CLOSED",
  "DUE_BY",
  "ON_TIME",
  "DAYS_KNOWN",
  "DAYS_TAKEN",
] as const;

/**
 * How an item was dealt with: in time, how fast, sent back, come back, filled in. Only the parts of rates and averages,
 * each with what the item adds to it. The drill-down of those indicators uses the same answer.
 */
export function conductOfProblem(item: Item, asOf: string): ReadonlyMap<CountKey, number> {
  const says = (field: string) => !saysNothing(item.texts[field] ?? "");
  const conduct = new Map<CountKey, number>([
    ["REQUIRED", required.length],
    ["FILLED", required.filter((fields) => fields.some(says)).length],
  ]);
  const { workflow } = item;
  if (workflow === null) return conduct;
  const completed = completedStates.has(workflow.state);
  const closedBefore = workflow.cycle - 1;
  conduct.set("RETURNS", workflow.returnCount);
  conduct.set("SUBMISSIONS", workflow.returnCount + closedBefore + Number(completed));
  conduct.set("REOPENED", closedBefore);
  conduct.set("EVER_CLOSED", closedBefore + Number(workflow.state === "CLOSED"));
  const { due } = indexValuesOf(item, "");
  const over = due !== null && due < asOf;
  const done = completed ? doneDay(item, workflow) : null;
  const inTime = due !== null && done !== null && done.day <= due;
  const untold = done !== null && !done.exact && !inTime;
  conduct.set("DUE_BY", Number(over && !untold));
  conduct.set("ON_TIME", Number(over && inTime));
  const days = done === null || !done.exact || done.day > asOf ? null : daysTaken(item, done.day);
  conduct.set("DAYS_KNOWN", Number(days !== null));
  conduct.set("DAYS_TAKEN", days ?? 0);
  return conduct;
}

interface Done {
  readonly day: string;
  /** False: on that day or before. An old ledger comes in on one day, with much that was done long ago. */
  readonly exact: boolean;
}

function doneDay(item: Item, { submittedAt, closedOn }: Workflow): Done | null {
  const toldOn = cellValue<string>(item, "completedOn") ?? cellValue<string>(item, "closedOnClaim");
  if (toldOn !== null) return { day: toldOn, exact: true };
  const day = submittedAt === null ? closedOn : dayInChina(Date.parse(submittedAt));
  return day === null ? null : { day, exact: day !== registeredOn(item) };
}

function registeredOn(item: Item): string {
  return dayInChina(Date.parse(item.createdAt));
}

/** null: not known. */
function daysTaken(item: Item, doneOn: string): number | null {
  const foundOn = cellValue<string>(item, "foundOn");
  const days = daysBetween(foundOn ?? registeredOn(item), doneOn);
  return days > 0 || (days === 0 && foundOn !== null) ? days : null;
}
