import { join } from "node:path";
import { peerFolder } from "../runner/peers.ts";
import { ask, startChild, untilReady } from "./child.ts";
import { freePort } from "./free-port.ts";
import type { System, SystemData } from "./system.ts";

/** NocoDB on SQLite, asked through its REST API. The topic's title stands in the row, which is less work than a link. */
export async function startNocodb(folder: string, { county, topics, items }: SystemData): Promise<System> {
  const port = await freePort();
  const admin = { email: "admin@example.com", password: "Example-password1" };
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    NC_DB: `sqlite3://?d=${join(folder, "nocodb.db")}`,
    NC_TOOL_DIR: folder,
    NC_DISABLE_TELE: "true",
    NC_AUTH_JWT_SECRET: "example-secret-of-the-bench",
    NC_ADMIN_EMAIL: admin.email,
    NC_ADMIN_PASSWORD: admin.password,
    NODE_ENV: "production",
  };
  const child = startChild(process.execPath, [join(peerFolder("nocodb"), "server.mjs")], { cwd: folder, env });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, `${url}/api/v1/health`, 120);
  const { token } = await ask<{ token: string }>(`${url}/api/v1/auth/user/signin`, admin);
  const headers = { "xc-auth": token };
  const base = await ask<{ id: string }>(`${url}/api/v2/meta/bases`, { title: "bench" }, headers);
  const columns = [
    ["code", "SingleLineText"],
    ["county", "SingleLineText"],
    ["state", "SingleLineText"],
    ["description", "LongText"],
    ["due", "SingleLineText"],
    ["topicCode", "SingleLineText"],
    ["topicTitle", "SingleLineText"],
  ].map(([title, uidt]) => ({ title, column_name: title, uidt }));
  const table = await ask<{ id: string }>(
    `${url}/api/v2/meta/bases/${base.id}/tables`,
    { table_name: "items", title: "items", columns },
    headers,
  );
  const titles = new Map(topics.map(({ code, title }) => [code, title]));
  for (let from = 0; from < items.length; from += 100) {
    const rows = items
      .slice(from, from + 100)
      .map((item) => ({ ...item, topicTitle: titles.get(item.topicCode) ?? "" }));
    await ask(`${url}/api/v2/tables/${table.id}/records`, rows, headers);
  }
  const target = (path: string) => ({ port, path, headers, body: null });
  const where = encodeURIComponent(`(county,eq,${county})`);
  return {
    name: "NocoDB 0.301 on SQLite, REST",
    list: target(`/api/v2/tables/${table.id}/records?where=${where}&limit=100`),
    counts: target(`/api/v1/db/data/noco/${base.id}/${table.id}/groupby?column_name=county,state&limit=1000`),
    stop: child.stop,
  };
}
