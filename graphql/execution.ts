import { type ApolloServerOptions, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { Log } from "../core/log.ts";
import type { GraphqlContext } from "./context.ts";
import { makeExecute } from "./jit.ts";

/**
 * How Apollo is made to use this house's execution. A result without errors is handed over by a plugin; one with errors
 * goes through a gateway, so that Apollo formats it as ever. Not everything goes there, because Apollo makes for each
 * request to a gateway an object of accessors, which keeps the whole answer alive until the next full collection: a
 * third of the time of a page of a hundred items.
 */
export interface Execution {
  readonly gateway: NonNullable<ApolloServerOptions<GraphqlContext>["gateway"]>;
  readonly plugin: ApolloServerPlugin<GraphqlContext>;
}

export function makeExecution(schema: GraphQLSchema, log: Log): Execution {
  const execute = makeExecute(schema, log);
  /** Failed results on their way, by a part of the context that survives Apollo's copying of it. */
  const failed = new WeakMap<GraphqlContext["items"], () => ExecutionResult>();

  const plugin: ApolloServerPlugin<GraphqlContext> = {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, operationName, queryHash, request, contextValue }) {
          const variables = request.variables ?? {};
          if (queryHash === undefined) throw new Error("a document without its hash");
          const asked = { document, operation, operationName, queryHash, variables, context: contextValue };
          try {
            const result = await execute(asked);
            if (result.errors === undefined) return answerOf(result);
            failed.set(contextValue.items, () => result);
          } catch (error) {
            failed.set(contextValue.items, () => {
              throw error;
            });
          }
          return null;
        },
      };
    },
  };
  return {
    plugin,
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      load: async () => ({
        executor: async ({ context }) => {
          const result = failed.get((context as GraphqlContext).items);
          if (result === undefined) throw new Error("an operation reached the gateway without having been executed");
          return result();
        },
      }),
      stop: async () => {},
    },
  };
}

const answerOf = (result: ExecutionResult) => ({
  http: { headers: new HeaderMap() },
  body: { kind: "single" as const, singleResult: { data: result.data ?? null } },
});
