import type { Store } from "./store.ts";
import { makeBaseMethods } from "./store-base.ts";
import { makeListChanges } from "./store-history.ts";
import { makePutItem } from "./store-item-write.ts";
import { makeItemReads } from "./store-items.ts";
import { makeJournalMethods } from "./store-journal.ts";
import { makeLeaseMethods } from "./store-lease.ts";
import { makeLinkMethods } from "./store-links.ts";
import { makeRecordMethods } from "./store-records.ts";
import type { TableClient } from "./table-client.ts";

/**
 * The store over any table with DynamoDB's rules. `newWriteId` gives a text that no other write has ever had; it tells
 * a repeated request from a rival's.
 */
export function makeTableStore(table: TableClient, newWriteId: () => string): Store {
  return {
    ...makeItemReads(table),
    putItem: makePutItem(table, newWriteId),
    listChanges: makeListChanges(table),
    ...makeLinkMethods(table, newWriteId),
    ...makeLeaseMethods(table),
    ...makeBaseMethods(table),
    ...makeJournalMethods(table),
    ...makeRecordMethods(table, newWriteId),
  };
}
