import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import type { Log } from "../core/log.ts";

/**
 * Execution: a query seen for the second time is compiled to a function, everything else runs in graphql-js. Compiling
 * takes longer than running once, and clients that never repeat a query must not be able to make this server compile.
 * The compiler itself is a third of all there is to load: it is loaded when it is first wanted, while graphql-js answers.
 */

/** Compiled queries kept; the least recently used goes first. */
const compiledMost = 500;
/** Queries remembered as seen once. */
const seenMost = 5_000;

/** As many wrong variables as graphql-js reports. */
const errorsMost = 50;

type Compiler = Pick<typeof import("graphql-jit"), "compileQuery" | "isCompiledQuery">;

type Run = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;

export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  /** Of the document's text. */
  readonly queryHash: string;
  readonly variables: Record<string, unknown>;
  readonly context: unknown;
}

export type Execute = (asked: Asked) => Promise<ExecutionResult>;

export function makeExecute(schema: GraphQLSchema, log: Log): Execute {
  let compiler: Compiler | null = null;
  let asked = false;
  const load = () => {
    if (asked) return;
    asked = true;
    import("graphql-jit").then(
      (loaded) => {
        compiler = loaded;
      },
      (error: Error) => log.error("query.noCompiler", { detail: error.message.slice(0, 300) }),
    );
  };
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
    if (compiler === null) {
      load();
      return null;
    }
    const run = compile(compiler, schema, document, operationName);
    if (run === null) log.info("query.notCompiled", { operation: operationName });
    if (compiled.size >= compiledMost) compiled.delete(compiled.keys().next().value ?? "");
    compiled.set(key, run);
    return run;
  };

  return async ({ document, operation, operationName, queryHash, variables, context }) => {
    const run = runOf(`${queryHash} ${operationName ?? ""}`, document, operationName);
    if (run !== null) {
      // The compiler words these errors differently; clients shall not notice which of the two ran.
      const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
        maxErrors: errorsMost,
      });
      return coerced.errors === undefined ? run(undefined, context, variables) : { errors: coerced.errors };
    }
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

function compile(
  { compileQuery, isCompiledQuery }: Compiler,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): Run | null {
  try {
    const query = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false });
    return isCompiledQuery(query)
      ? async (root, context, variables) => withRealErrors(await query.query(root, context, variables))
      : null;
  } catch {
    // What the compiler does not know, graphql-js does.
    return null;
  }
}

/** The compiler's errors look like GraphQLError and lack what formatting relies on. */
function withRealErrors(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    const { originalError } = error;
    const real = new GraphQLError(error.message, {
      path: error.path,
      originalError,
      extensions: originalError instanceof GraphQLError ? originalError.extensions : error.extensions,
    });
    return Object.defineProperty(real, "locations", { value: error.locations, enumerable: true });
  });
  return { ...result, errors };
}
