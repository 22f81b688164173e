import type { SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import { outsideProblem } from "../sheet/typed-table.ts";
import { guardRow } from "./anchors.ts";
import { noteMark, systemPart, withSystemPart } from "./notice.ts";
import { asideMessage } from "./tabs.ts";

/** Pure: a brake changes no cell; its reason stands as a note on the 系统提示 header, where the clerk looks. */
export function brakeNote(read: SpreadsheetRead, tables: readonly TableFound[], message: string): Structural[] {
  return noteOnHeader(read, tables, message === "" ? "" : `${noteMark}已暂停同步：${message}`);
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
    const row = guardRow(table);
    const note = read.tabs.find((tab) => tab.tabId === table.tabId)?.rows[row]?.cells[column]?.note ?? "";
    return systemPart(note) === part
      ? []
      : [{ kind: "note", tabId: table.tabId, row, column, note: withSystemPart(note, part) }];
  });
}
