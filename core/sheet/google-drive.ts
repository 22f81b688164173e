import { drive } from "googleapis/build/src/apis/drive/index.js";
import { AppError } from "../errors.ts";
import type { Drive } from "./drive.ts";
import { clientOptions, fail, type GoogleClientSettings, statusOf } from "./google-client.ts";

/** drive.ts over the real Drive API v3. Nothing is retried here: the next tick of the clock asks again. */

export interface GoogleDriveSettings extends GoogleClientSettings {
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

const failDrive = (error: unknown) => fail(error, "Drive", [403]);

export function makeGoogleDrive(settings: GoogleDriveSettings): Drive {
  const api = drive({ version: "v3", ...clientOptions(settings, settings.timeoutMs ?? 30_000) });

  return {
    async startPageToken() {
      const { data } = await api.changes.getStartPageToken({ supportsAllDrives: true }).catch(failDrive);
      return need(data.startPageToken, "startPageToken");
    },

    async listChanges(pageToken) {
      const { data } = await api.changes
        .list({ pageToken, pageSize: 1000, fields: changeFields, ...reach })
        .catch(failDrive);
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
        .catch(failDrive);
      return {
        id,
        resourceId: need(data.resourceId, "resourceId"),
        expiresAtMs: Number(data.expiration ?? expiresAtMs),
      };
    },

    async stop({ id, resourceId }) {
      await api.channels.stop({ requestBody: { id, resourceId } }).catch((error) => {
        if (statusOf(error) !== 404) failDrive(error);
      });
    },
  };
}

function need(value: string | null | undefined, what: string): string {
  if (value == null) throw new AppError("google.unavailable", `Drive answered without ${what}`);
  return value;
}
