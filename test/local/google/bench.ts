import { drive } from "googleapis/build/src/apis/drive/index.js";
import { sheets } from "googleapis/build/src/apis/sheets/index.js";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { GoogleOptions } from "../../../local/google/google.ts";
import { makeGoogle } from "../../../local/google/google.ts";
import { seededRandom } from "../../../local/google/ids.ts";
import { inProcessFetch } from "../../../local/google/in-process.ts";
import { startGoogle } from "../../../local/google/start.ts";

/** The unmodified client against the local service, with a clock and ids that are the same in every run. */

export const startOfTime = Date.UTC(2026, 0, 5, 8, 0, 0);

/** Every request takes a tenth of a second, so that times can be told apart. */
export function steppingClock(stepMs = 100) {
  let at = startOfTime;
  return () => {
    at += stepMs;
    return at;
  };
}

export const fixedOptions = (): GoogleOptions => ({ now: steppingClock(), random: seededRandom(7) });

export const bearer = (user: string) => ({ Authorization: `Bearer ${user}` });

export function clientsOver(rootUrl: string, user = "service@example.com", extra: object = {}) {
  const options = { rootUrl, headers: bearer(user), retry: false, ...extra } as never;
  return {
    sheets: sheets({ version: "v4", ...(options as object) }),
    drive: drive({ version: "v3", ...(options as object) }),
  };
}

export type Clients = ReturnType<typeof clientsOver>;

export async function openHttp(options: GoogleOptions = {}) {
  const running = await startGoogle({ ...fixedOptions(), ...options, port: 0 });
  return { ...running, as: (user?: string) => clientsOver(`${running.url}/`, user) };
}

export function openInProcess(options: GoogleOptions = {}) {
  const google = makeGoogle({ ...fixedOptions(), ...options });
  const as = (user?: string) => clientsOver("http://local/", user, { fetchImplementation: inProcessFetch(google) });
  return { google, as };
}

/** A spreadsheet with one sheet of this size and content, made through the API. */
export async function makeSpreadsheet(
  { sheets: api }: Clients,
  values: readonly (readonly (string | number | boolean | null)[])[] = [],
  size: { rowCount?: number; columnCount?: number; locale?: string } = {},
): Promise<string> {
  const { rowCount = 20, columnCount = 8, locale = "en_US" } = size;
  const { data } = await api.spreadsheets.create({
    requestBody: {
      properties: { title: "台账", locale },
      sheets: [{ properties: { title: "Sheet1", gridProperties: { rowCount, columnCount } } }],
    },
  });
  const spreadsheetId = data.spreadsheetId!;
  if (values.length > 0) {
    await api.spreadsheets.values.update({
      spreadsheetId,
      range: "Sheet1!A1",
      valueInputOption: "RAW",
      requestBody: { values: values.map((row) => [...row]) },
    });
  }
  return spreadsheetId;
}

export async function batch(clients: Clients, spreadsheetId: string, ...requests: sheets_v4.Schema$Request[]) {
  const { data } = await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data.replies!;
}

export async function read(clients: Clients, spreadsheetId: string, range: string, options: object = {}) {
  const { data } = await clients.sheets.spreadsheets.values.get({ spreadsheetId, range, ...options });
  return data.values ?? [];
}

/** What a refused request answers. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ code: number; message: string; status?: string; details?: unknown }> {
  try {
    await request;
  } catch (error) {
    const { response } = error as { response?: { data: { error: { code: number; message: string } } } };
    if (response === undefined) throw error;
    return response.data.error;
  }
  throw new Error("the request was not refused");
}

export const rowAnchor = (metadataId: number, index: number, sheetId = 0): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: "r",
      visibility: "PROJECT",
      location: { dimensionRange: { sheetId, dimension: "ROWS", startIndex: index, endIndex: index + 1 } },
    },
  },
});

/** metadataId -> row, read through spreadsheets.get. */
export async function anchorRows(clients: Clients, spreadsheetId: string): Promise<Record<string, number>> {
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId,
    fields: "sheets.data.rowMetadata.developerMetadata",
  });
  const found: Record<string, number> = {};
  data.sheets?.[0]?.data?.[0]?.rowMetadata?.forEach((row, index) => {
    for (const metadata of row.developerMetadata ?? []) found[String(metadata.metadataId)] = index;
  });
  return found;
}
