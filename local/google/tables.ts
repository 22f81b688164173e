import type { Axis, Change } from "./shift-range.ts";
import { shiftBox, shiftSpan } from "./shift-range.ts";
import type { Cell, Json, Scalar, SheetState, Table, TableColumn } from "./state.ts";

/** Tables of a sheet: which one holds a cell, what its column is for, and where it is after lines came or went. */

export const tablesOf = (sheet: SheetState): readonly Table[] => sheet.tables ?? [];

export function tableAt(sheet: SheetState, row: number, column: number): Table | undefined {
  return sheet.tables?.find(
    ({ box }) => row >= box.startRow && row < box.endRow && column >= box.startColumn && column < box.endColumn,
  );
}

/** The column of a cell below a header; undefined in the header, in a column of no type and outside of tables. */
export function typedColumnAt(sheet: SheetState, row: number, column: number): TableColumn | undefined {
  const table = tableAt(sheet, row, column);
  if (table === undefined || row === table.box.startRow) return undefined;
  const found = table.columns[column - table.box.startColumn];
  return found?.type === undefined ? undefined : found;
}

const formats: Readonly<Record<string, string>> = {
  DOUBLE: "NUMBER",
  CURRENCY: "CURRENCY",
  PERCENT: "PERCENT",
  DATE: "DATE",
  TIME: "TIME",
  DATE_TIME: "DATE_TIME",
};

/** The cell as its column shows it: numbers in the format of the type, unless the cell has one of its own. */
export function asTyped(sheet: SheetState, row: number, column: number, cell: Cell): Cell {
  if (sheet.tables === undefined || cell.format?.numberFormat !== undefined) return cell;
  const type = formats[typedColumnAt(sheet, row, column)?.type ?? ""];
  return type === undefined ? cell : { ...cell, format: { ...cell.format, numberFormat: { type } } };
}

/** Whether the column takes this value without a complaint. Chips cannot be typed, so any text may stand for one. */
export function fits({ type, condition }: TableColumn, input: Scalar): boolean {
  if (input === "") return true;
  if (type === "BOOLEAN") return typeof input === "boolean";
  if (type === "RATINGS_CHIP" || formats[type ?? ""] !== undefined) return typeof input === "number";
  if (type === "DROPDOWN") return optionsOf(condition).includes(String(input));
  return true;
}

function optionsOf(condition: Json | undefined): string[] {
  const values = (condition?.values ?? []) as readonly { readonly userEnteredValue?: string }[];
  return values.map(({ userEnteredValue = "" }) => userEnteredValue);
}

/** The table after lines of its sheet came, went or moved; undefined when it went with them. */
export function shiftTable(table: Table, axis: Axis, change: Change): Table | undefined {
  const box = shiftBox(table.box, axis, change);
  if (box === undefined) return undefined;
  if (axis === "ROWS") return { ...table, box };
  const columns = Array.from({ length: box.endColumn - box.startColumn }, (): TableColumn => ({ name: "" }));
  table.columns.forEach((column, i) => {
    const before = table.box.startColumn + i;
    const after = shiftSpan([before, before + 1], change)?.[0];
    if (after !== undefined && after >= box.startColumn && after < box.endColumn)
      columns[after - box.startColumn] = column;
  });
  return { ...table, box, columns };
}

/** Whether the change would part the header row from the rows below it. */
export function losesHeader({ box }: Table, axis: Axis, change: Change): boolean {
  if (axis === "COLUMNS" || change.kind === "insert") return false;
  return change.start <= box.startRow && box.startRow < change.end && change.end < box.endRow;
}
