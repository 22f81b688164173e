import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { limits } from "../core/limits.ts";
import type { Log } from "../core/log.ts";
import type { PlainRequest, PlainResponse } from "../graphql/http.ts";

/** node:http <-> plain requests and responses, on this machine only. */

/** null: not mine, ask the next one. */
export type Route = (request: PlainRequest) => Promise<PlainResponse | null>;

export interface LocalServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A byte more than a body may have is enough to be refused. */
const readBytes = limits.requestBytes + 1;

/** @param port 0 takes a free one. Errors: of `listen`, when the port is taken. */
export async function serve(routes: readonly Route[], port: number, log: Log): Promise<LocalServer> {
  const server = createServer((request, response) => {
    answer(routes, request)
      .catch((error: unknown): PlainResponse => {
        log.error("http.failed", { error: error instanceof Error ? error.name : typeof error });
        return { status: 500, headers: {}, body: "" };
      })
      .then((plain) => send(response, plain));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<PlainResponse> {
  const plain = await plainRequest(request);
  for (const route of routes) {
    const response = await route(plain);
    if (response !== null) return response;
  }
  return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "not found" };
}

export async function plainRequest(request: IncomingMessage): Promise<PlainRequest> {
  const [path = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/s);
  const headers: Record<string, string | undefined> = {};
  for (const name in request.headers) {
    const value = request.headers[name];
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return { method: request.method ?? "GET", path, query, headers, body: await bodyOf(request) };
}

/** By events: iterating a stream costs a small request a tenth of its time. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      // The rest is read and dropped, so that the client gets its answer.
      if (bytes < readBytes) chunks.push(chunk);
      bytes += chunk.length;
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
    request.once("aborted", () => reject(new Error("the request was aborted")));
  });
}

function send(response: ServerResponse, { status, headers, body }: PlainResponse): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
  });
}
