import type { KindName } from "../ledger/kind.ts";
import type { Link } from "../ledger/link.ts";
import { columnName } from "../sheet/a1.ts";
import type { TablesFound } from "../sheet/find-table.ts";
import { type SystemColumn, systemHeaders } from "../sheet/header-words.ts";
import type { SpreadsheetRead, TabRead } from "../sheet/sheet.ts";
import type { TableFound, TableProblem, TabRole } from "../sheet/table.ts";
import { type ColumnReading, readColumns } from "./read-columns.ts";
import { decideTabs } from "./tabs.ts";

/** What is recognised in a spreadsheet as it stands: for the person who sets it up. Pure; nothing is stored or written. */

export interface SpreadsheetReading {
  readonly title: string;
  readonly tabs: readonly TabReading[];
}

export interface TabReading {
  readonly tabId: number;
  readonly title: string;
  readonly role: TabRole;
  /** Chinese: why it takes no part in the sync; null when it does. */
  readonly reason: string | null;
  readonly kind: KindName | null;
  /** Grid rows from 1; null when no header was found. */
  readonly headerRow: number | null;
  readonly headerDepth: number;
  readonly rows: number;
  readonly rowsWithCode: number;
  /** Grid row, from 1, before which a new row would be inserted. */
  readonly insertRow: number | null;
  readonly referenceDate: string | null;
  readonly columns: readonly ColumnReading[];
  readonly systemColumns: readonly SystemColumnReading[];
  /** About the tab: totals that do not add up, rows that are no entries. */
  readonly problems: readonly TableProblem[];
  readonly unreadable: readonly TableProblem[];
}

export interface SystemColumnReading {
  readonly header: string;
  readonly column: string;
  /** False: the next pass inserts it there. */
  readonly present: boolean;
}

export function readingOf(read: SpreadsheetRead, found: TablesFound, link: Link, today: string): SpreadsheetReading {
  const { live, copies } = decideTabs(link, found.tables);
  const dated = link.referenceDate ?? live.find((table) => table.referenceDate !== null)?.referenceDate ?? today;
  const tabs = read.tabs.map((tab): TabReading => {
    const { tabId, title } = tab;
    const table = found.tables.find((candidate) => candidate.tabId === tabId);
    if (table !== undefined) return readTable(tab, table, reasonOf(table, copies, link), link, dated);
    return { ...emptyTab, tabId, title, reason: found.ignored.find((tab) => tab.tabId === tabId)?.why ?? null };
  });
  return { title: read.title, tabs };
}

const emptyTab = {
  role: "IGNORED" as const,
  kind: null,
  headerRow: null,
  headerDepth: 0,
  rows: 0,
  rowsWithCode: 0,
  insertRow: null,
  referenceDate: null,
  columns: [],
  systemColumns: [],
  problems: [],
  unreadable: [],
};

function reasonOf(table: TableFound, copies: readonly TableFound[], link: Link): string | null {
  if (link.tabRoles?.[table.tabId] === table.role && table.role !== "LIVE") return "由本单位设定，不参加同步";
  if (copies.includes(table)) return "是另一工作表的副本，不参加同步";
  if (table.role === "ARCHIVE") return "按名称是存档，或内容已在更新的工作表中";
  return table.role === "SUMMARY" ? "按名称是汇总表" : null;
}

function readTable(
  tab: TabRead,
  table: TableFound,
  reason: string | null,
  link: Link,
  referenceDate: string,
): TabReading {
  const { columns, unreadable } = readColumns(tab, table, link, referenceDate);
  return {
    tabId: table.tabId,
    title: table.title,
    role: reason !== null && table.role === "LIVE" ? "ARCHIVE" : table.role,
    reason,
    kind: table.kind,
    headerRow: table.headerRow + 1,
    headerDepth: table.headerDepth,
    rows: table.rows.length,
    rowsWithCode: table.rows.filter(({ code }) => code !== "").length,
    insertRow: table.insertAt + 1,
    referenceDate: table.referenceDate,
    columns,
    systemColumns: systemColumnsOf(table),
    problems: table.problems,
    unreadable,
  };
}

/** Absent ones are inserted together, right of the table. */
function systemColumnsOf(table: TableFound): SystemColumnReading[] {
  let next = table.width;
  return (Object.keys(systemHeaders) as SystemColumn[]).map((name) => {
    const at = table.system[name];
    return { header: systemHeaders[name], column: columnName(at ?? next++), present: at !== null };
  });
}
