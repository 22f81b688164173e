import type { Box, TabRead } from "./sheet.ts";

/** What people protected from everybody but themselves: nothing of ours may be written there, not even a note. */
export function isProtected({ protections = [] }: TabRead, row: number, column: number): boolean {
  return protections.some(
    ({ box, free }) => isWithin(box, row, column) && !free.some((each) => isWithin(each, row, column)),
  );
}

function isWithin({ startRow, endRow, startColumn, endColumn }: Box, row: number, column: number): boolean {
  return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
}
