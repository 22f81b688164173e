import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { InMemoryLRUCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";
import type { Log } from "../core/log.ts";
import type { GraphqlContext } from "./context.ts";
import { describeOnDemand } from "./describe.ts";
import { makeErrorFormatter } from "./errors.ts";
import { makeExecution } from "./execution.ts";
import { makeSchema } from "./schema.ts";

/** Apollo Server with this house's schema, limits, error masking and executor. No HTTP: see http.ts. */

export interface ServerSettings {
  /** Whether clients may ask what the schema is: on every stage but production. */
  readonly introspection: boolean;
  /** Whether clients may register queries by hash to send less. */
  readonly automaticPersistedQueries: boolean;
}

/** Tokens of a document: bounds what parsing and validation may cost. The introspection query has about 500. */
const documentTokens = 4_000;
/** Selections once every fragment is put in its place; the limits of one's own are far below and tell more. */
const recursiveSelections = 100_000;
/** Characters of the documents that are kept parsed. One takes about 100 bytes of memory each: 20 MB at most. */
const keptDocumentChars = 200_000;
/** Seconds an automatically persisted query is kept. */
const persistedSeconds = 3_600;

export function makeServer(log: Log, reference: () => string, settings: ServerSettings): ApolloServer<GraphqlContext> {
  const schema = makeSchema();
  const format = makeErrorFormatter(log, reference);
  const execution = makeExecution(schema, log);
  return new ApolloServer<GraphqlContext>({
    gateway: execution.gateway,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    maxRecursiveSelections: recursiveSelections,
    parseOptions: { maxTokens: documentTokens },
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: keptDocumentChars, sizeCalculation: documentChars }),
    persistedQueries: settings.automaticPersistedQueries ? { ttl: persistedSeconds } : false,
    // A bearer token in a header cannot be sent across sites without a preflight either.
    csrfPrevention: { requestHeaders: ["authorization", "apollo-require-preflight", "x-apollo-operation-name"] },
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    logger: silent,
    formatError: settings.introspection ? format : withoutHints(format),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...(settings.introspection ? [describeOnDemand(schema)] : []),
      execution.plugin,
    ],
  });
}

type Format = ReturnType<typeof makeErrorFormatter>;

/** Apollo takes the names out of what validation says, not out of what is said about variables. */
function withoutHints(format: Format): Format {
  return (formatted, error) => {
    const shown = format(formatted, error);
    return { ...shown, message: shown.message.replace(/ Did you mean [^?]*\?/g, "") };
  };
}

const documentChars = ({ loc }: DocumentNode) => Math.max(1, loc?.source.body.length ?? 1);

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
