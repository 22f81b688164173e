import type { Box } from "../a1.ts";
import { withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import type { Cell, SheetState } from "../state.ts";

/** What copying and cutting have in common: a block lifted, and each cell as its paste type has it. */

export function pasted(
  pasteType: string,
  old: Cell | undefined,
  source: Cell | undefined,
  formula: string | undefined,
  shown: () => Cell | undefined,
): Cell | undefined {
  switch (pasteType) {
    case "PASTE_VALUES":
      return withParts(old, { value: shown()?.value, formula: undefined });
    case "PASTE_FORMULA":
      return withParts(old, { value: source?.value, formula });
    case "PASTE_FORMAT":
      return withParts(old, { format: source?.format });
    case "PASTE_DATA_VALIDATION":
      return withParts(old, { validation: source?.validation });
    case "PASTE_CONDITIONAL_FORMATTING":
      return old;
    default:
      return withParts(undefined, { ...source, formula });
  }
}

export interface Block {
  readonly sheet: SheetState;
  readonly box: Box;
  readonly cells: readonly (readonly (Cell | undefined)[])[];
}

export function lift(sheet: SheetState, box: Box): Block {
  const cells = [];
  for (let row = box.startRow; row < box.endRow; row++)
    cells.push((sheet.rows[row] ?? []).slice(box.startColumn, box.endColumn));
  return { sheet, box, cells };
}

export const isEmpty = (box: Box) => box.endRow <= box.startRow || box.endColumn <= box.startColumn;

const times = (whole: number, part: number) => (whole % part === 0 ? whole : part);

/** The destination takes the source as often as it fits exactly, else once; it must lie inside the grid. */
export function destinationBox(sheet: SheetState, asked: Box, height: number, width: number): Box {
  const box = {
    startRow: asked.startRow,
    startColumn: asked.startColumn,
    endRow: asked.startRow + times(Math.max(asked.endRow - asked.startRow, height), height),
    endColumn: asked.startColumn + times(Math.max(asked.endColumn - asked.startColumn, width), width),
  };
  if (box.endRow > sheet.rowCount || box.endColumn > sheet.columnCount) {
    throw invalid(
      `Range (${sheet.title}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return box;
}
