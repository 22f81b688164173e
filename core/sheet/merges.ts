import type { Box, TabRead } from "./sheet.ts";

/** Finds the merge that covers a cell. */
export interface Merges {
  at(row: number, column: number): Box | undefined;
}

const none: readonly Box[] = [];

/** Merges are clipped to the rows that hold anything, so that one merge over a whole empty tab costs nothing. */
export function indexMerges(tab: TabRead): Merges {
  const byRow = new Map<number, Box[]>();
  for (const box of tab.merges) {
    const end = Math.min(box.endRow, tab.rows.length);
    for (let row = box.startRow; row < end; row++) {
      const boxes = byRow.get(row);
      if (boxes === undefined) byRow.set(row, [box]);
      else boxes.push(box);
    }
  }
  return {
    at: (row, column) => (byRow.get(row) ?? none).find((box) => column >= box.startColumn && column < box.endColumn),
  };
}
