import http from "node:http";
import https from "node:https";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

/**
 * The public keys of an OIDC issuer, found through its OpenID configuration when a token first needs one. The first
 * read does without `fetch`, whose loading takes a fifth of a cold start; what comes after it (keys that age, keys that
 * are new) is jose's.
 */

/** Milliseconds to wait for an answer of the issuer. */
const answerMs = 5_000;
/** The first keys are good for as long as jose keeps those it fetches. */
const freshMs = 10 * 60_000;

export function discoverKeys(issuer: string, nowMs: () => number): JWTVerifyGetKey {
  let first: Promise<FirstKeys> | null = null;
  return async (header, token) => {
    first ??= readKeys(issuer, nowMs);
    const keys = await first.catch((error) => {
      first = null;
      throw error;
    });
    if (nowMs() >= keys.staleAtMs) return keys.later(header, token);
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return keys.later(header, token);
      throw error;
    }
  };
}

interface FirstKeys {
  readonly find: JWTVerifyGetKey;
  readonly staleAtMs: number;
  readonly later: JWTVerifyGetKey;
}

async function readKeys(issuer: string, nowMs: () => number): Promise<FirstKeys> {
  const description = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { jwks_uri: address } = (await getJson(description)) as { readonly jwks_uri: string };
  let remote: JWTVerifyGetKey | undefined;
  return {
    find: createLocalJWKSet((await getJson(address)) as JSONWebKeySet),
    staleAtMs: nowMs() + freshMs,
    later: (header, token) => {
      remote ??= createRemoteJWKSet(new URL(address));
      return remote(header, token);
    },
  };
}

function getJson(address: string): Promise<unknown> {
  const { get } = address.startsWith("http:") ? http : https;
  const headers = { accept: "application/json", "user-agent": "grassroots-ledger" };
  return new Promise((resolve, reject) => {
    const request = get(address, { headers, signal: AbortSignal.timeout(answerMs) }, async (response) => {
      try {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) text += chunk;
        if (response.statusCode !== 200) throw new Error(`${address} answers ${response.statusCode}`);
        resolve(JSON.parse(text));
      } catch (error) {
        reject(error);
      }
    });
    request.on("error", reject);
  });
}
