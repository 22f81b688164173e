import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { silentLog } from "../../core/log.ts";
import { makeGoogleSheet } from "../../core/sheet/google.ts";
import { localSettings, makeDynamoStore, makeDynamoTable } from "../../core/store/dynamo.ts";
import { makeSync } from "../../core/sync/pass.ts";
import { codeOf, loadedAtStart, zipBytes } from "../../test/infra/bundle.ts";
import { httpEvent, schedulerEvent, sqsEvent } from "../../test/infra/events.ts";
import { evaluate, exampleSettings } from "../../test/infra/offline.ts";
import { only, types } from "../../test/infra/resource.ts";
import { fillLedger } from "../graphql/ledger.ts";
import { itemQuery } from "../graphql/queries.ts";
import { linkLedger, makeLedger } from "../pass/ledger.ts";
import type { Progress } from "../runner/progress.ts";
import type { Services } from "../services/start.ts";

/** What is started cold: every deployed bundle at an event that makes it work, the floor, and a first try. */

export interface Contestant {
  readonly name: string;
  readonly file: string;
  readonly event: object;
  readonly env: Readonly<Record<string, string>>;
  /** Part of a right answer. */
  readonly mustHold: string;
  /** Bytes read before the first line; null when that is all of node_modules. */
  readonly loadedBytes: number | null;
  readonly zipBytes: number | null;
}

interface Given {
  readonly services: Services;
  readonly issuer: { readonly url: string; readonly token: string };
  readonly sqsUrl: string;
  /** An empty folder for what is built. */
  readonly folder: string;
  readonly progress: Progress;
}

const tableName = "grassroots-ledger";

export async function makeContestants({
  services,
  issuer,
  sqsUrl,
  folder,
  progress,
}: Given): Promise<readonly Contestant[]> {
  progress("building the bundles with SST");
  const resources = await evaluate("dev", { keepBundlesIn: folder });
  progress("filling the database");
  const { itemCode, spreadsheetId } = await fill(services);

  const endpoints = {
    DYNAMODB_ENDPOINT: services.database,
    GOOGLE_ENDPOINT: services.google,
    TABLE_NAME: tableName,
    SQS_ENDPOINT: sqsUrl,
    QUEUE_URL: `${sqsUrl}/123456789012/sync.fifo`,
    OIDC_ISSUER: issuer.url,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  const headers = { "content-type": "application/json", authorization: `Bearer ${issuer.token}` };
  const query = httpEvent(
    "POST",
    "/graphql",
    headers,
    JSON.stringify({ query: itemQuery, variables: { code: itemCode } }),
  );
  const floorQuery = {
    query: "query ($code: String!) { problemItem(code: $code) { code description version unit { code } } }",
    variables: { code: itemCode },
  };
  const floorEvent = httpEvent("POST", "/graphql", { "content-type": "application/json" }, JSON.stringify(floorQuery));
  // Noticed later than any pass began: a worker skips what a pass has seen already.
  const noticedAtMs = Date.now() + 24 * 3600_000;
  const job = { spreadsheetId, priority: "CHANGE", noticedAtMs, cause: "bench" };
  const events: Readonly<Record<string, readonly [what: string, event: object, mustHold: string]>> = {
    Graphql: ["API: one item by code", query, "示例"],
    Worker: [
      "sync worker: a quiet pass",
      sqsEvent([{ id: "m", group: spreadsheetId, body: JSON.stringify(job) }]),
      '{"batchItemFailures":[]}',
    ],
    Poll: ["poll: a tick", schedulerEvent, '"jobs"'],
    Push: [
      "push: a forged ring",
      httpEvent("POST", "/google/changes", { "x-goog-channel-id": "c", "x-goog-channel-token": "t" }),
      "403",
    ],
    Sweep: ["sweep", schedulerEvent, '"jobs"'],
    Rollup: ["rollup: nothing changed", schedulerEvent, '"gaveWay"'],
    RenewChannels: ["renew channels", schedulerEvent, '"opened"'],
  };
  const ours = Object.entries(events).map(([bundle, [what, event, mustHold]]): Contestant => {
    const source = codeOf(folder, bundle);
    return {
      name: what,
      file: path.join(source, "bundle.cjs"),
      event,
      env: { ...only(resources, types.fn, bundle).inputs.environment.variables, ...endpoints },
      mustHold,
      loadedBytes: loadedAtStart(source).bytes,
      zipBytes: zipBytes(folder, bundle),
    };
  });
  const floor = path.join(folder, "floor.mjs");
  await bundleFloor(floor);
  const compared = { event: floorEvent, env: endpoints, mustHold: "示例", zipBytes: null };
  return [
    ...ours,
    { name: "floor: graphql-js and a minimal signer", file: floor, loadedBytes: statSync(floor).size, ...compared },
    {
      name: "Apollo as it comes + AWS SDK, not bundled",
      file: fileURLToPath(new URL("./apollo-sdk.mjs", import.meta.url)),
      loadedBytes: null,
      ...compared,
    },
  ];
}

async function fill({ database, google }: Services) {
  const settings = { ...localSettings, endpoint: database, tableName };
  const table = makeDynamoTable(settings);
  const { itemCode } = await fillLedger(table);
  table.close();
  const store = makeDynamoStore({ ...settings, newWriteId: randomUUID });
  const ledger = await makeLedger(google, 20);
  await linkLedger(store, ledger, "bench");
  const [account = ""] = exampleSettings.GOOGLE_SERVICE_ACCOUNTS.split(",");
  const world = { nowMs: Date.now, random: (bound: number) => Math.floor(Math.random() * bound) };
  const sheet = makeGoogleSheet({ endpoint: google, auth: { bearer: account } });
  await makeSync({ store, sheet, world, log: silentLog }).run(ledger.spreadsheetId);
  return { itemCode, spreadsheetId: ledger.spreadsheetId };
}

async function bundleFloor(file: string): Promise<void> {
  const input = fileURLToPath(new URL("./floor.ts", import.meta.url));
  const build = await rolldown({ input, platform: "node", logLevel: "silent" });
  await build.write({ file, format: "esm", minify: true });
  await build.close();
}
