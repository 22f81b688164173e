import { addFile } from "./drive/files.ts";
import { badRequest, forbidden, notFound } from "./errors.ts";
import type { Mask } from "./field-mask.ts";
import { applyMask, parseMask } from "./field-mask.ts";
import type { FileRecord } from "./file.ts";
import { spreadsheetType } from "./file.ts";
import { fileId } from "./ids.ts";
import { copySheetTo, createSpreadsheet } from "./make-spreadsheet.ts";
import { parseBody } from "./parse-body.ts";
import type { Moment, Prepared, Result, World } from "./prepared.ts";
import { draftContext, driveInput } from "./prepared.ts";
import { readSheets } from "./read-sheets.ts";
import { unknownPath } from "./schema.ts";
import type { SheetsCall } from "./sheets-routes.ts";
import { isRead } from "./sheets-routes.ts";
import { showSpreadsheet } from "./show-spreadsheet.ts";
import type { SpreadsheetState } from "./state.ts";
import { accessOf, setState, staleState, touch } from "./store.ts";
import { writeSheets } from "./write-sheets.ts";

/** A Sheets request against the store: which spreadsheet, who may, which fields, and what is kept. */

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

export function prepareSheets(world: World, call: SheetsCall, query: URLSearchParams, rawBody: unknown): Prepared {
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
