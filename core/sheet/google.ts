import { sheets, type sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import { AppError } from "../errors.ts";
import type {
  RawCell,
  RawRow,
  RowWrite,
  RowWritten,
  Scalar,
  Sheet,
  SpreadsheetRead,
  Structural,
  TabRead,
} from "./sheet.ts";

/**
 * sheet.ts over the real Sheets API v4: one `spreadsheets.get` a read, one `values:batchUpdateByDataFilter` a write.
 * Values are always RAW, so a text that begins with `=` stays a text. Nothing is retried here: Google's client does
 * not retry POST, and a pass that failed is safe to run again (developers.google.com/workspace/sheets/api/limits).
 */

/** Key of the row metadata that serve as anchors: one character, because a tab has room for 30,000. */
export const anchorKey = "r";
/** Key of the spreadsheet metadata that mark a batch as applied. */
export const tokenKey = "op";

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

const readFields = [
  "properties(title,locale,timeZone)",
  "developerMetadata(metadataId,metadataKey,metadataValue)",
  "sheets(properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount)),merges," +
    "data(rowMetadata(hiddenByUser,hiddenByFilter,developerMetadata(metadataId,metadataKey))," +
    "rowData(values(userEnteredValue,effectiveValue,effectiveFormat(numberFormat(type)),note))))",
].join(",");

export function makeGoogleSheet(settings: GoogleSheetSettings): Sheet {
  const options: sheets_v4.Options = { version: "v4", retry: false, timeout: settings.timeoutMs ?? 180_000 };
  if (settings.endpoint !== undefined) options.rootUrl = `${settings.endpoint.replace(/\/$/, "")}/`;
  if (settings.fetchImplementation !== undefined) options.fetchImplementation = settings.fetchImplementation;
  if (settings.auth !== undefined) {
    if (typeof settings.auth === "object" && "bearer" in settings.auth)
      options.headers = { Authorization: `Bearer ${settings.auth.bearer}` };
    else options.auth = settings.auth;
  }
  const api = sheets(options as sheets_v4.Options & { version: "v4" });
  const before = settings.beforeRequest ?? (async () => {});

  return {
    async read(spreadsheetId) {
      await before("read");
      const { data } = await api.spreadsheets
        .get({ spreadsheetId, fields: readFields })
        .catch((error) => fail(error, "read"));
      return decodeSpreadsheet(spreadsheetId, data);
    },

    async writeRows(spreadsheetId, _tabId, rows) {
      await before("write");
      const { data } = await api.spreadsheets.values
        .batchUpdateByDataFilter({
          spreadsheetId,
          fields: "responses(updatedData(values),dataFilter)",
          requestBody: {
            valueInputOption: "RAW",
            includeValuesInResponse: true,
            responseValueRenderOption: "UNFORMATTED_VALUE",
            responseDateTimeRenderOption: "SERIAL_NUMBER",
            data: rows.map((row) => ({
              dataFilter: { developerMetadataLookup: { metadataId: row.anchor } },
              majorDimension: "ROWS",
              values: [valuesOf(row)],
            })),
          },
        })
        .catch((error) => fail(error, "write"));
      return rows.map((row) => writtenOf(row, data.responses ?? []));
    },

    async restructure(spreadsheetId, actions) {
      await before("write");
      await api.spreadsheets
        .batchUpdate({ spreadsheetId, fields: "spreadsheetId", requestBody: { requests: actions.flatMap(requestsOf) } })
        .catch((error) => fail(error, "write"));
    },
  };
}

function decodeSpreadsheet(spreadsheetId: string, data: sheets_v4.Schema$Spreadsheet): SpreadsheetRead {
  const tokens = new Map<number, string>();
  for (const entry of data.developerMetadata ?? [])
    if (entry.metadataKey === tokenKey && entry.metadataId != null)
      tokens.set(entry.metadataId, entry.metadataValue ?? "");
  return {
    spreadsheetId,
    title: data.properties?.title ?? "",
    locale: data.properties?.locale ?? "en_US",
    timeZone: data.properties?.timeZone ?? "Etc/GMT",
    tabs: (data.sheets ?? []).filter((tab) => (tab.properties?.sheetType ?? "GRID") === "GRID").map(decodeTab),
    tokens,
  };
}

function decodeTab(tab: sheets_v4.Schema$Sheet): TabRead {
  const data = tab.data?.[0];
  const metadata = data?.rowMetadata ?? [];
  const rowData = data?.rowData ?? [];
  const rows: RawRow[] = [];
  for (let i = 0; i < Math.max(rowData.length, lastAnchored(metadata) + 1); i++) {
    const about = metadata[i];
    const anchors: number[] = [];
    for (const entry of about?.developerMetadata ?? [])
      if (entry.metadataKey === anchorKey && entry.metadataId != null) anchors.push(entry.metadataId);
    rows.push({
      cells: (rowData[i]?.values ?? []).map(decodeCell),
      anchors,
      hidden: (about?.hiddenByUser ?? false) || (about?.hiddenByFilter ?? false),
    });
  }
  return {
    tabId: tab.properties?.sheetId ?? 0,
    title: tab.properties?.title ?? "",
    hidden: tab.properties?.hidden ?? false,
    rowCount: tab.properties?.gridProperties?.rowCount ?? 0,
    columnCount: tab.properties?.gridProperties?.columnCount ?? 0,
    merges: (tab.merges ?? []).map((merge) => ({
      startRow: merge.startRowIndex ?? 0,
      endRow: merge.endRowIndex ?? 0,
      startColumn: merge.startColumnIndex ?? 0,
      endColumn: merge.endColumnIndex ?? 0,
    })),
    rows,
  };
}

function lastAnchored(metadata: readonly sheets_v4.Schema$DimensionProperties[]): number {
  for (let i = metadata.length - 1; i >= 0; i--) if ((metadata[i]?.developerMetadata ?? []).length > 0) return i;
  return -1;
}

const blank: RawCell = { value: null };

function decodeCell(cell: sheets_v4.Schema$CellData): RawCell {
  const shown = scalarOf(cell.effectiveValue);
  const formula = cell.userEnteredValue?.formulaValue;
  const format = typeof shown === "number" ? cell.effectiveFormat?.numberFormat?.type : undefined;
  if (shown === null && formula == null && cell.note == null) return blank;
  return {
    value: shown,
    ...(formula != null ? { formula } : {}),
    ...(format != null ? { format } : {}),
    ...(cell.note != null ? { note: cell.note } : {}),
  };
}

function scalarOf(value: sheets_v4.Schema$ExtendedValue | undefined | null): Scalar | null {
  if (value == null) return null;
  if (value.errorValue != null) return `#${value.errorValue.type ?? "ERROR"}`;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}

function valuesOf(row: RowWrite): (Scalar | null)[] {
  const last = Math.max(...row.cells.keys());
  const values: (Scalar | null)[] = new Array(last + 1).fill(null);
  for (const [column, value] of row.cells) values[column] = value;
  return values;
}

function writtenOf(row: RowWrite, responses: readonly sheets_v4.Schema$UpdateValuesByDataFilterResponse[]): RowWritten {
  const response = responses.find(
    (candidate) => candidate.dataFilter?.developerMetadataLookup?.metadataId === row.anchor,
  );
  const values = response?.updatedData?.values?.[0];
  if (response === undefined || values === undefined) return { anchor: row.anchor, row: null };
  return { anchor: row.anchor, row: values.map((value: unknown) => (value === "" ? null : (value as Scalar | null))) };
}

function extended(value: Scalar | { readonly formula: string }): sheets_v4.Schema$ExtendedValue {
  if (typeof value === "object") return { formulaValue: value.formula };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return value === "" ? {} : { stringValue: value };
}

function requestsOf(action: Structural): sheets_v4.Schema$Request[] {
  switch (action.kind) {
    case "anchor":
      return [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: anchorKey,
              visibility: "PROJECT",
              location: {
                dimensionRange: {
                  sheetId: action.tabId,
                  dimension: "ROWS",
                  startIndex: action.row,
                  endIndex: action.row + 1,
                },
              },
            },
          },
        },
      ];
    case "unanchor":
      return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: action.anchor } } } }];
    case "insertRows": {
      const { tabId: sheetId, row } = action;
      const width = Math.max(0, ...action.rows.flatMap((cells) => [...cells.keys()])) + 1;
      return [
        { appendDimension: { sheetId, dimension: "ROWS", length: 1 } },
        {
          insertDimension: {
            range: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + action.rows.length },
            inheritFromBefore: row > 0,
          },
        },
        {
          updateCells: {
            start: { sheetId, rowIndex: row, columnIndex: 0 },
            fields: "userEnteredValue",
            rows: action.rows.map((cells) => ({
              values: Array.from({ length: width }, (_, column) => {
                const value = cells.get(column);
                return value === undefined ? {} : { userEnteredValue: extended(value) };
              }),
            })),
          },
        },
      ];
    }
    case "insertColumns": {
      const { tabId: sheetId, column, row } = action;
      return [
        { appendDimension: { sheetId, dimension: "COLUMNS", length: 1 } },
        {
          insertDimension: {
            range: { sheetId, dimension: "COLUMNS", startIndex: column, endIndex: column + action.headers.length },
            inheritFromBefore: false,
          },
        },
        {
          updateCells: {
            start: { sheetId, rowIndex: row, columnIndex: column },
            fields: "userEnteredValue",
            rows: [{ values: action.headers.map((header) => ({ userEnteredValue: { stringValue: header } })) }],
          },
        },
      ];
    }
    case "setCell":
      return [
        {
          updateCells: {
            start: { sheetId: action.tabId, rowIndex: action.row, columnIndex: action.column },
            fields: "userEnteredValue",
            rows: [{ values: [{ userEnteredValue: extended(action.value) }] }],
          },
        },
      ];
    case "note":
      return [
        {
          updateCells: {
            start: { sheetId: action.tabId, rowIndex: action.row, columnIndex: action.column },
            fields: "note",
            rows: [{ values: [action.note === "" ? {} : { note: action.note }] }],
          },
        },
      ];
    case "token":
      return [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: action.number,
              metadataKey: tokenKey,
              metadataValue: action.text,
              visibility: "PROJECT",
              location: { spreadsheet: true },
            },
          },
        },
      ];
    case "dropToken":
      return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: action.number } } } }];
  }
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
