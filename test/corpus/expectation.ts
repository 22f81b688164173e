import type { KindName } from "../../core/ledger/kind.ts";
import { columnOf as ledgerColumn } from "../../core/ledger/kind.ts";
import { kindOf } from "../../core/ledger/kinds.ts";
import { columnName } from "../../core/sheet/a1.ts";
import { findTables } from "../../core/sheet/find-table.ts";
import type { TableFound, TabRole } from "../../core/sheet/table.ts";
import { columnOf, readPicture, type TabPicture } from "./notation.ts";

/** What must come out of a tab. Rows and cells are named as in the spreadsheet: rows from 1, `B4`. */
export interface TableExpected {
  readonly tab: string;
  readonly kind: KindName;
  readonly role?: TabRole;
  /** `3`, or `3-4` for a header of two rows. */
  readonly header: string;
  /** `description B, measures C` */
  readonly columns: string;
  /** The clerk's own columns: `D H`. */
  readonly own?: string;
  /** The entries: `4 5 7-9`. */
  readonly rows: string;
  /**
   * Each cell of each entry must carry the text of its own grid cell, except these, by field and first row of the
   * entry: `{ "category@4": "其他" }`. `""` is an absent or blank cell.
   */
  readonly cells?: Readonly<Record<string, string>>;
  /** Cells with a problem, with a part of the message: `{ "due@4": "分不清" }`. No other cell has one. */
  readonly flagged?: Readonly<Record<string, string>>;
  /** Cells that are never written: `"measures@4 leader@5"`. No other cell is. */
  readonly fixed?: string;
  /** Problems of the tab as a whole, by cell, with a part of the message. There are no others. */
  readonly problems?: Readonly<Record<string, string>>;
  /** Values that are worth a look, by field and row. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly referenceDate?: string;
  readonly codes?: Readonly<Record<number, string>>;
}

export interface Ledger {
  readonly name: string;
  readonly tabs: readonly TabPicture[];
  readonly tables: readonly TableExpected[];
  /** Titles of the tabs that are no ledger. */
  readonly ignored?: readonly string[];
  /** The bureau's own headers. */
  readonly aliases?: Readonly<Record<string, Record<string, string>>>;
}

const referenceDate = "2023-10-08";

/** What comes out of a table, in the words of the expectation. */
export interface TableObserved {
  readonly outline: unknown;
  readonly cells: Readonly<Record<string, string>>;
  readonly fixed: readonly string[];
  readonly flagged: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export function observe(ledger: Ledger): {
  readonly tables: readonly TableObserved[];
  readonly ignored: readonly string[];
} {
  const read = readPicture(ledger.tabs);
  const found = findTables(read, { aliases: { ...ledger.aliases }, referenceDate });
  return { tables: found.tables.map(observeTable), ignored: found.ignored.map(({ title }) => title) };
}

function observeTable(table: TableFound): TableObserved {
  const cells: Record<string, string> = {};
  const flagged: Record<string, string> = {};
  const fixed: string[] = [];
  const values: Record<string, unknown> = {};
  const context = { referenceDate: table.referenceDate ?? referenceDate };
  for (const row of table.rows) {
    for (const [field, cell] of row.cells) {
      const key = `${field}@${row.row + 1}`;
      if (cell.text !== "") cells[key] = cell.text;
      if (cell.readOnly !== undefined) fixed.push(key);
      const reading = ledgerColumn(kindOf(table.kind), field).type.parse(cell.text, context);
      values[key] = reading.value;
      const problem = cell.problem ?? reading.problem;
      if (problem !== undefined) flagged[key] = problem;
    }
  }
  const { headerRow, headerDepth } = table;
  return {
    outline: {
      tab: table.title,
      kind: table.kind,
      role: table.role,
      header: span(headerRow, headerDepth),
      columns: table.columns.map(({ field, column }) => `${field} ${columnName(column)}`).join(", "),
      own: table.privateColumns.map(({ column }) => columnName(column)).join(" "),
      rows: table.rows.map(({ row, rowSpan }) => span(row, rowSpan)).join(" "),
      referenceDate: table.referenceDate,
      codes: Object.fromEntries(table.rows.filter(({ code }) => code !== "").map(({ row, code }) => [row + 1, code])),
    },
    cells,
    fixed: fixed.sort(),
    flagged,
    problems: Object.fromEntries(table.problems.map(({ cell, message }) => [cell, message])),
    values,
  };
}

function span(row: number, length: number): string {
  return length === 1 ? `${row + 1}` : `${row + 1}-${row + length}`;
}

/** The expectation spelled out, for a table of the ledger; messages and values are compared apart. */
export function expected(ledger: Ledger, table: TableExpected): Pick<TableObserved, "outline" | "cells" | "fixed"> {
  const grid = readPicture(ledger.tabs).tabs.find(({ title }) => title === table.tab)?.rows ?? [];
  const cells: Record<string, string> = {};
  for (const rows of table.rows.split(" ").filter(Boolean)) {
    const row = Number.parseInt(rows, 10);
    for (const [field = "", letters = ""] of table.columns.split(", ").map((pair) => pair.split(" "))) {
      const value = grid[row - 1]?.cells[columnOf(letters)]?.value ?? "";
      if (value !== "") cells[`${field}@${row}`] = String(value);
    }
  }
  for (const [key, text] of Object.entries(table.cells ?? {})) {
    if (text === "") delete cells[key];
    else cells[key] = text;
  }
  return {
    outline: {
      tab: table.tab,
      kind: table.kind,
      role: table.role ?? "LIVE",
      header: table.header,
      columns: table.columns,
      own: table.own ?? "",
      rows: table.rows,
      referenceDate: table.referenceDate ?? null,
      codes: table.codes ?? {},
    },
    cells,
    fixed: (table.fixed ?? "").split(" ").filter(Boolean).sort(),
  };
}
