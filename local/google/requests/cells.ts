import { readChips } from "../chips.ts";
import { roundColours } from "../colour.ts";
import type { Draft, SheetDraft } from "../draft.ts";
import { editSheet, growGrid, setCell, withParts } from "../draft.ts";
import { GoogleError, invalid } from "../errors.ts";
import type { Mask } from "../field-mask.ts";
import { assignMask } from "../field-mask.ts";
import { parseFormula } from "../formula.ts";
import { checkProtection } from "../protection.ts";
import { readGridRange } from "../resolve.ts";
import type { Cell, Json, Scalar } from "../state.ts";
import { typedColumnAt } from "../tables.ts";
import { readMask } from "../update-mask.ts";
import { checkColumnType, checkValidation } from "../validation.ts";
import { widest } from "../widest.ts";
import type { Handler, Message } from "./request.ts";

/** updateCells, appendCells, repeatCell, setDataValidation: typed cells, never parsed. */

const cellChars = 50_000;

function readExtended(value: Message | undefined): { value?: Scalar | undefined; formula?: string | undefined } {
  if (value === undefined) return { value: undefined, formula: undefined };
  const { numberValue, stringValue, boolValue, formulaValue, errorValue } = value;
  if (errorValue !== undefined) throw invalid("userEnteredValue.errorValue is read-only.");
  if ([numberValue, stringValue, boolValue, formulaValue].filter((one) => one !== undefined).length > 1) {
    throw invalid("Only one of numberValue, stringValue, boolValue, formulaValue may be set.");
  }
  if (formulaValue !== undefined) {
    if (typeof formulaValue === "string" && !formulaValue.startsWith("="))
      throw invalid(`Formula must start with '=': ${formulaValue.slice(0, 40)}`);
    if (parseFormula(formulaValue) === undefined && formulaValue.length > cellChars)
      throw invalid("The formula is too long.");
    return { value: undefined, formula: formulaValue };
  }
  if (typeof stringValue === "string" && stringValue.length > cellChars) {
    throw invalid(`Your input contains more than the maximum of ${cellChars} characters in a single cell.`);
  }
  const literal = (numberValue ?? stringValue ?? boolValue) as Scalar | undefined;
  return { value: literal === "" ? undefined : literal, formula: undefined };
}

/** The cell with what the mask names taken from `data`. */
function applyCellData(draft: Draft, old: Cell | undefined, data: Message, mask: Mask): Cell | undefined {
  const named = (field: string) => mask === true || mask[field] !== undefined || mask["*"] !== undefined;
  const parts: { -readonly [K in keyof Cell]?: Cell[K] | undefined } = {};
  if (named("userEnteredValue")) {
    const read = readExtended(data.userEnteredValue);
    checkValidation(draft, old, read.value ?? "");
    parts.value = read.value;
    parts.formula = read.formula;
  }
  if (named("chipRuns")) parts.chips = readChips(data.chipRuns, parts.value ?? old?.value);
  if (named("note")) parts.note = data.note === "" ? undefined : data.note;
  if (named("userEnteredFormat")) {
    const below = mask === true ? true : (mask.userEnteredFormat ?? true);
    parts.format = assignMask(old?.format, roundColours(data.userEnteredFormat), below) as Json | undefined;
  }
  if (named("dataValidation")) parts.validation = data.dataValidation;
  return withParts(old, parts);
}

function writeCell(draft: Draft, sheet: SheetDraft, row: number, column: number, data: Message, mask: Mask): void {
  checkProtection(draft, sheet, row, column);
  const cell = applyCellData(draft, sheet.rows[row]?.[column], data, mask);
  checkColumnType(draft, sheet, row, column, cell?.value ?? "");
  setCell(draft, sheet, row, column, cell);
}

/** "If the data in rows does not cover the entire requested range, the fields matching those set in fields will be cleared." */
function updateRange(draft: Draft, range: Message, rows: readonly Message[], mask: Mask): void {
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  rows.forEach((row, i) => {
    const values = (row.values ?? []) as Message[];
    if (i >= box.endRow - box.startRow && values.length > 0) {
      throw invalid(
        `Attempting to write row: ${box.startRow + i}, beyond the last requested row of: ${box.endRow - 1}`,
      );
    }
    if (values.length > box.endColumn - box.startColumn) {
      throw invalid(
        `Attempting to write column: ${box.endColumn}, beyond the last requested column of: ${box.endColumn - 1}`,
      );
    }
  });
  for (let row = box.startRow; row < box.endRow; row++) {
    const values = (rows[row - box.startRow]?.values ?? []) as Message[];
    for (let column = box.startColumn; column < box.endColumn; column++) {
      const data = values[column - box.startColumn];
      if (data === undefined && sheet.rows[row]?.[column] === undefined) continue;
      writeCell(draft, sheet, row, column, data ?? {}, mask);
    }
  }
}

function writeRows(
  draft: Draft,
  sheet: SheetDraft,
  top: number,
  left: number,
  rows: readonly Message[],
  mask: Mask,
): void {
  rows.forEach((row, i) => {
    ((row.values ?? []) as Message[]).forEach((data, j) => {
      writeCell(draft, sheet, top + i, left + j, data, mask);
    });
  });
}

export const updateCells: Handler = (draft, { rows = [], fields, start, range }) => {
  const mask = readMask("CellData", stripRows(fields));
  if ((start === undefined) === (range === undefined)) throw invalid("Must set exactly one of: start, range.");
  if (range !== undefined) {
    updateRange(draft, range, rows, mask);
    return {};
  }
  const sheet = editSheet(draft, start.sheetId ?? 0);
  const { rowIndex = 0, columnIndex = 0 } = start;
  if (rowIndex < 0 || columnIndex < 0) throw invalid("start must not be negative.");
  const width = widest(rows.map((row: Message) => row.values));
  if (rowIndex + rows.length > sheet.rowCount) {
    throw invalid(
      `Attempting to write row: ${sheet.rowCount}, beyond the last requested row of: ${sheet.rowCount - 1}`,
    );
  }
  if (columnIndex + width > sheet.columnCount) {
    throw invalid(
      `Attempting to write column: ${sheet.columnCount}, beyond the last requested column of: ${sheet.columnCount - 1}`,
    );
  }
  writeRows(draft, sheet, rowIndex, columnIndex, rows, mask);
  return {};
};

/** "The root is the CellData"; some clients name it from the row, which the service also takes. */
const stripRows = (fields: unknown) =>
  typeof fields === "string" ? fields.replace(/\brows(?:\.|\/)values(?:\.|\/)/g, "") : fields;

/** "Adds new cells after the last row with data in a sheet, inserting new rows into the sheet if necessary." */
export const appendCells: Handler = (draft, { sheetId = 0, tableId, rows = [], fields }) => {
  if (tableId !== undefined)
    throw new GoogleError("UNIMPLEMENTED", "appendCells.tableId is not available in the local service.");
  const mask = readMask("CellData", stripRows(fields));
  const sheet = editSheet(draft, sheetId);
  const width = widest(rows.map((row: Message) => row.values));
  if (width > sheet.columnCount) {
    throw invalid(
      `Attempting to write column: ${sheet.columnCount}, beyond the last requested column of: ${sheet.columnCount - 1}`,
    );
  }
  let top = sheet.rows.length;
  while (
    top > 0 &&
    !(sheet.rows[top - 1] ?? []).some((cell) => cell?.value !== undefined || cell?.formula !== undefined)
  )
    top--;
  growGrid(draft, sheet, top + rows.length, 0);
  writeRows(draft, sheet, top, 0, rows, mask);
  return {};
};

export const repeatCell: Handler = (draft, { range = {}, cell = {}, fields }) => {
  const mask = readMask("CellData", fields);
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  const blank = applyCellData(draft, undefined, cell, mask) === undefined;
  const endRow = blank ? Math.min(box.endRow, sheet.rows.length) : box.endRow;
  for (let row = box.startRow; row < endRow; row++) {
    const endColumn = blank ? Math.min(box.endColumn, sheet.rows[row]?.length ?? 0) : box.endColumn;
    for (let column = box.startColumn; column < endColumn; column++) writeCell(draft, sheet, row, column, cell, mask);
  }
  return {};
};

export const setDataValidation: Handler = (draft, { range = {}, rule }) => {
  if (rule !== undefined && rule.condition === undefined) throw invalid("rule.condition must be specified.");
  const { sheet: found, box } = readGridRange(draft, range);
  const sheet = editSheet(draft, found.id);
  for (let row = box.startRow; row < box.endRow; row++) {
    for (let column = box.startColumn; column < box.endColumn; column++) {
      if (typedColumnAt(sheet, row, column) !== undefined)
        throw invalid("This operation is not allowed on cells in typed columns.");
      const old = sheet.rows[row]?.[column];
      if (rule === undefined && old?.validation === undefined) continue;
      setCell(draft, sheet, row, column, withParts(old, { validation: rule }));
    }
  }
  return {};
};
