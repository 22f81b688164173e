import { hash } from "node:crypto";
import { limits } from "../limits.ts";
import type { BaseBucket } from "../store/store.ts";

/**
 * The agreed rows of a tab as digests in two layers, so that a pass over a large table loads only what differs:
 * root (one digest a bucket) -> bucket (one digest a row) -> item. Digests only ever save work: a digest that does not
 * match makes the pass look at the item itself, where the agreed texts are.
 */

/** Never equal to a digest: the row is known, its agreed content is not. */
export const unknownDigest = "?";

export function digestText(text: string): string {
  return hash("sha1", text, "base64").slice(0, 12);
}

/**
 * A row as it stands on the sheet: its synced texts, the system's texts and the system's notes, by field. A blank cell
 * counts, so that a column that comes back blank makes its rows differ.
 */
export function digestRow(texts: ReadonlyMap<string, string>): string {
  let joined = "";
  for (const [field, text] of texts) joined += `${field}\u0001${text}\u0002`;
  return digestText(joined);
}

export function bucketOf(code: string): number {
  let sum = 0;
  for (let i = 0; i < code.length; i++) sum = (sum * 31 + code.charCodeAt(i)) >>> 0;
  return sum % limits.baseBuckets;
}

export function digestBucket(rows: Iterable<readonly [string, string]>): string {
  return digestText(
    [...rows]
      .map(([code, digest]) => `${code} ${digest}`)
      .sort()
      .join("\n"),
  );
}

/** Groups row digests by bucket. */
export function bucketsOf(rows: ReadonlyMap<string, string>): Map<number, Map<string, string>> {
  const buckets = new Map<number, Map<string, string>>();
  for (const [code, digest] of rows) {
    const number = bucketOf(code);
    const bucket = buckets.get(number);
    if (bucket === undefined) buckets.set(number, new Map([[code, digest]]));
    else bucket.set(code, digest);
  }
  return buckets;
}

export function bucketAfter(before: BaseBucket, changes: ReadonlyMap<string, string | null>): BaseBucket {
  const after: Record<string, string> = { ...before };
  for (const [code, digest] of changes) {
    if (digest === null) delete after[code];
    else after[code] = digest;
  }
  return after;
}
