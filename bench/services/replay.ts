import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Child of systems/ours.ts: a database that gives the engine's own answer to a request, byte for byte, once the engine
 * has given it. What is left is the server's own time, as with a database that is not bound to one thread.
 */

const [engine = ""] = process.argv.slice(2);
const answers = new Map<
  string,
  { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
>();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const target = String(request.headers["x-amz-target"]);
  const key = createHash("sha1").update(target).update(body).digest("hex");
  let known = answers.get(key);
  if (known === undefined) {
    const headers = Object.fromEntries(
      ["content-type", "x-amz-target", "x-amz-date", "authorization"].map((name) => [
        name,
        String(request.headers[name]),
      ]),
    );
    const asked = await fetch(engine, { method: "POST", headers, body: new Uint8Array(body) });
    known = {
      status: asked.status,
      headers: {
        "content-type": asked.headers.get("content-type") ?? "",
        "x-amz-crc32": asked.headers.get("x-amz-crc32") ?? "",
      },
      body: Buffer.from(await asked.arrayBuffer()),
    };
    if (asked.ok) answers.set(key, known);
  }
  response.writeHead(known.status, { ...known.headers, "content-length": known.body.length }).end(known.body);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(500).end());
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
