import type { Store } from "../store/store.ts";

/** The moment for which all present figures hold: the start of the last run that ended well. */

const partition = "rollup-run";

export async function putLastRun(store: Store, atIso: string): Promise<void> {
  await store.putRecord({ partition, key: "last", value: atIso, expiresAt: null }, "ANY");
}

/** ISO; null before the first run. */
export async function lastRun(store: Store): Promise<string | null> {
  return (await store.getRecord(partition, "last"))?.value ?? null;
}
