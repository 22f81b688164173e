import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from "jose";
import type { Role } from "../core/ledger/scope.ts";

/** An OIDC issuer for one machine: a key pair in a file, so that tokens outlive a restart. Never used on AWS. */

export const localIssuer = "http://localhost/grassroots-ledger";
export const localAudience = "grassroots-ledger";

/** Seconds a local token is good for: long enough for a day of trying things out. */
const tokenSeconds = 24 * 3600;
const algorithm = "ES256";
const keyId = "local";

export interface TokenRequest {
  readonly unit: string;
  readonly role: Role;
  /** Absent: made of role and unit, so that two roles are two people. */
  readonly subject?: string | undefined;
}

export interface LocalIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** For the verifier, in place of fetching the keys. */
  readonly keys: JWTVerifyGetKey;
  token(request: TokenRequest): Promise<string>;
}

interface IssuerOptions {
  /** Absent: a fresh key in memory. */
  readonly dataDir?: string | undefined;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  readonly nowMs?: () => number;
}

export async function makeLocalIssuer({
  dataDir,
  issuer = localIssuer,
  audience = localAudience,
  nowMs = Date.now,
}: IssuerOptions = {}): Promise<LocalIssuer> {
  const jwk = dataDir === undefined ? await newKey() : await storedKey(dataDir);
  const key = await importJWK(jwk, algorithm);
  const { d: _, ...publicJwk } = jwk;
  return {
    issuer,
    audience,
    keys: createLocalJWKSet({ keys: [publicJwk as JWK] }),
    token: ({ unit, role, subject = `${role.toLowerCase()}@${unit}` }) => {
      const nowSeconds = Math.floor(nowMs() / 1000);
      return new SignJWT({ unit, role })
        .setProtectedHeader({ alg: algorithm, kid: keyId })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(nowSeconds + tokenSeconds)
        .sign(key);
    },
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: keyId, alg: algorithm, use: "sig" };
}

/** Two processes may start at once: whoever is first to put the file in place has made the key. */
async function storedKey(dataDir: string): Promise<JWK> {
  const path = join(dataDir, "issuer.json");
  const read = async () => JSON.parse(await readFile(path, "utf8")) as JWK;
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  await mkdir(dataDir, { recursive: true });
  const own = `${path}.${process.pid}`;
  await writeFile(own, JSON.stringify(await newKey()), { mode: 0o600 });
  await chmod(own, 0o600);
  try {
    return await read();
  } catch {
    await rename(own, path);
    return read();
  }
}
