import type { Box } from "./a1.ts";
import type { SheetState } from "./state.ts";

export function intersects(a: Box, b: Box): boolean {
  return a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.startRow <= inner.startRow &&
    inner.endRow <= outer.endRow &&
    outer.startColumn <= inner.startColumn &&
    inner.endColumn <= outer.endColumn
  );
}

/** Whether the cell is under a merge without being its top left one. */
export function isCovered(sheet: SheetState, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) =>
      row >= merge.startRow &&
      row < merge.endRow &&
      column >= merge.startColumn &&
      column < merge.endColumn &&
      (row !== merge.startRow || column !== merge.startColumn),
  );
}
