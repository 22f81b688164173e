import { DriveError, unauthenticated } from "./errors.ts";

/** Any bearer token is accepted and names its user: an e-mail address, the one inside a JWT, or `<token>@local.test`. */

function emailOfJwt(token: string): string | undefined {
  const parts = token.split(".");
  if (parts.length !== 3) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(parts[1]!, "base64url").toString("utf8")) as Record<string, unknown>;
    const email = claims.email ?? claims.sub ?? claims.iss;
    return typeof email === "string" && email !== "" ? email : undefined;
  } catch {
    return undefined;
  }
}

const named = (name: string) => (name.includes("@") ? name : `${name}@local.test`);

/** Accounts are remembered by the text of the header, so that a JWT is taken apart once. */
const known = new Map<string, string>();
const knownLimit = 10_000;

/** The user's e-mail address; undefined when the request carries no credentials. */
export function userOf(authorization: string | undefined, accessToken: string | null): string | undefined {
  const token = /^Bearer\s+(\S.*)$/i.exec(authorization ?? "")?.[1]?.trim() ?? accessToken ?? undefined;
  if (token === undefined || token === "") return undefined;
  const old = known.get(token);
  if (old !== undefined) return old;
  const email = named(emailOfJwt(token) ?? token.replace(/[^\p{L}\p{N}@._+-]/gu, "_").slice(0, 100));
  if (known.size >= knownLimit) known.clear();
  known.set(token, email);
  return email;
}

export const missingCredentials = (drive: boolean) =>
  drive
    ? new DriveError(401, "Login Required.", { reason: "required", location: "Authorization", locationType: "header" })
    : unauthenticated();
