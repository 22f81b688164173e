import { stringifyTokens } from "@borgar/fx";
import { columnIndex, columnLetters, quoteTitle, splitRange } from "./a1.ts";
import type { Draft } from "./draft.ts";
import { editSheet, setCell, withParts } from "./draft.ts";
import { formulaTokens } from "./formula.ts";
import type { Row, SheetState } from "./state.ts";

/** Rewriting the references of a formula, so that formulas follow what is inserted, deleted, moved, copied or renamed. */

export interface Corner {
  readonly row?: number;
  readonly column?: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export interface Reference {
  /** The title before `!`, if any. */
  readonly sheet?: string;
  readonly first: Corner;
  /** Absent for a single cell. */
  readonly last?: Corner;
}

function readCorner(text: string): Corner | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/.exec(text);
  if (match === null) return undefined;
  const [, dollar1, letters, dollar2, digits] = match;
  return {
    ...(letters === undefined ? {} : { column: columnIndex(letters) }),
    ...(digits === undefined ? {} : { row: Number(digits) - 1 }),
    fixedColumn: letters !== undefined && dollar1 === "$",
    fixedRow: letters === undefined ? dollar1 === "$" || dollar2 === "$" : dollar2 === "$",
  };
}

function readReference(text: string): Reference | undefined {
  const parts = splitRange(text);
  if (parts?.rest === undefined) return undefined;
  const [a, b] = parts.rest.split(":");
  const first = readCorner(a!);
  const last = b === undefined ? undefined : readCorner(b);
  if (first === undefined || (b !== undefined && last === undefined)) return undefined;
  return {
    ...(parts.sheet === undefined ? {} : { sheet: parts.sheet }),
    first,
    ...(last === undefined ? {} : { last }),
  };
}

function showCorner({ row, column, fixedRow, fixedColumn }: Corner): string {
  const letters = column === undefined ? "" : `${fixedColumn ? "$" : ""}${columnLetters(column)}`;
  return row === undefined ? letters : `${letters}${fixedRow ? "$" : ""}${row + 1}`;
}

function showReference({ sheet, first, last }: Reference): string {
  const box = last === undefined ? showCorner(first) : `${showCorner(first)}:${showCorner(last)}`;
  return sheet === undefined ? box : `${quoteTitle(sheet)}!${box}`;
}

/** `change` gives the new reference, or undefined when what it named is gone (`#REF!`). */
function mapReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  let touched = false;
  const tokens = formulaTokens(formula).map((token) => {
    if (!String(token.type).startsWith("range") || token.type === "range_named") return token;
    const reference = readReference(token.value);
    if (reference === undefined) return token;
    const changed = change(reference);
    const value = changed === undefined ? "#REF!" : showReference(changed);
    if (changed === reference || value === token.value) return token;
    touched = true;
    return { ...token, value };
  });
  return touched ? stringifyTokens(tokens) : formula;
}

/** References move along when a formula is copied by so many rows and columns; `$` ones stay. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const corner = (at: Corner): Corner | undefined => {
    const row = at.row === undefined || at.fixedRow ? at.row : at.row + rows;
    const column = at.column === undefined || at.fixedColumn ? at.column : at.column + columns;
    if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
    return { ...at, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
  };
  return mapReferences(formula, (reference) => {
    const first = corner(reference.first);
    const last = reference.last === undefined ? undefined : corner(reference.last);
    if (first === undefined || (reference.last !== undefined && last === undefined)) return undefined;
    return { ...reference, first, ...(last === undefined ? {} : { last }) };
  });
}

/** Rows that hold no formula and will not change any more. */
const plainRows = new WeakSet<Row>();

function hasFormula(draft: Draft, cells: Row): boolean {
  if (plainRows.has(cells)) return false;
  if (cells.some((cell) => cell?.formula !== undefined)) return true;
  if (!draft.owned.has(cells)) plainRows.add(cells);
  return false;
}

/** Applies a change to every formula of the spreadsheet; `home` is the sheet on which the formula stands. */
export function rewriteFormulas(
  draft: Draft,
  change: (reference: Reference, home: SheetState) => Reference | undefined,
): void {
  for (const sheet of [...draft.sheets]) {
    if (draft.withoutFormulas.has(sheet.id)) continue;
    let any = false;
    sheet.rows.forEach((cells, row) => {
      if (cells === undefined || !hasFormula(draft, cells)) return;
      any = true;
      cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const formula = mapReferences(cell.formula, (reference) => change(reference, sheet));
        if (formula !== cell.formula)
          setCell(draft, editSheet(draft, sheet.id), row, column, withParts(cell, { formula }));
      });
    });
    if (!any) draft.withoutFormulas.add(sheet.id);
  }
}
