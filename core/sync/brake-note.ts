import type { Link } from "../ledger/link.ts";
import { systemHeaders } from "../sheet/header-words.ts";
import { isProtected } from "../sheet/protection.ts";
import type { SpreadsheetRead, Structural, TabRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { outsideProblem } from "../sheet/typed-table.ts";
import { guardRow } from "./anchors.ts";
import { tabOf } from "./awaiting.ts";
import { noteMark, systemPart, withSystemPart } from "./notice.ts";
import { asideMessage } from "./tabs.ts";

/**
 * Pure: a brake changes no cell; its reason stands as a note on the 系统提示 header, where the clerk looks, also where
 * nothing else is left of the header.
 */
export function brakeNote(
  { tabs }: Link,
  read: SpreadsheetRead,
  tables: readonly TableFound[],
  message: string,
): Structural[] {
  const part = `${noteMark}已暂停同步：${message}`;
  const lost = tabs.filter(({ tabId, role }) => role === "LIVE" && !tables.some((table) => table.tabId === tabId));
  return [
    ...noteOnHeader(read, tables, part),
    ...read.tabs
      .filter(({ tabId }) => lost.some((tab) => tab.tabId === tabId))
      .flatMap((tab): Structural[] => {
        const row = tab.rows.findIndex(({ cells }) => cells.some(({ value }) => value === systemHeaders.notice));
        const column = tab.rows[row]?.cells.findIndex(({ value }) => value === systemHeaders.notice) ?? -1;
        return column < 0 ? [] : noteAt(tab, row, column, part);
      }),
  ];
}

/** Pure: what stands there while nothing is braked: that entries are outside the Table. */
export function standingNote(read: SpreadsheetRead, tables: readonly TableFound[]): Structural[] {
  return tables.flatMap((table) => {
    const tab = read.tabs.find(({ tabId }) => tabId === table.tabId);
    const outside = tab === undefined ? null : outsideProblem(tab, table);
    return noteOnHeader(read, [table], outside === null ? "" : `${noteMark}${outside.message}`);
  });
}

/** Pure: the same for tabs that show our codes and take no part, so that nobody types there in vain. */
export function asideNote(read: SpreadsheetRead, tables: readonly TableFound[]): Structural[] {
  return noteOnHeader(read, tables, noteMark + asideMessage);
}

function noteOnHeader(read: SpreadsheetRead, tables: readonly TableFound[], part: string): Structural[] {
  return tables.flatMap((table): Structural[] => {
    const column = table.system.notice;
    if (column === null) return [];
    return noteAt(tabOf(table, read), guardRow(table), column, part);
  });
}

/** A protected header takes no note. */
function noteAt(tab: TabRead, row: number, column: number, part: string): Structural[] {
  const note = tab.rows[row]?.cells[column]?.note ?? "";
  if (systemPart(note) === part || isProtected(tab, row, column)) return [];
  return [{ kind: "note", tabId: tab.tabId, row, column, note: withSystemPart(note, part) }];
}
