import type { Store } from "../store/store.ts";

/**
 * Days on which a unit counts differently though nobody touches it: an item falls due soon, or becomes overdue. One
 * record a unit and day, so that a new day costs as much as the units it concerns.
 */

const partition = "rollup-day";

export interface DueDay {
  readonly key: string;
  readonly unit: string;
  readonly revision: number;
}

export async function putDueDay(store: Store, unit: string, day: string): Promise<void> {
  await store.putRecord({ partition, key: `${day}#${unit}`, value: "1", expiresAt: null }, "ANY");
}

/** Units for which such a day has come. */
export async function listDueDays(store: Store, today: string): Promise<readonly DueDay[]> {
  const found: DueDay[] = [];
  let after: string | undefined;
  do {
    const page = await store.listRecords(partition, { first: 25, ...(after === undefined ? {} : { after }) });
    for (const { key, revision } of page.rows) {
      const [day = "", unit = ""] = key.split("#");
      if (day > today) return found;
      found.push({ key, unit, revision });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

export async function clearDueDays(store: Store, days: readonly DueDay[]): Promise<void> {
  for (const { key, revision } of days) await store.deleteRecord(partition, key, revision);
}
