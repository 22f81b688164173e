import { createItem } from "../../core/ledger/create.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Item } from "../../core/ledger/item.ts";
import type { KindName } from "../../core/ledger/kind.ts";
import type { Role } from "../../core/ledger/scope.ts";
import type { ClosurePolicy, Unit } from "../../core/ledger/unit.ts";
import type { LogFields } from "../../core/log.ts";
import { makeRollups } from "../../core/rollup/rollup.ts";
import type { Store } from "../../core/store/store.ts";
import type { TableClient } from "../../core/store/table-client.ts";
import type { Sync } from "../../core/sync/sync.ts";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import type { Services } from "../../graphql/context.ts";
import { type HttpSettings, makeGraphqlHandler, type PlainRequest, type PlainResponse } from "../../graphql/http.ts";
import { type LocalIssuer, makeLocalIssuer } from "../../local/issuer.ts";
import { makeMemoryStore } from "../support/memory-store.ts";
import { makeMemoryTable } from "../support/memory-table.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import { aPassOf, aPreview, aReading } from "./sync-answers.ts";

/** The whole API in memory: the real store over a table in memory, the real issuer, and a sync engine that answers. */

export const startMs = Date.parse("2023-11-20T02:00:00Z");
export const today = "2023-11-20";

let issuerOnce: Promise<LocalIssuer> | undefined;
let clockMs = startMs;
/** One key pair for the whole test process: making one takes longer than a test. */
export function theIssuer(): Promise<LocalIssuer> {
  issuerOnce ??= makeLocalIssuer({ nowMs: () => clockMs });
  return issuerOnce;
}

export const testSettings: HttpSettings = {
  introspection: true,
  automaticPersistedQueries: true,
  allowedOrigins: ["https://ledger.example"],
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of each test's query
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of each test's query
  readonly errors: any[] | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of each test's query
  readonly extensions: any;
}

export interface Api {
  readonly store: Store;
  readonly services: Services;
  readonly logged: (LogFields & { event: string })[];
  /** Requests to the table since the last call of `resetRequests`. */
  readonly requests: string[];
  /** Calls of the sync engine. */
  readonly synced: string[];
  handle(request: PlainRequest): Promise<PlainResponse>;
  /** As this role at this unit; null: without a token. */
  ask(who: Who | null, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  pass(ms: number): void;
}

export type Who = readonly [unit: string, role: Role, subject?: string];

export async function anApi(
  options: {
    settings?: Partial<HttpSettings>;
    units?: readonly Unit[];
    sync?: Partial<Sync>;
    /** Real spreadsheets in memory, with the real engine between them and the store. */
    sheets?: SyncWorld;
  } = {},
): Promise<Api> {
  const { sheets } = options;
  clockMs = startMs;
  const requests: string[] = [];
  const store = sheets?.store ?? makeMemoryStore(counted(makeMemoryTable(), requests));
  const issuer = await theIssuer();
  const logged: (LogFields & { event: string })[] = [];
  const synced: string[] = [];
  let random = 1;
  const world = sheets?.world ?? {
    nowMs: () => clockMs,
    random: (bound: number) => {
      random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
      return Math.floor((random / 2 ** 32) * bound);
    },
  };
  const log = {
    error: (event: string, fields: LogFields = {}) => void logged.push({ ...fields, event }),
    info: () => {},
    debug: () => {},
  };
  const services: Services = {
    store,
    world,
    log,
    verifyToken: makeTokenVerifier(issuer, world.nowMs, issuer.keys),
    accounts: ["ledger-sync@local.invalid"],
    rollups: makeRollups({ store, world, log }),
    sync: sheets?.sync ?? {
      preview: async (id) => {
        synced.push(`preview ${id}`);
        return aPreview(id);
      },
      run: async (id) => {
        synced.push(`run ${id}`);
        return aPassOf(id);
      },
      tellPaused: async (id) => {
        synced.push(`pause ${id}`);
      },
      read: async (id) => {
        synced.push(`read ${id}`);
        return aReading();
      },
      ...options.sync,
    },
    health: async () => ({ ok: true }),
  };
  for (const unit of options.units ?? demoUnits) await store.putUnit(unit, 0);
  const handle = makeGraphqlHandler(services, { ...testSettings, ...options.settings });
  requests.length = 0;
  return {
    store,
    services,
    logged,
    requests,
    synced,
    handle,
    pass: (ms) => {
      clockMs += ms;
    },
    ask: async (who, query, variables = {}) => {
      const token = who === null ? null : await cachedToken(who);
      const answer = await handle(aRequest({ token, body: JSON.stringify({ query, variables }) }));
      return { status: answer.status, headers: answer.headers, ...parse(answer.body) };
    },
  };
}

export async function tokenOf([unit, role, subject]: Who): Promise<string> {
  return (await theIssuer()).token({ unit, role, subject });
}

export function aRequest(request: Partial<PlainRequest> & { readonly token?: string | null }): PlainRequest {
  const { token, ...rest } = request;
  return {
    method: "POST",
    path: "/graphql",
    query: "",
    body: "",
    ...rest,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...rest.headers,
    },
  };
}

function parse(body: string) {
  const { data, errors, extensions } = JSON.parse(body);
  return { data, errors, extensions };
}

function counted(table: TableClient, requests: string[]): TableClient {
  return new Proxy(table, {
    get: (target, name: keyof TableClient) => {
      const method = target[name];
      return typeof method !== "function"
        ? method
        : (...args: unknown[]) => {
            requests.push(name);
            return (method as (...args: unknown[]) => unknown).apply(target, args);
          };
    },
  });
}

export function aUnit(path: string, level: Unit["level"], closurePolicy: ClosurePolicy | null = null): Unit {
  const codes = path.split("/").slice(0, -1);
  const code = codes.at(-1) ?? "";
  return {
    format: 1,
    code,
    name: `示例${code}`,
    level,
    parent: codes.at(-2) ?? null,
    path,
    closurePolicy,
    version: 1,
  };
}

/** cn > p > m > {c, d}; a second province q > n; SELF and ONE_STEP provinces. */
export const demoUnits: readonly Unit[] = [
  aUnit("cn/", "INDUSTRY"),
  aUnit("cn/p/", "PROVINCE"),
  aUnit("cn/p/m/", "PREFECTURE"),
  aUnit("cn/p/m/c/", "COUNTY"),
  aUnit("cn/p/m/d/", "COUNTY"),
  aUnit("cn/q/", "PROVINCE", "ONE_STEP"),
  aUnit("cn/q/n/", "PREFECTURE"),
  aUnit("cn/s/", "PROVINCE", "SELF"),
];

export const pathOf = (code: string) => demoUnits.find((unit) => unit.code === code)?.path ?? "";

let codes = 0;
export async function putItem(
  store: Store,
  unit: string,
  texts: Record<string, string>,
  change: (item: Item) => Item = (item) => item,
  kind: KindName = "problem",
): Promise<Item> {
  codes++;
  const code = `${kind === "topic" ? "T" : "P"}${String(codes).padStart(12, "0")}`;
  const author = { side: "SHEET" as const, actor: "sheet:s1", at: new Date(startMs).toISOString() };
  const edited = createItem({ kind, code, unit, texts, topicCode: null, row: null, referenceDate: today }, author);
  const item = change(edited.item);
  const written = await store.putItem(item, indexValuesOf(item, pathOf(unit)), edited.changes, 0);
  if (!written.ok) throw new Error(`${code} exists`);
  return written.value;
}

/** An item in some state, with whatever that state needs. */
export function inState(
  state: NonNullable<Item["workflow"]>["state"],
  more: Partial<NonNullable<Item["workflow"]>> = {},
) {
  return (item: Item): Item => ({
    ...item,
    workflow: item.workflow && { ...item.workflow, state, ...more },
  });
}

const tokens = new Map<string, Promise<string>>();
/** Signing takes longer than a request; the clock of these tests never gets near an expiry. */
function cachedToken(who: Who): Promise<string> {
  const key = who.join(" ");
  const token = tokens.get(key) ?? tokenOf(who);
  tokens.set(key, token);
  return token;
}
