import type { GoogleRequest, GoogleResponse } from "./engine.ts";
import { failureAnswer, isDrivePath, prepare } from "./engine.ts";
import { faultError } from "./fault-error.ts";
import type { Fault, Faults } from "./faults.ts";
import { makeFaults } from "./faults.ts";
import type { JournalEntry } from "./journal.ts";
import { replay, restore, switchesThen } from "./journal.ts";
import type { Moment, Prepared, World } from "./prepared.ts";
import { pushMessages } from "./push.ts";
import type { Quotas } from "./quota.ts";
import { googleQuotas, makeQuotaMeter } from "./quota.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Store } from "./store.ts";
import { accessOf, newStore, publishDue } from "./store.ts";
import type { Switches } from "./switches.ts";
import { cautiousSwitches } from "./switches.ts";
import { undoLast } from "./undo.ts";

/** The local Google: Sheets v4 and Drive v3 in memory, without a socket. `handle` is the whole API. */

export interface GoogleOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 <= number < 1; seeds the ids of each write. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly switches?: Partial<Switches>;
  readonly quotas?: Partial<Quotas>;
  /** Share new files with everyone (the default), so that any token reaches them, or with their creator only. */
  readonly openToAll?: boolean;
  /** Sends a push message; failures are the receiver's. */
  readonly push?: (address: string, headers: Record<string, string>) => Promise<void>;
  readonly onBug?: (error: unknown) => void;
  /** Keeps every applied write before it is answered. */
  readonly journal?: (entry: JournalEntry, changed: readonly string[]) => void;
  readonly store?: Store;
}

export interface ChangeEvent {
  readonly spreadsheetId: string;
  readonly user: string;
  readonly at: number;
  readonly version: number;
}

/** Called between requests: a test puts a user's action here. `request` is not yet applied in the `before` phase. */
export type Hook = (
  phase: "before" | "after",
  call: { readonly name: string; readonly user: string; readonly spreadsheetId?: string },
) => void | Promise<void>;

export interface Google {
  readonly handle: (request: GoogleRequest) => Promise<GoogleResponse>;
  /** The same without faults, hooks, quotas or waiting: for a person's actions in tests and simulations. */
  readonly act: (user: string, request: GoogleRequest) => GoogleResponse;
  readonly switches: Switches;
  readonly quotas: Quotas;
  readonly faults: Faults;
  hook: Hook | undefined;
  /** Milliseconds by which the service's clock runs ahead. */
  clockOffsetMs: number;
  readonly now: () => number;
  /** Undoes the newest change of this user; false when there is nothing to undo or somebody built on it. */
  readonly undo: (spreadsheetId: string, user: string) => boolean;
  readonly subscribe: (listener: (event: ChangeEvent) => void) => () => void;
  readonly state: (spreadsheetId: string) => SpreadsheetState | undefined;
  readonly store: Store;
  /** Applies a journal entry again, at its own time and with its own ids; answers the files it changed. */
  readonly replay: (entry: JournalEntry) => readonly string[];
  /** Publishes what the change feed owes by now and sends the push messages. */
  readonly tick: () => void;
}

const jsonHeaders = { "content-type": "application/json; charset=UTF-8" };

export function makeGoogle(options: GoogleOptions = {}): Google {
  const switches: Switches = { ...cautiousSwitches, ...options.switches };
  const quotas: Quotas = { ...googleQuotas, ...options.quotas };
  const meter = makeQuotaMeter(quotas);
  const faults = makeFaults();
  const store = options.store ?? newStore();
  const world: World = { store, switches, openToAll: options.openToAll ?? true };
  const clock = options.now ?? Date.now;
  const random = options.random ?? Math.random;
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const onBug = options.onBug ?? ((error: unknown) => console.error(error));
  const listeners = new Set<(event: ChangeEvent) => void>();
  const push = options.push ?? (async () => {});

  const respond = ({ status, body }: { status: number; body: unknown }): GoogleResponse => ({
    status,
    headers: jsonHeaders,
    body,
  });

  /** `quiet`: open pages hear of it, the change feed and its channels do not. */
  function announce(ids: readonly string[], moment: Moment, quiet = false): void {
    for (const id of ids) {
      const file = store.files.get(id);
      if (file === undefined) continue;
      const event = { spreadsheetId: id, user: moment.user, at: moment.at, version: file.current.version };
      for (const listener of listeners) listener(event);
      if (file.pendingSince === undefined && !quiet) pushMessages(store, file, moment.at, push);
    }
  }

  function run(call: Prepared, request: GoogleRequest, user: string, met: readonly Fault[] = []) {
    const moment: Moment = { at: google.now(), seed: Math.floor(random() * 0x100000000), user };
    const quiet = met.some((fault) => fault.kind === "dropChange");
    const staleMs = Math.max(0, ...met.filter((fault) => fault.kind === "stale").map((fault) => fault.ms ?? 60_000));
    const result = call.run(moment, { staleMs, quiet });
    if (call.write) {
      const { method, path, query, body } = request;
      options.journal?.(
        {
          ...moment,
          request: { method, path, ...(query === undefined ? {} : { query }), body },
          ...(quiet ? { quiet } : {}),
          ...switchesThen(switches),
        },
        result.changed,
      );
      if (call.name.endsWith("watch")) syncMessage(request, moment);
    }
    announce(result.changed, moment, quiet);
    return result;
  }

  /** The first message of a channel says `sync`. */
  function syncMessage(request: GoogleRequest, moment: Moment): void {
    const body = typeof request.body === "string" ? JSON.parse(request.body) : request.body;
    const channel = store.channels.get((body as { id: string }).id);
    if (channel !== undefined) pushMessages(store, undefined, moment.at, push, channel);
  }

  function tick(): void {
    const at = google.now();
    const due = publishDue(store, at, switches.changeDelayMs);
    if (due.length === 0) return;
    const published = due.map((file) => file.id);
    options.journal?.({ at, seed: 0, user: "", request: { method: "", path: "" }, published }, published);
    for (const file of due) pushMessages(store, file, at, push);
  }

  function actAll({ as = "clerk@local.test", requests = [] }: Fault): void {
    for (const request of requests) {
      const [bare, query] = request.path.split("?");
      const { method, body } = request;
      const answer = act(as, { method, path: bare!, ...(query === undefined ? {} : { query }), body });
      faults.acted.push({ as, request, status: answer.status, body: answer.body });
    }
  }

  /** What faults do just before the request is applied, or just after. */
  async function suffer(met: readonly Fault[], when: "before" | "after", call: Prepared): Promise<void> {
    for (const fault of met) {
      const here = (fault.when ?? "before") === when;
      if (fault.kind === "delay" && here) await sleep(fault.ms ?? 1000);
      if (fault.kind === "act" && here) actAll(fault);
      if (fault.kind === (when === "before" ? "failBefore" : "failAfter")) throw faultError(fault, call);
    }
  }

  async function handle(request: GoogleRequest): Promise<GoogleResponse> {
    tick();
    const drive = isDrivePath(request.path);
    try {
      const { user, call } = prepare(world, request);
      const facts = {
        name: call.name,
        user,
        ...(call.spreadsheetId === undefined ? {} : { spreadsheetId: call.spreadsheetId }),
      };
      const met = faults.meet(facts);
      if (!call.drive) meter.count(call.write ? "Write" : "Read", quotaUser(request, user), google.now());
      if (google.hook !== undefined) await google.hook("before", facts);
      await suffer(met, "before", call);
      const result = run(call, request, user, met);
      if (google.hook !== undefined) await google.hook("after", facts);
      await suffer(met, "after", call);
      return respond(result);
    } catch (error) {
      return respond(failureAnswer(error, drive, onBug));
    }
  }

  function quotaUser(request: GoogleRequest, user: string): string {
    if (!switches.quotaUserSplitsQuota) return user;
    return `${user} ${new URLSearchParams(request.query ?? "").get("quotaUser") ?? ""}`;
  }

  function act(user: string, request: GoogleRequest): GoogleResponse {
    tick();
    try {
      const { call } = prepare(world, { ...request, headers: { authorization: `Bearer ${user}` } });
      return respond(run(call, request, user));
    } catch (error) {
      return respond(failureAnswer(error, isDrivePath(request.path), onBug));
    }
  }

  const google: Google = {
    handle,
    act,
    switches,
    quotas,
    faults,
    hook: undefined,
    clockOffsetMs: 0,
    now: () => clock() + google.clockOffsetMs,
    undo(id, user) {
      const file = store.files.get(id);
      if (file === undefined || accessOf(file, user) < 2) return false;
      const restored = undoLast(file, user, switches.undoRestoresMetadata);
      if (restored === undefined) return false;
      const moment = { at: google.now(), seed: 0, user };
      restore(world, id, restored, moment);
      const request = { method: "POST", path: "/local/undo" };
      options.journal?.({ ...moment, ...switchesThen(switches), request, restored, spreadsheetId: id }, [id]);
      announce([id], moment);
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: (id) => store.files.get(id)?.state,
    store,
    replay: (entry) => replay(world, entry),
    tick,
  };
  return google;
}
