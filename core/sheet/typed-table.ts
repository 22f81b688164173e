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

type Ledger = Pick<TableFound, "headerRow" | "headerDepth" | "columns" | "system" | "rows">;

/**
 * Entries below the Table that has their header, and system columns to its right: Sheets leaves them where they are when
 * it sorts the Table. Rows and columns that come in right beside a Table may end up there.
 */
export function outsideProblem(
  tab: TabRead,
  { headerRow, headerDepth, columns, system, rows }: Ledger,
): TableProblem | null {
  const header = headerRow + headerDepth - 1;
  const key = columns[0]?.column ?? 0;
  const box = typedTableAt(tab, header, key)?.box;
  if (box === undefined) return null;
  const below = rows.filter(({ row, rowSpan }) => row + rowSpan > box.endRow);
  const beside = Object.values(system).filter((column) => column !== null && column >= box.endColumn) as number[];
  const [first] = below;
  if (first === undefined && beside.length === 0) return null;
  const what = [
    ...(first === undefined ? [] : [`第 ${first.row + 1} 行起的 ${below.length} 项`]),
    ...(beside.length === 0 ? [] : ["系统的各列"]),
  ];
  const endRow = Math.max(box.endRow, ...below.map(({ row, rowSpan }) => row + rowSpan));
  const corner = cellName(endRow - 1, Math.max(box.endColumn - 1, ...beside));
  return {
    cell: first === undefined ? cellName(header, Math.min(...beside)) : cellName(first.row, key),
    message: `${what.join("和")}在表格区域之外，表格排序时不会带上；请把表格的右下角拖到 ${corner}`,
    text: null,
  };
}
