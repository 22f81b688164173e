import type { Box, OpenBox } from "./a1.ts";
import { parseBox, renderRange, splitRange } from "./a1.ts";
import { invalid } from "./errors.ts";
import type { GridRange, NamedRange, SheetState } from "./state.ts";

/** From a range as a request words it to a sheet and a box inside its grid. */

export interface Target {
  readonly sheet: SheetState;
  /** Clipped to the grid. */
  readonly box: Box;
  /** As it was asked for, before clipping. */
  readonly asked: OpenBox;
}

interface Sheets {
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly NamedRange[];
}

export function sheetByTitle(sheets: readonly SheetState[], title: string): SheetState | undefined {
  const folded = title.toLowerCase();
  return sheets.find((sheet) => sheet.title === title) ?? sheets.find((sheet) => sheet.title.toLowerCase() === folded);
}

/** The box inside the grid. A range that begins outside the grid is refused, one that only ends outside is clipped. */
function clip(sheet: SheetState, open: OpenBox): Box {
  const { startRow = 0, startColumn = 0, endRow = sheet.rowCount, endColumn = sheet.columnCount } = open;
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount) {
    const asked = {
      startRow,
      startColumn,
      endRow: Math.max(endRow, startRow + 1),
      endColumn: Math.max(endColumn, startColumn + 1),
    };
    throw invalid(
      `Range (${renderRange(sheet.title, asked)}) exceeds grid limits. ` +
        `Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return {
    startRow,
    startColumn,
    endRow: Math.min(endRow, sheet.rowCount),
    endColumn: Math.min(endColumn, sheet.columnCount),
  };
}

function named(spreadsheet: Sheets, name: string): Target | undefined {
  const folded = name.toLowerCase();
  const found = spreadsheet.namedRanges.find((range) => range.name.toLowerCase() === folded);
  if (found === undefined) return undefined;
  const sheet = spreadsheet.sheets.find((candidate) => candidate.id === found.range.sheetId);
  if (sheet === undefined) return undefined;
  const asked = openOfGridRange(found.range);
  return { sheet, asked, box: clip(sheet, asked) };
}

const unparsable = (text: string) => invalid(`Unable to parse range: ${text}`);

/** `Sheet1!A1:B2`, `Sheet1`, `A1`, `MyName`, `'Sheet1'!MyName`. */
export function resolveRange(spreadsheet: Sheets, text: string): Target {
  const parts = splitRange(text);
  if (parts === undefined || text === "") throw unparsable(text);
  if (parts.sheet !== undefined) {
    const sheet = sheetByTitle(spreadsheet.sheets, parts.sheet);
    if (sheet === undefined) throw unparsable(text);
    if (parts.rest === undefined) return { sheet, asked: {}, box: clip(sheet, {}) };
    const asked = parseBox(parts.rest);
    if (asked !== undefined) return { sheet, asked, box: clip(sheet, asked) };
    const byName = named(spreadsheet, parts.rest);
    if (byName === undefined) throw unparsable(text);
    return byName;
  }
  const asked = parseBox(text);
  if (asked !== undefined) {
    const sheet =
      spreadsheet.sheets.find((candidate) => candidate.properties.hidden !== true) ?? spreadsheet.sheets[0]!;
    return { sheet, asked, box: clip(sheet, asked) };
  }
  const byName = named(spreadsheet, text);
  if (byName !== undefined) return byName;
  const sheet = sheetByTitle(spreadsheet.sheets, text);
  if (sheet === undefined) throw unparsable(text);
  return { sheet, asked: {}, box: clip(sheet, {}) };
}

function openOfGridRange(range: Partial<GridRange>): OpenBox {
  return {
    ...(range.startRowIndex === undefined ? {} : { startRow: range.startRowIndex }),
    ...(range.endRowIndex === undefined ? {} : { endRow: range.endRowIndex }),
    ...(range.startColumnIndex === undefined ? {} : { startColumn: range.startColumnIndex }),
    ...(range.endColumnIndex === undefined ? {} : { endColumn: range.endColumnIndex }),
  };
}

function checkOrder(start: number | undefined, end: number | undefined, names: readonly [string, string]): void {
  if ((start ?? 0) < 0) throw invalid(`${names[0]}[${start}] must be greater than or equal to 0`);
  if (end !== undefined && end < 0) throw invalid(`${names[1]}[${end}] must be greater than or equal to 0`);
  if (end !== undefined && (start ?? 0) > end)
    throw invalid(`${names[1]}[${end}] must be greater than or equal to ${names[0]}[${start}]`);
}

/** A GridRange of a request: the sheet exists, the indexes are in order; open bounds become the grid's. */
export function readGridRange(spreadsheet: Sheets, range: Partial<GridRange>): Target {
  const id = range.sheetId ?? 0;
  const sheet = spreadsheet.sheets.find((candidate) => candidate.id === id);
  if (sheet === undefined) throw invalid(`No grid with id: ${id}`);
  checkOrder(range.startRowIndex, range.endRowIndex, ["startRowIndex", "endRowIndex"]);
  checkOrder(range.startColumnIndex, range.endColumnIndex, ["startColumnIndex", "endColumnIndex"]);
  const asked = openOfGridRange(range);
  return { sheet, asked, box: clip(sheet, asked) };
}

export function gridRangeOf(sheetId: number, box: Box): GridRange {
  return {
    sheetId,
    startRowIndex: box.startRow,
    endRowIndex: box.endRow,
    startColumnIndex: box.startColumn,
    endColumnIndex: box.endColumn,
  };
}

/** As answers have it: sheetId 0 is left out, everything else present. */
export function showGridRange(range: GridRange): object {
  const { sheetId, ...bounds } = range;
  return sheetId === 0 ? bounds : { sheetId, ...bounds };
}
