import { localSettings, makeDynamoTable } from "../core/store/dynamo.ts";
import type { Bench, Findings, Section } from "./bench.ts";
import { type HttpServer, startServer } from "./graphql/http-contestants.ts";
import { httpServers } from "./graphql/http-names.ts";
import { fillLedger } from "./graphql/ledger.ts";
import { itemQuery, pageQuery } from "./graphql/queries.ts";
import { load } from "./runner/load.ts";
import { installPeers } from "./runner/peers.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { summarize, summarizeRatios } from "./runner/summary.ts";
import { startServices } from "./services/start.ts";

/** Each server in its own process, all on one dynalite in another, asked over loopback by this one. */

const rounds = 7;
const warmUpMs = 6_000;
const sampleMs = 1_500;
const connections = 4;

interface Sample {
  readonly perSecond: number;
  readonly cpuMs: number;
}

async function run(progress: Progress): Promise<Findings> {
  installPeers("libraries", progress);
  const services = await startServices();
  const servers: HttpServer[] = [];
  try {
    progress("filling the database");
    const table = makeDynamoTable({ ...localSettings, endpoint: services.database });
    const { county, itemCode } = await fillLedger(table);
    table.close();
    for (const name of httpServers) servers.push(await startServer(name, services.database));
    const sections: Section[] = [];
    const ratios = new Map<string, number>();
    const operations = {
      "100 items with unit and topic": { query: pageQuery, variables: { unit: county.code } },
      "one item by code": { query: itemQuery, variables: { code: itemCode } },
    };
    for (const [title, operation] of Object.entries(operations)) {
      const samples = new Map<string, Sample[]>(servers.map(({ name }) => [name, []]));
      for (let round = -1; round < rounds; round++) {
        progress(`${title}: round ${round + 1} of ${rounds}`);
        for (let i = 0; i < servers.length; i++) {
          const server = servers[(i + rounds + round) % servers.length];
          if (server === undefined) continue;
          const taken = await sample(server, JSON.stringify(operation), round < 0 ? warmUpMs : sampleMs);
          // The first time is for warming up.
          if (round >= 0) samples.get(server.name)?.push(taken);
        }
      }
      const of = (name: string, by: keyof Sample) => (samples.get(name) ?? []).map((one) => one[by]);
      sections.push({
        title,
        rows: servers.map(({ name }) => ({
          contestant: name,
          "requests/s": summarize(of(name, "perSecond")),
          "of ours": summarizeRatios(of(name, "perSecond"), of("ours", "perSecond")),
          "cpu ms a request": summarize(of(name, "cpuMs")),
          "cpu of ours": summarizeRatios(of(name, "cpuMs"), of("ours", "cpuMs")),
        })),
      });
      for (const { name } of servers) {
        ratios.set(`${title} ${name}`, summarizeRatios(of(name, "cpuMs"), of("ours", "cpuMs")).median);
      }
    }
    const targets = Object.keys(operations).map((title) => {
      const [fastest = "", ratio = 0] =
        httpServers
          .slice(1)
          .map((name) => [name, ratios.get(`${title} ${name}`) ?? 0] as const)
          .sort((a, b) => a[1] - b[1])[0] ?? [];
      return {
        wanted: `${title}: no more CPU a request than the fastest peer`,
        found: `${fastest} takes ${numberText(ratio)} of ours`,
        met: ratio >= 1,
      };
    });
    return {
      sections,
      targets,
      notes: [
        "Requests a second are bounded by dynalite, which answers one request after the other; CPU a request is the server's own.",
        "Peers run the same resolvers and store and check the same token; ours also bounds depth, size and cost of each query.",
      ],
    };
  } finally {
    for (const server of servers) server.stop();
    services.stop();
  }
}

async function sample(server: HttpServer, body: string, ms: number): Promise<Sample> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${server.token}` };
  const before = await server.cpuMs();
  const { requests, seconds } = await load(
    { port: server.port, path: "/graphql", headers, body },
    connections,
    ms,
    "示例",
  );
  return { perSecond: requests / seconds, cpuMs: ((await server.cpuMs()) - before) / requests };
}

export const bench: Bench = {
  name: "graphql-http",
  about: "the local server and its peers over loopback, the same data in dynalite behind all",
  run,
};
