import { type ApolloServerOptions, type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
} from "graphql";
import type { Log } from "../core/log.ts";
import type { GraphqlContext } from "./context.ts";
import { makeExecute } from "./jit.ts";
import { checkComplexity, queryLimits } from "./limits/complexity.ts";

/**
 * What this house does about a request in Apollo's hands, in one plugin, as every further one costs every request: it
 * refuses what would cost too much, executes, and adds to the answer what clients and gateways shall know.
 *
 * A result without errors is handed over by the plugin; one with errors goes through a gateway, so that Apollo formats it
 * as ever. Not everything goes there, because Apollo makes for each request to a gateway an object of accessors, which
 * keeps the whole answer alive until the next full collection: a third of the time of a page of a hundred items.
 */
export interface Execution {
  readonly gateway: NonNullable<ApolloServerOptions<GraphqlContext>["gateway"]>;
  readonly plugin: ApolloServerPlugin<GraphqlContext>;
}

export function makeExecution(schema: GraphQLSchema, log: Log): Execution {
  const execute = makeExecute(schema, log);

  const plugin: ApolloServerPlugin<GraphqlContext> = {
    async requestDidStart() {
      let cost: number | null = null;
      return {
        async didResolveSource({ contextValue }) {
          contextValue.progress.understood = true;
        },
        async didResolveOperation({ document, operation, request }) {
          if (operation === undefined) return;
          cost = checkComplexity(schema, operation, fragmentsOf(document), request.variables ?? {});
        },
        async responseForOperation({ document, operation, operationName, queryHash, request, contextValue }) {
          const variables = request.variables ?? {};
          if (queryHash === undefined) throw new Error("a document without its hash");
          const asked = { document, operation, operationName, queryHash, variables, context: contextValue };
          try {
            const result = await execute(asked);
            if (result.errors === undefined) return answerOf(result);
            contextValue.progress.failed = () => result;
          } catch (error) {
            contextValue.progress.failed = () => {
              throw error;
            };
          }
          return null;
        },
        async willSendResponse({ operation, response: { body } }) {
          if (cost !== null) addToAnswer(body, { cost: { requested: cost, limit: queryLimits.cost } });
          if (operation?.operation === "mutation") addUserErrorCode(body);
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
          const { failed } = (context as GraphqlContext).progress;
          if (failed === null) throw new Error("an operation reached the gateway without having been executed");
          return failed();
        },
      }),
      stop: async () => {},
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return fragments;
}

const answerOf = (result: ExecutionResult) => ({
  http: { headers: new HeaderMap() },
  body: { kind: "single" as const, singleResult: { data: result.data ?? null } },
});

type Body = GraphQLResponse["body"];

/** The first userError's code once more at the top, so that gateways and logs see a failure without knowing the payload. */
function addUserErrorCode(body: Body): void {
  if (body.kind !== "single") return;
  for (const payload of Object.values(body.singleResult.data ?? {})) {
    const code = (payload as { userErrors?: { code?: string }[] } | null)?.userErrors?.[0]?.code;
    if (code === undefined) continue;
    addToAnswer(body, { code });
    return;
  }
}

function addToAnswer(body: Body, extensions: Readonly<Record<string, unknown>>): void {
  if (body.kind === "single") body.singleResult.extensions = { ...body.singleResult.extensions, ...extensions };
}
