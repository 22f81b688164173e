import type { KindName } from "../ledger/kind.ts";
import { columnOf } from "../ledger/kind.ts";
import { kindOf } from "../ledger/kinds.ts";
import type { Link } from "../ledger/link.ts";
import { cellName, columnName } from "../sheet/a1.ts";
import { normaliseHeader } from "../sheet/header-words.ts";
import type { TabRead } from "../sheet/sheet.ts";
import type { ColumnFound, TableFound, TableProblem } from "../sheet/table.ts";

/** What each column of a table was taken for, how sure that is, and what could be read in it. Pure. */

/** How a header was understood: its own word, a word of the bureau's, a known alias, a guess, or not at all. */
export type Binding = "HEADER" | "OWN_ALIAS" | "ALIAS" | "GUESS" | "SEQUENCE" | "TAKEN" | "PRIVATE";

export interface ColumnReading {
  /** `A`, `B` … */
  readonly column: string;
  readonly header: string;
  /** null: the clerk's own column, never touched. For TAKEN: the field that a better column holds. */
  readonly field: string | null;
  readonly binding: Binding;
  /** 0..1 */
  readonly confidence: number;
  /** Whether a change from elsewhere would be written here. */
  readonly writable: boolean;
  /** The counts are 0 for columns without a field: their cells are not looked at. */
  readonly filled: number;
  readonly unreadable: number;
  /** Cells that are never written although the column is writable, and the first one's reason, Chinese. */
  readonly locked: number;
  readonly lockedWhy: string | null;
}

export interface ColumnsRead {
  /** From left to right. */
  readonly columns: readonly ColumnReading[];
  readonly unreadable: readonly TableProblem[];
}

export function readColumns(tab: TabRead, table: TableFound, link: Link, referenceDate: string): ColumnsRead {
  const unreadable: TableProblem[] = [];
  const bound = table.columns.map((found): readonly [number, ColumnReading] => {
    const { filled, problems, locks } = readCells(table, found, referenceDate);
    unreadable.push(...problems);
    const { column, header, field, confidence, part } = found;
    const { writes } = columnOf(kindOf(table.kind), field);
    const reading: ColumnReading = {
      column: columnName(column),
      header,
      field,
      binding: bindingOf(table.kind, found, link),
      confidence: Math.round(confidence * 100) / 100,
      writable: writes === "BOTH" && part === undefined,
      filled,
      unreadable: problems.length,
      locked: locks.length,
      lockedWhy: locks[0] ?? null,
    };
    return [column, reading];
  });
  const own = table.privateColumns.map(({ column, header, rival }): readonly [number, ColumnReading] => [
    column,
    unbound(column, header, rival === undefined ? "PRIVATE" : "TAKEN", rival ?? null),
  ]);
  const { sequenceColumn } = table;
  if (sequenceColumn !== null)
    own.push([sequenceColumn, unbound(sequenceColumn, headerAt(tab, table, sequenceColumn), "SEQUENCE", null)]);
  const columns = [...bound, ...own].sort(([a], [b]) => a - b).map(([, reading]) => reading);
  return { columns, unreadable };
}

interface CellsRead {
  readonly filled: number;
  readonly problems: readonly TableProblem[];
  readonly locks: readonly string[];
}

function readCells(table: TableFound, { field }: ColumnFound, referenceDate: string): CellsRead {
  const { type } = columnOf(kindOf(table.kind), field);
  let filled = 0;
  const problems: TableProblem[] = [];
  const locks: string[] = [];
  for (const { cells } of table.rows) {
    const cell = cells.get(field);
    if (cell === undefined) continue;
    if (cell.text !== "") filled++;
    if (cell.readOnly !== undefined) locks.push(cell.readOnly);
    const message = cell.problem ?? type.parse(cell.text, { referenceDate }).problem;
    if (message !== undefined) problems.push({ cell: cellName(cell.row, cell.column), message, text: cell.text });
  }
  return { filled, problems, locks };
}

function bindingOf(kind: KindName, { field, header, confidence, part }: ColumnFound, link: Link): Binding {
  const column = columnOf(kindOf(kind), field);
  const words = [header, header.split("/").at(-1) ?? "", header.replaceAll("/", "")].map(normaliseHeader);
  const own = link.aliases[kind] ?? {};
  if (words.some((word) => own[word] === field)) return "OWN_ALIAS";
  if (part !== undefined) return "GUESS";
  if (confidence === 1 && words.includes(normaliseHeader(column.header))) return "HEADER";
  return column.aliases.some((alias) => words.includes(normaliseHeader(alias))) ? "ALIAS" : "GUESS";
}

function headerAt({ rows }: TabRead, { headerRow, headerDepth }: TableFound, column: number): string {
  const values = rows.slice(headerRow, headerRow + headerDepth).map(({ cells }) => cells[column]?.value ?? null);
  return String(values.find((value) => value !== null) ?? "");
}

function unbound(column: number, header: string, binding: Binding, field: string | null): ColumnReading {
  return {
    column: columnName(column),
    header,
    field,
    binding,
    confidence: 0,
    writable: false,
    filled: 0,
    unreadable: 0,
    locked: 0,
    lockedWhy: null,
  };
}
