import type { KindName } from "../ledger/kind.ts";
import { type CountKey, type IndicatorKey, isQuotient, lookOf, quotientParts } from "./indicators.ts";

/** Which entries stand behind a figure: what makes it traceable, for the API and for the pages. */

const problem: readonly KindName[] = ["problem"];
const topic: readonly KindName[] = ["topic"];
const activity: readonly KindName[] = ["activity"];
const opinion: readonly KindName[] = ["opinion"];
const outcome: readonly KindName[] = ["outcome"];

/** By count. What is not here is made of parts that nobody can point at. */
const kindsOfCount: Readonly<Partial<Record<CountKey, readonly KindName[]>>> = {
  TOPICS: topic,
  TOPICS_DONE: topic,
  ACTIVITIES: activity,
  SURVEYS: activity,
  VISITS: activity,
  FORUMS: activity,
  RECEPTIONS: activity,
  ONSITE_OFFICES: activity,
  COVERED: activity,
  OPINIONS: opinion,
  SATISFIED: opinion,
  PROBLEMS: problem,
  PROBLEMS_DEVELOPMENT: problem,
  PROBLEMS_LIVELIHOOD: problem,
  PROBLEMS_RISK: problem,
  PROBLEMS_PARTY_BUILDING: problem,
  PROBLEMS_OTHER: problem,
  PROBLEMS_FROM_RESEARCH: problem,
  PROBLEMS_FROM_DEVELOPMENT: problem,
  PROBLEMS_FROM_MASSES: problem,
  PROBLEMS_FROM_INSPECTION: problem,
  PROBLEMS_FROM_AUDIT: problem,
  PROBLEMS_FROM_RECEPTION: problem,
  PROBLEMS_FROM_SERVICE_REQUEST: problem,
  MEASURES: ["problem", "measure"],
  ON_SITE: ["problem", "opinion"],
  OPEN: ["problem", "opinion"],
  SUBMITTED: problem,
  VERIFIED: problem,
  COMPLETED: problem,
  COMPLETED_OR_NEARLY: problem,
  CLOSED: problem,
  STANDING: problem,
  OVERDUE: problem,
  DUE_SOON: problem,
  ON_TIME: problem,
  RETURNS: problem,
  REOPENED: problem,
  FILLED: problem,
  DAYS_KNOWN: problem,
  REPORTS: ["outcome", "topic"],
  REGULATIONS: outcome,
  REGULATIONS_NEW: outcome,
  REGULATIONS_REVISED: outcome,
  POLICIES: outcome,
  OUTCOMES: outcome,
  TRANSFORMED: outcome,
  STANDARDS: outcome,
  CASES: outcome,
  CASES_POSITIVE: outcome,
  CASES_NEGATIVE: outcome,
};

/** The count that a figure is listed by: a rate by its part, an average by what it is taken over. */
export function countBehind(key: IndicatorKey): CountKey {
  if (key === "ON_SITE_RATE") return "ON_SITE";
  if (!isQuotient(key)) return key;
  const { part, whole } = quotientParts[key];
  return lookOf(key) === "AVERAGE" ? whole : part;
}

/** Kinds of entries behind a figure; none where no entries stand behind it but units. */
export function kindsBehind(key: IndicatorKey): readonly KindName[] {
  return kindsOfCount[countBehind(key)] ?? [];
}

/** The ledger beside problem items and topics whose entries stand behind a figure; null: none. */
export function entryKindBehind(key: IndicatorKey): KindName | null {
  return kindsBehind(key).find((kind) => kind !== "problem" && kind !== "topic") ?? null;
}
