import type { Box } from "./a1.ts";
import type { SheetState } from "./state.ts";
import { cellAt, isBlankValue } from "./state.ts";

/**
 * Where values.append goes: "The input range is used to search for existing data and find a table within that range".
 * The last table in the range counts: the one that reaches lowest, and of those the one furthest right.
 */

const filled = (sheet: SheetState, row: number, column: number) => !isBlankValue(cellAt(sheet, row, column));

function lastFilled(sheet: SheetState, box: Box): { row: number; column: number } | undefined {
  for (let row = Math.min(box.endRow, sheet.rows.length) - 1; row >= box.startRow; row--) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    for (let column = Math.min(box.endColumn, cells.length) - 1; column >= box.startColumn; column--) {
      if (filled(sheet, row, column)) return { row, column };
    }
  }
  return undefined;
}

function anyInRow(sheet: SheetState, row: number, from: number, to: number): boolean {
  if (row < 0) return false;
  for (let column = from; column < to; column++) if (filled(sheet, row, column)) return true;
  return false;
}

function anyInColumn(sheet: SheetState, column: number, from: number, to: number): boolean {
  if (column < 0) return false;
  for (let row = from; row < to; row++) if (filled(sheet, row, column)) return true;
  return false;
}

/** The block of filled cells around a cell, grown until a blank line lies on every side. */
function blockAround(sheet: SheetState, row: number, column: number): Box {
  let [startRow, endRow, startColumn, endColumn] = [row, row + 1, column, column + 1];
  for (let grown = true; grown; ) {
    grown = false;
    while (anyInRow(sheet, startRow - 1, startColumn, endColumn)) {
      startRow--;
      grown = true;
    }
    while (anyInRow(sheet, endRow, startColumn, endColumn)) {
      endRow++;
      grown = true;
    }
    while (anyInColumn(sheet, startColumn - 1, startRow, endRow)) {
      startColumn--;
      grown = true;
    }
    while (anyInColumn(sheet, endColumn, startRow, endRow)) {
      endColumn++;
      grown = true;
    }
  }
  return { startRow, endRow, startColumn, endColumn };
}

export function lastTable(sheet: SheetState, box: Box): Box | undefined {
  const last = lastFilled(sheet, box);
  return last === undefined ? undefined : blockAround(sheet, last.row, last.column);
}
