import { AppError } from "../../core/errors.ts";
import { silentLog } from "../../core/log.ts";
import { makeSheet, type SheetCalls } from "../../core/sheet/google-sheet.ts";
import type { TableClient } from "../../core/store/table-client.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { makeSync } from "../../core/sync/pass.ts";
import type { Sync } from "../../core/sync/sync.ts";
import { Crash } from "../support/faulty.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import type { Meanwhile } from "./meanwhile.ts";
import type { Interruption } from "./steps.ts";

/** A worker of its own, whose every await can fail, die, or find that somebody else was there first. */

export interface Hooks extends Meanwhile {
  /** Another worker comes; `inFlight`: while a request of this one is under way, which takes no longer than Google allows. */
  overlap(n: number, inFlight: boolean): Promise<void>;
  /** Around what a request does to the spreadsheet. */
  writes<T>(id: string, requests: readonly object[], work: () => T): T;
  itemWritten(): void;
  happened(kind: string): void;
}

export function makeWorker(
  world: SyncWorld,
  during: readonly Interruption[],
  hooks: Hooks,
  gone: ReadonlySet<string>,
): Sync {
  let dead = false;
  let request = 0;
  let write = 0;
  let call = 0;
  const die = (kind: string): never => {
    dead = true;
    hooks.happened(kind);
    throw new Crash(kind);
  };
  const alive = () => {
    if (dead) throw new Crash("already dead");
  };

  async function google<T>(id: string, work: () => Promise<T>): Promise<T> {
    alive();
    const mine = during.filter(
      ({ kind, at }) => !kind.startsWith("store") && !kind.endsWith("BeforeWrite") && at === request,
    );
    request++;
    world.wait(120 + world.world.random(400));
    for (const { kind, n } of mine) {
      if (kind === "clerkBefore") await hooks.clerk(n);
      else if (kind === "apiBefore") await hooks.api(n);
      else if (kind === "tabBefore") await hooks.tab(n);
      else if (kind === "pauseBefore") await hooks.pause();
      else if (kind === "overlapBefore") await hooks.overlap(n, true);
      else if (kind === "leaseExpires") world.wait(400_000);
      else if (kind === "staleRead") world.google.lag = 1 + (n % 3);
      else if (kind === "crashBefore") die(kind);
      else if (kind === "unavailableBefore") fail(kind, "google.unavailable");
      else if (kind === "quota") fail(kind, "google.quota");
      else continue;
      hooks.happened(kind);
    }
    if (gone.has(id)) throw new AppError("spreadsheet.unreachable", "403");
    let answer: T;
    try {
      answer = await work();
    } finally {
      world.google.lag = 0;
    }
    for (const { kind, n } of mine) {
      if (kind === "clerkAfter") await hooks.clerk(n);
      else if (kind === "apiAfter") await hooks.api(n);
      else if (kind === "overlapAfter") await hooks.overlap(n, false);
      else if (kind === "crashAfter") die(kind);
      else if (kind === "unavailableAfter") fail(kind, "google.unavailable");
      else continue;
      hooks.happened(kind);
    }
    return answer;
  }

  /** Between the read and the write that was planned from it. */
  async function beforeWrite(): Promise<void> {
    const mine = during.filter(({ kind, at }) => kind.endsWith("BeforeWrite") && at === write);
    write++;
    for (const { kind, n } of dead ? [] : mine) {
      await (kind === "movesBeforeWrite" ? hooks.moves(n) : hooks.apiAgain(n));
      hooks.happened(kind);
    }
  }

  function fail(kind: string, code: "google.unavailable" | "google.quota" | "store.unavailable"): never {
    hooks.happened(kind);
    throw new AppError(code, kind);
  }

  async function store<T>(work: () => Promise<T>): Promise<T> {
    alive();
    const mine = during.filter((each) => each.kind.startsWith("store") && each.at === call);
    call++;
    for (const { kind, n } of mine) {
      if (kind === "storeCrashBefore") die(kind);
      if (kind === "storeTopicBefore") {
        await hooks.topic(n);
        hooks.happened(kind);
      }
      if (kind === "storeFailsBefore") fail(kind, "store.unavailable");
    }
    const answer = await work();
    alive();
    for (const { kind } of mine) {
      if (kind === "storeCrashAfter") die(kind);
      if (kind === "storeFailsAfter") fail(kind, "store.unavailable");
    }
    return answer;
  }

  const bare = world.google.calls;
  const calls: SheetCalls = {
    get: (id, fields) => google(id, () => bare.get(id, fields)),
    writeValues: async (id, body, fields) => {
      await beforeWrite();
      return google(id, () => hooks.writes(id, [], () => bare.writeValues(id, body, fields)));
    },
    batchUpdate: (id, body, fields) =>
      google(id, () => hooks.writes(id, body.requests ?? [], () => bare.batchUpdate(id, body, fields))),
  };
  const isItem = (pk: string) => {
    if (pk.startsWith("item#")) hooks.itemWritten();
  };
  const { table } = world;
  const faultyTable: TableClient = {
    get: (...args) => store(() => table.get(...args)),
    getMany: (...args) => store(() => table.getMany(...args)),
    query: (...args) => store(() => table.query(...args)),
    put: (row, condition) =>
      store(() => {
        isItem(row.pk !== undefined && "S" in row.pk ? row.pk.S : "");
        return table.put(row, condition);
      }),
    update: (key, update, condition) =>
      store(() => {
        isItem(key.pk);
        return table.update(key, update, condition);
      }),
    remove: (...args) => store(() => table.remove(...args)),
    putMany: (...args) => store(() => table.putMany(...args)),
    removeMany: (...args) => store(() => table.removeMany(...args)),
  };
  let writes = 0;
  const owner = world.world.random(0x7fffffff);
  return makeSync({
    store: makeTableStore(faultyTable, () => `w${owner}.${++writes}`),
    sheet: makeSheet(calls),
    world: world.world,
    log: silentLog,
  });
}
