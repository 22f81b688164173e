import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { peerFolder } from "../runner/peers.ts";
import { ask, startChild, untilReady } from "./child.ts";
import { freePort } from "./free-port.ts";
import type { System, SystemData } from "./system.ts";

/** Directus on SQLite, asked through its GraphQL. */
export async function startDirectus(folder: string, { county, topics, items }: SystemData): Promise<System> {
  const port = await freePort();
  const cli = join(peerFolder("directus"), "node_modules/directus/cli.js");
  const admin = { email: "admin@example.com", password: "example-password" };
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    HOST: "127.0.0.1",
    DB_CLIENT: "sqlite3",
    DB_FILENAME: join(folder, "directus.db"),
    SECRET: "example-secret-of-the-bench",
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    TELEMETRY: "false",
    LOG_LEVEL: "error",
    NODE_ENV: "production",
  };
  const boot = spawnSync(process.execPath, [cli, "bootstrap"], { cwd: folder, env, encoding: "utf8" });
  if (boot.status !== 0) throw new Error(`directus bootstrap ended with ${boot.status}\n${boot.stderr.slice(-2_000)}`);
  const child = startChild(process.execPath, [cli, "start"], { cwd: folder, env });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, `${url}/server/ping`, 120);
  const login = await ask<{ data: { access_token: string } }>(`${url}/auth/login`, admin);
  const headers = { authorization: `Bearer ${login.data.access_token}` };
  const post = (path: string, body: unknown) => ask(`${url}${path}`, body, headers);

  const key = { field: "code", type: "string", schema: { is_primary_key: true, has_auto_increment: false } };
  const text = (field: string) => ({ field, type: "text", schema: {} });
  const indexed = (field: string) => ({ field, type: "string", schema: { is_indexed: true } });
  await post("/collections", { collection: "topics", schema: {}, meta: {}, fields: [key, text("title")] });
  const fields = [
    key,
    indexed("county"),
    indexed("state"),
    text("description"),
    text("due"),
    { field: "topic", type: "string", schema: {} },
  ];
  await post("/collections", { collection: "items", schema: {}, meta: {}, fields });
  await post("/relations", { collection: "items", field: "topic", related_collection: "topics" });
  for (let from = 0; from < topics.length; from += 100) await post("/items/topics", topics.slice(from, from + 100));
  for (let from = 0; from < items.length; from += 100) {
    await post(
      "/items/items",
      items.slice(from, from + 100).map(({ topicCode, ...item }) => ({ ...item, topic: topicCode })),
    );
  }
  const target = (query: string) => ({
    port,
    path: "/graphql",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return {
    name: "Directus 11 on SQLite, GraphQL",
    list: target(
      `{ items(filter: { county: { _eq: "${county}" } }, limit: 100) { code description county state due topic { code title } } }`,
    ),
    counts: target('{ items_aggregated(groupBy: ["county", "state"], limit: -1) { group count { code } } }'),
    stop: child.stop,
  };
}
