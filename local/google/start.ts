import { join } from "node:path";
import type { Google, GoogleOptions } from "./google.ts";
import { makeGoogle } from "./google.ts";
import type { HttpOptions } from "./http.ts";
import { startHttp } from "./http.ts";
import { openPersistence } from "./persist.ts";

/** The local Google as a service: HTTP in front, and the state under `dataDir/google` when one is given. */

export interface StartOptions extends Omit<GoogleOptions, "journal" | "store"> {
  /** 0 picks a free port. */
  readonly port: number;
  /** Absent: memory only. */
  readonly dataDir?: string;
  readonly extra?: HttpOptions["extra"];
}

export interface RunningGoogle {
  readonly url: string;
  readonly google: Google;
  readonly close: () => Promise<void>;
}

/** A receiver of push messages has this long to answer. */
const pushTimeoutMs = 10_000;

const pushOverHttp = async (address: string, headers: Record<string, string>) => {
  await fetch(address, { method: "POST", headers, signal: AbortSignal.timeout(pushTimeoutMs) });
};

/** An engine whose state lives in a directory: what was there is back, what is written is kept. */
export function openGoogle(
  dataDir: string,
  options: Omit<GoogleOptions, "journal" | "store"> = {},
): { google: Google; close: () => void } {
  const persistence = openPersistence(join(dataDir, "google"));
  const google = makeGoogle({ ...options, store: persistence.store, journal: persistence.append });
  for (const entry of persistence.pending) persistence.markChanged(google.replay(entry));
  return { google, close: persistence.close };
}

export async function startGoogle({ port, dataDir, extra, ...options }: StartOptions): Promise<RunningGoogle> {
  const withPush = { push: pushOverHttp, ...options };
  const opened =
    dataDir === undefined ? { google: makeGoogle(withPush), close: () => {} } : openGoogle(dataDir, withPush);
  const server = await startHttp({ google: opened.google, port, ...(extra === undefined ? {} : { extra }) });
  return {
    url: server.url,
    google: opened.google,
    close: async () => {
      await server.close();
      opened.close();
    },
  };
}
