import type { Box } from "./a1.ts";
import { columnLetters, renderRange } from "./a1.ts";
import type { Draft, SheetDraft } from "./draft.ts";
import { editSheet, growGrid, setCell, withParts } from "./draft.ts";
import { enter } from "./enter.ts";
import { invalid } from "./errors.ts";
import { isCovered } from "./merges.ts";
import { checkProtection } from "./protection.ts";
import type { Target } from "./resolve.ts";
import { settleTables } from "./settle-tables.ts";
import { numberFormatOf } from "./show.ts";
import type { Cell, Json, Scalar } from "./state.ts";
import { checkColumnType, checkValidation } from "./validation.ts";
import { widest } from "./widest.ts";

/** Writing values: `""` clears a cell, `null` leaves it alone. */

export type InputOption = "RAW" | "USER_ENTERED";
export type Input = Scalar | null;

export interface Written {
  readonly sheetId: number;
  /** What updatedRange says: the box of the data sent. */
  readonly box: Box;
  /** The whole range that was asked for, for updatedData. */
  readonly target: Box;
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  readonly cells: number;
}

/** Characters in one cell: the limit the service states in its refusal. */
const cellChars = 50_000;

export function setEntered(
  draft: Draft,
  sheet: SheetDraft,
  row: number,
  column: number,
  input: Scalar,
  option: InputOption,
): void {
  const old = sheet.rows[row]?.[column];
  if (typeof input === "string" && input.length > cellChars) {
    throw invalid(`Your input contains more than the maximum of ${cellChars} characters in a single cell.`);
  }
  checkValidation(draft, old, input);
  const cell = entered(draft, old, input, option);
  checkColumnType(draft, sheet, row, column, cell?.value ?? "");
  setCell(draft, sheet, row, column, cell);
}

function entered(draft: Draft, old: Cell | undefined, input: Scalar, option: InputOption): Cell | undefined {
  if (input === "") return withParts(old, { value: undefined, formula: undefined });
  if (typeof input !== "string" || option === "RAW") return withParts(old, { value: input, formula: undefined });
  const asText = numberFormatOf(old)?.type === "TEXT";
  const read = enter(input, draft.properties.locale, draft.now, asText);
  const format = read.numberFormat === undefined ? old?.format : withNumberFormat(old?.format, read.numberFormat);
  return withParts(old, { value: read.value === "" ? undefined : read.value, formula: read.formula, format });
}

/** The format a text calls for, unless the cell already has one of the same kind. */
function withNumberFormat(format: Json | undefined, numberFormat: Json): Json {
  const old = format?.numberFormat as Json | undefined;
  return old?.type === numberFormat.type ? format! : { ...format, numberFormat };
}

function isScalar(value: unknown): value is Input {
  return value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

function protoText(value: unknown): string {
  return Array.isArray(value) ? "list_value {\n}\n" : `struct_value {\n}\n`;
}

/** The values as rows, whatever their major dimension; refuses what is no cell value. */
export function readInput(values: unknown, majorDimension: string | undefined): readonly (readonly Input[])[] {
  const lines = (values ?? []) as unknown[][];
  lines.forEach((line, i) => {
    line.forEach((value, j) => {
      if (!isScalar(value)) throw invalid(`Invalid values[${i}][${j}]: ${protoText(value)}`);
    });
  });
  if (majorDimension !== "COLUMNS") return lines as Input[][];
  const width = widest(lines);
  return Array.from({ length: width }, (_, row) =>
    lines.map((line) => (line[row] === undefined ? null : (line[row] as Input))),
  );
}

function checkExtent(target: Target, values: readonly (readonly Input[])[]): void {
  const { asked, box, sheet } = target;
  if (asked.endRow !== undefined && asked.endRow > sheet.rowCount) throw beyondGrid(target);
  if (asked.endColumn !== undefined && asked.endColumn > sheet.columnCount) throw beyondGrid(target);
  if (isOneCell(box)) return;
  const within = renderRange(sheet.title, box);
  if (asked.endRow !== undefined && values.length > box.endRow - box.startRow) {
    throw invalid(`Requested writing within range [${within}], but tried writing to row [${box.endRow + 1}]`);
  }
  const width = widest(values);
  if (asked.endColumn !== undefined && width > box.endColumn - box.startColumn) {
    throw invalid(
      `Requested writing within range [${within}], but tried writing to column [${columnLetters(box.endColumn)}]`,
    );
  }
}

function beyondGrid({ sheet, asked, box }: Target) {
  const range = { ...box, endRow: asked.endRow ?? box.endRow, endColumn: asked.endColumn ?? box.endColumn };
  return invalid(
    `Range (${renderRange(sheet.title, range)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
  );
}

const isOneCell = (box: Box) => box.endRow - box.startRow === 1 && box.endColumn - box.startColumn === 1;

export function writeValues(
  draft: Draft,
  target: Target,
  values: readonly (readonly Input[])[],
  option: InputOption,
): Written {
  checkExtent(target, values);
  const { startRow, startColumn } = target.box;
  const width = widest(values);
  const sheet = editSheet(draft, target.sheet.id);
  growGrid(draft, sheet, startRow + values.length, startColumn + width);
  const box =
    values.length === 0 || width === 0
      ? target.box
      : { startRow, startColumn, endRow: startRow + values.length, endColumn: startColumn + width };
  const rows = new Set<number>();
  const columns = new Set<number>();
  let cells = 0;
  values.forEach((line, i) => {
    line.forEach((input, j) => {
      if (input === null || input === undefined) return;
      const [row, column] = [startRow + i, startColumn + j];
      checkProtection(draft, sheet, row, column);
      if (draft.switches.mergedCellsKeepValues || !isCovered(sheet, row, column)) {
        setEntered(draft, sheet, row, column, input, option);
      }
      rows.add(row);
      columns.add(column);
      cells++;
    });
  });
  settleTables(draft);
  return { sheetId: sheet.id, box, target: target.box, rows, columns, cells };
}
