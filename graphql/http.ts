import { createHash } from "node:crypto";
import { HeaderMap } from "@apollo/server";
import { makeTimeId } from "../core/ledger/code.ts";
import { limits } from "../core/limits.ts";
import { type GraphqlContext, makeContextMaker, type Services } from "./context.ts";
import { apiError } from "./errors.ts";
import { makeServer, type ServerSettings } from "./server.ts";

/** A plain request in, a plain response out: no Lambda, no socket. Lambda, the local server and the tests all call this. */

export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpSettings extends ServerSettings {
  /** Origins whose pages may call; `*` lets any. */
  readonly allowedOrigins: readonly string[];
  /** When given, only these queries run, but for an ADMIN: SHA-256 (hex) -> text. For production front ends. */
  readonly safelist?: ReadonlyMap<string, string> | undefined;
}

export function safelistOf(documents: readonly string[]): ReadonlyMap<string, string> {
  return new Map(documents.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
}

export type GraphqlHandler = (request: PlainRequest) => Promise<PlainResponse>;

/** Seconds a browser may remember a preflight's answer. */
const preflightSeconds = 600;

export function makeGraphqlHandler(services: Services, settings: HttpSettings): GraphqlHandler {
  const { log, world } = services;
  const server = makeServer(log, () => makeTimeId(world), settings);
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  const contextOf = makeContextMaker(services);

  return async (request) => {
    const cors = corsHeaders(request.headers.origin, settings.allowedOrigins);
    if (request.path === "/healthz") return withHeaders(await healthz(services, request.method), cors);
    if (request.path !== "/graphql") return plain(404, "NOT_FOUND", "No such path.", cors);
    if (request.method === "OPTIONS") return { status: 204, headers: cors, body: "" };
    if (Buffer.byteLength(request.body) > limits.requestBytes) {
      return plain(413, "BAD_USER_INPUT", `A request body holds at most ${limits.requestBytes} bytes.`, cors);
    }
    let body: unknown;
    if (request.method === "POST") {
      if (!isJson(request.headers["content-type"])) return plain(415, "BAD_USER_INPUT", "Send application/json.", cors);
      try {
        body = JSON.parse(request.body);
      } catch {
        return plain(400, "BAD_USER_INPUT", "The request body is not JSON.", cors);
      }
    }
    let search = request.query === "" ? "" : `?${request.query}`;
    let isListed = true;
    if (settings.safelist !== undefined) {
      const listed = fromSafelist(settings.safelist, request.method, body, search);
      isListed = listed !== null;
      if (listed !== null) ({ body, search } = listed);
    }
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, value);
    let context: GraphqlContext | undefined;
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers, search, body },
      context: async () => {
        context = await contextOf(request.headers.authorization);
        if (!isListed && context.viewer.role !== "ADMIN")
          throw apiError("FORBIDDEN", "This query is not on the list of known queries.", 403);
        return context;
      },
    });
    if (answer.body.kind !== "complete") throw new Error("incremental delivery is not offered");
    // GraphQL over HTTP: clients that accept application/json get 200 for every request that was understood.
    const legacy = (answer.headers.get("content-type") ?? "").startsWith("application/json");
    const status = legacy && answer.status === 400 && context?.progress.understood ? 200 : answer.status;
    return {
      status: status ?? 200,
      headers: { ...Object.fromEntries(answer.headers), ...cors, "cache-control": "no-store" },
      body: answer.body.string,
    };
  };
}

const isJson = (contentType: string | undefined) => /^application\/json\s*(;|$)/i.test(contentType ?? "");

async function healthz({ health, log }: Services, method: string): Promise<PlainResponse> {
  if (method !== "GET" && method !== "HEAD") return plain(405, "BAD_USER_INPUT", "GET only.", { allow: "GET, HEAD" });
  let report: { readonly ok: boolean };
  try {
    report = await health();
  } catch (error) {
    log.error("health.failed", { error: error instanceof Error ? error.name : typeof error });
    report = { ok: false };
  }
  return {
    status: report.ok ? 200 : 503,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: method === "HEAD" ? "" : JSON.stringify(report),
  };
}

/** Tokens travel in a header, never in a cookie: credentials are not allowed. */
function corsHeaders(origin: string | undefined, allowed: readonly string[]): Record<string, string> {
  if (origin === undefined) return {};
  const any = allowed.includes("*");
  if (!any && !allowed.includes(origin)) return { vary: "Origin" };
  return {
    "access-control-allow-origin": any ? "*" : origin,
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "authorization, content-type, apollo-require-preflight, x-apollo-operation-name",
    "access-control-max-age": String(preflightSeconds),
    ...(any ? {} : { vary: "Origin" }),
  };
}

interface Sent {
  readonly query?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } };
}

/** The known query's own text in place of whatever was sent; null when it is not known. */
function fromSafelist(
  safelist: ReadonlyMap<string, string>,
  method: string,
  body: unknown,
  search: string,
): { body: unknown; search: string } | null {
  const params = new URLSearchParams(search);
  const sent: Sent | null = method === "GET" ? sentByGet(params) : isRecord(body) ? (body as Sent) : null;
  if (sent === null) return null;
  const hash =
    typeof sent.query === "string"
      ? createHash("sha256").update(sent.query).digest("hex")
      : sent.extensions?.persistedQuery?.sha256Hash;
  const query = typeof hash === "string" ? safelist.get(hash) : undefined;
  if (query === undefined) return null;
  if (method === "GET") {
    params.delete("extensions");
    params.set("query", query);
    return { body, search: `?${params}` };
  }
  const { extensions: _, ...rest } = body as Record<string, unknown>;
  return { body: { ...rest, query }, search };
}

function sentByGet(params: URLSearchParams): Sent | null {
  const query = params.get("query") ?? undefined;
  try {
    return { query, extensions: JSON.parse(params.get("extensions") ?? "{}") };
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function plain(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>>,
): PlainResponse {
  return {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
  };
}

function withHeaders(response: PlainResponse, headers: Readonly<Record<string, string>>): PlainResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}
