import { silentLog } from "../../../core/log.ts";
import { makeRollups } from "../../../core/rollup/rollup.ts";
import { makeTokenVerifier } from "../../../graphql/auth.ts";
import { makeGraphqlHandler } from "../../../graphql/http.ts";
import { runBureau } from "../../../local/bureau/run.ts";
import { type Route, serve } from "../../../local/http.ts";
import { makeLocalIssuer } from "../../../local/issuer.ts";
import { tokenRoute } from "../../../local/token-route.ts";
import { makeSyncWorld, type SyncWorld } from "../../support/sync-world.ts";

/** The command line over HTTP against the real API, the real sync and a local Google, all in this process. */
export interface BureauWorld {
  readonly world: SyncWorld;
  readonly url: string;
  /** Files the command line wrote. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** A second after the last thing that happened. Codes and ids are made readable: see `readable`. */
  run(...words: readonly string[]): Promise<Said>;
  close(): Promise<void>;
}

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface BureauOptions {
  /** As on AWS: nobody issues tokens. */
  readonly issuesTokens?: boolean;
  readonly token?: string;
  /** The answer to a sync is held back until whoever waits for it has looked so many times. */
  readonly looksDuringSync?: number;
}

export async function startBureauWorld({
  issuesTokens = true,
  token,
  looksDuringSync = 0,
}: BureauOptions = {}): Promise<BureauWorld> {
  const world = makeSyncWorld();
  const issuer = await makeLocalIssuer({ nowMs: world.world.nowMs });
  const handle = makeGraphqlHandler(
    {
      store: world.store,
      sync: world.sync,
      rollups: makeRollups({ store: world.store, world: world.world, log: silentLog }),
      world: world.world,
      log: silentLog,
      verifyToken: makeTokenVerifier(issuer, world.world.nowMs, issuer.keys),
      accounts: ["ledger-sync@local.invalid"],
      health: async () => ({ ok: true }),
    },
    { introspection: false, automaticPersistedQueries: false, allowedOrigins: [] },
  );
  const synced = Promise.withResolvers<void>();
  const lookedEnough = Promise.withResolvers<void>();
  const api: Route = async (request) => {
    if (request.path !== "/graphql") return null;
    const answer = await handle(request);
    if (request.body.includes("syncSpreadsheet(") && looksDuringSync > 0) {
      synced.resolve();
      await lookedEnough.promise;
    }
    return answer;
  };
  let looks = 0;
  const server = await serve([...(issuesTokens ? [tokenRoute(issuer)] : []), api], 0, silentLog);
  const files = new Map<string, Buffer>();
  const names = makeNames();
  const url = `http://127.0.0.1:${server.port}`;
  return {
    world,
    url,
    files,
    async run(...words) {
      world.wait(1_500);
      const said = { out: "", err: "" };
      const exit = await runBureau(words.map(names.original), {
        url,
        token,
        out: (text) => (said.out += `${text}\n`),
        err: (text) => (said.err += `${text}\n`),
        writeFile: async (path, content) => {
          if (path.startsWith("/nowhere/")) throw Object.assign(new Error("no such directory"), { code: "ENOENT" });
          files.set(path, content);
        },
        wait: async (ms, cut) => {
          world.wait(ms);
          if (cut === undefined) return;
          if (looksDuringSync > 0) await synced.promise;
          if (looks++ < looksDuringSync) return;
          lookedEnough.resolve();
          await aborted(cut);
        },
      });
      return {
        exit,
        out: names.readable(said.out).replaceAll(url, "URL"),
        err: names.readable(said.err).replaceAll(url, "URL"),
      };
    },
    close: () => server.close(),
  };
}

/** Who may be cut short waits until he is: no test depends on how fast a pass is. */
const aborted = (cut: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const end = () => reject(cut.reason as Error);
    if (cut.aborted) end();
    else cut.addEventListener("abort", end, { once: true });
  });

/** Codes and ids are by chance; in what is shown they are numbered as they appear, at their own length. */
function makeNames() {
  const shown = new Map<string, string>();
  const originals = new Map<string, string>();
  return {
    readable: (text: string) =>
      text.replace(/\b(?:[A-Z][0-9A-HJKMNP-TV-Z]{12,}|Q29uZmxpY3Q6[\w-]+=*)/g, (original) => {
        const letter = original.startsWith("Q29u") ? "C" : original.slice(0, 1);
        const name = shown.get(original) ?? letter + String(shown.size + 1).padStart(original.length - 1, "0");
        shown.set(original, name);
        originals.set(name, original);
        return name;
      }),
    original: (name: string) => originals.get(name) ?? name,
  };
}
