import type { Item } from "../ledger/item.ts";
import type { Page, PageRequest, Store } from "../store/store.ts";
import { conductOfProblem, countsOfProblem } from "./count-problems.ts";
import type { CountKey, IndicatorKey } from "./indicators.ts";
import { isQuotient, lookOf, quotientParts } from "./indicators.ts";
import { isCounted } from "./read-ledger.ts";

/** Rows of the store read for one page at most, so that a rare property cannot make one request read a province. */
const scanRows = 5_000;
const scanPage = 200;

/** Counts whose items are problem items, and that can therefore be listed. */
const problemCounts: ReadonlySet<CountKey> = new Set<CountKey>([
  "PROBLEMS",
  "PROBLEMS_DEVELOPMENT",
  "PROBLEMS_LIVELIHOOD",
  "PROBLEMS_RISK",
  "PROBLEMS_PARTY_BUILDING",
  "PROBLEMS_OTHER",
  "PROBLEMS_FROM_RESEARCH",
  "PROBLEMS_FROM_DEVELOPMENT",
  "PROBLEMS_FROM_MASSES",
  "PROBLEMS_FROM_INSPECTION",
  "PROBLEMS_FROM_AUDIT",
  "PROBLEMS_FROM_RECEPTION",
  "PROBLEMS_FROM_SERVICE_REQUEST",
  "MEASURES",
  "ON_SITE",
  "SUBMITTED",
  "VERIFIED",
  "COMPLETED",
  "COMPLETED_OR_NEARLY",
  "CLOSED",
  "OPEN",
  "STANDING",
  "OVERDUE",
  "DUE_SOON",
  "ON_TIME",
  "RETURNS",
  "REOPENED",
  "FILLED",
  "DAYS_KNOWN",
]);

/**
 * The count that a figure is listed by: a rate by its part, an average by the items it is taken over. null when no
 * problem items stand behind it.
 */
export function listedBy(key: IndicatorKey): CountKey | null {
  const count = countBehind(key);
  return problemCounts.has(count) ? count : null;
}

function countBehind(key: IndicatorKey): CountKey {
  if (key === "ON_SITE_RATE") return "ON_SITE";
  if (!isQuotient(key)) return key;
  const { part, whole } = quotientParts[key];
  return lookOf(key) === "AVERAGE" ? whole : part;
}

export interface ItemsBehind extends Page<Item> {
  /** Where to go on after each item of the page. */
  readonly cursors: ReadonlyMap<Item, string>;
}

/**
 * The problem items behind a figure of a unit and everything below it, as the ledgers are now.
 * A page may hold fewer items than asked for and still have a next one, when few of many items match.
 * @param asOf ISO date that decides what is overdue.
 */
export async function itemsBehind(
  store: Store,
  path: string,
  key: IndicatorKey,
  asOf: string,
  { first, after }: PageRequest,
): Promise<ItemsBehind> {
  const count = listedBy(key);
  const found: Item[] = [];
  const cursors = new Map<Item, string>();
  const answer = (next: string | null): ItemsBehind => ({ rows: found, next, cursors });
  if (count === null) return answer(null);
  let { skip, from } = readCursor(after);
  for (let scanned = 0; scanned < scanRows; scanned += scanPage) {
    const page = await store.listItems({
      kind: "problem",
      path,
      descendants: true,
      first: scanPage,
      ...(from === undefined ? {} : { after: from }),
    });
    for (const [index, item] of page.rows.entries()) {
      if (index < skip || !stands(item, count, asOf)) continue;
      const cursor = `${index + 1}:${from ?? ""}`;
      found.push(item);
      cursors.set(item, cursor);
      if (found.length === first) return answer(index + 1 < page.rows.length || page.next !== null ? cursor : null);
    }
    if (page.next === null) return answer(null);
    from = page.next;
    skip = 0;
  }
  return answer(`0:${from ?? ""}`);
}

function stands(item: Item, count: CountKey, asOf: string): boolean {
  if (!isCounted(item)) return false;
  if (count === "MEASURES") return (item.texts.measures ?? "").trim() !== "";
  const conduct = conductOfProblem(item, asOf);
  // Of completeness people look for what is missing: nearly every item adds to what is there.
  if (count === "FILLED") return conduct.get("FILLED") !== conduct.get("REQUIRED");
  return countsOfProblem(item, asOf).has(count) || (conduct.get(count) ?? 0) > 0;
}

/** `<rows of the stored page to pass over>:<cursor of that page>`. A malformed cursor starts from the beginning of its page. */
function readCursor(after: string | undefined): { skip: number; from: string | undefined } {
  const match = /^(\d{1,4}):(.*)$/s.exec(after ?? "");
  if (match === null) return { skip: 0, from: undefined };
  return { skip: Number(match[1]), from: match[2] === "" ? undefined : match[2] };
}
