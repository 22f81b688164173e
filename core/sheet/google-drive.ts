import { drive, type drive_v3 } from "googleapis/build/src/apis/drive/index.js";
import { AppError } from "../errors.ts";
import type { Drive } from "./drive.ts";

/** drive.ts over the real Drive API v3. Nothing is retried here: the next tick of the clock asks again. */

export interface GoogleDriveSettings {
  /** Unset: Google itself. */
  readonly endpoint?: string;
  readonly auth: drive_v3.Options["auth"] | { readonly bearer: string };
  readonly fetchImplementation?: typeof fetch;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeoutMs?: number;
}

const changeFields = "nextPageToken,newStartPageToken,changes(fileId,removed,file(trashed))";
const reach = {
  includeItemsFromAllDrives: true,
  supportsAllDrives: true,
  includeRemoved: true,
  restrictToMyDrive: false,
};

export function makeGoogleDrive(settings: GoogleDriveSettings): Drive {
  const options: drive_v3.Options = { version: "v3", retry: false, timeout: settings.timeoutMs ?? 30_000 };
  if (settings.endpoint !== undefined) options.rootUrl = `${settings.endpoint.replace(/\/$/, "")}/`;
  if (settings.fetchImplementation !== undefined) options.fetchImplementation = settings.fetchImplementation;
  if (settings.auth !== undefined) {
    if (typeof settings.auth === "object" && "bearer" in settings.auth)
      options.headers = { Authorization: `Bearer ${settings.auth.bearer}` };
    else options.auth = settings.auth;
  }
  const api = drive(options as drive_v3.Options & { version: "v3" });

  return {
    async startPageToken() {
      const { data } = await api.changes.getStartPageToken({ supportsAllDrives: true }).catch(fail);
      return need(data.startPageToken, "startPageToken");
    },

    async listChanges(pageToken) {
      const { data } = await api.changes
        .list({ pageToken, pageSize: 1000, fields: changeFields, ...reach })
        .catch(fail);
      const changed = new Set<string>();
      const gone = new Set<string>();
      for (const { fileId, removed, file } of data.changes ?? []) {
        if (fileId == null) continue;
        const lost = removed === true || file?.trashed === true;
        (lost ? gone : changed).add(fileId);
        (lost ? changed : gone).delete(fileId);
      }
      return {
        changed: [...changed],
        gone: [...gone],
        next: need(data.nextPageToken ?? data.newStartPageToken, "page token"),
        more: data.nextPageToken != null,
      };
    },

    async watch({ id, token, url, expiresAtMs, pageToken }) {
      const { data } = await api.changes
        .watch({
          pageToken,
          ...reach,
          requestBody: { id, token, type: "web_hook", address: url, expiration: String(expiresAtMs) },
        })
        .catch(fail);
      return {
        id,
        resourceId: need(data.resourceId, "resourceId"),
        expiresAtMs: Number(data.expiration ?? expiresAtMs),
      };
    },

    async stop({ id, resourceId }) {
      await api.channels.stop({ requestBody: { id, resourceId } }).catch((error) => {
        if (statusOf(error) !== 404) fail(error);
      });
    },
  };
}

function need(value: string | null | undefined, what: string): string {
  if (value == null) throw new AppError("google.unavailable", `Drive answered without ${what}`);
  return value;
}

interface HttpFailure {
  readonly status?: number;
  readonly code?: string | number;
  readonly response?: { readonly status?: number; readonly data?: unknown };
}

function statusOf(error: unknown): number | undefined {
  const failure = error as HttpFailure;
  return failure.response?.status ?? failure.status ?? (typeof failure.code === "number" ? failure.code : undefined);
}

/** Drive says "too fast" with 429, or with 403 and a reason (Drive API, "Resolve errors"). */
function fail(error: unknown): never {
  const status = statusOf(error);
  const detail = `Drive answered ${status ?? (error as HttpFailure).code ?? "nothing"}`;
  const reason = JSON.stringify((error as HttpFailure).response?.data ?? "");
  if (status === 429 || (status === 403 && /rateLimitExceeded/i.test(reason)))
    throw new AppError("google.quota", detail, { cause: error });
  if (status === 401) throw new AppError("google.unauthorized", detail, { cause: error });
  if (status === 403) throw new AppError("spreadsheet.unreachable", detail, { cause: error });
  if (status !== undefined && status >= 400 && status < 500)
    throw new AppError("spreadsheet.rejected", detail, { cause: error });
  throw new AppError("google.unavailable", detail, { cause: error });
}
