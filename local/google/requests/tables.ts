import type { Box } from "../a1.ts";
import { roundColours } from "../colour.ts";
import type { Draft } from "../draft.ts";
import { eachCell, editSheet, setCell, withParts } from "../draft.ts";
import { invalid } from "../errors.ts";
import { assignMask } from "../field-mask.ts";
import { checkBoxProtection } from "../protection.ts";
import { gridRangeOf, readGridRange, showGridRange } from "../resolve.ts";
import { fillPresets, settleTables, writeHeader } from "../settle-tables.ts";
import type { Cell, Json, SheetState, Table, TableColumn } from "../state.ts";
import { tablesOf } from "../tables.ts";
import { readMask } from "../update-mask.ts";
import type { Handler, Message } from "./request.ts";

/** addTable, updateTable, deleteTable. */

export function showTable(sheetId: number, { tableId, name, box, rowsProperties, columns }: Table): Json {
  return {
    tableId,
    name,
    range: showGridRange(gridRangeOf(sheetId, box)),
    ...(rowsProperties === undefined ? {} : { rowsProperties }),
    columnProperties: columns.map((column, index) => ({
      ...(index === 0 ? {} : { columnIndex: index }),
      columnName: column.name,
      ...(column.type === undefined ? {} : { columnType: column.type }),
      ...(column.condition === undefined ? {} : { dataValidationRule: { condition: column.condition } }),
    })),
  };
}

const all = (draft: Draft) => draft.sheets.flatMap((sheet) => tablesOf(sheet).map((table) => ({ sheet, table })));

function find(draft: Draft, id: string | undefined): { sheet: SheetState; table: Table } {
  const found = all(draft).find(({ table }) => table.tableId === id);
  if (found === undefined) throw invalid(`No table with id: ${id ?? ""}`);
  return found;
}

/** "The table name. This is unique to all tables in the same spreadsheet." */
function checkName(draft: Draft, name: string, self?: string): string {
  if (name === "") throw invalid("The table name cannot be empty.");
  const folded = name.toLowerCase();
  if (all(draft).some(({ table }) => table.tableId !== self && table.name.toLowerCase() === folded))
    throw invalid(`A table with name ${name} already exists.`);
  return name;
}

export function freeTableName(draft: Draft, stem: string, first: number): string {
  const taken = new Set(all(draft).map(({ table }) => table.name.toLowerCase()));
  let number = first;
  while (taken.has(`${stem}${number}`.toLowerCase())) number++;
  return `${stem}${number}`;
}

export const freshTableId = (draft: Draft) => String(1 + Math.floor(draft.random() * 0x7ffffffe));

function readBox(draft: Draft, range: Message | undefined): { sheetId: number; box: Box } {
  if (range === undefined) throw invalid("range must be specified.");
  const { sheet, box } = readGridRange(draft, range);
  if (box.endRow <= box.startRow || box.endColumn <= box.startColumn) throw invalid("The table range is empty.");
  return { sheetId: sheet.id, box };
}

/** Each entry at its place; the words of the refusals are those that the service was seen to use, but for the last two. */
function readColumns(entries: readonly Message[], width: number): ReadonlyMap<number, Message> {
  const read = new Map<number, Message>();
  for (const entry of entries) {
    const { columnIndex = 0, columnType, dataValidationRule } = entry;
    const condition = dataValidationRule?.condition;
    if (columnType === "DROPDOWN" && condition === undefined)
      throw invalid("Condition must be set for dropdown column type.");
    if (columnType !== "DROPDOWN" && dataValidationRule !== undefined)
      throw invalid("Cannot set condition for non-dropdown column type.");
    if (condition !== undefined && (condition.type !== "ONE_OF_LIST" || (condition.values ?? []).length === 0))
      throw invalid("The condition of a dropdown column must be ONE_OF_LIST with values.");
    if (columnIndex < 0 || columnIndex >= width) throw invalid(`columnIndex[${columnIndex}] is outside the table.`);
    if (read.has(columnIndex)) throw invalid(`columnIndex[${columnIndex}] is given twice.`);
    read.set(columnIndex, entry);
  }
  return read;
}

function columnOf({ columnType, dataValidationRule }: Message, name: string): TableColumn {
  const typed = columnType !== undefined && columnType !== "COLUMN_TYPE_UNSPECIFIED";
  const condition = dataValidationRule?.condition as Json | undefined;
  return { name, ...(typed ? { type: columnType } : {}), ...(condition === undefined ? {} : { condition }) };
}

/** A column that becomes one of checkboxes: "maybe" and the text "TRUE" were seen to become FALSE. */
const unchecked = (column: TableColumn, cell: Cell) => column.type === "BOOLEAN" && typeof cell.value === "string";

function keep(draft: Draft, sheetId: number, table: Table, before?: Table): void {
  const sheet = editSheet(draft, sheetId);
  table.columns.forEach(({ name }, i) => {
    if (name !== "") writeHeader(draft, sheetId, table.box.startRow, table.box.startColumn + i, name);
  });
  const tables = tablesOf(sheet);
  sheet.tables = before === undefined ? [...tables, table] : tables.map((other) => (other === before ? table : other));
  settleTables(draft);
  const was = (i: number) => before?.columns[table.box.startColumn + i - before.box.startColumn]?.type;
  const retyped = table.columns.map((column, i) => (column.type === was(i) ? { name: "" } : column));
  fillPresets(draft, sheet, { ...table, columns: retyped }, [table.box.startRow, table.box.endRow], unchecked);
}

/** Typed entries without a name are named `Column 1`, `Column 2` … in their order, over what their headers say. */
export const addTable: Handler = (draft, { table: asked = {} }) => {
  const { sheetId, box } = readBox(draft, asked.range);
  checkBoxProtection(draft, editSheet(draft, sheetId), box);
  const entries = readColumns(asked.columnProperties ?? [], box.endColumn - box.startColumn);
  let unnamed = 0;
  const columns = Array.from({ length: box.endColumn - box.startColumn }, (_, i): TableColumn => {
    const entry = entries.get(i);
    if (entry === undefined) return { name: "" };
    return columnOf(entry, entry.columnName || `Column ${++unnamed}`);
  });
  const tableId: string = asked.tableId || freshTableId(draft);
  if (all(draft).some(({ table }) => table.tableId === tableId))
    throw invalid(`A table with id ${tableId} already exists.`);
  const name = checkName(draft, asked.name ?? freeTableName(draft, "Table", 1));
  const rowsProperties = roundColours(asked.rowsProperties) as Json | undefined;
  const table: Table = { tableId, name, box, columns, ...(rowsProperties === undefined ? {} : { rowsProperties }) };
  keep(draft, sheetId, table);
  return { table: showTable(sheetId, find(draft, tableId).table) };
};

/** The list is replaced whole: a column that is left out loses its type and is named by its header. */
function replaceColumns(entries: readonly Message[], width: number): TableColumn[] {
  const read = readColumns(entries, width);
  return Array.from({ length: width }, (_, i) => {
    const entry = read.get(i);
    if (entry === undefined) return { name: "" };
    if (entry.columnName === undefined || entry.columnName === "")
      throw invalid("Table header row cell must have a value.");
    return columnOf(entry, entry.columnName);
  });
}

function resized(table: Table, box: Box): Table {
  const columns = Array.from(
    { length: box.endColumn - box.startColumn },
    (_, i): TableColumn => ({ ...table.columns[box.startColumn + i - table.box.startColumn], name: "" }),
  );
  return { ...table, box, columns };
}

export const updateTable: Handler = (draft, { table: asked = {}, fields }) => {
  const mask = readMask("Table", fields);
  const named = (field: string) => mask === true || mask[field] !== undefined || mask["*"] !== undefined;
  const { sheet, table: before } = find(draft, asked.tableId);
  let table = before;
  if (named("name")) table = { ...table, name: checkName(draft, asked.name ?? "", before.tableId) };
  if (named("range")) {
    const { sheetId, box } = readBox(draft, asked.range);
    if (sheetId !== sheet.id) throw invalid("A table cannot be moved to another sheet.");
    table = resized(table, box);
  }
  if (named("rowsProperties")) table = withRows(table, assignMask(rowsOf(before), asked, rowsMask(mask)) as Message);
  if (named("columnProperties"))
    table = { ...table, columns: replaceColumns(asked.columnProperties ?? [], table.columns.length) };
  checkBoxProtection(draft, editSheet(draft, sheet.id), before.box);
  checkBoxProtection(draft, editSheet(draft, sheet.id), table.box);
  if (table.box.endRow > sheet.rowCount) throw invalid("The table range exceeds the grid.");
  keep(draft, sheet.id, table, before);
  return {};
};

const rowsOf = ({ rowsProperties }: Table) => (rowsProperties === undefined ? {} : { rowsProperties });
const rowsMask = (mask: ReturnType<typeof readMask>) =>
  mask === true || mask["*"] !== undefined
    ? { rowsProperties: true as const }
    : { rowsProperties: mask.rowsProperties! };

export const hasFooter = ({ rowsProperties }: Table) => rowsProperties?.footerColorStyle !== undefined;

/** "… to have a footer, the range will be expanded by 1 row", and shrunk without one. */
function withRows(table: Table, next: Message | undefined): Table {
  const { rowsProperties: _, ...bare } = table;
  const rows = roundColours(next?.rowsProperties) as Json | undefined;
  const changed: Table = { ...bare, ...(rows === undefined ? {} : { rowsProperties: rows }) };
  const by = Number(hasFooter(changed)) - Number(hasFooter(table));
  return { ...changed, box: { ...table.box, endRow: table.box.endRow + by } };
}

/** The table goes, and the values in it: other clients were seen to put them back afterwards. */
export const deleteTable: Handler = (draft, { tableId }) => {
  const { sheet: found, table } = find(draft, tableId);
  const sheet = editSheet(draft, found.id);
  checkBoxProtection(draft, sheet, table.box);
  const rest = tablesOf(sheet).filter((other) => other !== table);
  if (rest.length > 0) sheet.tables = rest;
  else delete sheet.tables;
  const cells: [Cell, number, number][] = [];
  eachCell(sheet, table.box, (cell, row, column) => cells.push([cell, row, column]));
  for (const [cell, row, column] of cells)
    setCell(draft, sheet, row, column, withParts(cell, { value: undefined, formula: undefined }));
  return {};
};
