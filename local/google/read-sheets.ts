import type { DataFilter } from "./data-filter.ts";
import { selectAreas } from "./data-filter.ts";
import { GoogleError, notFound } from "./errors.ts";
import { findById, showMetadata } from "./metadata.ts";
import { checkParameters, readFlag, readRender, renderParameters } from "./query.ts";
import { selectMetadata } from "./requests/metadata.ts";
import { resolveRange } from "./resolve.ts";
import { readMessage } from "./schema.ts";
import type { SheetsInput } from "./sheets-input.ts";
import { fromBody, fromQuery, showOptions } from "./sheets-input.ts";
import { showSpreadsheet } from "./show-spreadsheet.ts";
import type { SpreadsheetState } from "./state.ts";
import { getValues } from "./values.ts";
import { batchGetByDataFilter } from "./values-by-filter.ts";

/** The reading methods of Sheets v4 over one spreadsheet value. No HTTP and no storage here. */

function get(state: SpreadsheetState, input: SheetsInput): unknown {
  checkParameters(input.query, ["ranges", "includeGridData", "excludeTablesInBandedRanges"]);
  const ranges = input.query.getAll("ranges");
  const areas = ranges.length === 0 ? undefined : ranges.map((range) => resolveRange(state, range));
  return showSpreadsheet(state, showOptions(input, readFlag(input.query, "includeGridData"), areas));
}

function getByDataFilter(state: SpreadsheetState, input: SheetsInput): unknown {
  const body = readMessage("GetSpreadsheetByDataFilterRequest", input.body);
  const filters = (body.dataFilters ?? []) as DataFilter[];
  const areas = filters.length === 0 ? undefined : filters.flatMap((filter) => selectAreas(state, filter));
  return showSpreadsheet(state, showOptions(input, body.includeGridData === true, areas));
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
