import { AppError } from "../errors.ts";
import type { Lease, Store } from "../store/store.ts";
import { bucketAfter, bucketOf, digestBucket, unknownDigest } from "./base.ts";
import type { Look } from "./look.ts";
import type { RoundPlan, RowAction } from "./plan.ts";

/** The agreed rows after a round: only what was verified counts, what was not is known to be unknown. */

type Changes = Map<number, Map<string, string | null>>;

/** Writes only the buckets of rows that were looked at, then the root of their tab. */
export async function advanceBase(
  store: Pick<Store, "getBaseBuckets" | "putBase">,
  lease: Lease,
  looked: Look,
  plan: RoundPlan,
  verified: ReadonlySet<RowAction>,
): Promise<void> {
  for (const [tabId, changes] of changesOf(looked, plan, verified)) {
    const numbers = new Set([...changes.keys()].map(bucketOf));
    const before = new Map(looked.buckets.get(tabId));
    const unread = [...numbers].filter((number) => !before.has(number));
    if (unread.length > 0)
      for (const [number, bucket] of await store.getBaseBuckets(lease.spreadsheetId, tabId, unread))
        before.set(number, bucket);
    const after = new Map<number, Record<string, string>>();
    const digests: Record<number, string> = { ...looked.roots.get(tabId)?.digests };
    for (const number of numbers) {
      const mine = new Map([...changes].filter(([code]) => bucketOf(code) === number));
      const bucket = bucketAfter(before.get(number) ?? {}, mine);
      const digest = Object.keys(bucket).length === 0 ? undefined : digestBucket(Object.entries(bucket));
      if (digest === digests[number] && JSON.stringify(bucket) === JSON.stringify(before.get(number) ?? {})) continue;
      after.set(number, bucket);
      if (digest === undefined) delete digests[number];
      else digests[number] = digest;
    }
    if (after.size === 0) continue;
    const root = { spreadsheetId: lease.spreadsheetId, tabId, fence: lease.fence, digests };
    if (!(await store.putBase(root, after))) throw new AppError("lease.lost", "a newer worker has written the base");
  }
}

function changesOf(looked: Look, plan: RoundPlan, verified: ReadonlySet<RowAction>): Changes {
  const byTab: Changes = new Map();
  const note = (tabId: number, code: string, digest: string | null) => {
    const changes = byTab.get(tabId) ?? new Map<string, string | null>();
    byTab.set(tabId, changes.set(code, digest));
  };
  const known = (tabId: number, code: string) => looked.buckets.get(tabId)?.get(bucketOf(code))?.[code] !== undefined;
  for (const action of plan.rows) {
    const tabId = action.row?.table.tabId ?? action.before?.row?.tabId;
    if (tabId === undefined) continue;
    const digest = verified.has(action) ? action.digest : unknownDigest;
    // A row moved between tabs leaves the agreed rows of the other one.
    for (const other of looked.buckets.keys())
      if (other !== tabId && known(other, action.code)) note(other, action.code, null);
    // Of a code that is not surely in the sheet nothing was ever agreed.
    const agreeable = digest !== null && (verified.has(action) || action.create === null);
    if (agreeable || known(tabId, action.code)) note(tabId, action.code, digest);
  }
  for (const [code, tabId] of plan.forget) note(tabId, code, null);
  return byTab;
}
