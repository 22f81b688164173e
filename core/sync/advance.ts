import { AppError } from "../errors.ts";
import type { BaseBucket, Lease, Store } from "../store/store.ts";
import { bucketAfter, bucketOf, digestBucket, unknownDigest } from "./base.ts";
import type { Look } from "./look.ts";
import type { RoundPlan, RowAction } from "./round-plan.ts";

/** The agreed rows after a round: only what was verified counts, what was not is known to be unknown. */

export interface Proven {
  readonly verified: ReadonlySet<RowAction>;
  /** Of those, the ones whose notes are still to come: their codes are in the sheet, what they show is not agreed yet. */
  readonly unfinished: ReadonlySet<RowAction>;
}

type Changes = Map<number, Map<string, string | null>>;

/**
 * Writes only the buckets of rows that were looked at, then the root of their tab. A root that a crash left behind its
 * buckets is brought up to them; a bucket that the root does not know yet is announced there first, so that whatever a
 * crash leaves is looked at again.
 */
export async function advanceBase(
  store: Pick<Store, "getBaseBuckets" | "putBase">,
  lease: Lease,
  looked: Look,
  plan: RoundPlan,
  proven: Proven,
): Promise<void> {
  const changes = changesOf(looked, plan, proven);
  for (const tabId of new Set([...changes.keys(), ...looked.buckets.keys()])) {
    const mine = changes.get(tabId) ?? new Map<string, string | null>();
    const before = new Map(looked.buckets.get(tabId));
    const unread = [...new Set([...mine.keys()].map(bucketOf))].filter((number) => !before.has(number));
    if (unread.length > 0)
      for (const [number, bucket] of await store.getBaseBuckets(lease.spreadsheetId, tabId, unread))
        before.set(number, bucket);
    const known = looked.roots.get(tabId)?.digests ?? {};
    const digests: Record<number, string> = { ...known };
    const after = new Map<number, BaseBucket>();
    for (const number of new Set([...before.keys(), ...unread])) {
      const old = before.get(number) ?? {};
      const bucket = bucketAfter(old, new Map([...mine].filter(([code]) => bucketOf(code) === number)));
      if (JSON.stringify(bucket) !== JSON.stringify(old)) after.set(number, bucket);
      const digest = bucketDigest(bucket);
      if (digest === undefined) delete digests[number];
      else digests[number] = digest;
    }
    const put = async (next: Readonly<Record<number, string>>, buckets: ReadonlyMap<number, BaseBucket>) => {
      const root = { spreadsheetId: lease.spreadsheetId, tabId, fence: lease.fence, digests: next };
      if (!(await store.putBase(root, buckets)))
        throw new AppError("lease.lost", "a newer worker has written the base");
    };
    const fresh = [...after.keys()].filter((number) => known[number] === undefined);
    if (fresh.length > 0)
      await put({ ...known, ...Object.fromEntries(fresh.map((number) => [number, unknownDigest])) }, new Map());
    if (after.size > 0 || !sameDigests(digests, known)) await put(digests, after);
  }
}

/** Whether some bucket that was loaded is not what the root of its tab says. */
export function rootIsBehind(looked: Look): boolean {
  return [...looked.buckets].some(([tabId, buckets]) =>
    [...buckets].some(([number, bucket]) => bucketDigest(bucket) !== looked.roots.get(tabId)?.digests[number]),
  );
}

function bucketDigest(bucket: BaseBucket): string | undefined {
  const rows = Object.entries(bucket);
  return rows.length === 0 ? undefined : digestBucket(rows);
}

function sameDigests(a: Readonly<Record<number, string>>, b: Readonly<Record<number, string>>): boolean {
  const numbers = Object.keys(a).map(Number);
  return numbers.length === Object.keys(b).length && numbers.every((number) => a[number] === b[number]);
}

function isUncoded({ row, code, writes }: RowAction): boolean {
  return row !== null && row.row.code !== code && !writes.has(row.table.system.code ?? -1);
}

function changesOf(looked: Look, plan: RoundPlan, { verified, unfinished }: Proven): Changes {
  const byTab: Changes = new Map();
  const note = (tabId: number, code: string, digest: string | null) => {
    const changes = byTab.get(tabId) ?? new Map<string, string | null>();
    byTab.set(tabId, changes.set(code, digest));
  };
  const known = (tabId: number, code: string) => looked.buckets.get(tabId)?.get(bucketOf(code))?.[code] !== undefined;
  for (const action of plan.rows) {
    const tabId = action.row?.table.tabId ?? action.before?.row?.tabId;
    if (tabId === undefined) continue;
    // A row that cannot show its code takes it along to no other tab: who stops in between leaves it to nobody.
    if (isUncoded(action) && [...looked.buckets.keys()].some((tab) => known(tab, action.code))) continue;
    const digest = verified.has(action) && !unfinished.has(action) ? action.digest : unknownDigest;
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
