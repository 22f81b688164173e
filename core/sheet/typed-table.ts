import { cellName } from "./a1.ts";
import type { Box, Scalar, TabRead, TypedTable } from "./sheet.ts";
import type { TableFound, TableProblem } from "./table.ts";

/** What 转换为表格 changes for a reader: cells that say nothing, names nobody gave, and rows that stand outside. */

const inside = ({ startRow, endRow, startColumn, endColumn }: Box, row: number, column: number) =>
  row >= startRow && row < endRow && column >= startColumn && column < endColumn;

function typedTableAt({ typedTables }: TabRead, row: number, column: number): TypedTable | undefined {
  return typedTables?.find(({ box }) => inside(box, row, column));
}

/** What the column of a cell below a header is for; undefined: for anything. */
export function columnTypeAt(tab: TabRead, row: number, column: number): string | undefined {
  const typed = typedTableAt(tab, row, column);
  return typed === undefined || row === typed.box.startRow ? undefined : typed.types.get(column);
}

/** A tick box that is off and a rating of 0 stand there before anybody has typed. */
export function isPreset(tab: TabRead, row: number, column: number, value: Scalar | null): boolean {
  if (value !== false && value !== 0) return false;
  return columnTypeAt(tab, row, column) === (value === false ? "BOOLEAN" : "RATINGS_CHIP");
}

/** The name that Sheets gives to a header without one. */
export function isFillerHeader(tab: TabRead, row: number, column: number, text: string): boolean {
  return /^(?:Column|列) ?\d+$/.test(text) && typedTableAt(tab, row, column)?.box.startRow === row;
}

export function isFooter({ typedTables }: TabRead, row: number): boolean {
  return typedTables?.some(({ box, footer }) => footer && row === box.endRow - 1) ?? false;
}

type Entries = Pick<TableFound, "headerRow" | "headerDepth" | "columns" | "rows">;

/**
 * Entries below the Table that has their header: Sheets leaves them out when it sorts and filters. Rows that come in
 * right below a Table may end up there.
 */
export function outsideProblem(tab: TabRead, { headerRow, headerDepth, columns, rows }: Entries): TableProblem | null {
  const header = headerRow + headerDepth - 1;
  const key = columns[0]?.column ?? 0;
  const typed = typedTableAt(tab, header, key);
  const outside = typed === undefined ? [] : rows.filter(({ row, rowSpan }) => row + rowSpan > typed.box.endRow);
  const [first, last] = [outside[0], outside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = last.row + last.rowSpan;
  return {
    cell: cellName(first.row, key),
    message: `第 ${first.row + 1} 行起有 ${outside.length} 项在表格区域之外，表格的排序和筛选不会带上；请把表格右下角拖到第 ${end} 行`,
    text: null,
  };
}
