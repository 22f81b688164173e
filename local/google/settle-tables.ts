import { chipText } from "./chips.ts";
import type { Draft, SheetDraft } from "./draft.ts";
import { editSheet, setCell, withParts } from "./draft.ts";
import { invalid } from "./errors.ts";
import { intersects } from "./merges.ts";
import { showValue } from "./show.ts";
import type { Cell, SheetState, Table, TableColumn } from "./state.ts";

/**
 * What holds of tables after every request: the header row is text and its columns are named by it, blank headers and
 * formulas become `Column n`, no two tables overlap, and nothing in a table is merged.
 */
export function settleTables(draft: Draft): void {
  for (const { id, tables } of draft.sheets) if (tables !== undefined) settleSheet(draft, id);
}

function settleSheet(draft: Draft, id: number): void {
  const tables = draft.sheets.find((sheet) => sheet.id === id)?.tables ?? [];
  const settled = tables.map((table) => {
    const sheet = draft.sheets.find((candidate) => candidate.id === id)!;
    checkPlace(sheet, table);
    const columns = nameColumns(draft, sheet, table);
    return columns.every((column, i) => column === table.columns[i]) ? table : { ...table, columns };
  });
  if (settled.some((table, i) => table !== tables[i])) editSheet(draft, id).tables = settled;
}

function checkPlace(sheet: SheetState, table: Table): void {
  if (sheet.merges.some((merge) => intersects(merge, table.box)))
    throw invalid("You can't merge cells in a table, or make a table of merged cells.");
  if (sheet.tables?.some((other) => other !== table && intersects(other.box, table.box)))
    throw invalid("You can't create a table that overlaps another table.");
}

function nameColumns(draft: Draft, sheet: SheetState, { box, columns }: Table): TableColumn[] {
  const cells = columns.map((_, i) => sheet.rows[box.startRow]?.[box.startColumn + i]);
  const taken = new Set(cells.map(textOf));
  const named = columns.map((column, i) => {
    const name = textOf(cells[i]) ?? freeName(taken, i + 1);
    writeHeader(draft, sheet.id, box.startRow, box.startColumn + i, name);
    return column.name === name ? column : { ...column, name };
  });
  const twice = named.find(({ name }, i) => named.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined) throw invalid(`Table column names must be unique: ${twice.name}`);
  return named;
}

/** What a header says; undefined: nothing, or a formula, which a header cannot be. */
function textOf(cell: Cell | undefined): string | undefined {
  if (cell?.value === undefined || cell.value === "" || cell.formula !== undefined) return undefined;
  return chipText(cell) ?? showValue(cell.value, cell, "en_US");
}

function freeName(taken: Set<string | undefined>, place: number): string {
  let number = place;
  while (taken.has(`Column ${number}`)) number++;
  taken.add(`Column ${number}`);
  return `Column ${number}`;
}

export function writeHeader(draft: Draft, id: number, row: number, column: number, name: string): void {
  const sheet = draft.sheets.find((candidate) => candidate.id === id);
  const cell = sheet?.rows[row]?.[column];
  if (cell?.value === name && cell.formula === undefined) return;
  setCell(draft, editSheet(draft, id), row, column, withParts(cell, { value: name, formula: undefined }));
}

/** What a cell of the type starts with, as the guide on tables says. */
const presets: Readonly<Record<string, boolean | number>> = { BOOLEAN: false, RATINGS_CHIP: 0 };

/** Blank cells in these rows of a table get what their column starts with; `over` says which others do. */
export function fillPresets(
  draft: Draft,
  sheet: SheetDraft,
  { box, columns }: Table,
  [start, end]: readonly [number, number],
  over: (column: TableColumn, cell: Cell) => boolean = () => false,
): void {
  columns.forEach((column, i) => {
    const preset = presets[column.type ?? ""];
    if (preset === undefined) return;
    for (let row = Math.max(start, box.startRow + 1); row < Math.min(end, box.endRow); row++) {
      const cell = sheet.rows[row]?.[box.startColumn + i];
      const blank = cell?.value === undefined && cell?.formula === undefined;
      if (blank || (cell !== undefined && over(column, cell)))
        setCell(draft, sheet, row, box.startColumn + i, withParts(cell, { value: preset, formula: undefined }));
    }
  });
}
