import * as oauth from "oauth4webapi";
import type { Config } from "./config.ts";
import { keepToken } from "./sign-in.ts";

/** OpenID Connect, authorization code with PKCE, for a public client: no secret is in the pages. */

type OidcConfig = Extract<Config, { signIn: "oidc" }>;

const pendingKey = "ledger.signIn";
const redirectUri = () => `${location.origin}${location.pathname}`;

async function discover(config: OidcConfig): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(config.issuer);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer));
}

/** Sends the browser to the issuer. The address it is to come back to is remembered. */
export async function startCodeFlow(config: OidcConfig): Promise<void> {
  const server = await discover(config);
  if (server.authorization_endpoint === undefined) throw new Error("the issuer has no authorization endpoint");
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  sessionStorage.setItem(pendingKey, JSON.stringify({ verifier, state, hash: location.hash }));
  const target = new URL(server.authorization_endpoint);
  const parameters: Record<string, string> = {
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    response_type: "code",
    scope: config.scope ?? "openid",
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(config.audience === undefined ? {} : { audience: config.audience }),
  };
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  location.assign(target);
}

/** Takes the answer out of the address. False when there is none: the person has yet to sign in. */
export async function finishSignIn(config: OidcConfig): Promise<boolean> {
  const pending = sessionStorage.getItem(pendingKey);
  const here = new URL(location.href);
  if (pending === null || !(here.searchParams.has("code") || here.searchParams.has("error"))) return false;
  sessionStorage.removeItem(pendingKey);
  const { verifier, state, hash } = JSON.parse(pending) as { verifier: string; state: string; hash: string };
  history.replaceState(null, "", `${location.pathname}${hash}`);
  const server = await discover(config);
  const client: oauth.Client = { client_id: config.clientId };
  const answer = oauth.validateAuthResponse(server, client, here, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri(),
    verifier,
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, response);
  keepToken(result.access_token);
  return true;
}
