import { addDays } from "../ledger/calendar.ts";
import { indexValuesOf } from "../ledger/index-values.ts";
import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import { kinds } from "../ledger/kinds.ts";
import { dueSoonDays } from "../ledger/light.ts";
import type { Store } from "../store/store.ts";
import type { Place } from "./place.ts";
import type { UnitLedger } from "./tally.ts";

export interface LedgerRead {
  readonly ledger: UnitLedger;
  /** Also what does not count now: archived and voided items, and kinds that no figure counts. */
  readonly all: readonly Item[];
  /** Newest change of any item of any kind, archived ones included, ISO; null without items. */
  readonly changedAt: string | null;
  /** The first later day on which the same items count differently: one falls due soon or becomes overdue. */
  readonly nextDay: string | null;
}

/** True for an item that is counted at all. */
export function isCounted(item: Item): boolean {
  return item.archivedAt === null && item.workflow?.state !== "VOID";
}

/**
 * Everything a unit's own figures are counted from: one query a kind, and its links.
 */
export async function readLedger(
  store: Store,
  { path, spreadsheetIds, childNames }: Place,
  asOf: string,
): Promise<LedgerRead> {
  const found = (await Promise.all(kinds.map(({ name }) => listKind(store, name, path)))).flat();
  const ids = new Set(spreadsheetIds);
  for (const { row } of found) if (row !== null) ids.add(row.spreadsheetId);
  const links = await Promise.all([...ids].map((id) => store.getLink(id)));
  const liveKinds = new Set<KindName>();
  for (const link of links) {
    for (const { kind, role } of link?.tabs ?? []) if (role === "LIVE") liveKinds.add(kind);
  }
  const items = found.filter(isCounted);
  return {
    all: found,
    ledger: { items, liveKinds, childNames, asOf },
    changedAt: found.reduce<string | null>((newest, { updatedAt }) => later(newest, updatedAt), null),
    nextDay: items.reduce<string | null>((first, item) => earlier(first, nextDayOf(item, asOf)), null),
  };
}

/** Every entry of one kind of a unit itself. @param path of the unit. */
export async function listKind(store: Store, kind: KindName, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.listItems({
      kind,
      path,
      descendants: false,
      first: 500,
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

/** A closed item, too, counts differently once its time is over: it was then done in time or not. */
function nextDayOf(item: Item, asOf: string): string | null {
  const { due, openDue } = indexValuesOf(item, "");
  if (due === null) return null;
  const soon = openDue === null ? null : addDays(openDue, -dueSoonDays);
  if (soon !== null && soon > asOf) return soon;
  const late = addDays(due, 1);
  return late > asOf ? late : null;
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
