import { AppError } from "../../../core/errors.ts";
import type { PassRecord } from "../../../core/ledger/link.ts";
import { silentLog } from "../../../core/log.ts";
import type { Sheet } from "../../../core/sheet/sheet.ts";
import type { TableClient } from "../../../core/store/table-client.ts";
import { makeTableStore } from "../../../core/store/table-store.ts";
import { makeSync } from "../../../core/sync/pass.ts";
import { Crash } from "../../support/faulty.ts";
import type { SyncWorld } from "../../support/sync-world.ts";

/**
 * A pass by a worker of its own, during which something happens at named moments: `before writeRows 1`,
 * `after read 2`, `after store 14`. A moment that is never reached fails the test: it would have shown nothing.
 */
export type Moments = Readonly<Record<string, () => unknown>>;

export interface Interrupted {
  readonly record: PassRecord | null;
  readonly error: unknown;
  /** Requests to Google, in order. */
  readonly requests: readonly string[];
  /** Every moment that went by, in order. */
  readonly moments: readonly string[];
}

export async function passWith(world: SyncWorld, happen: Moments, spreadsheetId = "s1"): Promise<Interrupted> {
  const counts = new Map<string, number>();
  const requests: string[] = [];
  const moments: string[] = [];
  const left = new Set(Object.keys(happen));
  let dead = false;
  const at = async (moment: string) => {
    moments.push(moment);
    left.delete(moment);
    try {
      await happen[moment]?.();
    } catch (error) {
      dead ||= error instanceof Crash;
      throw error;
    }
  };
  const call = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Crash("the worker is dead");
    const n = (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    if (name !== "store") requests.push(name);
    await at(`before ${name} ${n}`);
    const answer = await work();
    await at(`after ${name} ${n}`);
    return answer;
  };
  const sheet: Sheet = {
    read: (id) => call("read", () => world.sheet.read(id)),
    writeRows: (id, tab, rows) => call("writeRows", () => world.sheet.writeRows(id, tab, rows)),
    restructure: (id, actions) => call("restructure", () => world.sheet.restructure(id, actions)),
  };
  const { table } = world;
  const wrapped: TableClient = {
    get: (...args) => call("store", () => table.get(...args)),
    getMany: (...args) => call("store", () => table.getMany(...args)),
    query: (...args) => call("store", () => table.query(...args)),
    put: (...args) => call("store", () => table.put(...args)),
    update: (...args) => call("store", () => table.update(...args)),
    remove: (...args) => call("store", () => table.remove(...args)),
    putMany: (...args) => call("store", () => table.putMany(...args)),
    removeMany: (...args) => call("store", () => table.removeMany(...args)),
  };
  let writes = 0;
  const worker = world.world.random(0x7fffffff);
  const store = makeTableStore(wrapped, () => `w${worker}.${++writes}`);
  const sync = makeSync({ store, sheet, world: world.world, log: silentLog });
  world.wait(1_500);
  let record: PassRecord | null = null;
  let failure: unknown = null;
  try {
    record = await sync.run(spreadsheetId);
  } catch (error) {
    if (!(error instanceof Crash || error instanceof AppError)) throw error;
    failure = error;
  }
  if (left.size > 0)
    throw new Error(
      `never reached: ${[...left].join(", ")}; of ${moments.length} moments the last were ${moments.slice(-6).join(", ")}`,
    );
  return { record, error: failure, requests, moments };
}

export const crash = () => {
  throw new Crash("here");
};

/** Google does not answer although it may have done what it was asked. */
export const unanswered = () => {
  throw new AppError("google.unavailable", "503");
};
