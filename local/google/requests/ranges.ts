import type { Box } from "../a1.ts";
import { shiftBand } from "../band.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { checkSize, editSheet, setCell } from "../draft.ts";
import { invalid } from "../errors.ts";
import { checkBoxProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { Cell } from "../state.ts";
import { widest } from "../widest.ts";
import type { Handler } from "./request.ts";

/** insertRange and deleteRange: cells shift down or right (up or left) inside the band that the range spans. */

function readShift(shiftDimension: unknown): "ROWS" | "COLUMNS" {
  if (shiftDimension !== "ROWS" && shiftDimension !== "COLUMNS") throw invalid("shiftDimension must be specified.");
  return shiftDimension;
}

function band(sheet: SheetDraft, box: Box, axis: "ROWS" | "COLUMNS"): Box {
  return axis === "ROWS" ? { ...box, endRow: sheet.rowCount } : { ...box, endColumn: sheet.columnCount };
}

function cellsOf(sheet: SheetDraft, box: Box): (Cell | undefined)[][] {
  const endRow = Math.min(box.endRow, sheet.rows.length);
  const rows = [];
  for (let row = box.startRow; row < endRow; row++)
    rows.push((sheet.rows[row] ?? []).slice(box.startColumn, box.endColumn));
  return rows;
}

function put(draft: Draft, sheet: SheetDraft, area: Box, cells: readonly (readonly (Cell | undefined)[])[]): void {
  const endRow = Math.min(area.endRow, Math.max(sheet.rows.length, area.startRow + cells.length));
  for (let row = area.startRow; row < endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      setCell(draft, sheet, row, column, cells[row - area.startRow]?.[column - area.startColumn]);
    }
  }
}

export const insertRange: Handler = (draft, { range = {}, shiftDimension }) => {
  const axis = readShift(shiftDimension);
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  const [height, width] = [box.endRow - box.startRow, box.endColumn - box.startColumn];
  const cells = cellsOf(sheet, band(sheet, box, axis));
  while (cells.length > 0 && cells.at(-1)!.every((cell) => cell === undefined)) cells.pop();
  if (axis === "ROWS") sheet.rowCount = Math.max(sheet.rowCount, box.startRow + height + cells.length);
  else {
    sheet.columnCount = Math.max(sheet.columnCount, box.startColumn + width + widest(cells));
  }
  checkSize(draft);
  const area = band(sheet, box, axis);
  checkBoxProtection(draft, sheet, area);
  const blank = new Array<undefined>(width).fill(undefined);
  const moved =
    axis === "ROWS"
      ? [...Array.from({ length: height }, () => []), ...cells]
      : cells.map((line) => [...blank, ...line]);
  put(draft, sheet, area, moved);
  const [at, count] = axis === "ROWS" ? [box.startRow, height] : [box.startColumn, width];
  shiftBand(draft, sheet, axis, { kind: "insert", at, count }, area);
  return {};
};

export const deleteRange: Handler = (draft, { range = {}, shiftDimension }) => {
  const axis = readShift(shiftDimension);
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  const area = band(sheet, box, axis);
  checkBoxProtection(draft, sheet, area);
  const cells = cellsOf(sheet, area);
  const [height, width] = [box.endRow - box.startRow, box.endColumn - box.startColumn];
  put(draft, sheet, area, axis === "ROWS" ? cells.slice(height) : cells.map((line) => line.slice(width)));
  const [start, end] = axis === "ROWS" ? [box.startRow, box.endRow] : [box.startColumn, box.endColumn];
  shiftBand(draft, sheet, axis, { kind: "delete", start, end }, area);
  return {};
};
