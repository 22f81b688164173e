import type { World } from "../../core/ledger/code.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import type { Log, LogFields } from "../../core/log.ts";
import type { ChannelRequest, Drive, DriveChanges } from "../../core/sheet/drive.ts";
import type { Store } from "../../core/store/store.ts";
import type { JobQueue, SyncJob } from "../../core/sync/job.ts";
import type { Sync } from "../../core/sync/sync.ts";
import { aLink, aPass } from "../contract/store-builders.ts";

/** A world whose time moves only when told to, and whose randomness repeats. */
export function aWorld(seed = 1, startMs = Date.parse("2023-11-01T00:00:00Z")) {
  let nowMs = startMs;
  let state = seed >>> 0;
  const world: World = {
    nowMs: () => nowMs,
    random(bound) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * bound);
    },
  };
  return {
    ...world,
    pass: (ms: number) => {
      nowMs += ms;
    },
    set: (ms: number) => {
      nowMs = ms;
    },
  };
}

export function recordingLog() {
  const lines: (LogFields & { level: string; event: string })[] = [];
  const level =
    (name: string) =>
    (event: string, fields: LogFields = {}) =>
      lines.push({ ...fields, level: name, event });
  const log: Log = { error: level("error"), info: level("info"), debug: level("debug") };
  return { log, lines, events: (name: string) => lines.filter(({ event }) => event === name) };
}

export function recordingQueue() {
  const jobs: SyncJob[] = [];
  let failing = false;
  const queue: JobQueue = {
    async send(more) {
      if (failing) throw new Error("the queue is down");
      jobs.push(...more);
    },
  };
  return {
    queue,
    jobs,
    fail: (yes: boolean) => {
      failing = yes;
    },
    take: () => jobs.splice(0),
  };
}

/** A Drive that tells what it is told, and counts its requests. Tokens are numbers. */
export function aDrive() {
  const log: { changed: readonly string[]; gone: readonly string[] }[] = [];
  const requests: string[] = [];
  const channels = new Map<string, ChannelRequest>();
  let failure: unknown = null;
  const drive: Drive = {
    async startPageToken() {
      requests.push("startPageToken");
      return String(log.length);
    },
    async listChanges(token): Promise<DriveChanges> {
      requests.push(`listChanges ${token}`);
      if (failure !== null) throw failure;
      const entry = log[Number(token)];
      if (entry === undefined) return { changed: [], gone: [], next: token, more: false };
      const next = Number(token) + 1;
      return { ...entry, next: String(next), more: next < log.length };
    },
    async watch(request) {
      requests.push("watch");
      channels.set(request.id, request);
      return { id: request.id, resourceId: `resource-${request.id}`, expiresAtMs: request.expiresAtMs };
    },
    async stop({ id }) {
      requests.push("stop");
      channels.delete(id);
    },
  };
  return {
    drive,
    requests,
    channels,
    change: (...changed: string[]) => log.push({ changed, gone: [] }),
    lose: (...gone: string[]) => log.push({ changed: [], gone }),
    fail: (error: unknown) => {
      failure = error;
    },
  };
}

export async function link(store: Store, spreadsheetId: string, patch: Partial<Link> = {}): Promise<void> {
  const written = await store.putLink({ ...aLink(spreadsheetId), ...patch }, 0);
  if (!written.ok) throw new Error(`${spreadsheetId} is linked already`);
}

/** A sync that records what it was asked for and does what the test says. */
export function aSync(act: (spreadsheetId: string) => Promise<PassRecord["outcome"]> = async () => "DONE") {
  const passes: string[] = [];
  const sync: Sync = {
    preview: () => Promise.reject(new Error("not asked for here")),
    read: () => Promise.reject(new Error("not asked for here")),
    tellPaused: () => Promise.reject(new Error("not asked for here")),
    async run(spreadsheetId) {
      passes.push(spreadsheetId);
      return { ...aPass(spreadsheetId, `pass-${passes.length}`), outcome: await act(spreadsheetId) };
    },
  };
  return { sync, passes };
}

/** A store that counts the calls of its methods. */
export function counted(store: Store) {
  const calls: string[] = [];
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        calls.push(String(name));
        return (member as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { store: proxy, calls };
}
