import type { Box } from "./a1.ts";
import { chipText } from "./chips.ts";
import type { Mask } from "./field-mask.ts";
import { applyMask, sub, wants } from "./field-mask.ts";
import { filteredRows } from "./filter.ts";
import type { Located } from "./metadata.ts";
import { showMetadata } from "./metadata.ts";
import type { Evaluator } from "./operand.ts";
import { effectiveExtended, extendedValue, isDateFormat, showValue } from "./show.ts";
import type { Cell, Dimension, Dimensions, SheetState } from "./state.ts";
import { asTyped } from "./tables.ts";
import { defaultFormat } from "./theme.ts";

/** GridData: the cells of a block with the properties of its rows and columns. */

/** Pixels: a new sheet's rows and columns. */
const rowPixels = 21;
const columnPixels = 100;

function showCell(
  sheet: SheetState,
  row: number,
  column: number,
  cell: Cell,
  mask: Mask,
  evaluator: Evaluator,
  locale: string,
): object {
  const shown: Record<string, unknown> = {};
  const blank = cell.value === undefined && cell.formula === undefined;
  if (!blank) {
    if (wants(mask, "userEnteredValue")) {
      const value = cell.formula === undefined ? extendedValue(cell.value!) : { formulaValue: cell.formula };
      shown.userEnteredValue = applyMask(value, sub(mask, "userEnteredValue")!);
    }
    if (wants(mask, "effectiveValue") || wants(mask, "formattedValue")) {
      const effective = cell.formula === undefined ? cell.value : evaluator(sheet, row, column);
      if (wants(mask, "effectiveValue"))
        shown.effectiveValue = applyMask(effectiveExtended(effective), sub(mask, "effectiveValue")!);
      if (wants(mask, "formattedValue"))
        shown.formattedValue = chipText(cell) ?? showValue(effective, asTyped(sheet, row, column, cell), locale);
    }
  }
  if (cell.format !== undefined && wants(mask, "userEnteredFormat"))
    shown.userEnteredFormat = applyMask(cell.format, sub(mask, "userEnteredFormat")!);
  if ((!blank || cell.format !== undefined) && wants(mask, "effectiveFormat")) {
    const format = effectiveFormat(asTyped(sheet, row, column, cell));
    shown.effectiveFormat = applyMask(format, sub(mask, "effectiveFormat")!);
  }
  if (cell.chips !== undefined && wants(mask, "chipRuns"))
    shown.chipRuns = applyMask(cell.chips, sub(mask, "chipRuns")!);
  if (cell.note !== undefined && wants(mask, "note")) shown.note = cell.note;
  if (cell.validation !== undefined && wants(mask, "dataValidation"))
    shown.dataValidation = applyMask(cell.validation, sub(mask, "dataValidation")!);
  return shown;
}

function effectiveFormat(cell: Cell): object {
  const number =
    typeof cell.value === "number" || isDateFormat(cell)
      ? { horizontalAlignment: "RIGHT" }
      : { horizontalAlignment: "LEFT" };
  return { ...defaultFormat, ...number, hyperlinkDisplayType: "PLAIN_TEXT", ...cell.format };
}

/** "One entry per row, starting with the first row in the range": trailing blank rows and cells are left out. */
function showRows(sheet: SheetState, box: Box, mask: Mask, evaluator: Evaluator, locale: string): object[] {
  const values = sub(mask, "values") ?? {};
  const rows: object[] = [];
  const endRow = Math.min(box.endRow, sheet.rows.length);
  for (let row = box.startRow; row < endRow; row++) {
    const cells = sheet.rows[row];
    const shown: object[] = [];
    let endColumn = Math.min(box.endColumn, cells?.length ?? 0);
    while (endColumn > box.startColumn && cells![endColumn - 1] === undefined) endColumn--;
    for (let column = box.startColumn; column < endColumn; column++) {
      const cell = cells![column];
      shown.push(cell === undefined ? {} : showCell(sheet, row, column, cell, values, evaluator, locale));
    }
    rows.push(shown.length === 0 ? {} : { values: shown });
  }
  while (rows.length > 0 && Object.keys(rows.at(-1)!).length === 0) rows.pop();
  return rows;
}

function showDimension(
  dimension: Dimension | undefined,
  index: number,
  type: "ROW" | "COLUMN",
  sheetId: number,
  filtered: boolean,
  mask: Mask,
): object {
  const withSize = wants(mask, "pixelSize");
  if (dimension === undefined && !withSize && !filtered) return {};
  const shown: Record<string, unknown> = {};
  if (filtered) shown.hiddenByFilter = true;
  if (dimension?.hidden === true && wants(mask, "hiddenByUser")) shown.hiddenByUser = true;
  if (withSize) shown.pixelSize = dimension?.pixelSize ?? (type === "ROW" ? rowPixels : columnPixels);
  if (dimension?.metadata !== undefined && wants(mask, "developerMetadata")) {
    shown.developerMetadata = dimension.metadata.map((metadata) => {
      const located: Located = { metadata, place: { type, sheetId, index } };
      return applyMask(showMetadata(located), sub(mask, "developerMetadata")!) as object;
    });
  }
  return shown;
}

function showDimensions(
  dimensions: Dimensions,
  start: number,
  end: number,
  type: "ROW" | "COLUMN",
  sheetId: number,
  filtered: ReadonlySet<number>,
  mask: Mask,
): object[] {
  const shown: object[] = [];
  for (let index = start; index < end; index++)
    shown.push(showDimension(dimensions[index], index, type, sheetId, filtered.has(index), mask));
  return shown;
}

const none: ReadonlySet<number> = new Set();

export function showGridData(sheet: SheetState, box: Box, mask: Mask, evaluator: Evaluator, locale: string): object {
  const filtered = wants(sub(mask, "rowMetadata") ?? {}, "hiddenByFilter")
    ? filteredRows(sheet, evaluator, locale)
    : none;
  const rows = wants(mask, "rowData") ? showRows(sheet, box, sub(mask, "rowData")!, evaluator, locale) : [];
  return {
    ...(box.startRow > 0 && wants(mask, "startRow") ? { startRow: box.startRow } : {}),
    ...(box.startColumn > 0 && wants(mask, "startColumn") ? { startColumn: box.startColumn } : {}),
    ...(rows.length > 0 ? { rowData: rows } : {}),
    ...(wants(mask, "rowMetadata")
      ? {
          rowMetadata: showDimensions(
            sheet.rowDimensions,
            box.startRow,
            box.endRow,
            "ROW",
            sheet.id,
            filtered,
            sub(mask, "rowMetadata")!,
          ),
        }
      : {}),
    ...(wants(mask, "columnMetadata")
      ? {
          columnMetadata: showDimensions(
            sheet.columnDimensions,
            box.startColumn,
            box.endColumn,
            "COLUMN",
            sheet.id,
            none,
            sub(mask, "columnMetadata")!,
          ),
        }
      : {}),
  };
}
