import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import { AppError } from "../errors.ts";

/** What both of Google's clients share: where they go, as whom, and what a refusal says. */

export interface GoogleClientSettings {
  /** Unset: Google itself. */
  readonly endpoint?: string;
  readonly auth: sheets_v4.Options["auth"] | { readonly bearer: string };
  /** Replaces the transport, e.g. by the local service in the same process. */
  readonly fetchImplementation?: typeof fetch;
}

type ClientOptions = Omit<sheets_v4.Options, "version">;

/** Nothing is retried: what is safe to repeat only the caller knows. */
export function clientOptions(settings: GoogleClientSettings, timeoutMs: number): ClientOptions {
  const { endpoint, auth, fetchImplementation } = settings;
  const options: ClientOptions = { retry: false, timeout: timeoutMs };
  if (endpoint !== undefined) options.rootUrl = `${endpoint.replace(/\/$/, "")}/`;
  if (fetchImplementation !== undefined) options.fetchImplementation = fetchImplementation;
  if (auth === undefined) return options;
  if (typeof auth === "object" && "bearer" in auth) options.headers = { Authorization: `Bearer ${auth.bearer}` };
  else options.auth = auth;
  return options;
}

interface HttpFailure {
  readonly status?: number;
  readonly code?: string | number;
  readonly message?: string;
  readonly response?: { readonly status?: number; readonly data?: unknown };
  readonly config?: { readonly url?: URL | string };
}

export function statusOf(error: unknown): number | undefined {
  const { response, status, code } = error as HttpFailure;
  return response?.status ?? status ?? (typeof code === "number" ? code : undefined);
}

/**
 * Google's answers as ours ("Handle errors" of the Sheets API, "Resolve errors" of the Drive API). Messages of Google
 * hold no cell values. What did not come from Google is a bug and thrown as it is.
 *
 * @param lost statuses that mean that the file is gone or not shared.
 */
export function fail(error: unknown, what: string, lost: readonly number[]): never {
  const failure = error as HttpFailure;
  const status = statusOf(error);
  const detail = `${what} answered ${status ?? failure.code ?? "nothing"}`;
  const reason = JSON.stringify(failure.response?.data ?? "");
  if (status === 429 || (status === 403 && /rateLimitExceeded/i.test(reason)))
    throw new AppError("google.quota", detail, { cause: error });
  if (status === 401 || (isAboutCredentials(failure) && status !== undefined && status < 500))
    throw new AppError("google.unauthorized", detail, { cause: error });
  if (status !== undefined && lost.includes(status))
    throw new AppError("spreadsheet.unreachable", detail, { cause: error });
  if (status !== undefined && status >= 400 && status < 500)
    throw new AppError("spreadsheet.rejected", `${detail}: ${(failure.message ?? "").slice(0, 200)}`, { cause: error });
  if (status === undefined && !(error instanceof Error && isTransport(failure))) throw error;
  throw new AppError("google.unavailable", detail, { cause: error });
}

/** The client asks for a token of its own accord; who is refused one has lost no spreadsheet. */
function isAboutCredentials({ config }: HttpFailure): boolean {
  return /(\/token|:generateAccessToken)$/.test(String(config?.url ?? ""));
}

function isTransport({ code, message }: HttpFailure): boolean {
  return code !== undefined || /fetch failed|socket|network|timeout|aborted/i.test(message ?? "");
}
