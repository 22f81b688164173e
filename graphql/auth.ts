import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Role, roles } from "../core/ledger/scope.ts";

/** Bearer tokens of an OIDC issuer: who is asking, at which unit, in which role. */

export interface AuthSettings {
  readonly issuer: string;
  readonly audience: string;
}

/** What a valid token says. Claims: `sub`, `unit`, `role`. */
export interface Claims {
  readonly subject: string;
  readonly unit: string;
  readonly role: Role;
}

/** null: the token is missing, expired, of another issuer or audience, unsigned, or lacks a claim. */
export type VerifyToken = (token: string) => Promise<Claims | null>;

/** Only signatures with a public key: neither `none` nor a shared secret can pass. */
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"];
/** Longer than any token of an issuer in use; keeps rubbish away from the parser. */
const maxTokenChars = 8_192;
/** A token that was found valid is not looked at again for so long: its signature costs more than most queries. */
const rememberedMs = 60_000;
const rememberedTokens = 1_000;
/** Clocks of issuer and server may differ by this much. */
const clockToleranceSeconds = 30;
const maxNameChars = 200;

export function makeTokenVerifier(
  { issuer, audience }: AuthSettings,
  nowMs: () => number,
  keys: JWTVerifyGetKey,
): VerifyToken {
  const remembered = new Map<string, { readonly claims: Claims; readonly untilMs: number }>();
  const remember = (token: string, claims: Claims, expiresSeconds: number): Claims => {
    if (remembered.size >= rememberedTokens) remembered.delete(remembered.keys().next().value ?? "");
    const expiresMs = (expiresSeconds + clockToleranceSeconds) * 1000;
    remembered.set(token, { claims, untilMs: Math.min(nowMs() + rememberedMs, expiresMs) });
    return claims;
  };
  return async (token) => {
    if (token.length > maxTokenChars) return null;
    const known = remembered.get(token);
    if (known !== undefined) {
      if (nowMs() < known.untilMs) return known.claims;
      remembered.delete(token);
    }
    let payload: Record<string, unknown>;
    try {
      const verified = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(nowMs()),
        requiredClaims: ["exp", "sub"],
      });
      payload = verified.payload;
    } catch (error) {
      if (isOutage(error)) throw error;
      return null;
    }
    const { sub, unit, exp } = payload;
    const role = roles.find((candidate) => candidate === payload.role);
    if (typeof sub !== "string" || sub === "" || sub.length > maxNameChars) return null;
    if (typeof unit !== "string" || role === undefined || typeof exp !== "number") return null;
    return remember(token, { subject: sub, unit, role }, exp);
  };
}

/** The keys could not be fetched: not the client's fault. What jose finds wrong with a token begins with ERR_J. */
function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code !== "string" || !code.startsWith("ERR_J") || code === "ERR_JWKS_TIMEOUT";
}

export function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer +([A-Za-z0-9\-_.~+/=]+)$/i.exec(header ?? "");
  return match?.[1] ?? null;
}
