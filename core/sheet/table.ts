import type { KindName } from "../ledger/kind.ts";
import type { tabRoles } from "../ledger/link.ts";
import type { SystemColumn } from "./header-words.ts";
import type { Scalar } from "./sheet.ts";

/** What find-table makes of a tab: the header row and the rows under it. Pure data; rows and columns count from 0. */

export type TabRole = (typeof tabRoles)[number];

export interface ColumnFound {
  readonly field: string;
  readonly column: number;
  /** The header as the clerk wrote it, parents joined with `/`. */
  readonly header: string;
  /** 1 canonical header or system column, less for aliases and guesses. */
  readonly confidence: number;
  /** Two fields share the column (`责任部门/责任人`): which part of the cell this field is. Such cells are never written. */
  readonly part?: 0 | 1;
}

export interface CellFound {
  /** The cell's text: what was typed; dates shown as YYYY-MM-DD; merged and 同上 cells carry what they stand for. */
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Absent: may be written. Else a Chinese sentence why not: a formula, part of a merge, several rows. */
  readonly readOnly?: string;
  /** The stored value when it is not a text, so that a write can keep its type. */
  readonly scalar?: Scalar;
  /** What the Table's column is for, when the cell is in one (see TypedTable). */
  readonly columnType?: string;
  /** A doubt that only the raw cell shows (a number 11.3 in a date column); goes with the reading of the text. */
  readonly problem?: string;
  /** Nobody but its protectors may write there, not even a note. */
  readonly protected?: true;
  /** The cell itself says 同上 or 〃: a change of the cell above would change this one too. */
  readonly ditto?: true;
}

export interface RowFound {
  /** First grid row, and how many grid rows belong to it (measures under one merged problem). */
  readonly row: number;
  readonly rowSpan: number;
  readonly anchors: readonly number[];
  /** Text of the 系统编号 cell, "" when blank or the column does not exist yet. */
  readonly code: string;
  readonly cells: ReadonlyMap<string, CellFound>;
  /** System cells in which nothing can be written, and why, in Chinese. Absent: none. */
  readonly closed?: Readonly<Partial<Record<SystemColumn, string>>>;
}

export interface PrivateColumn {
  readonly column: number;
  readonly header: string;
  /** The field it would have been bound to, had a better column not taken it. */
  readonly rival?: string;
}

/** Something about the tab that a person should know; message in Chinese; cell in A1 notation. */
export interface TableProblem {
  readonly cell: string;
  readonly message: string;
  readonly text: string | null;
}

export interface TableFound {
  readonly tabId: number;
  readonly title: string;
  readonly kind: KindName;
  readonly role: TabRole;
  readonly headerRow: number;
  readonly headerDepth: number;
  readonly columns: readonly ColumnFound[];
  /** Headers that belong to nobody but the clerk. */
  readonly privateColumns: readonly PrivateColumn[];
  /** The clerk's 序号, which is renumbered at will and identifies nothing; null when there is none. */
  readonly sequenceColumn: number | null;
  /** System columns: 系统编号, 系统状态, 系统提示; null until they exist. */
  readonly system: Readonly<Record<SystemColumn, number | null>>;
  /** Columns from 0 that the table spans; system columns that do not exist yet go right after. */
  readonly width: number;
  readonly rows: readonly RowFound[];
  /** Grid row where a new row belongs: after the last row of the table, above the foot. */
  readonly insertAt: number;
  readonly problems: readonly TableProblem[];
  /** ISO date found in the title block (截至…, 日期：…), else null. */
  readonly referenceDate: string | null;
}
