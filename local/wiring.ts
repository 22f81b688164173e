import { randomInt, randomUUID } from "node:crypto";
import type { World } from "../core/ledger/code.ts";
import type { Log } from "../core/log.ts";
import { makeRollups } from "../core/rollup/rollup.ts";
import { makeGoogleGrids, makeGoogleSheet } from "../core/sheet/google.ts";
import { makeGoogleDrive } from "../core/sheet/google-drive.ts";
import { localSettings, makeDynamoStore } from "../core/store/dynamo.ts";
import type { Store } from "../core/store/store.ts";
import { makeSync } from "../core/sync/pass.ts";
import type { Wiring } from "../functions/wiring.ts";
import { deployedQueue, type LocalQueue, makeLocalQueue } from "./queue.ts";

/** The same parts as functions/wiring.ts builds on AWS, with local endpoints and no quota to share. */

/** The service account's name on the local Google service, which takes any bearer token as a name. */
export const localAccount = "ledger-sync@local.invalid";

export interface LocalWiring extends Wiring {
  readonly localQueue: LocalQueue;
}

export interface LocalEndpoints {
  readonly dynamodb: string;
  readonly google: string;
  readonly tableName: string;
}

export function makeLocalWiring({ dynamodb, google, tableName }: LocalEndpoints, log: Log): LocalWiring {
  const store = makeDynamoStore({ ...localSettings, endpoint: dynamodb, tableName, newWriteId: randomUUID });
  return wireStore(store, google, log);
}

/** Everything around a store that is there already. */
export function wireStore(store: Store, googleEndpoint: string, log: Log): LocalWiring {
  const world: World = { nowMs: Date.now, random: (bound) => (bound <= 1 ? 0 : randomInt(bound)) };
  const google = { endpoint: googleEndpoint, auth: { bearer: localAccount } };
  const sync = makeSync({ store, sheet: makeGoogleSheet(google), world, log });
  const grids = makeGoogleGrids(google);
  const drive = makeGoogleDrive(google);
  const rollups = makeRollups({ store, world, log });
  const localQueue = makeLocalQueue({ world, ...deployedQueue });
  return {
    store,
    world,
    log,
    accounts: [localAccount],
    localQueue,
    queue: async () => localQueue,
    sync: async () => sync,
    drive: async () => drive,
    rollups: async () => rollups,
    grids: async () => grids,
    webhookUrl: null, // No doorbell: the clock alone decides when, so that SYNC_EVERY_MS means what it says.
    webhookSecret: () => "",
  };
}
