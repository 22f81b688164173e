import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Role } from "../../core/ledger/scope.ts";
import { silentLog } from "../../core/log.ts";
import { makeRollups, type Rollups } from "../../core/rollup/rollup.ts";
import { localSettings, makeDynamoStore } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import type { Store } from "../../core/store/store.ts";
import type { Sync } from "../../core/sync/sync.ts";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import { makeGraphqlHandler } from "../../graphql/http.ts";
import { startDatabase } from "../../local/database.ts";
import { makeLocalIssuer } from "../../local/issuer.ts";
import { buildPages, servePages } from "../../local/pages.ts";

/** The pages over the real API, rollups and database, without spreadsheets behind them. */
export interface PageStack {
  readonly origin: string;
  readonly store: Store;
  readonly rollups: Rollups;
  readonly world: { nowMs(): number; random(bound: number): number };
  close(): Promise<void>;
}

const noSync: Sync = {
  preview: async () => {
    throw new Error("no spreadsheets here");
  },
  run: async () => {
    throw new Error("no spreadsheets here");
  },
  tellPaused: async () => {
    throw new Error("no spreadsheets here");
  },
  read: async () => {
    throw new Error("no spreadsheets here");
  },
};

export async function startPageStack(nowMs: () => number = Date.now): Promise<PageStack> {
  await buildPages();
  const database = await startDatabase();
  const settings = { ...localSettings, endpoint: database.endpoint };
  await ensureTable(settings);
  const store = makeDynamoStore({ ...settings, newWriteId: randomUUID });
  const world = { nowMs, random: (bound: number) => Math.floor(Math.random() * bound) };
  const rollups = makeRollups({ store, world, log: silentLog });
  const issuer = await makeLocalIssuer({ nowMs });
  const handle = makeGraphqlHandler(
    {
      store,
      sync: noSync,
      rollups,
      world,
      log: silentLog,
      verifyToken: makeTokenVerifier(issuer, nowMs, issuer.keys),
      accounts: ["ledger-sync@local.invalid"],
      health: async () => ({ ok: true }),
    },
    { introspection: false, automaticPersistedQueries: false, allowedOrigins: [] },
  );
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = request.method ?? "GET";
    const page = await servePages({ method, path: url.pathname });
    if (page !== null) return response.writeHead(page.status, page.headers).end(page.body);
    if (url.pathname === "/local/token") {
      const [unit, role] = [url.searchParams.get("unit") ?? "", url.searchParams.get("role") ?? ""];
      return response.end(JSON.stringify({ token: await issuer.token({ unit, role: role as Role }) }));
    }
    const answer = await handle({
      method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: await bodyOf(request),
    });
    return response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    rollups,
    world,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await database.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
