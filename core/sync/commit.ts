import { AppError } from "../errors.ts";
import type { Edited } from "../ledger/edit.ts";
import { indexValuesOf } from "../ledger/index-values.ts";
import type { Item } from "../ledger/item.ts";
import type { Unit } from "../ledger/unit.ts";
import { markUnitChanged } from "../rollup/mark.ts";
import type { Store } from "../store/store.ts";

/** The store side of acting: conditional writes of items, and the base that advances only with what was verified. */

export interface ItemWriter {
  /** False: somebody else changed the item since it was read; nothing was written. */
  put(before: Item | null, edited: Edited): Promise<boolean>;
  /** The sheet is known to show these texts now: the base of each field advances to it, whatever the store holds by now. */
  settle(code: string, shown: ReadonlyMap<string, string>): Promise<void>;
}

export function makeItemWriter(
  store: Store,
  unitByCode: (code: string) => Unit | undefined,
  nowIso: () => string,
): ItemWriter {
  const pathOf = (item: Item) => {
    const unit = unitByCode(item.unit);
    if (unit === undefined) throw new Error(`item ${item.code} belongs to the unknown unit ${item.unit}`);
    return unit.path;
  };
  return {
    async put(before, { item, changes }) {
      if (changes.length > 0) await markUnitChanged(store, item.unit, nowIso());
      const written = await store.putItem(item, indexValuesOf(item, pathOf(item)), changes, before?.revision ?? 0);
      return written.ok;
    },

    async settle(code, shown) {
      for (let attempt = 0; attempt < settleAttempts; attempt++) {
        const item = (await store.getItems([code], "STRONG")).get(code);
        if (item === undefined) return;
        const ahead = { ...item.ahead };
        for (const [field, text] of shown) {
          if (field.startsWith("#") || (item.texts[field] ?? "") === text) delete ahead[field];
          else ahead[field] = text;
        }
        if (JSON.stringify(ahead) === JSON.stringify(item.ahead)) return;
        const settled = { ...item, ahead };
        const written = await store.putItem(settled, indexValuesOf(settled, pathOf(settled)), [], item.revision);
        if (written.ok) return;
      }
      throw new AppError("item.stale", `item ${code} kept changing while its base was to advance`);
    },
  };
}

/** Somebody else's edit can come between read and write a few times, not for ever. */
const settleAttempts = 5;

/** Items written at the same time. */
export const itemsAtOnce = 8;

/** Runs over all at once, a few at a time; the first failure stops the rest and is thrown. */
export async function forEachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < all.length) {
      const one = all[next++] as T;
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
