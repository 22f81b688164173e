import type { SystemColumn } from "./header-words.ts";
import { isProtected } from "./protection.ts";
import type { Reader } from "./reader.ts";
import { protectedMessage } from "./tab-cells.ts";

/** A system cell of a row in which nothing can be written. */
export interface ClosedCell {
  readonly name: SystemColumn;
  readonly column: number;
  /** A Chinese sentence that says what to do. */
  readonly why: string;
}

/** Google drops what is written into a merge anywhere but at its first cell, and refuses the whole request for a protected one. */
export function closedSystemCells({ grid, bound }: Reader, row: number): ClosedCell[] {
  return (["code", "state", "notice"] as const).flatMap((name): ClosedCell[] => {
    const column = bound.system[name];
    if (column === null) return [];
    const box = grid.merges.at(row, column);
    if (box !== undefined && (box.startRow !== row || box.startColumn !== column))
      return [{ name, column, why: "与别的格合并，系统写不进去，请取消合并" }];
    if (isProtected(grid.tab, row, column)) return [{ name, column, why: `${protectedMessage}，请在保护设置里加上它` }];
    return [];
  });
}
