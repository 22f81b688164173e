import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The dashboard on this machine: built when it is missing or older than its sources, then served from disk. */

const webDir = fileURLToPath(new URL("../web", import.meta.url));
const distDir = join(webDir, "dist");
/** What the pages are built from, besides web/ itself: names and formulas of the indicators. */
const sources = [
  join(webDir, "src"),
  join(webDir, "public"),
  join(webDir, "index.html"),
  join(webDir, "vite.config.ts"),
  fileURLToPath(new URL("../core/rollup/indicators.ts", import.meta.url)),
];

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** null: no page has that path, so the caller answers. */
export type ServePages = (request: { readonly method: string; readonly path: string }) => Promise<PageResponse | null>;

/** Scripts and data from here only; charts set style attributes on what they draw. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

/** Builds the pages unless what is there is newer than every source. True when it built. */
export async function buildPages(): Promise<boolean> {
  const built = await newest(join(distDir, "index.html"));
  const changed = Math.max(...(await Promise.all(sources.map(newest))));
  if (built >= changed) return false;
  const { build } = await import("vite");
  await build({ configFile: join(webDir, "vite.config.ts"), logLevel: "warn" });
  return true;
}

/** Milliseconds of the newest file at or below a path; 0 when there is none. */
async function newest(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.mtimeMs;
    const names = await readdir(path);
    return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
  } catch {
    return 0;
  }
}

export const servePages: ServePages = async ({ method, path }) => {
  if (method !== "GET" && method !== "HEAD") return null;
  const file = path === "/" ? "index.html" : normalize(decodePath(path)).slice(1);
  const type = types[extname(file)];
  if (type === undefined || file.startsWith("..") || file.split(sep).includes("..")) return null;
  let body: Buffer;
  try {
    body = await readFile(join(distDir, file));
  } catch {
    return null;
  }
  // Names under assets/ hold a digest of their content; everything else is asked for again.
  const hashed = file.startsWith(`assets${sep}`);
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-length": String(body.length),
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": contentSecurityPolicy,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: method === "HEAD" ? Buffer.alloc(0) : body,
  };
};

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
