import type { Item } from "../ledger/item.ts";
import type { Journal, Link } from "../ledger/link.ts";
import { findTables, type TablesFound } from "../sheet/find-table.ts";
import type { Sheet, SpreadsheetRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { BaseBucket, BaseRoot, Store } from "../store/store.ts";
import { bucketOf } from "./base.ts";
import { compare, type Difference, differingBuckets, type Survey, surveyTables } from "./survey.ts";
import { decideTabs, type TabsDecided } from "./tabs.ts";

/** One look at both sides: the spreadsheet in one request, and of the store only what the digests say may differ. */

export interface Look {
  readonly read: SpreadsheetRead;
  /** Every table found, whatever its role. */
  readonly tables: readonly TableFound[];
  readonly tabs: TabsDecided;
  readonly survey: Survey;
  readonly difference: Difference;
  readonly roots: ReadonlyMap<number, BaseRoot | null>;
  /** tab -> bucket number -> rows; only the buckets that were loaded. */
  readonly buckets: ReadonlyMap<number, ReadonlyMap<number, BaseBucket>>;
  readonly dirty: readonly string[];
  readonly items: ReadonlyMap<string, Item>;
  readonly journal: Journal | null;
  readonly known: number;
}

export async function look(store: Store, sheet: Sheet, link: Link, today: string): Promise<Look> {
  const { spreadsheetId } = link;
  const [read, journal, dirty] = await Promise.all([
    sheet.read(spreadsheetId),
    store.getJournal(spreadsheetId),
    store.listDirtyCodes(spreadsheetId),
  ]);
  const { tables } = tablesOf(read, link, today);
  const tabs = decideTabs(link, tables);
  const survey = surveyTables(read, tabs.live);

  // Tabs that were live before keep their agreed rows even when they cannot be read now: their rows are then missing.
  const tabIds = new Set([
    ...tabs.live.map((table) => table.tabId),
    ...link.tabs.filter((tab) => tab.role === "LIVE").map((tab) => tab.tabId),
  ]);
  const roots = new Map<number, BaseRoot | null>();
  const buckets = new Map<number, ReadonlyMap<number, BaseBucket>>();
  const attention = new Set([...dirty, ...pendingCodes(journal)]);
  for (const tabId of tabIds) {
    const root = await store.getBaseRoot(spreadsheetId, tabId);
    roots.set(tabId, root);
    const wanted = new Set(differingBuckets(survey, tabId, root));
    for (const code of attention) wanted.add(bucketOf(code));
    for (const [code, rows] of survey.rows) if (rows.length > 1) wanted.add(bucketOf(code));
    const loaded =
      wanted.size === 0 ? new Map<number, BaseBucket>() : await store.getBaseBuckets(spreadsheetId, tabId, [...wanted]);
    // A bucket that was never written holds no rows; it is loaded all the same.
    buckets.set(tabId, new Map([...wanted].map((number) => [number, loaded.get(number) ?? {}])));
  }
  const difference = compare(survey, buckets);
  const codes = new Set([...difference.changed, ...difference.unknown, ...difference.missing.keys(), ...attention]);
  const items = codes.size === 0 ? new Map<string, Item>() : await store.getItems([...codes], "STRONG");
  return {
    read,
    tables,
    tabs,
    survey,
    difference,
    roots,
    buckets,
    dirty,
    items,
    journal,
    known: link.tabs.reduce((sum, tab) => sum + (tab.role === "LIVE" ? tab.rows : 0), 0),
  };
}

/** The ledgers in a spreadsheet, with what is known of it and what people decided about it. */
export function tablesOf(read: SpreadsheetRead, link: Link, today: string): TablesFound {
  return findTables(read, {
    aliases: link.aliases,
    roles: new Map(link.tabs.map((tab) => [tab.tabId, tab])),
    decided: link.tabRoles,
    referenceDate: link.referenceDate ?? today,
  });
}

function pendingCodes(journal: Journal | null): string[] {
  if (journal === null) return [];
  return [...journal.allotted.map(({ code }) => code), ...journal.writes.map(({ code }) => code), ...journal.stored];
}

/** The row's digest as last agreed, when its bucket was loaded. */
export function agreedDigest(looked: Look, code: string): string | undefined {
  for (const buckets of looked.buckets.values()) {
    const digest = buckets.get(bucketOf(code))?.[code];
    if (digest !== undefined) return digest;
  }
  return undefined;
}
