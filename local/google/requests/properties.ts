import { editSheet } from "../draft.ts";
import { GoogleError, invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { readFilter } from "../filter.ts";
import { readGridRange } from "../resolve.ts";
import type { SpreadsheetState } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";

/** updateSpreadsheetProperties, setBasicFilter, clearBasicFilter. */

function checkZone(timeZone: unknown): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: String(timeZone) });
  } catch {
    throw invalid(`Invalid time zone: ${String(timeZone)}`);
  }
}

export function readProperties(properties: Message): SpreadsheetState["properties"] {
  const { title, locale, timeZone } = properties;
  if (title === undefined || title === "") throw invalid("The spreadsheet title cannot be empty.");
  if (!/^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,4})?$/.test(String(locale)))
    throw invalid(`Unsupported locale: ${locale ?? ""}`);
  checkZone(timeZone);
  return properties as SpreadsheetState["properties"];
}

export const updateSpreadsheetProperties: Handler = (draft, { properties = {}, fields }) => {
  const mask = readMask("SpreadsheetProperties", fields);
  draft.properties = readProperties(assignMask(draft.properties, properties, mask) as Message);
  return {};
};

/** "If only a sheetId is given, the filter covers the grid": seen in recordings. */
export const setBasicFilter: Handler = (draft, { filter = {} }) => {
  if (filter.tableId !== undefined)
    throw new GoogleError("UNIMPLEMENTED", "filter.tableId is not available in the local service.");
  const { sheet: found, box } = readGridRange(draft, filter.range ?? {});
  const sheet = editSheet(draft, found.id);
  sheet.basicFilter = readFilter(filter, sheet.id, box);
  return {};
};

export const clearBasicFilter: Handler = (draft, { sheetId = 0 }) => {
  const sheet = editSheet(draft, sheetId);
  delete sheet.basicFilter;
  return {};
};
