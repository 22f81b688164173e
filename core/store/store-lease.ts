import { ifLeaseOpenTo, ifLeaseStillOurs } from "./conditions.ts";
import { leaseKeyOf } from "./keys.ts";
import type { Lease, Store } from "./store.ts";
import { numberOf, type TableClient } from "./table-client.ts";

/**
 * The lease on a spreadsheet: one row whose fence grows with every acquisition and outlives the lease, so that a worker
 * that was away too long is recognised by its number whatever its clock says.
 */

type LeaseMethods = Pick<Store, "acquireLease" | "renewLease" | "releaseLease">;

export function makeLeaseMethods(table: TableClient): LeaseMethods {
  return {
    async acquireLease(spreadsheetId, owner, nowMs, leaseMs) {
      const expiresAtMs = nowMs + leaseMs;
      const row = await table.update(
        leaseKeyOf(spreadsheetId),
        { set: { holder: owner, expiresAtMs }, add: { attribute: "fence", value: 1 }, returnRow: true },
        ifLeaseOpenTo(owner, nowMs),
      );
      if (row === null) return null;
      return { spreadsheetId, owner, fence: numberOf(row, "fence") ?? 0, expiresAtMs };
    },

    async renewLease(lease, nowMs, leaseMs) {
      const expiresAtMs = nowMs + leaseMs;
      const row = await table.update(leaseKeyOf(lease.spreadsheetId), { set: { expiresAtMs } }, stillOurs(lease));
      return row === null ? null : { ...lease, expiresAtMs };
    },

    async releaseLease(lease) {
      await table.update(
        leaseKeyOf(lease.spreadsheetId),
        { set: { expiresAtMs: 0 }, remove: ["holder"] },
        stillOurs(lease),
      );
    },
  };
}

const stillOurs = (lease: Lease) => ifLeaseStillOurs(lease.owner, lease.fence);
