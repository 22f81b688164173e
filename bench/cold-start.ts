import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSqs } from "../test/infra/fake-sqs.ts";
import { exampleSettings } from "../test/infra/offline.ts";
import type { Bench, Findings } from "./bench.ts";
import { type Contestant, makeContestants } from "./cold-start/contestants.ts";
import { startIssuer } from "./cold-start/issuer.ts";
import { type ColdStart, coldStart } from "./cold-start/start.ts";
import { numberText } from "./runner/print.ts";
import type { Progress } from "./runner/progress.ts";
import { summarize, summarizeRatios } from "./runner/summary.ts";
import { startServices } from "./services/start.ts";

/** From the beginning of the process to the first answer, each bundle in Node 24 with a database and a Google beside it. */

const rounds = 11;

async function run(progress: Progress): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "cold-start-"));
  const services = await startServices();
  const issuer = await startIssuer(exampleSettings.OIDC_AUDIENCE);
  const sqs = await startSqs();
  try {
    const contestants = await makeContestants({ services, issuer, sqsUrl: sqs.url, folder, progress });
    const samples = new Map<string, ColdStart[]>(contestants.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round++) {
      progress(`round ${round + 1} of ${rounds}`);
      for (let i = 0; i < contestants.length; i++) {
        const contestant = contestants[(i + contestants.length + round) % contestants.length];
        if (contestant === undefined) continue;
        const { name, file, event, env, mustHold } = contestant;
        const started = await coldStart(file, event, env);
        if (!started.answer.includes(mustHold)) throw new Error(`${name} answered ${started.answer.slice(0, 500)}`);
        // The first time is for the disk's cache.
        if (round >= 0) samples.get(name)?.push(started);
      }
    }
    return findingsOf(contestants, samples);
  } finally {
    await sqs.close();
    issuer.close();
    services.stop();
    rmSync(folder, { recursive: true });
  }
}

function findingsOf(contestants: readonly Contestant[], samples: ReadonlyMap<string, readonly ColdStart[]>): Findings {
  const of = (name: string, by: "ms" | "cpuMs" | "rssBytes") => (samples.get(name) ?? []).map((one) => one[by]);
  const floor = contestants.find(({ name }) => name.startsWith("floor"))?.name ?? "";
  const ratio = (name: string) => summarizeRatios(of(name, "cpuMs"), of(floor, "cpuMs"));
  const target = (beginning: string, most: number) => {
    const name = contestants.find((one) => one.name.startsWith(beginning))?.name ?? "";
    const found = ratio(name).median;
    return {
      wanted: `${name}: at most ${most} times the floor's CPU time`,
      found: `${numberText(found)} times`,
      met: found <= most,
    };
  };
  return {
    sections: [
      {
        title: `process start to first answer, ${rounds} times each`,
        rows: contestants.map(({ name, loadedBytes, zipBytes }) => ({
          contestant: name,
          "KB at start": loadedBytes === null ? null : loadedBytes / 1000,
          "zip KB": zipBytes === null ? null : zipBytes / 1000,
          ms: summarize(of(name, "ms")),
          "cpu ms": summarize(of(name, "cpuMs")),
          "cpu of the floor": ratio(name),
          "memory MB": summarize(of(name, "rssBytes").map((bytes) => bytes / 1e6)),
        })),
      },
    ],
    targets: [target("API", 1.6), target("sync worker", 2)],
    notes: [
      "Ours verify a token with keys fetched from the issuer, know 70 types and read the unit tree; the floor knows three types and one read.",
      "The worker's first answer is a whole pass, with Google's client loaded for it.",
    ],
  };
}

export const bench: Bench = {
  name: "cold-start",
  about: "each deployed bundle from process start to its first answer",
  run,
};
