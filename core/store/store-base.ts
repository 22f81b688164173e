import { checkSize, decodeDoc } from "./codec.ts";
import { ifFenceNotPassed } from "./conditions.ts";
import { formats, upToDate } from "./formats.ts";
import { baseBucketKeyOf, baseRootKeyOf, leaseKeyOf, readBucket } from "./keys.ts";
import type { BaseBucket, BaseRoot, Store } from "./store.ts";
import { encodeRow, numberOf, type Row, type TableClient, textOf } from "./table-client.ts";

/**
 * What both sides last agreed on, by tab and bucket. Buckets are written before the root: a crash between leaves
 * buckets that are right and a root that makes the next pass look at them again.
 */

const format = formats.base.current;

/** The number stands beside the document, whose members are all rows or buckets. Format 1 was first written without. */
function decodeBase<T extends Readonly<Record<string, unknown>>>(row: Row): T {
  const name = `base ${textOf(row, "pk")} ${textOf(row, "sk")}`;
  return upToDate(name, formats.base, numberOf(row, "format") ?? 1, decodeDoc<T>(row, null));
}

type BaseMethods = Pick<Store, "getBaseRoot" | "getBaseBuckets" | "putBase">;

export function makeBaseMethods(table: TableClient): BaseMethods {
  return {
    async getBaseRoot(spreadsheetId, tabId) {
      const row = await table.get(baseRootKeyOf(spreadsheetId, tabId), true);
      if (row === null) return null;
      return {
        spreadsheetId,
        tabId,
        fence: numberOf(row, "fence") ?? 0,
        digests: decodeBase<BaseRoot["digests"]>(row),
      };
    },

    async getBaseBuckets(spreadsheetId, tabId, buckets) {
      const keys = [...new Set(buckets)].map((bucket) => baseBucketKeyOf(spreadsheetId, tabId, bucket));
      const rows = await table.getMany(keys, true);
      return new Map(rows.map((row) => [readBucket(textOf(row, "sk")), decodeBase<BaseBucket>(row)]));
    },

    async putBase(root, buckets) {
      const { spreadsheetId, tabId, fence } = root;
      // Each bucket is guarded by its own fence only; the lease tells whether a newer worker exists at all.
      const lease = await table.get(leaseKeyOf(spreadsheetId), true, ["fence"]);
      if ((lease === null ? 0 : (numberOf(lease, "fence") ?? 0)) > fence) return false;
      const put = async (values: Record<string, string | number>) => {
        checkSize(`base of tab ${tabId}`, values);
        return table.put(encodeRow(values), ifFenceNotPassed("fence", fence));
      };
      const written = await Promise.all(
        [...buckets].map(([bucket, rows]) =>
          put({ ...baseBucketKeyOf(spreadsheetId, tabId, bucket), doc: JSON.stringify(rows), format, fence }),
        ),
      );
      if (written.includes(false)) return false;
      return put({ ...baseRootKeyOf(spreadsheetId, tabId), doc: JSON.stringify(root.digests), format, fence });
    },
  };
}
