import type { Sheet } from "../sheet/sheet.ts";
import { withAccounts } from "./account-sheet.ts";
import type { Priority } from "./job.ts";
import { withKnownUnits } from "./known-units.ts";
import type { SyncParts } from "./open-pass.ts";
import { makeSync } from "./pass.ts";
import type { Quota } from "./quota.ts";
import { withQuota } from "./quota-sheet.ts";
import type { Sync } from "./sync.ts";

export interface SharedSyncParts extends Omit<SyncParts, "sheet"> {
  /** Names of the Google service accounts. */
  readonly accounts: readonly string[];
  readonly sheetOf: (account: string) => Sheet;
  readonly quota: Quota;
}

/**
 * The sync engine as many workers run it at once: over all service accounts, every request within the one budget they
 * share. One engine for each priority, kept: it knows the units, and which account a spreadsheet is shared with.
 */
export function makeSharedSync(parts: SharedSyncParts): (priority: Priority) => Sync {
  const { accounts, sheetOf, quota, world, log } = parts;
  const store = withKnownUnits(parts.store, world.nowMs);
  const sheets = accounts.map((account) => [account, sheetOf(account)] as const);
  const made = new Map<Priority, Sync>();
  return (priority) => {
    const known = made.get(priority);
    if (known !== undefined) return known;
    const within = sheets.map(([account, sheet]) => [account, withQuota(sheet, quota, account, priority)] as const);
    const sync = makeSync({ store, world, log, sheet: withAccounts(new Map(within), store) });
    made.set(priority, sync);
    return sync;
  };
}
