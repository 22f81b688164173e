import type { Box } from "../a1.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { editSheet, setCell } from "../draft.ts";
import { makeEvaluator } from "../evaluate.ts";
import { offsetFormula } from "../formula-references.ts";
import { contains } from "../merges.ts";
import { checkBoxProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { SheetState } from "../state.ts";
import type { Block } from "./paste-block.ts";
import { destinationBox, isEmpty, lift, pasted } from "./paste-block.ts";
import type { Handler } from "./request.ts";

/** copyPaste: the source as often as it fits into the destination. */

function tile(draft: Draft, block: Block, sheet: SheetDraft, at: Box, pasteType: string, transpose: boolean): void {
  const [height, width] = [block.box.endRow - block.box.startRow, block.box.endColumn - block.box.startColumn];
  const evaluator = makeEvaluator({ sheets: draft.sheets, namedRanges: draft.namedRanges }, draft.now);
  const before = block.sheet;
  for (let row = at.startRow; row < at.endRow; row++) {
    for (let column = at.startColumn; column < at.endColumn; column++) {
      const [i, j] = [row - at.startRow, column - at.startColumn];
      const [r, c] = transpose ? [j % height, i % width] : [i % height, j % width];
      const source = block.cells[r]?.[c];
      const [fromRow, fromColumn] = [block.box.startRow + r, block.box.startColumn + c];
      const formula =
        source?.formula === undefined ? undefined : offsetFormula(source.formula, row - fromRow, column - fromColumn);
      const shown = () => {
        const value = source?.formula === undefined ? source?.value : evaluator(before, fromRow, fromColumn);
        if (value === undefined) return undefined;
        return { value: typeof value === "object" ? value.error : value };
      };
      setCell(draft, sheet, row, column, pasted(pasteType, sheet.rows[row]?.[column], source, formula, shown));
    }
  }
}

function copyMerges(source: SheetState, from: Box, sheet: SheetDraft, at: Box): void {
  const [height, width] = [from.endRow - from.startRow, from.endColumn - from.startColumn];
  const inside = source.merges.filter((merge) => contains(from, merge));
  const copies: Box[] = [];
  for (let top = at.startRow; top + height <= at.endRow; top += height) {
    for (let left = at.startColumn; left + width <= at.endColumn; left += width) {
      for (const merge of inside) {
        const [rows, columns] = [top - from.startRow, left - from.startColumn];
        copies.push({
          startRow: merge.startRow + rows,
          endRow: merge.endRow + rows,
          startColumn: merge.startColumn + columns,
          endColumn: merge.endColumn + columns,
        });
      }
    }
  }
  sheet.merges = [...sheet.merges.filter((old) => !contains(at, old)), ...copies];
}

export const copyPaste: Handler = (draft, request) => {
  const { source = {}, destination = {}, pasteType = "PASTE_NORMAL", pasteOrientation = "NORMAL" } = request;
  const from = readGridRange(draft, source);
  const to = readGridRange(draft, destination);
  if (isEmpty(from.box)) return {};
  const sheet = editSheet(draft, to.sheet.id);
  const transpose = pasteOrientation === "TRANSPOSE";
  const [rows, columns] = [from.box.endRow - from.box.startRow, from.box.endColumn - from.box.startColumn];
  const at = destinationBox(sheet, to.box, transpose ? columns : rows, transpose ? rows : columns);
  checkBoxProtection(draft, sheet, at);
  tile(draft, lift(from.sheet, from.box), sheet, at, pasteType, transpose);
  const everything = pasteType === "PASTE_NORMAL" || pasteType === "PASTE_NO_BORDERS";
  if (everything && !transpose) copyMerges(from.sheet, from.box, sheet, at);
  return {};
};
