import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { KindName } from "../../core/ledger/kind.ts";
import { silentLog } from "../../core/log.ts";
import { makeRollups } from "../../core/rollup/rollup.ts";
import { decodeItem } from "../../core/store/codec.ts";
import { localSettings, makeDynamoTable } from "../../core/store/dynamo.ts";
import { unitPool } from "../../core/store/keys.ts";
import { readAll } from "../../core/store/paging.ts";
import { makeTableStore } from "../../core/store/table-store.ts";
import { startServer } from "../graphql/http-contestants.ts";
import { fillLedger } from "../graphql/ledger.ts";
import { startServices } from "../services/start.ts";
import type { System, SystemData } from "./system.ts";

const query = (text: string) => JSON.stringify({ query: text });
const keys = "[PROBLEMS, OPEN, SUBMITTED, CLOSED, STANDING, OVERDUE]";
const replayScript = fileURLToPath(new URL("../services/replay.ts", import.meta.url));

/** The local server twice, on dynalite and on its answers replayed, and the rows that all the others get. */
export async function startOurs(): Promise<{ readonly systems: readonly System[]; readonly data: SystemData }> {
  const services = await startServices();
  const table = makeDynamoTable({ ...localSettings, endpoint: services.database });
  const { county } = await fillLedger(table, { provinces: 1, prefectures: 1, counties: 100 });
  const store = makeTableStore(table, randomUUID);
  const world = { nowMs: Date.now, random: (bound: number) => Math.floor(Math.random() * bound) };
  await makeRollups({ store, world, log: silentLog }).run();
  const listed = async (kind: KindName) =>
    (await readAll(table, { index: "byUnit", hash: unitPool(kind, county.path) })).map(decodeItem);
  const [items, topics] = [await listed("problem"), await listed("topic")];
  table.close();

  const replay = fork(replayScript, [services.database], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [replayed] = (await once(replay, "message")) as [string];
  const systemOn = async (name: string, database: string, stopDatabase: () => void): Promise<System> => {
    const server = await startServer("ours", database);
    const headers = { "content-type": "application/json", authorization: `Bearer ${server.token}` };
    const target = (body: string) => ({ port: server.port, path: "/graphql", headers, body });
    return {
      name,
      list: target(
        query(
          `{ unit(code: "${county.code}") { problemItems(first: 100) { nodes { code description unit { code } state due { text } topic { code title } } } } }`,
        ),
      ),
      counts: target(
        query(
          `{ rollup(unit: "${county.parent}") { children { unit { code } indicators(keys: ${keys}) { key value } } } }`,
        ),
      ),
      stop: async () => {
        server.stop();
        stopDatabase();
      },
    };
  };
  return {
    systems: [
      await systemOn("ours, DynamoDB's answers replayed", replayed, () => replay.kill()),
      await systemOn("ours on dynalite", services.database, services.stop),
    ],
    data: {
      county: county.code,
      topics: topics.map(({ code, texts }) => ({ code, title: texts.title ?? "" })),
      items: items.map(({ code, unit, workflow, texts, topicCode }) => ({
        code,
        county: unit,
        state: workflow?.state ?? "",
        description: texts.description ?? "",
        due: texts.due ?? "",
        topicCode: topicCode ?? "",
      })),
    },
  };
}
