import { checkSize } from "./codec.ts";
import { always, ifRevision } from "./conditions.ts";
import { recordKeyOf, recordKeyText, recordPartition, recordPrefix } from "./keys.ts";
import { readPage } from "./paging.ts";
import type { Store, StoreRecord } from "./store.ts";
import { numberOf, type Row, type TableClient, textOf } from "./table-client.ts";

/** Small named records with a revision. */

type RecordMethods = Pick<Store, "getRecord" | "putRecord" | "deleteRecord" | "listRecords">;

export function makeRecordMethods(table: TableClient, newWriteId: () => string): RecordMethods {
  return {
    async getRecord(partition, key) {
      const row = await table.get(recordKeyOf(partition, key), true);
      return row === null ? null : decodeRecord(partition, row);
    },

    async putRecord({ partition, key, value, expiresAt }, expectedRevision) {
      const at = recordKeyOf(partition, key);
      const writeId = newWriteId();
      checkSize(`record ${partition}`, { ...at, value, writeId, revision: 0 });
      const row = await table.update(
        at,
        {
          set: expiresAt === null ? { value, writeId } : { value, writeId, expiresAt },
          ...(expiresAt === null ? { remove: ["expiresAt"] } : {}),
          add: { attribute: "revision", value: 1 },
          returnRow: true,
        },
        expectedRevision === "ANY" ? always : ifRevision(expectedRevision),
      );
      if (row !== null) return { ok: true, value: decodeRecord(partition, row) };
      const current = await table.get(at, true);
      if (current === null) return { ok: false, current: null };
      const record = decodeRecord(partition, current);
      return textOf(current, "writeId") === writeId ? { ok: true, value: record } : { ok: false, current: record };
    },

    deleteRecord: (partition, key, expectedRevision) =>
      table.remove(recordKeyOf(partition, key), ifRevision(expectedRevision)),

    async listRecords(partition, { prefix = "", newestFirst = false, ...page }) {
      const stretch = {
        query: {
          hash: recordPartition(partition),
          range: { beginsWith: recordPrefix + prefix },
          newestFirst,
          attributes: ["sk", "value", "revision", "expiresAt"],
        },
        textOf: (row: Row) => recordKeyText(textOf(row, "sk")),
        holds: (text: string) => text.startsWith(prefix),
        keyOf: (text: string) => ({ ...recordKeyOf(partition, text) }),
      };
      return readPage(table, [stretch], page, (row) => decodeRecord(partition, row));
    },
  };
}

function decodeRecord(partition: string, row: Row): StoreRecord {
  return {
    partition,
    key: recordKeyText(textOf(row, "sk")),
    value: textOf(row, "value"),
    revision: numberOf(row, "revision") ?? 0,
    expiresAt: numberOf(row, "expiresAt"),
  };
}
