import { sheets, type sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import { AppError } from "../errors.ts";
import { makeSheet, type SheetCalls } from "./google-sheet.ts";
import { makeGridSheet } from "./google-written-grid.ts";
import type { Sheet } from "./sheet.ts";
import type { GridSheet } from "./written-grid.ts";

/**
 * The three calls of google-sheet.ts over HTTP. Nothing is retried here: Google's client does not retry POST, and a
 * pass that failed is safe to run again (developers.google.com/workspace/sheets/api/limits).
 */

export interface GoogleSheetSettings {
  /** Unset: Google itself. */
  readonly endpoint?: string;
  readonly auth: sheets_v4.Options["auth"] | { readonly bearer: string };
  /** Replaces the transport, e.g. by the local service in the same process. */
  readonly fetchImplementation?: typeof fetch;
  /** Milliseconds after which a request counts as unanswered. Google ends a request after 180 s. */
  readonly timeoutMs?: number;
  /** Called before each request, e.g. to take a token from the shared quota. May throw AppError google.quota. */
  readonly beforeRequest?: (kind: "read" | "write") => Promise<void>;
}

export function makeGoogleSheet(settings: GoogleSheetSettings): Sheet {
  return makeSheet(makeCalls(settings));
}

/** Tabs that this system writes one-way (written-grid.ts). */
export function makeGoogleGrids(settings: GoogleSheetSettings): GridSheet {
  return makeGridSheet(makeCalls(settings));
}

function makeCalls(settings: GoogleSheetSettings): SheetCalls {
  const options: sheets_v4.Options = { version: "v4", retry: false, timeout: settings.timeoutMs ?? 180_000 };
  if (settings.endpoint !== undefined) options.rootUrl = `${settings.endpoint.replace(/\/$/, "")}/`;
  if (settings.fetchImplementation !== undefined) options.fetchImplementation = settings.fetchImplementation;
  if (settings.auth !== undefined) {
    if (typeof settings.auth === "object" && "bearer" in settings.auth)
      options.headers = { Authorization: `Bearer ${settings.auth.bearer}` };
    else options.auth = settings.auth;
  }
  const api = sheets(options as sheets_v4.Options & { version: "v4" }).spreadsheets;
  const before = settings.beforeRequest ?? (async () => {});
  return {
    async get(spreadsheetId, fields) {
      await before("read");
      return (await api.get({ spreadsheetId, fields }).catch((error) => fail(error, "read"))).data;
    },
    async writeValues(spreadsheetId, requestBody, fields) {
      await before("write");
      const request = { spreadsheetId, fields, requestBody };
      return (await api.values.batchUpdateByDataFilter(request).catch((error) => fail(error, "write"))).data;
    },
    async batchUpdate(spreadsheetId, requestBody, fields) {
      await before("write");
      await api.batchUpdate({ spreadsheetId, fields, requestBody }).catch((error) => fail(error, "write"));
    },
  };
}

interface HttpFailure {
  readonly status?: number;
  readonly code?: string | number;
  readonly message?: string;
  readonly response?: { readonly status?: number; readonly data?: unknown };
}

/** Google's answers as ours (status codes: google-sheets reference, "Handle errors"). Messages of Google hold no cell values. */
function fail(error: unknown, kind: "read" | "write"): never {
  const failure = error as HttpFailure;
  const status =
    failure.response?.status ?? failure.status ?? (typeof failure.code === "number" ? failure.code : undefined);
  const detail = `${kind} answered ${status ?? failure.code ?? "nothing"}`;
  const reason = JSON.stringify(failure.response?.data ?? "");
  if (status === 429 || (status === 403 && /rateLimitExceeded/i.test(reason)))
    throw new AppError("google.quota", detail, { cause: error });
  if (status === 401) throw new AppError("google.unauthorized", detail, { cause: error });
  if (status === 403 || (status === 404 && kind === "read"))
    throw new AppError("spreadsheet.unreachable", detail, { cause: error });
  if (status !== undefined && status >= 400 && status < 500)
    throw new AppError("spreadsheet.rejected", `${detail}: ${(failure.message ?? "").slice(0, 200)}`, { cause: error });
  if (status === undefined && !(error instanceof Error && isTransport(failure))) throw error;
  throw new AppError("google.unavailable", detail, { cause: error });
}

function isTransport(failure: HttpFailure): boolean {
  return failure.code !== undefined || /fetch failed|socket|network|timeout|aborted/i.test(failure.message ?? "");
}
