import type { Route } from "./http.ts";

/** What the pages of a local run are told in place of web/public/config.json: where the spreadsheets open, too. */
export function configRoute(google: string): Route {
  const body = JSON.stringify({ api: "/graphql", signIn: "local", sheets: `${google}/sheets/` });
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" };
  return async ({ method, path }) =>
    method === "GET" && path === "/config.json" ? { status: 200, headers, body } : null;
}
