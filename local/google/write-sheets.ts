import { appendValues } from "./append-values.ts";
import { applyRequests } from "./apply-request.ts";
import type { DataFilter } from "./data-filter.ts";
import { selectAreas } from "./data-filter.ts";
import { commitDraft, openDraft } from "./draft.ts";
import { badRequest, invalid, notFound } from "./errors.ts";
import { sub } from "./field-mask.ts";
import { checkParameters, readFlag, readRender } from "./query.ts";
import type { Message } from "./requests/request.ts";
import { resolveRange } from "./resolve.ts";
import { readEnum, readMessage } from "./schema.ts";
import type { SheetsInput } from "./sheets-input.ts";
import { fromBody, fromQuery, showOptions } from "./sheets-input.ts";
import { showSpreadsheet } from "./show-spreadsheet.ts";
import type { SpreadsheetState } from "./state.ts";
import type { Outcome, WriteOptions } from "./values.ts";
import { batchUpdateValues, clearTargets, updateValues } from "./values.ts";
import { batchUpdateByDataFilter } from "./values-by-filter.ts";
import type { InputOption } from "./write-values.ts";

/** The writing methods of Sheets v4: from one spreadsheet value to the next, and the answer. */

/** "Cannot exceed 100000 requests in a single batch". */
const batchRequests = 100_000;

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
      ...showOptions(input, body.responseIncludeGridData === true, areas),
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
