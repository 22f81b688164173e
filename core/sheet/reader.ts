import type { Column } from "../ledger/column.ts";
import { columnOf, type Kind } from "../ledger/kind.ts";
import type { BoundHeader } from "./bind-header.ts";
import { isDated } from "./cell-text.ts";
import { type Checks, makeChecks } from "./checks.ts";
import type { TabCells } from "./tab-cells.ts";
import type { ColumnFound } from "./table.ts";

/** A column with what its field means, looked up once for the whole table. */
export interface ReadColumn {
  readonly found: ColumnFound;
  readonly column: Column;
  readonly dated: boolean;
}

/** What reading the rows of one table takes: its cells, its columns, and what is checked on the way. */
export interface Reader {
  readonly grid: TabCells;
  readonly kind: Kind;
  readonly bound: BoundHeader;
  readonly columns: readonly ReadColumn[];
  readonly key: ReadColumn | undefined;
  readonly checks: Checks;
  readonly systemColumns: ReadonlySet<number>;
}

/** The texts of a row from the left. */
export type Texts = readonly { readonly column: number; readonly text: string }[];

export function makeReader(grid: TabCells, kind: Kind, bound: BoundHeader): Reader {
  const columns = bound.columns.map((found): ReadColumn => {
    const column = columnOf(kind, found.field);
    return { found, column, dated: isDated(column) };
  });
  const key = columns.find(({ found }) => found.field === kind.keyField);
  const checks = makeChecks(kind, columns, bound.sequenceColumn);
  return { grid, kind, bound, columns, key, checks, systemColumns: systemSet(bound) };
}

/** The text of the key cell, also where it is merged from above. */
export function keyText(reader: Reader, row: number): string {
  const column = reader.key?.found.column ?? 0;
  const box = reader.grid.merges.at(row, column);
  return reader.grid.read(box?.startRow ?? row, box?.startColumn ?? column, false).text;
}

export function hasCode(reader: Reader, row: number): boolean {
  const column = reader.bound.system.code;
  return column !== null && reader.grid.read(row, column, false).text !== "";
}

/** True for a text that names a value of the field which sections set. */
export function namesCategory(reader: Reader, text: string): boolean {
  const field = reader.kind.sectionField;
  if (field === undefined) return false;
  const type = columnOf(reader.kind, field).type;
  if (type.name === "text") return false;
  const reading = type.parse(text, { referenceDate: "2000-01-01" });
  return reading.value !== null && reading.problem === undefined && text.length <= 40;
}

function systemSet(bound: BoundHeader): ReadonlySet<number> {
  return new Set(Object.values(bound.system).filter((column) => column !== null));
}
