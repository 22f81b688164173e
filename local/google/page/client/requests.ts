import { KEPT } from "./api.ts";
import type { Area } from "./area.ts";
import type { GridRange, RowData, SheetsRequest } from "./rest-shapes.ts";

/** batchUpdate requests for what a person does on the page, one function per act. Pure. */

export type Dimension = "ROWS" | "COLUMNS";

export function gridRange(sheetId: number, area: Area): GridRange {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}

const span = (sheetId: number, dimension: Dimension, startIndex: number, endIndex: number) => ({
  sheetId,
  dimension,
  startIndex,
  endIndex,
});

export function insertDimension(sheetId: number, dimension: Dimension, at: number, count: number): SheetsRequest {
  return { insertDimension: { range: span(sheetId, dimension, at, at + count), inheritFromBefore: at > 0 } };
}

export function deleteDimension(sheetId: number, dimension: Dimension, start: number, end: number): SheetsRequest {
  return { deleteDimension: { range: span(sheetId, dimension, start, end) } };
}

/** `to` counts in the grid as it stands before the move, as the API wants it. */
export function moveDimension(
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
  to: number,
): SheetsRequest {
  return { moveDimension: { source: span(sheetId, dimension, start, end), destinationIndex: to } };
}

/** The move that takes back `moveDimension(start, end, to)`. */
export function moveBack(sheetId: number, dimension: Dimension, start: number, end: number, to: number): SheetsRequest {
  const count = end - start;
  return to > start
    ? moveDimension(sheetId, dimension, to - count, to, start)
    : moveDimension(sheetId, dimension, to, to + count, end);
}

export function hideDimension(
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
  hiddenByUser: boolean,
): SheetsRequest {
  const range = span(sheetId, dimension, start, end);
  return { updateDimensionProperties: { range, properties: { hiddenByUser }, fields: "hiddenByUser" } };
}

export function resizeColumn(sheetId: number, column: number, pixelSize: number): SheetsRequest {
  const range = span(sheetId, "COLUMNS", column, column + 1);
  return { updateDimensionProperties: { range, properties: { pixelSize }, fields: "pixelSize" } };
}

export function sortRange(sheetId: number, area: Area, column: number, ascending: boolean): SheetsRequest {
  const sortSpecs = [{ dimensionIndex: column, sortOrder: ascending ? "ASCENDING" : "DESCENDING" }];
  return { sortRange: { range: gridRange(sheetId, area), sortSpecs } };
}

export function copyPaste(fromSheetId: number, from: Area, toSheetId: number, to: Area): SheetsRequest {
  const source = gridRange(fromSheetId, from);
  return { copyPaste: { source, destination: gridRange(toSheetId, to), pasteType: "PASTE_NORMAL" } };
}

export function cutPaste(
  fromSheetId: number,
  from: Area,
  toSheetId: number,
  row: number,
  column: number,
): SheetsRequest {
  const destination = { sheetId: toSheetId, rowIndex: row, columnIndex: column };
  return { cutPaste: { source: gridRange(fromSheetId, from), destination, pasteType: "PASTE_NORMAL" } };
}

/** Empties cells and keeps their format and notes, as the Delete key does. */
export function clearCells(sheetId: number, area: Area): SheetsRequest {
  return { updateCells: { range: gridRange(sheetId, area), fields: "userEnteredValue" } };
}

/** Puts kept cells back. Cells that the answer left out (trailing blanks) are emptied by padding to the area. */
export function restoreCells(sheetId: number, area: Area, kept: readonly RowData[]): SheetsRequest {
  const width = area.endColumn - area.startColumn;
  const rows = Array.from({ length: area.endRow - area.startRow }, (_, row) => ({
    values: Array.from({ length: width }, (_, column) => kept[row]?.values?.[column] ?? {}),
  }));
  return { updateCells: { range: gridRange(sheetId, area), rows, fields: KEPT } };
}

export function mergeCells(sheetId: number, area: Area): SheetsRequest {
  return { mergeCells: { range: gridRange(sheetId, area), mergeType: "MERGE_ALL" } };
}

export function unmergeCells(sheetId: number, area: Area): SheetsRequest {
  return { unmergeCells: { range: gridRange(sheetId, area) } };
}

export function addTable(tableId: string, sheetId: number, area: Area): SheetsRequest {
  return { addTable: { table: { tableId, range: gridRange(sheetId, area) } } };
}

/** The service takes the cells of a table along with it; here they stay. */
export function revertTable(tableId: string, sheetId: number, area: Area, kept: readonly RowData[]): SheetsRequest[] {
  return [{ deleteTable: { tableId } }, restoreCells(sheetId, area, kept)];
}

export function setNote(sheetId: number, row: number, column: number, note: string): SheetsRequest {
  const range = gridRange(sheetId, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
  return { updateCells: { range, rows: [{ values: [note === "" ? {} : { note }] }], fields: "note" } };
}

export function setBold(sheetId: number, area: Area, bold: boolean): SheetsRequest {
  const cell = { userEnteredFormat: { textFormat: { bold } } };
  return { repeatCell: { range: gridRange(sheetId, area), cell, fields: "userEnteredFormat.textFormat.bold" } };
}

export function freezeRows(sheetId: number, frozenRowCount: number): SheetsRequest {
  const properties = { sheetId, gridProperties: { frozenRowCount } };
  return { updateSheetProperties: { properties, fields: "gridProperties.frozenRowCount" } };
}

export function renameTab(sheetId: number, title: string): SheetsRequest {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: "title" } };
}

/** The basic filter, with the values that each of its columns hides. */
export function setFilter(
  sheetId: number,
  area: Area,
  hiddenValues: ReadonlyMap<number, ReadonlySet<string>> = new Map(),
): SheetsRequest {
  const filterSpecs = [...hiddenValues].map(([columnIndex, values]) => ({
    columnIndex,
    filterCriteria: { hiddenValues: [...values] },
  }));
  return { setBasicFilter: { filter: { range: gridRange(sheetId, area), filterSpecs } } };
}
