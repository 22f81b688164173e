/** Sheets v4 paths to methods of the API. */

export interface SheetsCall {
  readonly method:
    | "create"
    | "get"
    | "getByDataFilter"
    | "batchUpdate"
    | "values.get"
    | "values.update"
    | "values.append"
    | "values.clear"
    | "values.batchGet"
    | "values.batchUpdate"
    | "values.batchClear"
    | "values.batchGetByDataFilter"
    | "values.batchUpdateByDataFilter"
    | "values.batchClearByDataFilter"
    | "developerMetadata.get"
    | "developerMetadata.search"
    | "sheets.copyTo";
  readonly spreadsheetId?: string;
  /** The range, metadata id or sheet id of the path, decoded. */
  readonly part?: string;
}

const reads = new Set<SheetsCall["method"]>([
  "get",
  "getByDataFilter",
  "values.get",
  "values.batchGet",
  "values.batchGetByDataFilter",
  "developerMetadata.get",
  "developerMetadata.search",
]);

export const isRead = (call: SheetsCall) => reads.has(call.method);

type Route = readonly [verb: string, pattern: RegExp, method: SheetsCall["method"]];

const routes: readonly Route[] = [
  ["POST", /^$/, "create"],
  ["GET", /^\/([^/:]+)$/, "get"],
  ["POST", /^\/([^/:]+):getByDataFilter$/, "getByDataFilter"],
  ["POST", /^\/([^/:]+):batchUpdate$/, "batchUpdate"],
  ["GET", /^\/([^/:]+)\/values:batchGet$/, "values.batchGet"],
  ["POST", /^\/([^/:]+)\/values:batchUpdate$/, "values.batchUpdate"],
  ["POST", /^\/([^/:]+)\/values:batchClear$/, "values.batchClear"],
  ["POST", /^\/([^/:]+)\/values:batchGetByDataFilter$/, "values.batchGetByDataFilter"],
  ["POST", /^\/([^/:]+)\/values:batchUpdateByDataFilter$/, "values.batchUpdateByDataFilter"],
  ["POST", /^\/([^/:]+)\/values:batchClearByDataFilter$/, "values.batchClearByDataFilter"],
  ["POST", /^\/([^/:]+)\/values\/([^/]+):append$/, "values.append"],
  ["POST", /^\/([^/:]+)\/values\/([^/]+):clear$/, "values.clear"],
  ["GET", /^\/([^/:]+)\/values\/([^/]+)$/, "values.get"],
  ["PUT", /^\/([^/:]+)\/values\/([^/]+)$/, "values.update"],
  ["POST", /^\/([^/:]+)\/developerMetadata:search$/, "developerMetadata.search"],
  ["GET", /^\/([^/:]+)\/developerMetadata\/([^/]+)$/, "developerMetadata.get"],
  ["POST", /^\/([^/:]+)\/sheets\/([^/:]+):copyTo$/, "sheets.copyTo"],
];

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `path` begins with /v4/spreadsheets and is still percent-encoded. undefined: no such method. */
export function routeSheets(verb: string, path: string): SheetsCall | undefined {
  // A slash at the end, or before the colon of a method, is ignored: node-google-spreadsheet sends both.
  const rest = path.slice("/v4/spreadsheets".length).replace(/\/(?=$|:[A-Za-z]+$)/, "");
  for (const [routeVerb, pattern, method] of routes) {
    if (routeVerb !== verb) continue;
    const match = pattern.exec(rest);
    if (match === null) continue;
    const [, id, part] = match;
    const spreadsheetId = id === undefined ? undefined : decode(id);
    const decoded = part === undefined ? undefined : decode(part);
    if ((id !== undefined && spreadsheetId === undefined) || (part !== undefined && decoded === undefined))
      return undefined;
    return {
      method,
      ...(spreadsheetId === undefined ? {} : { spreadsheetId }),
      ...(decoded === undefined ? {} : { part: decoded }),
    };
  }
  return undefined;
}
