import type { Store } from "../store/store.ts";

/** The moment for which all present figures hold: the start of the last run that ended well. */

const partition = "rollup-run";

export interface LastRun {
  /** ISO. */
  readonly at: string;
  /** Grows with every run. */
  readonly number: number;
}

export async function putLastRun(store: Store, atIso: string): Promise<void> {
  await store.putRecord({ partition, key: "last", value: atIso, expiresAt: null }, "ANY");
}

/** null before the first run. */
export async function lastRun(store: Store): Promise<LastRun | null> {
  const record = await store.getRecord(partition, "last");
  return record === null ? null : { at: record.value, number: record.revision };
}
