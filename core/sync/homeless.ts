import type { Item } from "../ledger/item.ts";
import type { KindName } from "../ledger/kind.ts";
import type { Link } from "../ledger/link.ts";
import type { Unit } from "../ledger/unit.ts";
import { limits } from "../limits.ts";
import type { Store } from "../store/store.ts";
import { forEachOf, type ItemWriter, itemsAtOnce } from "./commit.ts";
import type { Look } from "./look.ts";
import { notGoneThrough } from "./tabs.ts";

/**
 * Items made through the API before their unit had a spreadsheet for them. The pass that finds a tab of their kind gives
 * them a row there, and looks once more when the tab is known to everybody; later passes have nothing to look for, since
 * new items name their tab at once. `link`: as it was when the pass began.
 */
export async function homelessItems(
  store: Pick<Store, "listItems">,
  link: Link,
  unit: Unit,
  looked: Look,
): Promise<readonly Item[]> {
  const known = new Set(
    link.tabs.filter(({ role, oddities }) => role === "LIVE" && oddities !== notGoneThrough).map(({ kind }) => kind),
  );
  const kinds = new Set(looked.tabs.live.map(({ kind }) => kind).filter((kind) => !known.has(kind)));
  const homeless: Item[] = [];
  for (const kind of kinds) {
    let after: string | undefined;
    do {
      const page = await store.listItems({
        kind,
        path: unit.path,
        descendants: false,
        first: limits.pageSize,
        ...(after === undefined ? {} : { after }),
      });
      homeless.push(...page.rows.filter(({ row, archivedAt }) => row === null && archivedAt === null));
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return homeless;
}

/** Pure: where the row of a new item is to appear: in the unit's spreadsheet that has a tab for it; null: nowhere yet. */
export function placeFor(links: readonly Link[], unit: string, kind: KindName): Item["row"] {
  const mine = links.filter((link) => link.unit === unit);
  for (const { spreadsheetId, tabs } of mine) {
    const tab = tabs.find((candidate) => candidate.kind === kind && candidate.role === "LIVE");
    if (tab !== undefined) return { spreadsheetId, tabId: tab.tabId, presence: "PENDING", missingSince: null };
  }
  // Linked, and its tabs are not known before the first pass: that one finds the place.
  const unread = mine.find(({ tabs }) => tabs.length === 0);
  if (unread === undefined) return null;
  return { spreadsheetId: unread.spreadsheetId, tabId: 0, presence: "PENDING", missingSince: null };
}

/** Pure: waiting for a row in the spreadsheet; the plan finds the tab. */
export function housed(item: Item, { spreadsheetId }: Link): Item {
  return { ...item, row: { spreadsheetId, tabId: 0, presence: "PENDING", missingSince: null } };
}

/** Pure: the look as it will be once these items wait for a row. */
export function withHoused(looked: Look, homeless: readonly Item[], link: Link): Look {
  if (homeless.length === 0) return looked;
  return {
    ...looked,
    dirty: [...looked.dirty, ...homeless.map(({ code }) => code)],
    items: new Map([...looked.items, ...homeless.map((item) => [item.code, housed(item, link)] as const)]),
  };
}

/** True: there are items that wait for a row now, and another look sees them. */
export async function giveHomes(
  store: Pick<Store, "listItems">,
  { unit, writer }: { readonly unit: Unit; readonly writer: ItemWriter },
  link: Link,
  looked: Look,
): Promise<boolean> {
  const homeless = await homelessItems(store, link, unit, looked);
  await forEachOf(homeless, itemsAtOnce, async (item) => {
    await writer.put(item, { item: housed(item, link), changes: [] });
  });
  return homeless.length > 0;
}
