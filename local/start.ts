import { limits } from "../core/limits.ts";
import { listSummaryLinks } from "../core/rollup/summary-link.ts";
import { localSettings } from "../core/store/dynamo.ts";
import { ensureTable } from "../core/store/dynamo-create.ts";
import { servicesOf } from "../functions/graphql.ts";
import { handlePoll } from "../functions/poll-changes.ts";
import { handleRollup } from "../functions/rollup.ts";
import { handleRestart, handleSweep } from "../functions/sweep.ts";
import { handleSyncMessages } from "../functions/sync-spreadsheet.ts";
import { makeTokenVerifier } from "../graphql/auth.ts";
import { makeGraphqlHandler } from "../graphql/http.ts";
import { discoverKeys } from "../graphql/issuer-keys.ts";
import { makeClock } from "./clock.ts";
import { configRoute } from "./config-route.ts";
import { startDatabase } from "./database.ts";
import { answerPage } from "./google/page/serve.ts";
import { startGoogle } from "./google/start.ts";
import { graphiqlRoute } from "./graphiql-route.ts";
import { type Route, serve } from "./http.ts";
import { localAudience, makeLocalIssuer } from "./issuer.ts";
import { makeLineLog } from "./line-log.ts";
import { buildPages, servePages } from "./pages.ts";
import { seedDemo, seedRoot } from "./seed.ts";
import type { LocalSettings } from "./settings.ts";
import { tokenRoute } from "./token-route.ts";
import type { WelcomeSheet } from "./welcome.ts";
import { type LocalWiring, makeLocalWiring } from "./wiring.ts";

/** How long a worker on AWS may take; a local one is bound by the same. */
const workerMs = 5 * 60_000;
const sweepEveryMs = 5 * 60_000;

export interface Running extends Addresses {
  close(): Promise<void>;
}

interface Addresses {
  readonly url: string;
  readonly google: string;
  readonly sheets: readonly WelcomeSheet[];
}

/** Starts database, Google service, clocks, API and pages; the handlers are the ones that run on AWS. */
export async function startLocal(settings: LocalSettings, print: (line: string) => void): Promise<Running> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    return { ...(await startParts(settings, print, closers)), close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function startParts(
  settings: LocalSettings,
  print: (line: string) => void,
  closers: (() => Promise<void>)[],
): Promise<Addresses> {
  const log = makeLineLog(print, () => new Date().toTimeString().slice(0, 8), process.env.DEBUG !== undefined);
  if (await buildPages()) print("built the pages");

  const { dataDir, tableName } = settings;
  const dynamodb = settings.dynamodbEndpoint ?? (await startEmbedded(dataDir, closers));
  await ensureTable({ ...localSettings, endpoint: dynamodb, tableName });

  const google = settings.googleEndpoint ?? (await startLocalGoogle(settings, closers));

  const wiring = makeLocalWiring({ dynamodb, google, tableName }, log);
  const work = () => wiring.localQueue.drain((event) => handleSyncMessages(wiring, event, () => workerMs));
  if (settings.dynamodbEndpoint === undefined) await freeLeases(wiring);
  await seedRoot(wiring.store);
  if (settings.demo) await seedDemo({ wiring, google, print });

  const audience = settings.oidcAudience ?? localAudience;
  const issuer = settings.oidcIssuer === undefined ? await makeLocalIssuer({ dataDir, audience }) : undefined;
  const verifyToken =
    issuer !== undefined
      ? makeTokenVerifier({ issuer: issuer.issuer, audience }, Date.now, issuer.keys)
      : makeTokenVerifier(
          { issuer: settings.oidcIssuer ?? "", audience },
          Date.now,
          discoverKeys(settings.oidcIssuer ?? "", Date.now),
        );
  const graphql = makeGraphqlHandler(servicesOf(wiring, verifyToken), {
    introspection: true,
    automaticPersistedQueries: true,
    allowedOrigins: ["*"],
  });

  await handleRestart(wiring); // What the queue held when the last run ended, it holds no more.
  const clock = makeClock(log);
  closers.push(() => clock.stop());
  clock.every("poll", settings.syncEveryMs, async () => {
    await handlePoll(wiring);
    await work();
  });
  clock.every("sweep", sweepEveryMs, () => handleSweep(wiring));
  clock.every("rollup", settings.rollupEveryMs, () => handleRollup(wiring));

  const api: Route = async (request) =>
    request.path === "/graphql" || request.path === "/healthz" ? graphql(request) : null;
  const pages: Route = async (request) => {
    const page = await servePages(request);
    return page === null ? null : { ...page, body: page.body.toString("utf8") };
  };
  const routes = [
    ...(issuer === undefined ? [] : [tokenRoute(issuer)]),
    graphiqlRoute,
    api,
    configRoute(google),
    pages,
  ];
  const server = await serve(routes, settings.port, log);
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${server.port}`, google, sheets: await linkedSheets(wiring, google) };
}

async function startEmbedded(dataDir: string, closers: (() => Promise<void>)[]): Promise<string> {
  const database = await startDatabase({ dataDir });
  closers.push(() => database.close());
  return database.endpoint;
}

async function startLocalGoogle(
  { googlePort, dataDir }: LocalSettings,
  closers: (() => Promise<void>)[],
): Promise<string> {
  const service = await startGoogle({ port: googlePort, dataDir, extra: answerPage });
  closers.push(() => service.close());
  return service.url;
}

async function linkedSheets({ store }: LocalWiring, google: string): Promise<WelcomeSheet[]> {
  const [ledgers, summaries] = [await store.listLinks(), await listSummaryLinks(store)];
  const sheets = [...ledgers, ...summaries.map((summary) => ({ ...summary, title: "汇总表，由系统写入" }))];
  return sheets
    .map(({ unit, title, spreadsheetId }) => ({ unit, title: title ?? "", url: `${google}/sheets/${spreadsheetId}` }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** Only one process can open the embedded database, so a lease found at the start belongs to one that died. */
async function freeLeases({ store, world }: LocalWiring): Promise<void> {
  const afterAllMs = world.nowMs() + limits.leaseSeconds * 1000;
  for (const { spreadsheetId } of await store.listLinks()) {
    const lease = await store.acquireLease(spreadsheetId, "start", afterAllMs, 0);
    if (lease !== null) await store.releaseLease(lease);
  }
}
