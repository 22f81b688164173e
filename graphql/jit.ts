import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";

/**
 * Execution: a query seen for the second time is compiled to a function, everything else runs in graphql-js. Compiling
 * takes longer than running once, and clients that never repeat a query must not be able to make this server compile.
 */

/** Compiled queries kept; the least recently used goes first. */
const compiledMost = 500;
/** Queries remembered as seen once. */
const seenMost = 5_000;

type Run = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;

export function makeExecutor(schema: GraphQLSchema): GatewayExecutor {
  const seen = new Set<string>();
  /** null: cannot be compiled. */
  const compiled = new Map<string, Run | null>();

  const runOf = (key: string, document: DocumentNode, operationName: string | null): Run | null => {
    const known = compiled.get(key);
    if (known !== undefined) {
      compiled.delete(key);
      compiled.set(key, known);
      return known;
    }
    if (!seen.has(key)) {
      if (seen.size >= seenMost) seen.clear();
      seen.add(key);
      return null;
    }
    const run = compile(schema, document, operationName);
    if (compiled.size >= compiledMost) compiled.delete(compiled.keys().next().value ?? "");
    compiled.set(key, run);
    return run;
  };

  return async ({ document, operationName, queryHash, request, context }) => {
    const variables = request.variables ?? {};
    const run = runOf(`${queryHash} ${operationName ?? ""}`, document, operationName);
    if (run !== null) return run(undefined, context, variables);
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Run | null {
  try {
    const query = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false });
    return isCompiledQuery(query) ? (root, context, variables) => query.query(root, context, variables) : null;
  } catch {
    // What the compiler does not know, graphql-js does.
    return null;
  }
}
