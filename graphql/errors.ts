import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError, type ErrorCode, meaningOf } from "../core/errors.ts";
import type { Log } from "../core/log.ts";

/**
 * Failures that clients see. Top level (`errors[].extensions.code`): the request itself is wrong. `userErrors` of a
 * mutation's payload: what was asked for is understood and cannot be done. docs/spec/api.md tells which is which.
 */

export type TopLevelCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_USER_INPUT"
  | "NOT_FOUND"
  | "QUERY_TOO_COMPLEX"
  | "UNAVAILABLE"
  | "INTERNAL";

export type UserErrorCode =
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "WRONG_STATE"
  | "BRAKED"
  | "BUSY"
  | "UNAVAILABLE";

export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: string[] | null;
}

export function userError(code: UserErrorCode, message: string, ...path: string[]): UserError {
  return { code, message, path: path.length === 0 ? null : ["input", ...path] };
}

export function apiError(code: TopLevelCode, message: string, status?: number): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, ...(status === undefined ? {} : { http: { status } }) },
  });
}

export const badInput = (message: string) => apiError("BAD_USER_INPUT", message);
export const notFound = (what: string) => apiError("NOT_FOUND", `No such ${what}.`);

/** Failures of the core that a caller of a mutation can act on; everything else is the request's. */
export function userErrorOf(error: unknown, ...path: string[]): UserError {
  if (!(error instanceof AppError)) throw error;
  const [code, chinese] = userWords[error.code] ?? [];
  if (code === undefined) throw error;
  return userError(code, `${meaningOf(error.code)} ${chinese}`, ...path);
}

const userWords: Partial<Record<ErrorCode, readonly [UserErrorCode, string]>> = {
  "spreadsheet.notLinked": ["NOT_FOUND", "没有关联这个表格。"],
  "spreadsheet.unreachable": ["UNAVAILABLE", "表格不存在，或没有共享给本系统的账号。"],
  "spreadsheet.rejected": ["UNAVAILABLE", "表格拒绝了这次写入，请重试。"],
  "spreadsheet.changed": ["BUSY", "表格正在变动，请重试。"],
  "google.quota": ["BUSY", "请求过于频繁，请一分钟后重试。"],
  "google.unavailable": ["UNAVAILABLE", "表格服务暂时没有回应，请重试。"],
  "google.unauthorized": ["UNAVAILABLE", "表格服务不接受本系统的账号。"],
  "lease.held": ["BUSY", "这个表格正在同步，请稍后再试。"],
  "lease.lost": ["BUSY", "这次同步用时过长，已由别的进程接手。"],
  "item.stale": ["CONFLICT", "内容已被他人更新，请刷新后再改。"],
  "item.tooLarge": ["BAD_USER_INPUT", "内容过长。"],
};

/** Codes that must reach the client as Apollo names them, because clients act on them. */
const kept = new Set(["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"]);
/** Apollo's own words for a request that is wrong. */
const badRequest = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
]);
const ours = new Set<string>([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "QUERY_TOO_COMPLEX",
  "UNAVAILABLE",
  "INTERNAL",
]);

/**
 * Turns any error into one that may leave the house. What was not foreseen is logged under a reference that the answer
 * carries, and says nothing else.
 */
export function makeErrorFormatter(log: Log, reference: () => string) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const code = String(formatted.extensions?.code ?? "");
    const place = {
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
    if (kept.has(code)) return formatted;
    if (cause instanceof AppError) return { message: cause.code, ...place, extensions: appExtensions(cause) };
    if (/Document contains more tha[nt] \d+ tokens/i.test(formatted.message)) {
      return { message: formatted.message, ...place, extensions: { code: "QUERY_TOO_COMPLEX" } };
    }
    if (badRequest.has(code))
      return { message: formatted.message, ...place, extensions: { code: "BAD_USER_INPUT", reason: code } };
    // Apollo gives some refusals of a request (a hash that does not match its query) a status and no code.
    if (code === "INTERNAL_SERVER_ERROR" && isRefusal(error))
      return { message: formatted.message, ...place, extensions: { code: "BAD_USER_INPUT" } };
    if (cause instanceof GraphQLError && ours.has(code)) {
      const { http: _, stacktrace: __, ...extensions } = { ...formatted.extensions } as Record<string, unknown>;
      return { message: formatted.message, ...place, extensions };
    }
    const id = reference();
    log.error("graphql.internal", {
      reference: id,
      error: cause instanceof Error ? cause.name : typeof cause,
      stack: stackOf(cause),
    });
    return { message: `Internal error, reference ${id}.`, ...place, extensions: { code: "INTERNAL", reference: id } };
  };
}

/** Thrown by Apollo itself with a status of 4xx, before anything of ours ran. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.originalError !== undefined || error.path !== undefined) return false;
  const status = (error.extensions.http as { readonly status?: unknown } | undefined)?.status;
  return typeof status === "number" && status >= 400 && status < 500;
}

function appExtensions(error: AppError) {
  const code = error.code === "cursor.malformed" ? "BAD_USER_INPUT" : error.retryable ? "UNAVAILABLE" : "INTERNAL";
  return { code, reason: error.code };
}

/** Places only: a message may hold a cell's value. */
function stackOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const lines = (cause.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return lines.slice(0, 5).join(" ").slice(0, 1_000);
}
