import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { PlainRequest } from "../graphql/http.ts";
import type { Route } from "./http.ts";

/** GET /graphql in a browser: GraphiQL, served from the installed packages, with nothing from elsewhere. */

const resolve = createRequire(import.meta.url).resolve;
const own = (name: string) => fileURLToPath(new URL(`./graphiql/${name}`, import.meta.url));
const inPackage = (name: string, file: string) => resolve(`${name}/package.json`).replace(/package\.json$/, file);

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";

const assets: Readonly<Record<string, readonly [type: string, path: () => string]>> = {
  "/graphiql/page.js": [script, () => own("page.js")],
  "/graphiql/examples.js": [script, () => own("examples.js")],
  "/graphiql/page.css": [style, () => own("page.css")],
  "/graphiql/react.js": [script, () => inPackage("react", "umd/react.production.min.js")],
  "/graphiql/react-dom.js": [script, () => inPackage("react-dom", "umd/react-dom.production.min.js")],
  "/graphiql/graphiql.js": [script, () => inPackage("graphiql", "dist/index.umd.js")],
  "/graphiql/graphiql.css": [style, () => inPackage("graphiql", "dist/style.css")],
};

/** Nothing may be loaded from anywhere but this server. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

export const graphiqlRoute: Route = async (request) => {
  if (wantsPage(request)) {
    return {
      status: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "no-cache",
      },
      body: await readFile(own("page.html"), "utf8"),
    };
  }
  const asset = Object.hasOwn(assets, request.path) ? assets[request.path] : undefined;
  if (asset === undefined || request.method !== "GET") return null;
  const [type, path] = asset;
  return {
    status: 200,
    headers: { "content-type": type, "cache-control": "max-age=3600" },
    body: await readFile(path(), "utf8"),
  };
};

/** A browser that opens the address, not a client that asks by GET. */
function wantsPage({ method, path, query, headers }: PlainRequest): boolean {
  return (
    path === "/graphql" &&
    method === "GET" &&
    !new URLSearchParams(query).has("query") &&
    (headers.accept ?? "").includes("text/html")
  );
}
