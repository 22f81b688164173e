import { isCode } from "../ledger/code.ts";
import { cellName } from "./a1.ts";
import type { BoundHeader } from "./bind-header.ts";
import { isPrivate, systemHeaders } from "./header-words.ts";
import type { TabCells } from "./tab-cells.ts";
import type { TableProblem } from "./table.ts";

/** Cells of a column that are looked at. */
const sampleCells = 200;

/**
 * The 系统编号 column of a tab known from before whose header somebody renamed or emptied: the one with the most codes, in
 * which little else stands; of two with as many the one left of 系统状态. Null when there is none, or when a header says
 * which it is. Codes may also have strayed into a column of the clerk's own, or into one that is known.
 *
 * @param headersBefore field -> header at the last good pass.
 */
export function unnamedCodeColumn(
  grid: TabCells,
  { system, columns }: BoundHeader,
  headerRow: number,
  headersBefore: Readonly<Record<string, string>>,
): number | null {
  if (system.code !== null) return null;
  const kept = columns.filter(({ field, header }) => headersBefore[field] === header);
  const others = new Set([system.state, system.notice, ...kept.map(({ column }) => column)]);
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < grid.columns; column++) {
    if (others.has(column)) continue;
    const { codes, filled } = countCodes(grid, column, headerRow + 1);
    const isBetter = codes > most || (codes === most && system.state === column + 1);
    if (codes * 2 <= filled || !isBetter || isPrivate(grid.read(headerRow, column, false).text)) continue;
    best = column;
    most = codes;
  }
  return best;
}

function countCodes(grid: TabCells, column: number, firstRow: number): { codes: number; filled: number } {
  let codes = 0;
  let filled = 0;
  for (let row = firstRow; row < grid.rows && filled < sampleCells; row++) {
    const { value, formula } = grid.tab.rows[row]?.cells[column] ?? { value: null };
    if (value === null) continue;
    filled++;
    if (formula === undefined && typeof value === "string" && isCode(value)) codes++;
  }
  return { codes, filled };
}

/** The header with that column in its place, and nothing else read from it. */
export function withCodeColumn(bound: BoundHeader, column: number): BoundHeader {
  return {
    ...bound,
    columns: bound.columns.filter((found) => found.column !== column),
    privateColumns: bound.privateColumns.filter((found) => found.column !== column),
    sequenceColumn: bound.sequenceColumn === column ? null : bound.sequenceColumn,
    system: { ...bound.system, code: column },
  };
}

export function renamedProblem(grid: TabCells, headerRow: number, column: number): TableProblem {
  const text = grid.read(headerRow, column, false).text;
  const how = text === "" ? "被清空" : `被改成“${text}”`;
  return {
    cell: cellName(headerRow, column),
    message: `“${systemHeaders.code}”的表头${how}，各行仍按这一列中的编号对应；请改回“${systemHeaders.code}”`,
    text: text === "" ? null : text,
  };
}
