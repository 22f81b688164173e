import type { Json, SheetState } from "./state.ts";

/** SheetProperties as answers have it; the two counts stand first, false and 0 are left out. */
export function showSheetProperties(sheet: SheetState, index: number): object {
  const free = Object.fromEntries(Object.entries(sheet.properties).filter(([, value]) => value !== false));
  const grid = Object.fromEntries(
    Object.entries(sheet.gridProperties).filter(([, value]) => value !== false && value !== 0),
  );
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index,
    sheetType: "GRID",
    gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount, ...grid },
    ...(free as Json),
  };
}
