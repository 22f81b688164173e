/**
 * A1 notation, parsed and rendered. A range is half open and counts from 0; an absent bound is open.
 * Source of facts: the Sheets guide on cell notation, and the answers of the service ("Sheet1!A1:Z1000").
 */

export interface OpenBox {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** 18,278 columns (ZZZ) and 10,000,000 cells: support.google.com/drive/answer/37603. */
export const maxColumns = 18_278;
export const maxCells = 10_000_000;

export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1) letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}

export function columnIndex(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i++) n = n * 26 + (letters.charCodeAt(i) & 31);
  return n - 1;
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const match = /^(?:\$?([A-Za-z]{1,3}))?(?:\$?([0-9]{1,8}))?$/.exec(text);
  if (match === null || text === "" || text === "$") return undefined;
  const [, letters, digits] = match;
  const column = letters === undefined ? undefined : columnIndex(letters);
  const row = digits === undefined ? undefined : Number(digits) - 1;
  if (row !== undefined && row < 0) return undefined;
  if (column !== undefined && column >= maxColumns) return undefined;
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

function span(a: number | undefined, b: number | undefined): readonly [number | undefined, number | undefined] {
  if (a === undefined && b === undefined) return [undefined, undefined];
  if (a === undefined) return [b, undefined];
  if (b === undefined) return [a, undefined];
  return [Math.min(a, b), Math.max(a, b) + 1];
}

function box(rows: ReturnType<typeof span>, columns: ReturnType<typeof span>): OpenBox {
  return {
    ...(rows[0] === undefined ? {} : { startRow: rows[0] }),
    ...(rows[1] === undefined ? {} : { endRow: rows[1] }),
    ...(columns[0] === undefined ? {} : { startColumn: columns[0] }),
    ...(columns[1] === undefined ? {} : { endColumn: columns[1] }),
  };
}

function parseR1C1(text: string): OpenBox | undefined {
  const match = /^R([1-9][0-9]{0,7})C([1-9][0-9]{0,4})(?::R([1-9][0-9]{0,7})C([1-9][0-9]{0,4}))?$/i.exec(text);
  if (match === null) return undefined;
  const [r1, c1] = [Number(match[1]) - 1, Number(match[2]) - 1];
  const [r2, c2] = [Number(match[3] ?? match[1]) - 1, Number(match[4] ?? match[2]) - 1];
  return box(span(r1, r2), span(c1, c2));
}

/** `A1`, `A1:B2`, `A:C`, `2:5`, `A5:A`, `A1:1`, `R1C1:R2C2`; undefined when it is none of them. */
export function parseBox(text: string): OpenBox | undefined {
  const parts = text.split(":");
  if (parts.length > 2) return undefined;
  const first = parseCorner(parts[0]!);
  if (first === undefined) return parseR1C1(text);
  if (parts.length === 1) {
    if (first.row === undefined || first.column === undefined) return undefined;
    return box(span(first.row, first.row), span(first.column, first.column));
  }
  const last = parseCorner(parts[1]!);
  if (last === undefined) return undefined;
  const some = (a: number | undefined, b: number | undefined) => a !== undefined || b !== undefined;
  if (!some(first.row, last.row) && !some(first.column, last.column)) return undefined;
  const columnsOnly = first.row === undefined && last.row === undefined;
  const rowsOnly = first.column === undefined && last.column === undefined;
  if (columnsOnly && (first.column === undefined || last.column === undefined)) return undefined;
  if (rowsOnly && (first.row === undefined || last.row === undefined)) return undefined;
  return box(span(first.row, last.row), span(first.column, last.column));
}

/** A range text taken apart: the sheet's title if one stands before `!`, the rest, and whether the rest was quoted. */
export interface RangeText {
  readonly sheet?: string;
  readonly rest?: string;
}

export function splitRange(text: string): RangeText | undefined {
  if (text.startsWith("'")) {
    const match = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
    if (match === null) return undefined;
    const sheet = match[1]!.replaceAll("''", "'");
    return match[2] === undefined ? { sheet } : { sheet, rest: match[2] };
  }
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { rest: text };
  return { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}

const looksLikeReference = /^(?:[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*|[Rr][0-9]+|[Cc][0-9]+|true|false)$/i;

export function quoteTitle(title: string): string {
  const bare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !looksLikeReference.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

function renderCorner(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function renderBox(range: Box): string {
  const first = renderCorner(range.startRow, range.startColumn);
  const last = renderCorner(range.endRow - 1, range.endColumn - 1);
  return first === last ? first : `${first}:${last}`;
}

export function renderRange(title: string, range: Box): string {
  return `${quoteTitle(title)}!${renderBox(range)}`;
}
