import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openEvents } from "./events.ts";
import type { Google } from "./google.ts";
import { handleLocal } from "./local-path.ts";

/** The thin HTTP layer. `extra` may take requests that are neither Google's nor `/local/…`, such as pages. */

export interface HttpOptions {
  readonly google: Google;
  /** 0 picks a free port. */
  readonly port: number;
  readonly host?: string;
  readonly extra?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface HttpServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bodies beyond this are cut off unread; Google's own limit is below it. */
const maxBytes = 64 * 1024 * 1024;

function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    });
    request.on("end", () => resolve(size > maxBytes ? undefined : Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): void {
  if (response.destroyed) return;
  if (body === undefined) {
    response.writeHead(status, { "cache-control": "no-store" }).end();
    return;
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response
    .writeHead(status, { ...headers, "cache-control": "no-store", "content-length": Buffer.byteLength(text) })
    .end(text);
}

const tooLarge = { error: { code: 413, message: "Request payload is too large.", status: "INVALID_ARGUMENT" } };

async function answer(options: HttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", ...rest] = (request.url ?? "/").split("?");
  const query = rest.join("?");
  const method = request.method ?? "GET";
  if (openEvents(options.google, method, path, response)) return;
  const isApi = path.startsWith("/v4/") || path.startsWith("/drive/") || path.startsWith("/local/");
  if (!isApi && options.extra?.(request, response) === true) return;
  const body = await readBody(request);
  const json = { "content-type": "application/json; charset=UTF-8" };
  if (body === undefined) return send(response, 413, json, tooLarge);
  if (path.startsWith("/local/")) {
    const { status, body: local } = handleLocal(options.google, method, path, body);
    return send(response, status, json, local);
  }
  const authorization = request.headers.authorization;
  const headers = authorization === undefined ? {} : { authorization };
  const result = await options.google.handle({ method, path, query, headers, body });
  send(response, result.status, result.headers, result.body);
}

export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.keepAliveTimeout = 30_000;
  const timer = setInterval(() => options.google.tick(), 250);
  timer.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host ?? "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
