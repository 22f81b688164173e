import { handlers, startServerAndCreateLambdaHandler } from "@as-integrations/aws-lambda";
import fastify from "fastify";
import { createYoga } from "graphql-yoga";
import mercurius_ from "mercurius";

/** Other servers over a schema that is given to them, each as its own documentation says. */

export function apolloLambda(server, contextOf) {
  const handler = startServerAndCreateLambdaHandler(server, handlers.createAPIGatewayProxyEventV2RequestHandler(), {
    context: ({ event }) => contextOf(event.headers.authorization),
  });
  return (event) => handler(event, {}, () => {});
}

export function yoga(schema, contextOf) {
  const server = createYoga({
    schema,
    logging: false,
    context: ({ request }) => contextOf(request.headers.get("authorization")),
  });
  return async (body, token) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    return (await server.fetch("http://127.0.0.1/graphql", { method: "POST", headers, body })).text();
  };
}

/** Without its HTTP layer: only what it does with an operation. */
export async function mercurius(schema, contextOf, jit) {
  const app = await mercuriusApp(schema, contextOf, jit);
  return async ({ query, variables }, token) =>
    JSON.stringify(await app.graphql(query, await contextOf(`Bearer ${token}`), { ...variables }));
}

export async function mercuriusApp(schema, contextOf, jit) {
  const app = fastify();
  await app.register(mercurius_, {
    schema,
    context: (request) => contextOf(request.headers.authorization),
    ...(jit ? { jit: 1 } : {}),
  });
  await app.ready();
  return app;
}

/** Each over HTTP on a free port; resolves to the port. */
export const listening = {
  async apollo(server, contextOf) {
    const { startStandaloneServer } = await import("@apollo/server/standalone");
    const { url } = await startStandaloneServer(server, {
      listen: { port: 0, host: "127.0.0.1" },
      context: ({ req }) => contextOf(req.headers.authorization),
    });
    return Number(new URL(url).port);
  },
  async yoga(schema, contextOf) {
    const { createServer } = await import("node:http");
    const context = ({ request }) => contextOf(request.headers.get("authorization"));
    const server = createServer(createYoga({ schema, logging: false, context }));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server.address().port;
  },
  async mercurius(schema, contextOf, jit) {
    const app = await mercuriusApp(schema, contextOf, jit);
    await app.listen({ port: 0, host: "127.0.0.1" });
    return app.server.address().port;
  },
};
