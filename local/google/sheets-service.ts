import { applyRequests } from "./apply-request.ts";
import type { DataFilter } from "./data-filter.ts";
import { selectAreas } from "./data-filter.ts";
import type { DraftContext } from "./draft.ts";
import { checkSize, commitDraft, openDraft } from "./draft.ts";
import { badRequest, GoogleError, invalid, notFound } from "./errors.ts";
import type { Mask } from "./field-mask.ts";
import { sub } from "./field-mask.ts";
import { findById, showMetadata } from "./metadata.ts";
import { checkParameters, readFlag, readRender, renderParameters } from "./query.ts";
import { selectMetadata } from "./requests/metadata.ts";
import { readProperties } from "./requests/properties.ts";
import type { Message } from "./requests/request.ts";
import { freshId } from "./requests/request.ts";
import { copySheet, readNewSheet } from "./requests/sheets.ts";
import { resolveRange } from "./resolve.ts";
import { readEnum, readMessage } from "./schema.ts";
import type { SheetsCall } from "./sheets-routes.ts";
import { showSheetProperties } from "./show-sheet.ts";
import type { Area, ShowOptions } from "./show-spreadsheet.ts";
import { showSpreadsheet } from "./show-spreadsheet.ts";
import type { SpreadsheetState } from "./state.ts";
import { blankSpreadsheet } from "./state.ts";
import type { Outcome, WriteOptions } from "./values.ts";
import {
  appendValues,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  batchUpdateValues,
  clearTargets,
  getValues,
  updateValues,
} from "./values.ts";
import type { InputOption } from "./write-values.ts";

/** The methods of Sheets v4 over one spreadsheet value. No HTTP and no storage here. */

export interface SheetsInput {
  readonly call: SheetsCall;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly mask: Mask | undefined;
  readonly context: DraftContext;
  readonly owner: string;
}

/** "Cannot exceed 100000 requests in a single batch". */
const batchRequests = 100_000;

function options(
  { mask, context, owner }: SheetsInput,
  includeGridData: boolean,
  areas?: readonly Area[],
): ShowOptions {
  return { user: context.caller.user, owner, now: context.now, includeGridData, mask, areas };
}

function get(state: SpreadsheetState, input: SheetsInput): unknown {
  checkParameters(input.query, ["ranges", "includeGridData", "excludeTablesInBandedRanges"]);
  const ranges = input.query.getAll("ranges");
  const areas = ranges.length === 0 ? undefined : ranges.map((range) => resolveRange(state, range));
  return showSpreadsheet(state, options(input, readFlag(input.query, "includeGridData"), areas));
}

function getByDataFilter(state: SpreadsheetState, input: SheetsInput): unknown {
  const body = readMessage("GetSpreadsheetByDataFilterRequest", input.body);
  const filters = (body.dataFilters ?? []) as DataFilter[];
  const areas = filters.length === 0 ? undefined : filters.flatMap((filter) => selectAreas(state, filter));
  return showSpreadsheet(state, options(input, body.includeGridData === true, areas));
}

function batchUpdate(state: SpreadsheetState, input: SheetsInput): Outcome {
  const body = readMessage("BatchUpdateSpreadsheetRequest", input.body);
  const requests = (body.requests ?? []) as Message[];
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  if (requests.length > batchRequests) throw invalid(`Cannot exceed ${batchRequests} requests in a single batch`);
  const draft = openDraft(state, input.context);
  const replies = applyRequests(draft, requests);
  const next = commitDraft(draft);
  const answer: Record<string, unknown> = { spreadsheetId: state.id, replies };
  if (body.includeSpreadsheetInResponse === true) {
    const ranges = (body.responseRanges ?? []) as string[];
    const areas = ranges.length === 0 ? undefined : ranges.map((range) => resolveRange(next, range));
    const mask = sub(input.mask, "updatedSpreadsheet");
    answer.updatedSpreadsheet = showSpreadsheet(next, {
      ...options(input, body.responseIncludeGridData === true, areas),
      mask,
    });
  }
  return { state: next, answer };
}

function writeOptions(source: (name: string) => string | undefined, includeValues: boolean): WriteOptions {
  const option = readEnum(
    "ValueInputOption",
    "value_input_option",
    source("valueInputOption"),
    "INPUT_VALUE_OPTION_UNSPECIFIED",
  );
  if (option === "INPUT_VALUE_OPTION_UNSPECIFIED") {
    const description = "'valueInputOption' is required but not specified";
    throw badRequest(description, [{ field: "valueInputOption", description }]);
  }
  return {
    input: option as InputOption,
    includeValues,
    render: { ...readRender(source, "response"), majorDimension: "ROWS" },
  };
}

const writeParameters = [
  "valueInputOption",
  "includeValuesInResponse",
  "responseValueRenderOption",
  "responseDateTimeRenderOption",
];
const fromQuery = (query: URLSearchParams) => (name: string) => query.get(name) ?? undefined;
const fromBody = (body: Message) => (name: string) => body[name] as string | undefined;

function withMajor(written: WriteOptions, body: Message): WriteOptions {
  return body.majorDimension === "COLUMNS"
    ? { ...written, render: { ...written.render, majorDimension: "COLUMNS" } }
    : written;
}

function update(state: SpreadsheetState, input: SheetsInput): Outcome {
  checkParameters(input.query, writeParameters);
  const body = readMessage("ValueRange", input.body, "data");
  const written = withMajor(
    writeOptions(fromQuery(input.query), readFlag(input.query, "includeValuesInResponse")),
    body,
  );
  return updateValues(state, input.call.part!, body, written, input.context);
}

function append(state: SpreadsheetState, input: SheetsInput): Outcome {
  checkParameters(input.query, [...writeParameters, "insertDataOption"]);
  const body = readMessage("ValueRange", input.body, "data");
  const written = withMajor(
    writeOptions(fromQuery(input.query), readFlag(input.query, "includeValuesInResponse")),
    body,
  );
  const insert = readEnum(
    "InsertDataOption",
    "insert_data_option",
    input.query.get("insertDataOption") ?? undefined,
    "OVERWRITE" as "OVERWRITE" | "INSERT_ROWS",
  );
  return appendValues(state, input.call.part!, body, insert === "INSERT_ROWS", written, input.context);
}

function batchWrite(state: SpreadsheetState, input: SheetsInput): Outcome {
  const byFilter = input.call.method === "values.batchUpdateByDataFilter";
  const body = readMessage(byFilter ? "BatchUpdateValuesByDataFilterRequest" : "BatchUpdateValuesRequest", input.body);
  const written = writeOptions(fromBody(body), body.includeValuesInResponse === true);
  const data = (body.data ?? []) as Message[];
  return byFilter
    ? batchUpdateByDataFilter(state, data, written, input.context)
    : batchUpdateValues(state, data, written, input.context);
}

function clear(state: SpreadsheetState, input: SheetsInput): Outcome {
  const { method, part } = input.call;
  const spreadsheetId = state.id;
  if (method === "values.clear") {
    readMessage("ClearValuesRequest", input.body === "" ? {} : input.body);
    const { state: next, cleared } = clearTargets(state, [resolveRange(state, part!)], input.context);
    return { state: next, answer: { spreadsheetId, clearedRange: cleared[0] } };
  }
  const byFilter = method === "values.batchClearByDataFilter";
  const body = readMessage(byFilter ? "BatchClearValuesByDataFilterRequest" : "BatchClearValuesRequest", input.body);
  const targets = byFilter
    ? ((body.dataFilters ?? []) as DataFilter[]).flatMap((filter) => selectAreas(state, filter))
    : ((body.ranges ?? []) as string[]).map((range) => resolveRange(state, range));
  const { state: next, cleared } = clearTargets(state, targets, input.context);
  return { state: next, answer: { spreadsheetId, ...(cleared.length === 0 ? {} : { clearedRanges: cleared }) } };
}

function batchGet(state: SpreadsheetState, input: SheetsInput): object {
  const { query, context } = input;
  checkParameters(query, ["ranges", ...renderParameters]);
  const render = readRender(fromQuery(query));
  const valueRanges = query.getAll("ranges").map((range) => getValues(state, range, render, context.now));
  return { spreadsheetId: state.id, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
}

function metadataOf(state: SpreadsheetState, input: SheetsInput): object {
  const id = Number(input.call.part);
  const found = Number.isInteger(id) ? findById(state, id) : undefined;
  if (found === undefined) throw new GoogleError("NOT_FOUND", `No developer metadata with ID: ${input.call.part}`);
  return showMetadata(found);
}

function searchMetadata(state: SpreadsheetState, input: SheetsInput): object {
  const body = readMessage("SearchDeveloperMetadataRequest", input.body);
  const filters = (body.dataFilters ?? []) as DataFilter[];
  const found = new Map<number, { developerMetadata: object; dataFilters: DataFilter[] }>();
  for (const filter of filters) {
    for (const located of selectMetadata(state, filter)) {
      const old = found.get(located.metadata.id);
      if (old === undefined)
        found.set(located.metadata.id, { developerMetadata: showMetadata(located), dataFilters: [filter] });
      else old.dataFilters.push(filter);
    }
  }
  return found.size === 0 ? {} : { matchedDeveloperMetadata: [...found.values()] };
}

/** A read; the answer may share parts with the state and must not be changed. */
export function readSheets(state: SpreadsheetState, input: SheetsInput): unknown {
  const { call, query, context } = input;
  switch (call.method) {
    case "get":
      return get(state, input);
    case "getByDataFilter":
      return getByDataFilter(state, input);
    case "values.get":
      checkParameters(query, renderParameters);
      return getValues(state, call.part!, readRender(fromQuery(query)), context.now);
    case "values.batchGet":
      return batchGet(state, input);
    case "values.batchGetByDataFilter": {
      const body = readMessage("BatchGetValuesByDataFilterRequest", input.body);
      const valueRanges = batchGetByDataFilter(
        state,
        (body.dataFilters ?? []) as DataFilter[],
        readRender(fromBody(body)),
        context.now,
      );
      return { spreadsheetId: state.id, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
    }
    case "developerMetadata.get":
      return metadataOf(state, input);
    case "developerMetadata.search":
      return searchMetadata(state, input);
    default:
      throw notFound();
  }
}

/** A write: the next value and the answer. Nothing of it is kept when this throws. */
export function writeSheets(state: SpreadsheetState, input: SheetsInput): Outcome {
  switch (input.call.method) {
    case "batchUpdate":
      return batchUpdate(state, input);
    case "values.update":
      return update(state, input);
    case "values.append":
      return append(state, input);
    case "values.batchUpdate":
    case "values.batchUpdateByDataFilter":
      return batchWrite(state, input);
    case "values.clear":
    case "values.batchClear":
    case "values.batchClearByDataFilter":
      return clear(state, input);
    default:
      throw notFound();
  }
}

/** spreadsheets.create: properties, sheets with their properties, data, sizes and merges, named ranges, developer metadata. */
export function createSpreadsheet(id: string, body: unknown, context: DraftContext): SpreadsheetState {
  const message = readMessage("Spreadsheet", body, "spreadsheet") as Message;
  const blank = blankSpreadsheet(id, "Untitled spreadsheet");
  const properties = readProperties({ ...blank.properties, ...(message.properties as Message | undefined) });
  const draft = openDraft({ ...blank, properties }, context);
  const sheets = (message.sheets ?? []) as Message[];
  if (sheets.length > 0) {
    draft.sheets = [];
    sheets.forEach((sheet, index) => {
      const first = index === 0 && sheet.properties?.sheetId === undefined;
      draft.sheets.push(readNewSheet(draft, { ...sheet.properties, ...(first ? { sheetId: 0 } : {}) }));
      (sheet.data ?? []).forEach((data: Message) => {
        const start = {
          sheetId: draft.sheets[index]!.id,
          rowIndex: data.startRow ?? 0,
          columnIndex: data.startColumn ?? 0,
        };
        if (data.rowData !== undefined)
          applyRequests(draft, [{ updateCells: { start, rows: data.rowData, fields: "*" } }]);
        applyRequests(draft, [
          ...sizeRequests(start.sheetId, "ROWS", start.rowIndex, data.rowMetadata),
          ...sizeRequests(start.sheetId, "COLUMNS", start.columnIndex, data.columnMetadata),
        ]);
      });
      for (const range of sheet.merges ?? []) applyRequests(draft, [{ mergeCells: { range, mergeType: "MERGE_ALL" } }]);
    });
  }
  checkSize(draft);
  for (const namedRange of message.namedRanges ?? []) applyRequests(draft, [{ addNamedRange: { namedRange } }]);
  for (const developerMetadata of message.developerMetadata ?? []) {
    applyRequests(draft, [{ createDeveloperMetadata: { developerMetadata } }]);
  }
  return commitDraft(draft);
}

function sizeRequests(
  sheetId: number,
  dimension: "ROWS" | "COLUMNS",
  from: number,
  properties: readonly Message[] = [],
): Message[] {
  return properties.flatMap(({ pixelSize, hiddenByUser }, at) => {
    const set = {
      ...(pixelSize === undefined ? {} : { pixelSize }),
      ...(hiddenByUser === undefined ? {} : { hiddenByUser }),
    };
    if (Object.keys(set).length === 0) return [];
    const range = { sheetId, dimension, startIndex: from + at, endIndex: from + at + 1 };
    return [{ updateDimensionProperties: { range, properties: set, fields: Object.keys(set).join(",") } }];
  });
}

/** sheets.copyTo: the next value of the destination and the new sheet's properties. */
export function copySheetTo(
  source: SpreadsheetState,
  sheetId: number,
  target: SpreadsheetState,
  context: DraftContext,
): Outcome {
  const sheet = source.sheets.find((candidate) => candidate.id === sheetId);
  if (sheet === undefined) throw invalid(`No grid with id: ${sheetId}`);
  const draft = openDraft(target, context);
  const id = freshId(draft, (candidate) => draft.sheets.some((other) => other.id === candidate));
  let title = `Copy of ${sheet.title}`;
  for (let n = 2; draft.sheets.some((other) => other.title.toLowerCase() === title.toLowerCase()); n++)
    title = `Copy of ${sheet.title} ${n}`;
  const copy = copySheet(draft, sheet, id, title, context.switches.duplicateSheetCopiesMetadata);
  draft.sheets.push(copy);
  checkSize(draft);
  return { state: commitDraft(draft), answer: showSheetProperties(copy, draft.sheets.length - 1) };
}
