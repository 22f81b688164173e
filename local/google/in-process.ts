import type { Google } from "./google.ts";

/**
 * Drives the unmodified `googleapis` client without a socket: give it as `fetchImplementation` of a request's or a
 * client's options. Only the transport is ours; the client builds and reads everything as ever.
 */

export type Fetch = typeof globalThis.fetch;

function authorizationOf(headers: unknown): string | undefined {
  if (headers instanceof Headers) return headers.get("authorization") ?? undefined;
  const entries = Array.isArray(headers) ? headers : Object.entries((headers ?? {}) as Record<string, string>);
  const found = entries.find(([name]) => String(name).toLowerCase() === "authorization");
  return found === undefined ? undefined : String(found[1]);
}

/** `user`: who asks when the client sends no credentials of its own. */
export function inProcessFetch(google: Google, user?: string): Fetch {
  return async (input, init) => {
    const url = String(typeof input === "object" && "url" in input ? input.url : input);
    const start = url.indexOf("/", url.indexOf("//") + 2);
    const [path, query] = url.slice(start).split("?");
    const authorization = authorizationOf(init?.headers) ?? (user === undefined ? undefined : `Bearer ${user}`);
    const { status, headers, body } = await google.handle({
      method: (init?.method ?? "GET").toUpperCase(),
      path: path!,
      ...(query === undefined ? {} : { query }),
      ...(authorization === undefined ? {} : { headers: { authorization } }),
      body: init?.body ?? undefined,
    });
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  };
}
