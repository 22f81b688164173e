import type { Box } from "./a1.ts";
import { renderRange } from "./a1.ts";
import { chipText } from "./chips.ts";
import type { Evaluator } from "./operand.ts";
import { isDateFormat, showValue } from "./show.ts";
import type { Scalar, SheetState } from "./state.ts";
import { asTyped } from "./tables.ts";

/** A block of cells as a ValueRange: "empty trailing rows and columns will not be included". */

export interface RenderOptions {
  readonly value: "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
  readonly dateTime: "SERIAL_NUMBER" | "FORMATTED_STRING";
  readonly majorDimension: "ROWS" | "COLUMNS" | "DIMENSION_UNSPECIFIED";
  readonly locale: string;
}

export interface ValueRange {
  readonly range: string;
  readonly majorDimension: string;
  readonly values?: Scalar[][];
}

function renderCell(
  sheet: SheetState,
  row: number,
  column: number,
  evaluator: Evaluator,
  options: RenderOptions,
): Scalar {
  const stored = sheet.rows[row]?.[column];
  if (stored === undefined) return "";
  const cell = asTyped(sheet, row, column, stored);
  if (options.value === "FORMULA") return cell.formula ?? cell.value ?? "";
  const effective = cell.formula === undefined ? cell.value : evaluator(sheet, row, column);
  if (effective === undefined) return "";
  const chips = chipText(cell);
  if (chips !== undefined) return chips;
  if (options.value === "FORMATTED_VALUE") return showValue(effective, cell, options.locale);
  if (typeof effective === "object") return effective.error;
  if (typeof effective === "number" && options.dateTime === "FORMATTED_STRING" && isDateFormat(cell)) {
    return showValue(effective, cell, options.locale);
  }
  return effective;
}

function trim<T>(list: T[], blank: (element: T) => boolean): T[] {
  let length = list.length;
  while (length > 0 && blank(list[length - 1]!)) length--;
  list.length = length;
  return list;
}

export function renderValues(sheet: SheetState, box: Box, evaluator: Evaluator, options: RenderOptions): ValueRange {
  const byColumn = options.majorDimension === "COLUMNS";
  const endRow = Math.min(box.endRow, sheet.rows.length);
  const lines: Scalar[][] = [];
  const blank = (value: Scalar) => value === "";
  if (byColumn) {
    for (let column = box.startColumn; column < box.endColumn; column++) {
      const line: Scalar[] = [];
      for (let row = box.startRow; row < endRow; row++) line.push(renderCell(sheet, row, column, evaluator, options));
      lines.push(trim(line, blank));
    }
  } else {
    for (let row = box.startRow; row < endRow; row++) {
      const line: Scalar[] = [];
      const endColumn = Math.min(box.endColumn, sheet.rows[row]?.length ?? 0);
      for (let column = box.startColumn; column < endColumn; column++)
        line.push(renderCell(sheet, row, column, evaluator, options));
      lines.push(trim(line, blank));
    }
  }
  trim(lines, (line) => line.length === 0);
  return {
    range: renderRange(sheet.title, box),
    majorDimension: byColumn ? "COLUMNS" : "ROWS",
    ...(lines.length === 0 ? {} : { values: lines }),
  };
}
