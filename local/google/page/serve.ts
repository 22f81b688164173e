import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { pageAssets } from "./bundle.ts";

/** A request as any HTTP layer has it; `path` may carry a query. */
export type PageRequest = { readonly method: string; readonly path: string };
export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Everything from here; the grid library writes its column positions into a style element. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Answers the bare address and what is under /sheets: the list of spreadsheets, the page of one spreadsheet, and their scripts.
 * Null for every other path, which is then someone else's. The pages need no token; the API calls they make do.
 */
export async function servePage({ method, path }: PageRequest): Promise<PageAnswer | null> {
  const pathname = path.split("?", 1)[0] ?? "";
  if (pathname !== "/" && pathname !== "/sheets" && !pathname.startsWith("/sheets/")) return null;
  if (method !== "GET" && method !== "HEAD") return text(405, "此地址只能读取", { allow: "GET, HEAD" });
  if (pathname === "/") return text(302, "", { location: "/sheets" });
  if (pathname === "/sheets" || pathname === "/sheets/") return page("list-page.html");
  const asset = /^\/sheets\/assets\/([\w.-]+)$/.exec(pathname)?.[1];
  if (asset !== undefined) return script(asset);
  if (/^\/sheets\/[^/]+$/.test(pathname)) return page("sheet-page.html");
  return text(404, "没有这个页面");
}

/** The same for a Node server: true when the request was for a page and is being answered. */
export function answerPage(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url ?? "/";
  if (!/^\/(?:sheets)?(?:\?|$)|^\/sheets\//.test(path)) return false;
  servePage({ method: request.method ?? "GET", path })
    .then((answered) => {
      if (!answered) return response.writeHead(404).end();
      const head = response.writeHead(answered.status, answered.headers);
      return request.method === "HEAD" ? head.end() : head.end(answered.body);
    })
    .catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  return true;
}

async function page(name: string): Promise<PageAnswer> {
  const body = await readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");
  return answer(200, "text/html", body);
}

async function script(name: string): Promise<PageAnswer> {
  const body = (await pageAssets()).get(name);
  if (body === undefined) return text(404, "没有这个文件");
  return answer(200, name.endsWith(".css") ? "text/css" : "text/javascript", body);
}

function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): PageAnswer {
  return {
    ...answer(status, "text/plain", body),
    headers: { ...answer(status, "text/plain", body).headers, ...headers },
  };
}

function answer(status: number, type: string, body: string): PageAnswer {
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-cache",
    "content-security-policy": contentSecurityPolicy,
  };
  return { status, headers, body };
}
