import type { Config } from "./config.ts";

/** The viewer's token, kept for this tab only. */
const tokenKey = "ledger.token";
const identityKey = "ledger.identity";

export interface Identity {
  readonly unit: string;
  readonly role: string;
}

/** Who the local pages are shown to before anybody chooses. */
const firstIdentity: Identity = { unit: "cn", role: "VERIFIER" };

export function localIdentity(): Identity {
  const kept = sessionStorage.getItem(identityKey);
  return kept === null ? firstIdentity : (JSON.parse(kept) as Identity);
}

export function storedToken(): string | null {
  return sessionStorage.getItem(tokenKey);
}

export function forgetToken(): void {
  sessionStorage.removeItem(tokenKey);
}

export function keepToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
}

/** A token of the issuer on this machine, for any unit and role. */
export async function signInLocally(identity: Identity): Promise<void> {
  const response = await fetch(`/local/token?${new URLSearchParams({ unit: identity.unit, role: identity.role })}`);
  const text = (await response.text()).trim();
  if (!response.ok) throw new Error(text || `${response.status}`);
  const token = text.startsWith("{")
    ? (JSON.parse(text) as { token?: string; access_token?: string })
    : { token: text };
  keepToken(token.token ?? token.access_token ?? "");
  sessionStorage.setItem(identityKey, JSON.stringify(identity));
}

/** True when the pages may be shown; with OpenID Connect the browser may be sent away instead. */
export async function ensureSignedIn(config: Config): Promise<boolean> {
  if (storedToken() !== null) return true;
  if (config.signIn === "local") {
    await signInLocally(localIdentity());
    return true;
  }
  const { finishSignIn } = await import("./oidc.ts");
  return finishSignIn(config);
}

export async function startSignIn(config: Config): Promise<void> {
  if (config.signIn === "local") return signInLocally(localIdentity());
  const { startCodeFlow } = await import("./oidc.ts");
  return startCodeFlow(config);
}
