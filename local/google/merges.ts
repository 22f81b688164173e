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

/** What frozen rows or columns would part; null when they part no merge. */
export function partedByFreeze(sheet: Pick<SheetState, "gridProperties" | "merges">): "rows" | "columns" | null {
  const rows = Number(sheet.gridProperties.frozenRowCount ?? 0);
  const columns = Number(sheet.gridProperties.frozenColumnCount ?? 0);
  if (sheet.merges.some((merge) => merge.startRow < rows && rows < merge.endRow)) return "rows";
  if (sheet.merges.some((merge) => merge.startColumn < columns && columns < merge.endColumn)) return "columns";
  return null;
}
