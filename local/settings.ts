import { resolve } from "node:path";

/** The settings of README.md, read once from the environment. A value that makes no sense stops the start with a sentence. */
export interface LocalSettings {
  readonly port: number;
  readonly googlePort: number;
  readonly dataDir: string;
  readonly syncEveryMs: number;
  readonly rollupEveryMs: number;
  readonly demo: boolean;
  /** Unset: the embedded database. */
  readonly dynamodbEndpoint: string | undefined;
  /** Unset: the local Google service. */
  readonly googleEndpoint: string | undefined;
  readonly tableName: string;
  /** Unset: the local issuer. */
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string | undefined;
}

export class SettingError extends Error {}

export function readSettings(env: NodeJS.ProcessEnv): LocalSettings {
  return {
    port: whole(env, "PORT", 4000, 65_535),
    googlePort: whole(env, "GOOGLE_PORT", 4001, 65_535),
    dataDir: resolve(env.DATA_DIR || ".data"),
    syncEveryMs: whole(env, "SYNC_EVERY_MS", 5_000, 86_400_000),
    rollupEveryMs: whole(env, "ROLLUP_EVERY_MS", 30_000, 86_400_000),
    demo: (env.DEMO ?? "1") !== "0",
    dynamodbEndpoint: env.DYNAMODB_ENDPOINT || undefined,
    googleEndpoint: env.GOOGLE_ENDPOINT || undefined,
    tableName: env.TABLE_NAME || "grassroots-ledger",
    oidcIssuer: env.OIDC_ISSUER || undefined,
    oidcAudience: env.OIDC_AUDIENCE || undefined,
  };
}

/** What the other commands must be given too, to find this installation: `PORT=4100 DATA_DIR=… `; `PORT=0` became `port`. */
export function settingsGiven(env: NodeJS.ProcessEnv, port: string): string {
  const now: NodeJS.ProcessEnv = { PORT: env.PORT && port, DATA_DIR: env.DATA_DIR };
  return Object.entries(now)
    .flatMap(([name, value]) => (value ? [`${name}=${value} `] : []))
    .join("");
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new SettingError(`${name}=${text}: must be a whole number from 0 to ${most}`);
  return value;
}
