import type { Link, TabBinding } from "../ledger/link.ts";
import type { TableFound } from "../sheet/table.ts";
import { digestText } from "./base.ts";

/** Pure: which of the tables found take part in the sync, and what is remembered of them for the next pass. */

export interface TabsDecided {
  readonly live: readonly TableFound[];
  /** A new tab most of whose codes stand on a known tab too: somebody copied the tab, e.g. to keep last month's. */
  readonly copies: readonly TableFound[];
}

export function decideTabs(link: Link, tables: readonly TableFound[]): TabsDecided {
  const known = new Set(link.tabs.map((tab) => tab.tabId));
  const codes = new Set<string>();
  for (const table of tables)
    if (known.has(table.tabId) && table.role === "LIVE")
      for (const row of table.rows) if (row.code !== "") codes.add(row.code);
  const live: TableFound[] = [];
  const copies: TableFound[] = [];
  for (const table of tables) {
    if (table.role !== "LIVE") continue;
    const coded = table.rows.filter((row) => row.code !== "");
    const copied = coded.filter((row) => codes.has(row.code)).length;
    const unseen = !known.has(table.tabId) && link.tabRoles?.[table.tabId] === undefined;
    if (unseen && copied > 0 && copied * 2 >= coded.length) copies.push(table);
    else live.push(table);
  }
  return { live, copies };
}

export const asideMessage = "本工作表不参加同步（是另一工作表的副本，或名称表明是存档），在这里填写的内容系统不收";

/** Tabs that show our codes although they take no part: whoever types there is to know. */
export function asideTabs(tables: readonly TableFound[], { live }: TabsDecided): readonly TableFound[] {
  return tables.filter((table) => !live.includes(table) && table.rows.some(({ code }) => code !== ""));
}

/** A tab whose entries went on to a newer one, e.g. last month's, is no longer the ledger: nothing of it is missed. */
export function withoutSuperseded(link: Link, tables: readonly TableFound[]): Link {
  const older = new Set(tables.filter(({ role }) => role === "ARCHIVE").map(({ tabId }) => tabId));
  if (!link.tabs.some(({ tabId, role }) => role === "LIVE" && older.has(tabId))) return link;
  return { ...link, tabs: link.tabs.map((tab) => (older.has(tab.tabId) ? { ...tab, role: "ARCHIVE" } : tab)) };
}

/** `oddities` of a tab that was remembered, and no pass has gone through with it yet. */
export const notGoneThrough = "?";

export function bindTabs(link: Link, tables: readonly TableFound[], { live, copies }: TabsDecided): TabBinding[] {
  const bound = tables.map((table): TabBinding => {
    const isLive = live.includes(table);
    return {
      tabId: table.tabId,
      title: table.title,
      kind: table.kind,
      role: isLive ? "LIVE" : copies.includes(table) ? "ARCHIVE" : table.role,
      headers: Object.fromEntries(table.columns.map((column) => [column.field, column.header])),
      rows: isLive ? table.rows.length : 0,
      oddities: table.problems.length === 0 ? "" : digestText(JSON.stringify(table.problems)),
    };
  });
  return JSON.stringify(bound) === JSON.stringify(link.tabs) ? link.tabs : bound;
}

/** Fields that had a column at the last good pass: what the store holds of others was never agreed upon. */
export function boundBefore(link: Link, tabId: number): ReadonlySet<string> {
  return new Set(Object.keys(link.tabs.find((tab) => tab.tabId === tabId)?.headers ?? {}));
}
