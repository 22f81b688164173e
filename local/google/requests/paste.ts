import type { Box } from "../a1.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { editSheet, ownDimensions, setAt, setCell, withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import { makeEvaluator } from "../evaluate.ts";
import { offsetFormula, rewriteFormulas } from "../formula-references.ts";
import { contains, intersects } from "../merges.ts";
import { checkBoxProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { Cell, Dimension, SheetState } from "../state.ts";
import type { Handler } from "./request.ts";

/** copyPaste and cutPaste of blocks. Metadata stays with the rows, unless the switch lets whole cut rows take it along. */

function pasted(
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

interface Block {
  readonly sheet: SheetState;
  readonly box: Box;
  readonly cells: readonly (readonly (Cell | undefined)[])[];
}

function lift(sheet: SheetState, box: Box): Block {
  const cells = [];
  for (let row = box.startRow; row < box.endRow; row++)
    cells.push((sheet.rows[row] ?? []).slice(box.startColumn, box.endColumn));
  return { sheet, box, cells };
}

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

const isEmpty = (box: Box) => box.endRow <= box.startRow || box.endColumn <= box.startColumn;

const times = (whole: number, part: number) => (whole % part === 0 ? whole : part);

/** The destination takes the source as often as it fits exactly, else once; it must lie inside the grid. */
function destinationBox(sheet: SheetState, asked: Box, height: number, width: number): Box {
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
