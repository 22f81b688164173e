import type { Draft, SheetDraft } from "../draft.ts";
import { editSheet, ownDimensions, setAt, setCell, withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import { makeEvaluator } from "../evaluate.ts";
import { offsetFormula } from "../formula-references.ts";
import { intersects } from "../merges.ts";
import type { Effective } from "../operand.ts";
import { compareValues } from "../operators.ts";
import { checkBoxProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { Dimension } from "../state.ts";
import type { Handler, Message } from "./request.ts";

/** sortRange: "Sorts data in rows based on a sort order per column." Cells move; the rows themselves do not. */

interface Spec {
  readonly column: number;
  readonly descending: boolean;
}

const isBlank = (value: Effective) => value === undefined || value === "";

/** Blank cells come last in either direction. */
function compare(a: Effective, b: Effective, descending: boolean): number {
  if (isBlank(a) || isBlank(b)) return Number(isBlank(a)) - Number(isBlank(b));
  const order = compareValues(typeof a === "object" ? a.error : a, typeof b === "object" ? b.error : b);
  return descending ? -order : order;
}

function moveMetadata(draft: Draft, sheet: SheetDraft, top: number, order: readonly number[]): void {
  delete draft.metadataIndex;
  const list = ownDimensions(draft, sheet, "rowDimensions");
  const before = order.map((row) => list[row]?.metadata);
  before.forEach((metadata, index) => {
    const { metadata: _, ...rest } = list[top + index] ?? {};
    const dimension: Dimension = metadata === undefined ? rest : { ...rest, metadata };
    setAt(list, top + index, Object.keys(dimension).length === 0 ? undefined : dimension);
  });
}

export const sortRange: Handler = (draft, { range = {}, sortSpecs = [] }) => {
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  if (sortSpecs.length === 0) throw invalid("sortSpecs must be specified.");
  const specs: Spec[] = sortSpecs.map((spec: Message) => {
    const column = (spec.dimensionIndex as number | undefined) ?? 0;
    if (column < box.startColumn || column >= box.endColumn)
      throw invalid(`dimensionIndex[${column}] must be within the range.`);
    return { column, descending: spec.sortOrder === "DESCENDING" };
  });
  checkBoxProtection(draft, sheet, box);
  if (sheet.merges.some((merge) => intersects(merge, box) && merge.endRow - merge.startRow > 1)) {
    throw invalid("Sorry, it is not possible to sort a range containing vertical merges.");
  }
  const endRow = Math.min(box.endRow, sheet.rows.length);
  const evaluator = makeEvaluator({ sheets: draft.sheets, namedRanges: draft.namedRanges }, draft.now);
  const lines = [];
  for (let row = box.startRow; row < endRow; row++) {
    lines.push({
      row,
      keys: specs.map(({ column }) => evaluator(sheet, row, column)),
      cells: sheet.rows[row]?.slice(box.startColumn, box.endColumn) ?? [],
    });
  }
  lines.sort((a, b) => {
    for (const [index, spec] of specs.entries()) {
      const order = compare(a.keys[index], b.keys[index], spec.descending);
      if (order !== 0) return order;
    }
    return a.row - b.row;
  });
  lines.forEach((line, index) => {
    const row = box.startRow + index;
    if (line.row === row) return;
    for (let j = 0; j < box.endColumn - box.startColumn; j++) {
      const cell = line.cells[j];
      const moved =
        cell?.formula === undefined
          ? cell
          : withParts(cell, { formula: offsetFormula(cell.formula, row - line.row, 0) });
      setCell(draft, sheet, row, box.startColumn + j, moved);
    }
  });
  if (draft.switches.metadataFollowsSort)
    moveMetadata(
      draft,
      sheet,
      box.startRow,
      lines.map((line) => line.row),
    );
  return {};
};
