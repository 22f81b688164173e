import { isDeepStrictEqual } from "node:util";
import { find, only, type Resource, types } from "./resource.ts";
import type { Rule } from "./rules.ts";

/** The only routes that answer without a token: health says nothing, the webhook checks its own. */
const open = new Set(["GET /healthz", "POST /google/changes"]);
const wanted = ["GET /healthz", "POST /google/changes", "POST /graphql"];

function checkRoutes(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const routes = find(resources, types.route).map(({ inputs }) => inputs);
  const keys = routes.map(({ routeKey }) => routeKey as string).sort();
  if (!isDeepStrictEqual(keys, wanted)) problems.push(`routes are ${keys}`);
  for (const route of routes) {
    if (open.has(route.routeKey)) continue;
    if (route.authorizationType !== "JWT" || !route.authorizerId) problems.push(`${route.routeKey} needs no token`);
  }
  const jwt = only(resources, types.authorizer).inputs;
  if (jwt.authorizerType !== "JWT" || !jwt.jwtConfiguration?.issuer || !jwt.jwtConfiguration.audiences?.length) {
    problems.push("the authorizer checks no issuer or no audience");
  }
  return problems;
}

function checkCors(resources: readonly Resource[], stage: string): string[] {
  const cors = only(resources, types.api).inputs.corsConfiguration;
  const problems: string[] = [];
  if (!cors) return ["browsers' OPTIONS requests are not answered"];
  const headers = cors.allowHeaders as string[];
  if (!["authorization", "content-type"].every((name) => headers.includes(name))) {
    problems.push("browsers may not send a token");
  }
  if (stage === "production" && cors.allowOrigins.includes("*")) problems.push("any page may call production's API");
  if (cors.allowCredentials) problems.push("cookies are not used and must not be allowed");
  return problems;
}

function checkLimits(resources: readonly Resource[]): string[] {
  const problems: string[] = [];
  const stage = only(resources, "aws:apigatewayv2/stage:Stage").inputs;
  const rate = stage.defaultRouteSettings?.throttlingRateLimit;
  if (!(rate > 0 && rate <= 1000)) problems.push("the API has no request rate limit");
  const graphql = only(resources, types.fn, "Graphql").inputs;
  if (!(graphql.timeout < 30)) problems.push("the API gives up after 30 s, the function must before");
  return problems;
}

export const apiRules: readonly Rule[] = [
  { id: "[I6]", check: checkRoutes },
  { id: "[I7]", check: checkCors },
  { id: "[I8]", check: checkLimits },
];
