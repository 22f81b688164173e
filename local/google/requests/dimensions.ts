import {
  deleteDimension as deleteLines,
  insertDimension as insertLines,
  moveDimension as moveLines,
} from "../dimension.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { checkSize, editSheet, ownDimensions, setAt } from "../draft.ts";
import { invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { checkBoxProtection } from "../protection.ts";
import type { Axis } from "../shift-range.ts";
import type { Dimension } from "../state.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";

/** Whole rows and columns: insert, delete, move, append, hide and size. */

interface Lines {
  readonly sheet: SheetDraft;
  readonly axis: Axis;
  readonly start: number;
  readonly end: number;
}

function readAxis(dimension: unknown): Axis {
  if (dimension !== "ROWS" && dimension !== "COLUMNS") throw invalid("range.dimension must be specified.");
  return dimension;
}

export const dimensionsOf = (axis: Axis) => (axis === "ROWS" ? "rowDimensions" : "columnDimensions");

function readLines(draft: Draft, range: Message | undefined): Lines {
  if (range === undefined) throw invalid("range must be specified.");
  const sheet = editSheet(draft, range.sheetId ?? 0);
  const axis = readAxis(range.dimension);
  const start = (range.startIndex as number | undefined) ?? 0;
  const end = (range.endIndex as number | undefined) ?? (axis === "ROWS" ? sheet.rowCount : sheet.columnCount);
  if (start < 0) throw invalid(`range.startIndex[${start}] must be greater than or equal to 0`);
  if (end <= start) throw invalid(`range.endIndex[${end}] must be greater than range.startIndex[${start}]`);
  return { sheet, axis, start, end };
}

/** The same inside the grid: a span that begins outside is refused, one that only ends outside is cut off. */
export function readLinesInGrid(draft: Draft, range: Message | undefined): Lines {
  const lines = readLines(draft, range);
  const total = lines.axis === "ROWS" ? lines.sheet.rowCount : lines.sheet.columnCount;
  if (lines.start >= total) {
    throw invalid(
      `range.startIndex[${lines.start}] must be less than the number of ${lines.axis.toLowerCase()} (${total})`,
    );
  }
  return { ...lines, end: Math.min(lines.end, total) };
}

function checkLines(draft: Draft, { sheet, axis, start, end }: Lines): void {
  const all = { startRow: 0, endRow: sheet.rowCount, startColumn: 0, endColumn: sheet.columnCount };
  checkBoxProtection(
    draft,
    sheet,
    axis === "ROWS" ? { ...all, startRow: start, endRow: end } : { ...all, startColumn: start, endColumn: end },
  );
}

export const insertDimension: Handler = (draft, { range, inheritFromBefore = false }) => {
  const lines = readLines(draft, range);
  if (range.endIndex === undefined) throw invalid("range.endIndex must be specified.");
  if (inheritFromBefore && lines.start === 0) {
    throw invalid(
      "inheritFromBefore cannot be true if inserting at the beginning of the sheet (range.startIndex is 0).",
    );
  }
  insertLines(draft, lines.sheet, lines.axis, lines.start, lines.end, inheritFromBefore);
  return {};
};

export const deleteDimension: Handler = (draft, { range }) => {
  const lines = readLines(draft, range);
  checkLines(draft, lines);
  deleteLines(draft, lines.sheet, lines.axis, lines.start, lines.end);
  return {};
};

export const moveDimension: Handler = (draft, { source, destinationIndex = 0 }) => {
  const lines = readLines(draft, source);
  if (destinationIndex < 0) throw invalid(`destinationIndex[${destinationIndex}] must be greater than or equal to 0`);
  checkLines(draft, lines);
  moveLines(draft, lines.sheet, lines.axis, lines.start, lines.end, destinationIndex);
  return {};
};

export const appendDimension: Handler = (draft, { sheetId = 0, dimension, length = 0 }) => {
  const axis = readAxis(dimension);
  if (length < 1) throw invalid(`length[${length}] must be greater than 0`);
  const sheet = editSheet(draft, sheetId);
  if (axis === "ROWS") sheet.rowCount += length;
  else sheet.columnCount += length;
  checkSize(draft);
  return {};
};

export const updateDimensionProperties: Handler = (draft, { range, properties = {}, fields }) => {
  const { sheet, axis, start, end } = readLinesInGrid(draft, range);
  const mask = readMask("DimensionProperties", fields);
  const list = ownDimensions(draft, sheet, dimensionsOf(axis));
  for (let index = start; index < end; index++) {
    const { hidden, pixelSize, ...rest } = list[index] ?? {};
    const now = assignMask({ hiddenByUser: hidden, pixelSize }, properties, mask) as Message | undefined;
    const dimension: Dimension = {
      ...(now?.hiddenByUser === true ? { hidden: true } : {}),
      ...(now?.pixelSize === undefined ? {} : { pixelSize: now.pixelSize as number }),
      ...rest,
    };
    setAt(list, index, Object.keys(dimension).length === 0 ? undefined : dimension);
  }
  return {};
};

/** The width that fits depends on fonts, which nothing here measures: the default size comes back. */
export const autoResizeDimensions: Handler = (draft, { dimensions }) => {
  const { sheet, axis, start, end } = readLines(draft, dimensions);
  const list = ownDimensions(draft, sheet, dimensionsOf(axis));
  for (let index = start; index < Math.min(end, list.length); index++) {
    const { pixelSize: _, ...rest } = list[index] ?? {};
    list[index] = Object.keys(rest).length === 0 ? undefined : rest;
  }
  return {};
};
