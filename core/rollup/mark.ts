import type { Store } from "../store/store.ts";

/**
 * Says that a unit's ledger is about to change or has changed, so that the next run counts it again. Call it before
 * the write it announces: then a crash in between costs one needless count, never a forgotten one.
 */

const dirtyPartition = "rollup-dirty";

/** A marker younger than this survives the run that saw it, so a write that was still under way is counted by the next. */
export const settleMs = 5_000;
/** A unit marked so shortly ago need not be marked again: its marker outlives this by settleMs - hintMs. */
const hintMs = 2_000;

const hints = new WeakMap<Store, Map<string, number>>();

/** Remembered units per store; beyond this the memory starts afresh. */
const hintLimit = 10_000;

export interface MarkOptions {
  /** A spreadsheet of the unit was linked, or its live tabs changed: what the unit reports may differ with equal items. */
  readonly links?: boolean;
}

/** @param atIso the present time, ISO. */
export async function markUnitChanged(
  store: Store,
  unitCode: string,
  atIso: string,
  { links = false }: MarkOptions = {},
): Promise<void> {
  const atMs = Date.parse(atIso);
  const key = links ? `${unitCode}${linksSuffix}` : unitCode;
  const known = hints.get(store) ?? new Map<string, number>();
  hints.set(store, known);
  const markedMs = known.get(key);
  if (markedMs !== undefined && atMs >= markedMs && atMs - markedMs < hintMs) return;
  if (known.size >= hintLimit) known.clear();
  await store.putRecord(
    { partition: dirtyPartition, key, value: JSON.stringify({ at: atIso }), expiresAt: null },
    "ANY",
  );
  known.set(key, atMs);
}

/** Unit codes never hold a `+`. */
const linksSuffix = "+links";

export interface Marker {
  readonly key: string;
  readonly unit: string;
  readonly links: boolean;
  readonly atMs: number;
  readonly revision: number;
}

/** Every unit waiting to be counted again. */
export async function listMarkers(store: Store): Promise<readonly Marker[]> {
  const markers: Marker[] = [];
  let after: string | undefined;
  do {
    const page = await store.listRecords(dirtyPartition, { first: 500, ...(after === undefined ? {} : { after }) });
    for (const { key, value, revision } of page.rows) {
      const links = key.endsWith(linksSuffix);
      const { at } = JSON.parse(value) as { at: string };
      markers.push({
        key,
        unit: links ? key.slice(0, -linksSuffix.length) : key,
        links,
        atMs: Date.parse(at),
        revision,
      });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return markers;
}

/** Forgets the markers that are old enough and were not put again since they were read. */
export async function clearMarkers(store: Store, markers: readonly Marker[], runStartMs: number): Promise<void> {
  for (const { key, atMs, revision } of markers) {
    if (runStartMs - atMs >= settleMs) await store.deleteRecord(dirtyPartition, key, revision);
  }
}
