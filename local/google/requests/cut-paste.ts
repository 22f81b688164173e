import type { Box } from "../a1.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { editSheet, ownDimensions, setAt, setCell } from "../draft.ts";
import { invalid } from "../errors.ts";
import { rewriteFormulas } from "../formula-references.ts";
import { contains, intersects } from "../merges.ts";
import { checkBoxProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { Dimension, SheetState } from "../state.ts";
import { destinationBox, isEmpty, lift, pasted } from "./paste-block.ts";
import type { Handler } from "./request.ts";

/** cutPaste. Metadata stays with the rows, unless the switch lets whole cut rows take it along. */

/** Formulas that pointed at what was cut point at where it went. */
function followCut(
  draft: Draft,
  source: SheetState,
  box: Box,
  target: SheetState,
  rows: number,
  columns: number,
): void {
  const title = source.title.toLowerCase();
  rewriteFormulas(draft, (reference, home) => {
    const here = reference.sheet === undefined ? home.id === source.id : reference.sheet.toLowerCase() === title;
    const { first, last = first } = reference;
    if (
      !here ||
      first.row === undefined ||
      first.column === undefined ||
      last.row === undefined ||
      last.column === undefined
    )
      return reference;
    const span = { startRow: first.row, endRow: last.row + 1, startColumn: first.column, endColumn: last.column + 1 };
    if (!contains(box, span)) return reference;
    const moved = {
      ...reference,
      first: { ...first, row: first.row + rows, column: first.column + columns },
      ...(reference.last === undefined
        ? {}
        : { last: { ...last, row: last.row + rows, column: last.column + columns } }),
    };
    return target.id === source.id ? moved : { ...moved, sheet: target.title };
  });
}

function takeMetadataAlong(draft: Draft, from: SheetDraft, box: Box, to: SheetDraft, top: number): void {
  if (!draft.switches.metadataFollowsCutPaste || box.startColumn !== 0 || box.endColumn < from.columnCount) return;
  const lines: Dimension["metadata"][] = [];
  const source = ownDimensions(draft, from, "rowDimensions");
  for (let row = box.startRow; row < box.endRow; row++) {
    const { metadata, ...rest } = source[row] ?? {};
    lines.push(metadata);
    setAt(source, row, Object.keys(rest).length === 0 ? undefined : rest);
  }
  const target = ownDimensions(draft, to, "rowDimensions");
  lines.forEach((metadata, index) => {
    const { metadata: _, ...rest } = target[top + index] ?? {};
    const dimension = metadata === undefined ? rest : { ...rest, metadata };
    setAt(target, top + index, Object.keys(dimension).length === 0 ? undefined : dimension);
  });
  delete draft.metadataIndex;
}

export const cutPaste: Handler = (draft, { source = {}, destination = {}, pasteType = "PASTE_NORMAL" }) => {
  const { sheet: found, box } = readGridRange(draft, source);
  const { rowIndex = 0, columnIndex = 0, sheetId = 0 } = destination;
  const from = editSheet(draft, found.id);
  const to = editSheet(draft, sheetId);
  if (isEmpty(box)) return {};
  const one = { startRow: rowIndex, startColumn: columnIndex, endRow: rowIndex + 1, endColumn: columnIndex + 1 };
  if (rowIndex < 0 || columnIndex < 0) throw invalid("destination must not be negative.");
  const at = destinationBox(to, one, box.endRow - box.startRow, box.endColumn - box.startColumn);
  checkBoxProtection(draft, from, box);
  checkBoxProtection(draft, to, at);
  for (const [sheet, area] of [
    [from, box],
    [to, at],
  ] as const) {
    if (sheet.merges.some((merge) => intersects(merge, area) && !contains(area, merge)))
      throw invalid("You can't paste a range over part of a merged cell.");
  }
  const block = lift(from, box);
  const merges = from.merges.filter((merge) => contains(box, merge));
  from.merges = from.merges.filter((merge) => !contains(box, merge));
  to.merges = to.merges.filter((merge) => !contains(at, merge));
  const [rows, columns] = [at.startRow - box.startRow, at.startColumn - box.startColumn];
  for (let row = box.startRow; row < box.endRow; row++) {
    for (let column = box.startColumn; column < box.endColumn; column++) setCell(draft, from, row, column, undefined);
  }
  block.cells.forEach((line, i) => {
    for (let j = 0; j < box.endColumn - box.startColumn; j++) {
      const old = to.rows[at.startRow + i]?.[at.startColumn + j];
      const cell = pasted(pasteType, old, line[j], line[j]?.formula, () => line[j]);
      setCell(draft, to, at.startRow + i, at.startColumn + j, cell);
    }
  });
  to.merges = [
    ...to.merges,
    ...merges.map((merge) => ({
      startRow: merge.startRow + rows,
      endRow: merge.endRow + rows,
      startColumn: merge.startColumn + columns,
      endColumn: merge.endColumn + columns,
    })),
  ];
  followCut(draft, from, box, to, rows, columns);
  takeMetadataAlong(draft, from, box, to, at.startRow);
  return {};
};
