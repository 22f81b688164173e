import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { makeTokenVerifier, type VerifyToken } from "../graphql/auth.ts";
import type { Services } from "../graphql/context.ts";
import { type GraphqlHandler, makeGraphqlHandler, type PlainRequest, safelistOf } from "../graphql/http.ts";
import { discoverKeys } from "../graphql/issuer-keys.ts";
import { pageDocuments } from "../graphql/page-documents.ts";
import { healthOf } from "./health.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** API Gateway event <-> plain request and response of graphql/http. */

/** What the API needs, from what every handler has. Google's client is loaded only when a mutation asks for a pass. */
export function servicesOf(given: Wiring, verifyToken: VerifyToken): Services {
  const { store, world, log } = given;
  return {
    store,
    world,
    log,
    verifyToken,
    accounts: given.accounts,
    sync: {
      preview: async (id) => (await given.sync("INTERACTIVE")).preview(id),
      run: async (id) => (await given.sync("INTERACTIVE")).run(id),
      read: async (id) => (await given.sync("INTERACTIVE")).read(id),
      tellPaused: async (id) => (await given.sync("INTERACTIVE")).tellPaused(id),
    },
    rollups: {
      run: async () => (await given.rollups()).run(),
      present: async () => (await given.rollups()).present(),
      rollupOf: async (...args) => (await given.rollups()).rollupOf(...args),
      rollupsAt: async (...args) => (await given.rollups()).rollupsAt(...args),
      childrenOf: async (...args) => (await given.rollups()).childrenOf(...args),
      series: async (...args) => (await given.rollups()).series(...args),
      missingUnits: async (...args) => (await given.rollups()).missingUnits(...args),
      versions: async (...args) => (await given.rollups()).versions(...args),
      restate: async (...args) => (await given.rollups()).restate(...args),
    },
    health: async () => ({ ...(await healthOf(given)) }),
  };
}

let built: GraphqlHandler | undefined;

function build(): GraphqlHandler {
  const given = wiring();
  const issuer = need("OIDC_ISSUER");
  const { nowMs } = given.world;
  const verifyToken = makeTokenVerifier(
    { issuer, audience: need("OIDC_AUDIENCE") },
    nowMs,
    discoverKeys(issuer, nowMs),
  );
  return makeGraphqlHandler(servicesOf(given, verifyToken), {
    introspection: process.env.INTROSPECTION === "1",
    automaticPersistedQueries: true,
    allowedOrigins: (process.env.WEB_ORIGINS ?? "").split(",").filter(Boolean),
    safelist: process.env.SAFELIST === "1" ? safelistOf(pageDocuments) : undefined,
  });
}

export async function handleEvent(
  handle: GraphqlHandler,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { status, headers, body } = await handle(requestOf(event));
  return { statusCode: status, headers: { ...headers }, body };
}

export function requestOf(event: APIGatewayProxyEventV2): PlainRequest {
  const body = event.body ?? "";
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: event.rawQueryString,
    headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: event.isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body,
  };
}

export const handler = (event: APIGatewayProxyEventV2) => {
  built ??= build();
  return handleEvent(built, event);
};

function need(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`the environment variable ${name} is not set`);
  return value;
}
