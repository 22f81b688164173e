import { roles } from "../core/ledger/scope.ts";
import type { Route } from "./http.ts";
import type { LocalIssuer } from "./issuer.ts";

/** GET /local/token?unit=CODE&role=ROLE: a token for whoever sits at this machine. Exists only in `npm start`. */
export function tokenRoute(issuer: LocalIssuer): Route {
  return async ({ method, path, query, headers }) => {
    if (path !== "/local/token") return null;
    const answer = (status: number, body: object) => ({
      status,
      headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
      body: JSON.stringify(body),
    });
    if (method !== "GET") return answer(405, { error: "GET only" });
    // A name that leads here from elsewhere (DNS rebinding) must not get a token.
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? ""))
      return answer(403, { error: "this machine only" });
    const params = new URLSearchParams(query);
    const unit = params.get("unit") ?? "";
    const role = roles.find((candidate) => candidate === params.get("role"));
    if (unit === "" || role === undefined)
      return answer(400, { error: `unit and role (${roles.join(", ")}) are needed` });
    return answer(200, { token: await issuer.token({ unit, role }) });
  };
}
