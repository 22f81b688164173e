import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peerFolder } from "../runner/peers.ts";
import { ask, startChild } from "./child.ts";
import { freePort } from "./free-port.ts";
import type { System, SystemData } from "./system.ts";

/** PostGraphile 5 on a PostgreSQL of its own. */

export function hasPostgres(): boolean {
  return spawnSync("initdb", ["--version"]).status === 0 && spawnSync("postgres", ["--version"]).status === 0;
}

export async function startPostgraphile(folder: string, data: SystemData): Promise<System> {
  const databasePort = await freePort();
  // Beside the folder of the others, which only its owner may enter.
  const directory = mkdtempSync(join(tmpdir(), "peers-postgres-"));
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const init = spawnSync("initdb", ["-D", directory, "-U", "bench", "-A", "trust", "-E", "UTF8"], {
    encoding: "utf8",
    cwd: "/",
    ...user,
  });
  if (init.status !== 0) throw new Error(`initdb ended with ${init.status}\n${init.stderr}`);
  const flags = ["-D", directory, "-p", String(databasePort), "-h", "127.0.0.1", "-k", directory];
  const postgres = startChild("postgres", flags, { cwd: "/", ...user });
  const file = join(folder, "postgraphile.json");
  writeFileSync(file, JSON.stringify(data));

  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    DATABASE_URL: `postgres://bench@127.0.0.1:${databasePort}/postgres`,
    NODE_ENV: "production",
    GRAPHILE_ENV: "production",
  };
  await untilAccepting(databasePort);
  const server = startChild(process.execPath, [join(peerFolder("postgraphile"), "server.ts"), file], {
    cwd: folder,
    env,
  });
  const headers = { "content-type": "application/json" };
  const target = (query: string) => ({ port, path: "/graphql", headers, body: JSON.stringify({ query }) });
  const url = `http://127.0.0.1:${port}/graphql`;
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(url, { query: "{ __typename }" }).catch((error: Error) => error);
    if (!(answer instanceof Error)) break;
    if (attempt > 240 || server.process.exitCode !== null) throw answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    name: "PostGraphile 5 on PostgreSQL, GraphQL",
    list: target(
      `{ allItems(first: 100, condition: { county: "${data.county}" }) { nodes { code description county state due topicByTopicCode { code title } } } }`,
    ),
    counts: target("{ allCounts { nodes { county state count } } }"),
    stop: async () => {
      await server.stop();
      await postgres.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

async function untilAccepting(port: number): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if (spawnSync("pg_isready", ["-h", "127.0.0.1", "-p", String(port)]).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("PostgreSQL does not start");
}
