import type { Sheet } from "../sheet/sheet.ts";

/** Counts requests to Google: they are what the quota is made of. */
export function countingSheet(sheet: Sheet): {
  readonly sheet: Sheet;
  readonly counts: { read: number; write: number };
} {
  const counts = { read: 0, write: 0 };
  return {
    counts,
    sheet: {
      read(spreadsheetId) {
        counts.read++;
        return sheet.read(spreadsheetId);
      },
      writeRows(spreadsheetId, tabId, rows) {
        counts.write++;
        return sheet.writeRows(spreadsheetId, tabId, rows);
      },
      restructure(spreadsheetId, actions) {
        counts.write++;
        return sheet.restructure(spreadsheetId, actions);
      },
    },
  };
}
