import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import { handleEvent } from "../../functions/graphql.ts";
import { type ContextMaker, type GraphqlContext, makeContextMaker, type Services } from "../../graphql/context.ts";
import { makeGraphqlHandler } from "../../graphql/http.ts";
import { resolvers } from "../../graphql/resolvers/resolvers.ts";
import { makeSchema } from "../../graphql/schema.ts";
import { httpEvent } from "../../test/infra/events.ts";
import { loadLibrary } from "../runner/peers.ts";
import type { Progress } from "../runner/progress.ts";
import type { Operation } from "./queries.ts";

/**
 * One operation in, the text of its answer out. All run the same schema, resolvers and store. Every
 * request makes a context of its own from its token.
 */
export interface Runner {
  readonly name: string;
  run(operation: Operation): Promise<string>;
}

export interface PeerServers {
  /** @as-integrations/aws-lambda over an Apollo Server that was left as it comes. */
  apolloLambda(
    server: ApolloServer<GraphqlContext>,
    contextOf: ContextMaker,
  ): (event: APIGatewayProxyEventV2) => Promise<{ body: string }>;
  yoga(schema: GraphQLSchema, contextOf: ContextMaker): (body: string, token: string) => Promise<string>;
  mercurius(
    schema: GraphQLSchema,
    contextOf: ContextMaker,
    jit: boolean,
  ): Promise<(operation: Operation, token: string) => Promise<string>>;
}

export async function makeRunners(services: Services, token: string, progress: Progress): Promise<readonly Runner[]> {
  const peers = await loadLibrary<PeerServers>("servers", progress);
  const contextOf = makeContextMaker(services);
  const schema = makeSchema();
  const bodyOf = ({ query, variables }: Operation) => JSON.stringify({ query, variables });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const eventOf = (operation: Operation) =>
    httpEvent("POST", "/graphql", headers, bodyOf(operation)) as unknown as APIGatewayProxyEventV2;

  const handle = makeGraphqlHandler(services, {
    introspection: false,
    automaticPersistedQueries: true,
    allowedOrigins: [],
  });
  const apollo = peers.apolloLambda(
    new ApolloServer<GraphqlContext>({
      typeDefs: readFileSync("graphql/schema.graphql", "utf8"),
      resolvers: resolvers as never,
    }),
    contextOf,
  );
  const yoga = peers.yoga(schema, contextOf);
  const mercurius = await peers.mercurius(makeSchema(), contextOf, false);
  const mercuriusJit = await peers.mercurius(makeSchema(), contextOf, true);
  const contextFor = () => contextOf(`Bearer ${token}`);
  return [
    { name: "ours", run: async (operation) => String((await handleEvent(handle, eventOf(operation))).body) },
    { name: "Apollo Server as it comes", run: async (operation) => (await apollo(eventOf(operation))).body },
    { name: "graphql-yoga", run: (operation) => yoga(bodyOf(operation), token) },
    { name: "mercurius", run: (operation) => mercurius(operation, token) },
    { name: "mercurius + jit", run: (operation) => mercuriusJit(operation, token) },
    { name: "bare graphql-js", run: bareGraphqlJs(schema, contextFor) },
    { name: "bare graphql-jit", run: bareJit(schema, contextFor) },
  ];
}

type ContextFor = () => Promise<GraphqlContext>;

/** Parsed and validated once for each text. */
function makeDocuments(schema: GraphQLSchema): (query: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>();
  return (query) => {
    let document = documents.get(query);
    if (document === undefined) {
      document = parse(query);
      const [error] = validate(schema, document);
      if (error !== undefined) throw error;
      documents.set(query, document);
    }
    return document;
  };
}

function bareGraphqlJs(schema: GraphQLSchema, contextFor: ContextFor): Runner["run"] {
  const documentOf = makeDocuments(schema);
  return async ({ query, variables }) => {
    const contextValue = await contextFor();
    return JSON.stringify(
      await execute({ schema, document: documentOf(query), variableValues: variables, contextValue }),
    );
  };
}

function bareJit(schema: GraphQLSchema, contextFor: ContextFor): Runner["run"] {
  const documentOf = makeDocuments(schema);
  const compiled = new Map<string, (context: GraphqlContext, variables: Operation["variables"]) => unknown>();
  return async ({ query, variables }) => {
    let run = compiled.get(query);
    if (run === undefined) {
      const made = compileQuery(schema, documentOf(query));
      if (!isCompiledQuery(made)) throw new Error("the query cannot be compiled");
      run = (context, given) => made.query(undefined, context, { ...given });
      compiled.set(query, run);
    }
    return JSON.stringify(await run(await contextFor(), variables));
  };
}
