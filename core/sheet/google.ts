import { sheets } from "googleapis/build/src/apis/sheets/index.js";
import { clientOptions, fail, type GoogleClientSettings } from "./google-client.ts";
import { makeSheet, type SheetCalls } from "./google-sheet.ts";
import { makeGridSheet } from "./google-written-grid.ts";
import type { Sheet } from "./sheet.ts";
import type { GridSheet } from "./written-grid.ts";

/**
 * The three calls of google-sheet.ts over HTTP. Nothing is retried here: Google's client does not retry POST, and a
 * pass that failed is safe to run again (developers.google.com/workspace/sheets/api/limits).
 */

export interface GoogleSheetSettings extends GoogleClientSettings {
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

const failRead = (error: unknown) => fail(error, "read", [403, 404]);
const failWrite = (error: unknown) => fail(error, "write", [403]);

function makeCalls(settings: GoogleSheetSettings): SheetCalls {
  const api = sheets({ version: "v4", ...clientOptions(settings, settings.timeoutMs ?? 180_000) }).spreadsheets;
  const before = settings.beforeRequest ?? (async () => {});
  return {
    async get(spreadsheetId, fields) {
      await before("read");
      return (await api.get({ spreadsheetId, fields }).catch(failRead)).data;
    },
    async writeValues(spreadsheetId, requestBody, fields) {
      await before("write");
      const request = { spreadsheetId, fields, requestBody };
      return (await api.values.batchUpdateByDataFilter(request).catch(failWrite)).data;
    },
    async batchUpdate(spreadsheetId, requestBody, fields) {
      await before("write");
      await api.batchUpdate({ spreadsheetId, fields, requestBody }).catch(failWrite);
    },
  };
}
