import type { Box } from "../a1.ts";
import { editSheet, setCell, withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import { contains, intersects, partedByFreeze } from "../merges.ts";
import { readGridRange } from "../resolve.ts";
import type { Handler } from "./request.ts";

/** mergeCells, unmergeCells. Only the top left cell of a merge carries a value. */

function boxesOf(box: Box, mergeType: string): Box[] {
  const boxes: Box[] = [];
  if (mergeType === "MERGE_ROWS") {
    for (let row = box.startRow; row < box.endRow; row++) boxes.push({ ...box, startRow: row, endRow: row + 1 });
  } else if (mergeType === "MERGE_COLUMNS") {
    for (let column = box.startColumn; column < box.endColumn; column++)
      boxes.push({ ...box, startColumn: column, endColumn: column + 1 });
  } else boxes.push(box);
  return boxes.filter((one) => one.endRow - one.startRow > 1 || one.endColumn - one.startColumn > 1);
}

export const mergeCells: Handler = (draft, { range = {}, mergeType = "MERGE_ALL" }) => {
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  for (const old of sheet.merges) {
    if (intersects(old, box) && !contains(box, old)) {
      throw invalid("You must select all cells in a merged range to merge or unmerge them.");
    }
  }
  const boxes = boxesOf(box, mergeType);
  const parted = partedByFreeze({ gridProperties: sheet.gridProperties, merges: boxes });
  if (parted !== null) throw invalid(`You can't merge frozen and non-frozen ${parted}.`);
  sheet.merges = [...sheet.merges.filter((old) => !intersects(old, box)), ...boxes];
  if (draft.switches.mergedCellsKeepValues) return {};
  for (const one of boxes) {
    let first = sheet.rows[one.startRow]?.[one.startColumn];
    for (let row = one.startRow; row < Math.min(one.endRow, sheet.rows.length); row++) {
      for (let column = one.startColumn; column < one.endColumn; column++) {
        const cell = sheet.rows[row]?.[column];
        if (cell === undefined || (cell.value === undefined && cell.formula === undefined)) continue;
        if (row === one.startRow && column === one.startColumn) continue;
        if (first?.value === undefined && first?.formula === undefined) {
          first = withParts(first, { value: cell.value, formula: cell.formula });
          setCell(draft, sheet, one.startRow, one.startColumn, first);
        }
        setCell(draft, sheet, row, column, withParts(cell, { value: undefined, formula: undefined }));
      }
    }
  }
  return {};
};

export const unmergeCells: Handler = (draft, { range = {} }) => {
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  for (const old of sheet.merges) {
    if (intersects(old, box) && !contains(box, old)) {
      throw invalid("You must select all cells in a merged range to merge or unmerge them.");
    }
  }
  sheet.merges = sheet.merges.filter((old) => !contains(box, old));
  return {};
};
