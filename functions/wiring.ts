import { randomInt, randomUUID } from "node:crypto";
import { Resource } from "sst/resource";
import type { World } from "../core/ledger/code.ts";
import type { Log } from "../core/log.ts";
import type { Rollups } from "../core/rollup/rollup.ts";
import type { Drive } from "../core/sheet/drive.ts";
import type { GoogleCredentials } from "../core/sheet/google-auth.ts";
import type { GridSheet } from "../core/sheet/written-grid.ts";
import { makeDynamoStore } from "../core/store/dynamo.ts";
import type { Store } from "../core/store/store.ts";
import { withGridAccounts } from "../core/sync/account-sheet.ts";
import type { JobQueue, Priority } from "../core/sync/job.ts";
import { makeQuota } from "../core/sync/quota.ts";
import { withGridQuota } from "../core/sync/quota-sheet.ts";
import type { Sync } from "../core/sync/sync.ts";
import { makeJsonLog } from "./json-log.ts";
import type { WorkQueue } from "./sqs-queue.ts";

/**
 * Everything a handler needs, built on first use and kept while the process lives. Local runs build the same from
 * local endpoints; a handler cannot tell. What pulls in Google's client is loaded only by those who ask for it.
 */
export interface Wiring {
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
  /** Names of the Google service accounts; one Drive and one share of the quota each. */
  readonly accounts: readonly string[];
  queue(): Promise<JobQueue & WorkQueue>;
  sync(priority: Priority): Promise<Sync>;
  drive(account: string): Promise<Drive>;
  rollups(): Promise<Rollups>;
  /** For the tabs that the system writes one-way. */
  grids(): Promise<GridSheet>;
  /** Key of the tokens of push channels. */
  webhookSecret(): string;
  /** Where Google rings; null when no channel is wanted. */
  readonly webhookUrl: string | null;
}

let built: Wiring | undefined;

/** The wiring of this Lambda. */
export function wiring(): Wiring {
  built ??= build();
  return built;
}

function build(): Wiring {
  const log = makeJsonLog((line) => process.stdout.write(`${line}\n`), Date.now);
  const world: World = { nowMs: Date.now, random: (bound) => (bound <= 1 ? 0 : randomInt(bound)) };
  const pause = (waitMs: number) => new Promise<void>((resolve) => setTimeout(resolve, waitMs));
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const store = makeDynamoStore({
    tableName: need("TABLE_NAME"),
    newWriteId: randomUUID,
    ...(endpoint ? { endpoint } : {}),
  });
  const accounts = need("GOOGLE_SERVICE_ACCOUNTS", "").split(",").filter(Boolean);
  const google = googleOf(accounts);
  const quota = makeQuota({ store, world, log, pause });
  const syncs = once(async () => {
    const [{ makeSharedSync }, { sheetOf }] = await Promise.all([
      import("../core/sync/shared-sync.ts"),
      google.sheets(),
    ]);
    return makeSharedSync({ store, world, log, accounts, sheetOf, quota });
  });

  return {
    store,
    world,
    log,
    accounts,
    webhookUrl: process.env.WEBHOOK_URL ?? null,
    webhookSecret: () => secret("WebhookToken"),
    queue: once(async () => {
      const { makeSqsQueue } = await import("./sqs-queue.ts");
      return makeSqsQueue({ url: need("QUEUE_URL"), ...sqsEndpoint() });
    }),
    sync: async (priority) => (await syncs())(priority),
    drive: async (account) => (await google.drives())(account),
    rollups: once(async () => {
      const { makeRollups } = await import("../core/rollup/rollup.ts");
      return makeRollups({ store, world, log });
    }),
    grids: once(async () => {
      const { gridsOf } = await google.sheets();
      const grids = accounts.map((name) => [name, withGridQuota(gridsOf(name), quota, name, "CHANGE")] as const);
      return withGridAccounts(new Map(grids), store);
    }),
  };
}

/** Google's clients are the largest and slowest things to load: each when it is first wanted, or never. */
function googleOf(accounts: readonly string[]) {
  const endpoint = process.env.GOOGLE_ENDPOINT;
  const settings = once(async () => {
    const { makeGoogleAuth } = await import("../core/sheet/google-auth.ts");
    const settingsOf = new Map(
      accounts.map((name) => {
        const auth = endpoint ? { bearer: name } : makeGoogleAuth(credentialsOf(name));
        return [name, { auth, ...(endpoint ? { endpoint } : {}) }] as const;
      }),
    );
    return (name: string) => {
      const found = settingsOf.get(name);
      if (found === undefined) throw new Error(`no service account ${name}`);
      return found;
    };
  });
  return {
    drives: once(async () => {
      const [{ makeGoogleDrive }, of] = await Promise.all([import("../core/sheet/google-drive.ts"), settings()]);
      return (name: string) => makeGoogleDrive(of(name));
    }),
    sheets: once(async () => {
      const [{ makeGoogleSheet, makeGoogleGrids }, of] = await Promise.all([
        import("../core/sheet/google.ts"),
        settings(),
      ]);
      return {
        sheetOf: (name: string) => makeGoogleSheet(of(name)),
        gridsOf: (name: string) => makeGoogleGrids(of(name)),
      };
    }),
  };
}

/** Workload identity federation where it is set up, else the account's key in the secret. */
function credentialsOf(serviceAccount: string): GoogleCredentials {
  const audience = process.env.GOOGLE_WORKLOAD_AUDIENCE;
  if (audience) return { kind: "WORKLOAD", audience, serviceAccount };
  const keys = JSON.parse(secret("GoogleServiceAccountKeys")) as Readonly<Record<string, unknown>>[];
  const key = keys.find((each) => each.client_email === serviceAccount);
  if (key === undefined) throw new Error(`no key of ${serviceAccount} in the secret GoogleServiceAccountKeys`);
  return { kind: "KEY", key };
}

function secret(name: "WebhookToken" | "GoogleServiceAccountKeys"): string {
  return (Resource as unknown as Readonly<Record<typeof name, { readonly value: string }>>)[name].value;
}

function need(name: string, fallback?: string): string {
  const value = process.env[name] ?? fallback;
  if (value === undefined) throw new Error(`the environment variable ${name} is not set`);
  return value;
}

function sqsEndpoint() {
  return process.env.SQS_ENDPOINT ? { endpoint: process.env.SQS_ENDPOINT } : {};
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
