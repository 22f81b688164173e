import http, { type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DraftContext } from "../../../local/google/draft.ts";
import { errorBody, GoogleError } from "../../../local/google/errors.ts";
import { applyMask, parseMask } from "../../../local/google/field-mask.ts";
import { servePage } from "../../../local/google/page/serve.ts";
import { isRead, routeSheets } from "../../../local/google/sheets-routes.ts";
import { createSpreadsheet, readSheets, writeSheets } from "../../../local/google/sheets-service.ts";
import type { SpreadsheetState } from "../../../local/google/state.ts";
import { cautiousSwitches } from "../../../local/google/switches.ts";

/** The engine and the page behind one port of this machine, nothing else. */
export async function startThinServer(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const states = new Map<string, SpreadsheetState>();
  const streams = new Set<ServerResponse>();
  const server = http.createServer(async (request, response) => {
    const path = request.url ?? "/";
    const url = new URL(path, "http://127.0.0.1");
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const page = await servePage({ method: request.method ?? "GET", path });
    if (page) {
      response.writeHead(page.status, page.headers);
      response.end(page.body);
      return;
    }
    if (url.pathname.endsWith("/events")) {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(":\n\n");
      streams.add(response);
      return;
    }
    if (url.pathname === "/drive/v3/files") {
      json(200, { files: [...states.values()].map((state) => ({ id: state.id, name: state.properties.title })) });
      return;
    }
    let text = "";
    for await (const chunk of request) text += chunk;
    const context: DraftContext = {
      caller: { user: "tests", canEditProtected: false } as never,
      switches: cautiousSwitches,
      random: Math.random,
      now: Date.now(),
    };
    try {
      const call = routeSheets(request.method ?? "GET", url.pathname);
      if (!call) return json(404, {});
      const body = text === "" ? "" : JSON.parse(text);
      if (call.method === "create") {
        const state = createSpreadsheet(`sheet${states.size + 1}`, body, context);
        states.set(state.id, state);
        return json(200, { spreadsheetId: state.id });
      }
      const state = states.get(call.spreadsheetId ?? "");
      if (!state) return json(404, {});
      const fields = url.searchParams.get("fields");
      const mask = fields ? parseMask(fields) : undefined;
      url.searchParams.delete("fields");
      const input = { call, query: url.searchParams, body, mask, context, owner: "tests" };
      if (isRead(call)) return json(200, mask ? applyMask(readSheets(state, input), mask) : readSheets(state, input));
      const { state: next, answer } = writeSheets(state, input);
      states.set(state.id, next);
      json(200, answer);
      for (const stream of streams) stream.write("data: {}\n\n");
    } catch (error) {
      if (!(error instanceof GoogleError)) {
        console.error(error);
        return json(500, {});
      }
      const { status, body } = errorBody(error);
      json(status, body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
