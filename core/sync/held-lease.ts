import { AppError } from "../errors.ts";
import { makeTimeId, type World } from "../ledger/code.ts";
import { limits } from "../limits.ts";
import type { Lease, Store } from "../store/store.ts";

/** The right to sync one spreadsheet, renewed as long as the work goes on. */
export interface HeldLease {
  readonly lease: Lease;
  /** Renews it when it is due; throws lease.lost. */
  hold(): Promise<void>;
  release(): Promise<void>;
}

/** Throws lease.held while another worker has it. */
export async function holdLease(store: Store, world: World, spreadsheetId: string): Promise<HeldLease> {
  const leaseMs = limits.leaseSeconds * 1000;
  const acquired = await store.acquireLease(spreadsheetId, makeTimeId(world), world.nowMs(), leaseMs);
  if (acquired === null)
    throw new AppError("lease.held", `spreadsheet ${spreadsheetId} is being synced by another worker`);
  let lease = acquired;
  return {
    get lease() {
      return lease;
    },
    async hold() {
      if (lease.expiresAtMs - world.nowMs() > limits.leaseRenewSeconds * 1000) return;
      const renewed = await store.renewLease(lease, world.nowMs(), leaseMs);
      if (renewed === null) throw new AppError("lease.lost", `the lease on ${spreadsheetId} ran out`);
      lease = renewed;
    },
    async release() {
      await store.releaseLease(lease);
    },
  };
}
