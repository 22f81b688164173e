import { limits } from "../limits.ts";
import { type CellText, readCellText } from "./cell-text.ts";
import { indexMerges, type Merges } from "./merges.ts";
import { isProtected } from "./protection.ts";
import type { Box, TabRead } from "./sheet.ts";
import { isPreset } from "./typed-table.ts";

/** The cells of a tab as texts, with their merges. */
export interface TabCells {
  readonly tab: TabRead;
  readonly merges: Merges;
  /** Rows and columns that hold anything, within the limits. */
  readonly rows: number;
  readonly columns: number;
  read(row: number, column: number, dated: boolean): CellText;
  /** Why a value written to the cell would take more than its text; undefined: it would not. */
  lockOf(row: number, column: number): string | undefined;
}

export const protectedMessage = "设了保护，系统账号没有编辑权限";

export function makeTabCells(tab: TabRead): TabCells {
  let columns = 0;
  for (const row of tab.rows) columns = Math.max(columns, row.cells.length);
  return {
    tab,
    merges: indexMerges(tab),
    rows: tab.rows.length,
    columns: Math.min(columns, limits.tableColumns),
    read: (row, column, dated) => readCellText(tab.rows[row]?.cells[column], dated),
    lockOf(row, column) {
      const cell = tab.rows[row]?.cells[column];
      if (cell?.formula !== undefined) return "公式，系统不改写";
      if (isProtected(tab, row, column)) return protectedMessage;
      return cell?.chip === true ? "智能标签（人员、文件等），系统不改写" : undefined;
    },
  };
}

/** The texts of a row that are not blank, from the left, leaving out the columns given. */
export function textsOf(grid: TabCells, row: number, except: ReadonlySet<number>): { column: number; text: string }[] {
  const cells = grid.tab.rows[row]?.cells ?? [];
  const texts: { column: number; text: string }[] = [];
  const last = Math.min(cells.length, grid.columns);
  for (let column = 0; column < last; column++) {
    const value = cells[column]?.value ?? null;
    if (value === null || value === "" || except.has(column) || isPreset(grid.tab, row, column, value)) continue;
    const { text } = readCellText(cells[column], false);
    if (text !== "") texts.push({ column, text });
  }
  return texts;
}

export function heightOf(box: Box): number {
  return box.endRow - box.startRow;
}

export function widthOf(box: Box): number {
  return box.endColumn - box.startColumn;
}
