import type { ServerResponse } from "node:http";
import type { Google } from "./google.ts";

/** `GET /local/spreadsheets/<id>/events`: server-sent events that tell a page that something changed. */

const path = /^\/local\/spreadsheets\/([^/]+)\/events$/;
/** Keeps proxies and idle timeouts from closing a quiet stream. */
const heartbeatMs = 15_000;

export function openEvents(google: Google, method: string, url: string, response: ServerResponse): boolean {
  const match = method === "GET" ? path.exec(url) : null;
  if (match === null) return false;
  const id = decodeURIComponent(match[1]!);
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    connection: "keep-alive",
  });
  response.write("retry: 1000\n\n");
  const stop = google.subscribe((event) => {
    if (event.spreadsheetId === id) response.write(`event: change\ndata: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(": still here\n\n"), heartbeatMs);
  heartbeat.unref();
  response.on("close", () => {
    clearInterval(heartbeat);
    stop();
  });
  return true;
}
