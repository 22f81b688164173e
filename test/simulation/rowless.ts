import type { Item } from "../../core/ledger/item.ts";
import type { SyncWorld } from "../support/sync-world.ts";

/** Items of a spreadsheet's unit that have no row there, because no tab of their kind was known when the API made them. */
export async function rowlessItems(world: SyncWorld, id: string): Promise<Item[]> {
  const link = await world.store.getLink(id);
  const unit = (await world.store.listUnits()).find(({ code }) => code === link?.unit);
  if (unit === undefined) return [];
  const { rows } = await world.store.listItems({ kind: "topic", path: unit.path, descendants: false, first: 100 });
  return rows.filter(({ row }) => row === null);
}
