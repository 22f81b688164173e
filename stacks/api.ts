import { readTable, writeTable } from "./access";
import { code } from "./code";
import { googleEnvironment, storeEnvironment } from "./environment";
import { functionDefaults } from "./function-defaults";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";
import type { Table } from "./table";

export function api(settings: Settings, secrets: Secrets, table: Table) {
  const gateway = new sst.aws.ApiGatewayV2("Api", {
    // Answers OPTIONS itself, before any authorizer: no route of ours may be called without a token for it.
    cors: {
      allowOrigins: settings.webOrigins,
      allowMethods: ["POST"],
      allowHeaders: ["authorization", "content-type"],
      maxAge: "1 day",
    },
    accessLog: { retention: "3 months" },
    transform: { stage: { defaultRouteSettings: { throttlingBurstLimit: 200, throttlingRateLimit: 100 } } },
  });
  const authorizer = gateway.addAuthorizer({
    name: "token",
    jwt: { issuer: settings.oidcIssuer, audiences: [settings.oidcAudience] },
  });

  const graphql = new sst.aws.Function("Graphql", {
    ...functionDefaults,
    ...code("graphql"),
    timeout: "29 seconds",
    memory: "1024 MB",
    link: [secrets.googleServiceAccountKeys],
    environment: {
      ...storeEnvironment(table),
      ...googleEnvironment(settings),
      OIDC_ISSUER: settings.oidcIssuer,
      OIDC_AUDIENCE: settings.oidcAudience,
      WEB_ORIGINS: settings.webOrigins.join(","),
      // Production answers what its pages ask, and any query of an ADMIN; elsewhere clients may explore.
      SAFELIST: $app.stage === "production" ? "1" : "",
      INTROSPECTION: $app.stage === "production" ? "" : "1",
    },
    permissions: [readTable(table), writeTable(table)],
  });
  gateway.route("POST /graphql", graphql.arn, { auth: { jwt: { authorizer: authorizer.id } } });
  gateway.route("GET /healthz", graphql.arn);

  return { gateway, graphql };
}

export type Api = ReturnType<typeof api>;
