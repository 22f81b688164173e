import { missingCredentials, userOf } from "./auth.ts";
import type { DraftContext } from "./draft.ts";
import type { DriveInput } from "./drive/context.ts";
import { addFile } from "./drive/files.ts";
import { routeDrive } from "./drive/routes.ts";
import { badRequest, DriveError, errorBody, forbidden, GoogleError, notFound } from "./errors.ts";
import type { Mask } from "./field-mask.ts";
import { applyMask, parseMask } from "./field-mask.ts";
import type { FileRecord } from "./file.ts";
import { spreadsheetType } from "./file.ts";
import { fileId, seededRandom } from "./ids.ts";
import { parseBody } from "./parse-body.ts";
import { unknownPath } from "./schema.ts";
import type { SheetsCall } from "./sheets-routes.ts";
import { isRead, routeSheets } from "./sheets-routes.ts";
import { copySheetTo, createSpreadsheet, readSheets, writeSheets } from "./sheets-service.ts";
import { showSpreadsheet } from "./show-spreadsheet.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Store } from "./store.ts";
import { accessOf, setState, staleState, touch } from "./store.ts";
import type { Switches } from "./switches.ts";

/**
 * One request against the store, at a given time and with a given seed: the same request gives the same result, ids
 * and all, which is what makes replaying a journal possible. Everything here is synchronous, so a request is atomic.
 */

export interface GoogleRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** The raw query, without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, JSON text, or absent. */
  readonly body?: unknown;
}

export interface GoogleResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; undefined for 204. Must not be changed by who receives it. */
  readonly body: unknown;
}

export interface Moment {
  readonly at: number;
  readonly seed: number;
  readonly user: string;
}

/** What a request turns out to be, before it runs. */
export interface Prepared {
  readonly name: string;
  readonly drive: boolean;
  readonly write: boolean;
  readonly spreadsheetId?: string;
  /** `staleMs`: how far behind a read may be; `quiet`: the change feed never hears of this edit. */
  readonly run: (moment: Moment, options?: { readonly staleMs?: number; readonly quiet?: boolean }) => Result;
}

export interface Result {
  readonly status: number;
  readonly body: unknown;
  /** Files whose content or existence changed. */
  readonly changed: readonly string[];
}

export interface World {
  readonly store: Store;
  readonly switches: Switches;
  /** Are new files shared with everyone? */
  readonly openToAll: boolean;
}

/** Drive has its own words for every failure. */
export const isDrivePath = (path: string) => path.startsWith("/drive/");

const messageNames: Partial<Record<SheetsCall["method"], string>> = {
  create: "Spreadsheet",
  get: "Spreadsheet",
  getByDataFilter: "Spreadsheet",
  batchUpdate: "BatchUpdateSpreadsheetResponse",
  "values.get": "ValueRange",
  "values.update": "UpdateValuesResponse",
  "values.append": "AppendValuesResponse",
  "values.clear": "ClearValuesResponse",
  "values.batchGet": "BatchGetValuesResponse",
  "values.batchUpdate": "BatchUpdateValuesResponse",
  "values.batchClear": "BatchClearValuesResponse",
  "values.batchGetByDataFilter": "BatchGetValuesByDataFilterResponse",
  "values.batchUpdateByDataFilter": "BatchUpdateValuesByDataFilterResponse",
  "values.batchClearByDataFilter": "BatchClearValuesByDataFilterResponse",
  "developerMetadata.search": "SearchDeveloperMetadataResponse",
};

function readFields(call: SheetsCall, query: URLSearchParams): Mask | undefined {
  const text = query.get("fields") ?? query.get("$fields");
  if (text === null || text === "") return undefined;
  const mask = parseMask(text);
  const message = messageNames[call.method];
  const unknown = mask === undefined ? text : message === undefined ? undefined : unknownPath(message, mask);
  if (mask !== undefined && unknown === undefined) return mask;
  throw badRequest("Request contains an invalid argument.", [
    {
      field: unknown ?? text,
      description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown ?? text}'.`,
    },
  ]);
}

function spreadsheetFile(
  world: World,
  id: string,
  user: string,
  access: number,
): FileRecord & { state: SpreadsheetState } {
  const file = world.store.files.get(id);
  if (file?.state === undefined || file.deletedSeq !== undefined) throw notFound();
  if (accessOf(file, user) < access) throw forbidden();
  return file as FileRecord & { state: SpreadsheetState };
}

function driveInput(world: World, query: URLSearchParams, body: unknown, moment: Moment): DriveInput {
  const { store, switches, openToAll } = world;
  const random = seededRandom(moment.seed);
  return { store, switches, openToAll, user: moment.user, now: moment.at, random, query, body, made: [] };
}

function draftContext(world: World, moment: Moment, owner: string): DraftContext {
  return {
    caller: { user: moment.user, isOwner: moment.user === owner },
    switches: world.switches,
    random: seededRandom(moment.seed),
    now: moment.at,
  };
}

function prepareSheets(world: World, call: SheetsCall, query: URLSearchParams, rawBody: unknown): Prepared {
  const write = !isRead(call);
  const { spreadsheetId } = call;
  const run: Prepared["run"] = (moment, { staleMs = 0, quiet = false } = {}) => {
    const mask = readFields(call, query);
    const masked = (answer: unknown) => (mask === undefined ? answer : applyMask(answer, mask));
    if (call.method === "create") return create(world, moment, query, parseBody(rawBody, false), mask);
    const file = spreadsheetFile(world, spreadsheetId!, moment.user, write && call.method !== "sheets.copyTo" ? 2 : 1);
    const context = draftContext(world, moment, file.owner);
    const input = { call, query, body: parseBody(rawBody, false), mask, context, owner: file.owner };
    if (!write) {
      const state = staleState(file, moment.at, Math.max(staleMs, world.switches.staleReadMs)) ?? file.state;
      const answer = readSheets(state, input);
      const builtMasked = call.method === "get" || call.method === "getByDataFilter";
      return { status: 200, body: builtMasked ? answer : masked(answer), changed: [] };
    }
    if (call.method === "sheets.copyTo") return copyTo(world, file.state, input.body, call, moment);
    const { state, answer } = writeSheets(file.state, input);
    keep(world, file, state, moment, quiet);
    return { status: 200, body: masked(answer), changed: [file.id] };
  };
  return {
    name: `spreadsheets.${call.method}`,
    drive: false,
    write,
    ...(spreadsheetId === undefined ? {} : { spreadsheetId }),
    run,
  };
}

function keep(world: World, file: FileRecord, state: SpreadsheetState, moment: Moment, quiet: boolean): void {
  setState(file, state, moment.at, moment.user);
  if (quiet) {
    file.current = { modifiedAt: moment.at, version: file.current.version + 1, modifiedBy: moment.user };
    return;
  }
  touch(world.store, file, moment.at, moment.user, world.switches.changeDelayMs);
}

function create(world: World, moment: Moment, query: URLSearchParams, body: unknown, mask: Mask | undefined): Result {
  const input = driveInput(world, query, body, moment);
  const id = fileId(input.random);
  const context = draftContext(world, moment, moment.user);
  const state = createSpreadsheet(id, body, context);
  addFile(input, state.properties.title, spreadsheetType, state, id);
  const shown = { user: moment.user, owner: moment.user, now: moment.at, includeGridData: false, mask };
  return { status: 200, body: showSpreadsheet(state, shown), changed: [id] };
}

function copyTo(world: World, source: SpreadsheetState, body: unknown, call: SheetsCall, moment: Moment): Result {
  const destination = (body as { destinationSpreadsheetId?: unknown } | undefined)?.destinationSpreadsheetId;
  const target = spreadsheetFile(world, String(destination), moment.user, 2);
  const outcome = copySheetTo(source, Number(call.part), target.state, draftContext(world, moment, target.owner));
  keep(world, target, outcome.state, moment, false);
  return { status: 200, body: outcome.answer, changed: [target.id] };
}

function prepareDrive(world: World, request: GoogleRequest, query: URLSearchParams): Prepared | undefined {
  const route = routeDrive(request.method, request.path);
  if (route === undefined) return undefined;
  const { fileId: id, kind } = route;
  return {
    name: `drive ${request.method} ${request.path.slice("/drive/v3".length)}`,
    drive: true,
    write: kind !== "read",
    ...(id === undefined ? {} : { spreadsheetId: id }),
    run: (moment) => {
      const input = driveInput(world, query, parseBody(request.body, true), moment);
      const body = route.run(input);
      const edited = input.made.length > 0 || id === undefined ? input.made : [id];
      const changed = kind === "edit" ? edited : [];
      return { status: body === undefined ? 204 : 200, body, changed };
    },
  };
}

/** Who asks and for what; throws 401 and 404 in the words of the API concerned. */
export function prepare(world: World, request: GoogleRequest): { readonly user: string; readonly call: Prepared } {
  const query = new URLSearchParams(request.query ?? "");
  const drive = isDrivePath(request.path);
  const user = userOf(request.headers?.authorization, query.get("access_token"));
  if (user === undefined) throw missingCredentials(drive);
  if (drive) {
    const call = prepareDrive(world, request, query);
    if (call === undefined) throw new DriveError(404, "Not Found", { reason: "notFound" });
    return { user, call };
  }
  const call = request.path.startsWith("/v4/spreadsheets") ? routeSheets(request.method, request.path) : undefined;
  if (call === undefined) throw notFound();
  return { user, call: prepareSheets(world, call, query, request.body) };
}

/** Any failure as an answer; what is no failure of Google's is a bug and goes to `onBug`. */
export function failureAnswer(
  error: unknown,
  drive: boolean,
  onBug: (error: unknown) => void,
): { status: number; body: object } {
  if (error instanceof GoogleError || error instanceof DriveError) return errorBody(error);
  onBug(error);
  return errorBody(
    drive
      ? new DriveError(500, "Internal Error", { reason: "internalError" })
      : new GoogleError("INTERNAL", "Internal error encountered."),
  );
}
