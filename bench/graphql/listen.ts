import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { silentLog } from "../../core/log.ts";
import type { Store } from "../../core/store/store.ts";
import { type ContextMaker, type GraphqlContext, makeContextMaker } from "../../graphql/context.ts";
import { makeGraphqlHandler } from "../../graphql/http.ts";
import { resolvers } from "../../graphql/resolvers/resolvers.ts";
import { makeSchema } from "../../graphql/schema.ts";
import { serve } from "../../local/http.ts";
import { loadLibrary } from "../runner/peers.ts";
import { makeServices } from "./services.ts";

/** The same schema and store behind each server's own HTTP. */

interface Listening {
  readonly listening: {
    apollo(server: ApolloServer<GraphqlContext>, contextOf: ContextMaker): Promise<number>;
    yoga(schema: GraphQLSchema, contextOf: ContextMaker): Promise<number>;
    mercurius(schema: GraphQLSchema, contextOf: ContextMaker, jit: boolean): Promise<number>;
  };
}

export async function listen(name: string, store: Store): Promise<{ readonly port: number; readonly token: string }> {
  const { services, token } = await makeServices(store);
  if (name === "ours") {
    const settings = { introspection: false, automaticPersistedQueries: true, allowedOrigins: [] };
    const handle = makeGraphqlHandler(services, settings);
    const { port } = await serve([handle], 0, silentLog);
    return { port, token };
  }
  const { listening } = await loadLibrary<Listening>("servers", () => {});
  const contextOf = makeContextMaker(services);
  switch (name) {
    case "Apollo standalone": {
      const server = new ApolloServer<GraphqlContext>({
        typeDefs: readFileSync("graphql/schema.graphql", "utf8"),
        resolvers: resolvers as never,
      });
      return { port: await listening.apollo(server, contextOf), token };
    }
    case "graphql-yoga":
      return { port: await listening.yoga(makeSchema(), contextOf), token };
    case "mercurius":
    case "mercurius + jit":
      return { port: await listening.mercurius(makeSchema(), contextOf, name === "mercurius + jit"), token };
    default:
      throw new Error(`no server ${name}`);
  }
}
