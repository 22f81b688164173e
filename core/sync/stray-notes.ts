import type { SpreadsheetRead, Structural } from "../sheet/sheet.ts";
import type { RowAction } from "./plan.ts";

/**
 * Pure: notes are written by position, so one may have landed on a row that moved there meanwhile. `before` is the read
 * the notes were planned from, `now` a read after they were written. The row that was hit gets its own note back, found by its code.
 */
export function planNoteRepair(
  noted: readonly RowAction[],
  before: SpreadsheetRead,
  now: SpreadsheetRead,
): Structural[] {
  const repairs: Structural[] = [];
  for (const { code, row, notes } of noted) {
    const codeColumn = row?.table.system.code ?? null;
    if (codeColumn === null) continue;
    for (const action of notes) {
      if (action.kind !== "note" || action.note === "") continue;
      const rowsBefore = before.tabs.find((tab) => tab.tabId === action.tabId)?.rows ?? [];
      const rowsNow = now.tabs.find((tab) => tab.tabId === action.tabId)?.rows ?? [];
      rowsNow.forEach(({ cells }, at) => {
        const codeNow = cells[codeColumn]?.value ?? null;
        if (cells[action.column]?.note !== action.note || codeNow === code) return;
        const victim =
          codeNow === null ? undefined : rowsBefore.find((candidate) => candidate.cells[codeColumn]?.value === codeNow);
        const note = victim?.cells[action.column]?.note ?? "";
        if (note !== action.note)
          repairs.push({ kind: "note", tabId: action.tabId, row: at, column: action.column, note });
      });
    }
  }
  return repairs;
}
