import { applyRequests } from "./apply-request.ts";
import type { DraftContext } from "./draft.ts";
import { checkSize, commitDraft, openDraft } from "./draft.ts";
import { invalid } from "./errors.ts";
import { copySheet } from "./requests/duplicate-sheet.ts";
import { readProperties } from "./requests/properties.ts";
import type { Message } from "./requests/request.ts";
import { freshId } from "./requests/request.ts";
import { readNewSheet } from "./requests/sheets.ts";
import { readMessage } from "./schema.ts";
import { showSheetProperties } from "./show-sheet.ts";
import type { SpreadsheetState } from "./state.ts";
import { blankSpreadsheet } from "./state.ts";
import type { Outcome } from "./values.ts";

/** spreadsheets.create and sheets.copyTo: what brings sheets into being from outside. */

/** spreadsheets.create: properties, sheets with their properties, data, sizes, tables and merges, named ranges, developer metadata. */
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
      for (const table of sheet.tables ?? []) applyRequests(draft, [{ addTable: { table } }]);
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
