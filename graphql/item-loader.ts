import DataLoader from "dataloader";
import type { Item } from "../core/ledger/item.ts";
import type { Store } from "../core/store/store.ts";

/** Items of one request by their codes: read in batches, each once. */
export interface ItemLoader {
  /** null: there is none. Not yet checked against the viewer's scope. */
  load(code: string): Promise<Item | null>;
  /** null: there is none, or the viewer may not see it. */
  loadVisible(code: string): Promise<Item | null>;
  /** After it was written. */
  put(item: Item): void;
  /** After others may have been written. */
  forget(): void;
}

/** Longer than any code: the kind's letters and 12 characters. */
const maxCodeChars = 40;

export function makeItemLoader(store: Store, isVisible: (item: Item) => boolean): ItemLoader {
  // It only batches: on its own it makes a promise for every caller, and the items of a page share few topics.
  const batches = new DataLoader<string, Item | null>(
    async (codes) => {
      const found = await store.getItems(codes, "EVENTUAL");
      return codes.map((code) => found.get(code) ?? null);
    },
    { cache: false },
  );
  const loaded = new Map<string, Promise<Item | null>>();
  const visible = new Map<string, Promise<Item | null>>();

  const load = (code: string): Promise<Item | null> => {
    let item = loaded.get(code);
    if (item === undefined) {
      item = batches.load(code);
      loaded.set(code, item);
    }
    return item;
  };
  return {
    load,
    loadVisible(code) {
      let item = visible.get(code);
      if (item === undefined) {
        const possible = code !== "" && code.length <= maxCodeChars;
        item = possible ? load(code).then((found) => (found !== null && isVisible(found) ? found : null)) : nothing;
        visible.set(code, item);
      }
      return item;
    },
    put(item) {
      loaded.set(item.code, Promise.resolve(item));
      visible.delete(item.code);
    },
    forget() {
      loaded.clear();
      visible.clear();
    },
  };
}

const nothing = Promise.resolve(null);
