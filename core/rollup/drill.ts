import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import type { Page, PageRequest, Store } from "../store/store.ts";
import { countBehind } from "./behind.ts";
import { conductOfProblem, countsOfProblem } from "./count-problems.ts";
import { figureOf } from "./fold.ts";
import type { CountKey, IndicatorKey } from "./indicators.ts";
import { ownFigures } from "./own-figures.ts";
import { getPlace } from "./place.ts";
import { isCounted, listKind } from "./read-ledger.ts";
import { cellValue } from "./tally.ts";

/** Rows of the store read for one page at most, so that a rare property cannot make one request read a province. */
const scanRows = 5_000;
const scanPage = 200;

export interface ItemsBehind extends Page<Item> {
  /** Where to go on after each item of the page. */
  readonly cursors: ReadonlyMap<Item, string>;
}

export interface Behind {
  /** Of the unit; everything below it is meant, too. */
  readonly path: string;
  readonly key: IndicatorKey;
  /** One of kindsBehind. */
  readonly kind: KindName;
  /** ISO date that decides what is overdue. */
  readonly asOf: string;
}

/**
 * The entries of one kind behind a figure, as the ledgers are now.
 * A page may hold fewer than asked for and still have a next one, when few of many match.
 */
export async function itemsBehind(
  store: Store,
  { path, key, kind, asOf }: Behind,
  { first, after }: PageRequest,
): Promise<ItemsBehind> {
  const count = countBehind(key);
  const beside = besideReader(store, kind, count);
  const found: Item[] = [];
  const cursors = new Map<Item, string>();
  const answer = (next: string | null): ItemsBehind => ({ rows: found, next, cursors });
  let { skip, from } = readCursor(after);
  for (let scanned = 0; scanned < scanRows; scanned += scanPage) {
    const page = await store.listItems({
      kind,
      path,
      descendants: true,
      first: scanPage,
      ...(from === undefined ? {} : { after: from }),
    });
    for (const [index, item] of page.rows.entries()) {
      if (index < skip || !isCounted(item) || !stands(item, count, asOf, await beside(item))) continue;
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

/** Whether an entry adds to a count, as the counters themselves say of it alone and of what stands beside it. */
function stands(item: Item, count: CountKey, asOf: string, beside: readonly Item[]): boolean {
  if (item.kind === "problem") return problemStands(item, count, asOf);
  if (count === "COVERED") return (cellValue<readonly string[]>(item, "visitedUnits") ?? []).length > 0;
  // However many it stands for, be it 若干.
  const { count: _, ...texts } = item.texts;
  const countOf = (items: readonly Item[]) =>
    figureOf(ownFigures({ items, liveKinds: new Set(), childNames: [], asOf }), count).value ?? 0;
  return countOf([{ ...item, texts }, ...beside]) > countOf(beside);
}

function problemStands(item: Item, count: CountKey, asOf: string): boolean {
  if (count === "MEASURES") return (item.texts.measures ?? "").trim() !== "";
  const conduct = conductOfProblem(item, asOf);
  // Of completeness people look for what is missing: nearly every item adds to what is there.
  if (count === "FILLED") return conduct.get("FILLED") !== conduct.get("REQUIRED");
  return countsOfProblem(item, asOf).has(count) || (conduct.get(count) ?? 0) > 0;
}

/**
 * What decides beside an entry whether it counts: the problem whose own cell may list a measure already, and the list
 * of outcomes that may hold the reports. Read once a unit, and only for these.
 */
function besideReader(store: Store, kind: KindName, count: CountKey): (item: Item) => Promise<readonly Item[]> {
  const read = new Map<string, Promise<readonly Item[]>>();
  const listOf = (other: KindName, unit: string) => {
    const known = read.get(unit) ?? listCounted(store, other, unit);
    read.set(unit, known);
    return known;
  };
  if (kind === "measure") {
    return async ({ unit, texts: { problem = "" } }) =>
      (await listOf("problem", unit)).filter(({ code, texts }) =>
        [code, (texts.description ?? "").trim()].includes(problem.trim()),
      );
  }
  if (kind === "topic" && count === "REPORTS") return async ({ unit }) => listOf("outcome", unit);
  return async () => [];
}

async function listCounted(store: Store, kind: KindName, unit: string): Promise<readonly Item[]> {
  const place = await getPlace(store, unit);
  return place === null ? [] : (await listKind(store, kind, place.path)).filter(isCounted);
}
/** `<rows of the stored page to pass over>:<cursor of that page>`. A malformed cursor starts from the beginning of its page. */
function readCursor(after: string | undefined): { skip: number; from: string | undefined } {
  const match = /^(\d{1,4}):(.*)$/s.exec(after ?? "");
  if (match === null) return { skip: 0, from: undefined };
  return { skip: Number(match[1]), from: match[2] === "" ? undefined : match[2] };
}
