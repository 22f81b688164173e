import * as z from "zod/mini";
import { AppError } from "../errors.ts";
import type { World } from "../ledger/code.ts";
import type { Log } from "../log.ts";
import type { Store, StoreRecord } from "../store/store.ts";
import type { Priority } from "./job.ts";
import { type Grant, grant, parked, type QuotaState } from "./quota-bucket.ts";

export type RequestKind = "read" | "write";

/** One budget for all workers: its state is a record in the table, changed only on condition that nobody else did. */
export interface Quota {
  /** Waits until one request may start. AppError `google.quota` when that would take too long for this priority. */
  take(account: string, kind: RequestKind, priority: Priority): Promise<void>;
  /** Google refused although we thought we had budget left, for the whole project or only for this account. */
  park(account: string, kind: RequestKind, level: "project" | "account"): Promise<void>;
}

export interface QuotaDeps {
  readonly store: Pick<Store, "getRecord" | "putRecord">;
  readonly world: World;
  readonly log: Log;
  readonly pause: (waitMs: number) => Promise<void>;
}

const partition = "quota";
/** Lost races before giving up; each loser knows the winner's state, so it needs no further read. */
const attempts = 20;
/** A wait above this means that the quota is near its end, milliseconds. */
const lowWaitMs = 30_000;

const stateSchema = z.record(z.string(), z.object({ tokens: z.number(), atMs: z.number() }));

export function makeQuota({ store, world, log, pause }: QuotaDeps): Quota {
  const seen = new Map<RequestKind, StoreRecord | null>();

  /** Applies a change to the state, again on the current one whenever somebody else was first. */
  async function change(kind: RequestKind, step: (state: QuotaState) => QuotaState | null): Promise<void> {
    let record = seen.get(kind) ?? (await store.getRecord(partition, kind));
    for (let attempt = 0; attempt < attempts; attempt++) {
      const state = step(record === null ? {} : stateSchema.parse(JSON.parse(record.value)));
      if (state === null) {
        // What this process saw last may be old: only the current state may refuse.
        const current = await store.getRecord(partition, kind);
        seen.set(kind, current);
        if (current === null || current.revision === record?.revision) return;
        record = current;
        continue;
      }
      const written = await store.putRecord(
        { partition, key: kind, value: JSON.stringify(state), expiresAt: null },
        record?.revision ?? 0,
      );
      record = written.ok ? written.value : written.current;
      seen.set(kind, record);
      if (written.ok) return;
      await pause(world.random(20 * (attempt + 1)));
    }
    throw new AppError("google.quota", `the ${kind} budget is too busy`);
  }

  return {
    async take(account, kind, priority) {
      let given: Grant = { ok: false, waitMs: 0 };
      await change(kind, (state) => {
        given = grant(state, account, priority, world.nowMs());
        return given.ok ? given.state : null;
      });
      const { ok, waitMs } = given as Grant;
      // The sweep's lane is slow on purpose.
      if (priority !== "SWEEP" && (waitMs > lowWaitMs || !ok))
        log.info("quota.low", { account, kind, priority, waitMs, granted: ok });
      if (!ok) throw new AppError("google.quota", `no ${kind} for ${waitMs} ms`);
      if (waitMs > 0) await pause(waitMs);
    },

    async park(account, kind, level) {
      log.info("quota.low", { account, kind, level, refusedByGoogle: true });
      await change(kind, (state) => parked(state, account, level, world.nowMs()));
    },
  };
}
