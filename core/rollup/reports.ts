import { dayInChina } from "../ledger/calendar.ts";
import type { Store } from "../store/store.ts";
import type { Current } from "./current.ts";
import { firstOfMonth } from "./reporting.ts";

/**
 * The day on which each unit that is expected to report last changed its ledger, by path: one query answers who below
 * a unit has not reported. Written at most once a unit and day.
 */

const partition = "rollup-report";

/** @param before the unit's figures so far, to write only what differs; null before they are first stored. */
export async function putReport(
  store: Store,
  next: Pick<Current, "path" | "changedAt" | "expected">,
  before: Pick<Current, "changedAt" | "expected"> | null,
): Promise<void> {
  const day = dayOfChange(next.changedAt);
  if (before !== null && before.expected === next.expected && dayOfChange(before.changedAt) === day) return;
  if (before === null && !next.expected) return;
  const value = JSON.stringify({ day, expected: next.expected });
  await store.putRecord({ partition, key: next.path, value, expiresAt: null }, "ANY");
}

function dayOfChange(changedAt: string | null): string | null {
  return changedAt === null ? null : dayInChina(Date.parse(changedAt));
}

export interface Report {
  readonly path: string;
  /** ISO date, null when it has never reported. */
  readonly day: string | null;
}

/**
 * Of the unit itself and everything below it, who is expected to report and has not since the first of the month, in
 * the order of paths.
 * @param day ISO date of the last run.
 */
export async function listMissing(store: Store, path: string, day: string): Promise<readonly Report[]> {
  const found: Report[] = [];
  const since = firstOfMonth(day);
  let after: string | undefined;
  do {
    const page = await store.listRecords(partition, {
      first: 1_000,
      prefix: path,
      ...(after === undefined ? {} : { after }),
    });
    for (const { key, value } of page.rows) {
      const { day: last, expected } = JSON.parse(value) as { day: string | null; expected: boolean };
      if (expected && (last === null || last < since)) found.push({ path: key, day: last });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
