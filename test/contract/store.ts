import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../core/store/store.ts";
import type { TableClient, Usage } from "../../core/store/table-client.ts";
import { costRules } from "./store-costs.ts";
import { historyRules } from "./store-history.ts";
import { itemRules } from "./store-items.ts";
import { listRules } from "./store-lists.ts";
import { sheetRules } from "./store-sheets.ts";

/** An empty store for one test, and what it stands on. */
export interface Opened {
  readonly store: Store;
  readonly table: TableClient;
  /** null: this engine does not count. */
  readonly usage: Usage | null;
}

export type Open = () => Promise<Opened>;

/** An engine: made once for all tests, and asked for a new empty table by each. */
export interface Engine {
  open: Open;
  close(): Promise<void>;
}

/** What any store must do; `skip` tells why it cannot be tried here. */
export function storeContract(name: string, makeEngine: () => Promise<Engine>, skip: string | null = null): void {
  describe.skipIf(skip !== null)(skip === null ? name : `${name} (skipped: ${skip})`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await makeEngine();
    });
    afterAll(() => engine?.close());
    const open: Open = () => engine.open();
    itemRules(open);
    historyRules(open);
    listRules(open);
    sheetRules(open);
    costRules(open);
  });
}
