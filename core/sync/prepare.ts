import { systemHeaders } from "../sheet/header-words.ts";
import type { SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { anchorsIn, freshAnchor, guardRow } from "./anchors.ts";
import type { RowAction } from "./round-plan.ts";

/** Pure: the columns and anchors without which rows cannot be written. */

const absentColumns = ({ system }: TableFound) =>
  (["code", "state", "notice"] as const).filter((name) => system[name] === null);

export function prepareColumns(tables: readonly TableFound[], read: SpreadsheetRead): Structural[] {
  const taken = anchorsIn(read);
  return tables.flatMap((table): Structural[] => {
    const absent = absentColumns(table);
    if (absent.length === 0) return [];
    return [
      {
        kind: "insertColumns",
        tabId: table.tabId,
        column: table.width,
        row: guardRow(table),
        headers: absent.map((name) => systemHeaders[name]),
        anchor: freshAnchor(`columns of ${table.tabId}`, taken),
      },
    ];
  });
}

/** Rows to be written, and the header rows of their tables, that have no anchor yet. */
export function prepareAnchors(rows: readonly RowAction[], read: SpreadsheetRead): Structural[] {
  const wanted: Structural[] = [];
  for (const table of new Set(rows.filter((action) => action.writes.size > 0).map((action) => action.row?.table))) {
    if (table === undefined || absentColumns(table).length > 0) continue;
    const header = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows[guardRow(table)];
    if ((header?.anchors.length ?? 0) === 0) wanted.push({ kind: "anchor", tabId: table.tabId, row: guardRow(table) });
  }
  for (const action of rows)
    if (action.row !== null && action.writes.size > 0 && action.row.row.anchors.length === 0)
      wanted.push({ kind: "anchor", tabId: action.row.table.tabId, row: action.row.row.row });
  return wanted;
}
