import type { Draft } from "./draft.ts";
import { GoogleError, invalid } from "./errors.ts";
import { appendCells, repeatCell, setDataValidation, updateCells } from "./requests/cells.ts";
import { copyPaste } from "./requests/copy-paste.ts";
import { cutPaste } from "./requests/cut-paste.ts";
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from "./requests/dimensions.ts";
import { duplicateSheet } from "./requests/duplicate-sheet.ts";
import { findReplace } from "./requests/find-replace.ts";
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from "./requests/groups.ts";
import { mergeCells, unmergeCells } from "./requests/merge.ts";
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from "./requests/metadata.ts";
import { addNamedRange, deleteNamedRange, updateNamedRange } from "./requests/named.ts";
import { clearBasicFilter, setBasicFilter, updateSpreadsheetProperties } from "./requests/properties.ts";
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from "./requests/protect.ts";
import { deleteRange, insertRange } from "./requests/ranges.ts";
import type { Handler, Message } from "./requests/request.ts";
import { updateSheetProperties } from "./requests/sheet-properties.ts";
import { addSheet, deleteSheet } from "./requests/sheets.ts";
import { sortRange } from "./requests/sort.ts";
import { addTable, deleteTable, updateTable } from "./requests/tables.ts";
import { settleTables } from "./settle-tables.ts";

/** Every kind of request that a batchUpdate may hold. */
const handlers: Record<string, Handler> = {
  addDimensionGroup,
  addNamedRange,
  addProtectedRange,
  addSheet,
  addTable,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  deleteTable,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateCells,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
  updateTable,
};

export const requestKinds = Object.keys(handlers);

/** Kinds that answer `{}` whatever they did. */
const replyless = (reply: object) => Object.keys(reply).length === 0;

function applyOne(draft: Draft, request: Message, index: number): object {
  const kinds = Object.keys(request);
  if (kinds.length !== 1)
    throw invalid(`Invalid requests[${index}]: Must specify exactly one request kind, but got ${kinds.length}.`);
  const kind = kinds[0]!;
  const handler = handlers[kind];
  if (handler === undefined)
    throw new GoogleError("UNIMPLEMENTED", `requests[${index}].${kind} is not available in the local service.`);
  try {
    const reply = handler(draft, request[kind]);
    settleTables(draft);
    return replyless(reply) ? {} : { [kind]: reply };
  } catch (error) {
    if (error instanceof GoogleError && error.status === "INVALID_ARGUMENT") {
      throw invalid(`Invalid requests[${index}].${kind}: ${error.message}`);
    }
    throw error;
  }
}

/** Applies the requests in order to the draft; one that fails throws, and the draft is then worthless. */
export function applyRequests(draft: Draft, requests: readonly Message[]): object[] {
  return requests.map((request, index) => applyOne(draft, request, index));
}
