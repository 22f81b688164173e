import type { Box, RawCell, SpreadsheetRead, TabRead } from "../../core/sheet/sheet.ts";

/**
 * A spreadsheet as a picture in text. One line a row, `|` between cells, `⏎` for a line break in a cell.
 * `#11.3` a number, `#TRUE` a tick, `@45235` a number shown as a date, `%0.5` one shown as a percentage,
 * `=COUNTA(B4:B6)→3` a formula and what it gives.
 */
export interface TabPicture {
  readonly title: string;
  readonly rows: string;
  /** `A1:N1 B4:B6` */
  readonly merges?: string;
  readonly hidden?: true;
}

export function readPicture(tabs: readonly TabPicture[]): SpreadsheetRead {
  return {
    spreadsheetId: "corpus",
    title: "corpus",
    locale: "zh_CN",
    timeZone: "Asia/Shanghai",
    tabs: tabs.map(readTab),
  };
}

function readTab(picture: TabPicture, index: number): TabRead {
  const lines = picture.rows
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  const rows = lines.map((line) => ({
    anchors: [],
    hidden: false,
    cells: trimRow(line.trim().split("|").map(readCell)),
  }));
  return {
    tabId: index,
    title: picture.title,
    hidden: picture.hidden ?? false,
    rowCount: rows.length + 20,
    columnCount: 60,
    merges: (picture.merges ?? "").split(" ").filter(Boolean).map(boxOf),
    rows,
  };
}

function readCell(text: string): RawCell {
  const plain = text.trim().replaceAll("⏎", "\n");
  const formula = /^(=.+?)→(.*)$/.exec(plain);
  if (formula !== null) return { ...readCell(formula[2] ?? ""), formula: formula[1] ?? "" };
  if (plain === "#TRUE" || plain === "#FALSE") return { value: plain === "#TRUE" };
  if (/^#-?[\d.]+$/.test(plain)) return { value: Number(plain.slice(1)) };
  if (/^@[\d.]+$/.test(plain)) return { value: Number(plain.slice(1)), format: "DATE" };
  if (/^%[\d.]+$/.test(plain)) return { value: Number(plain.slice(1)), format: "PERCENT" };
  return { value: plain === "" ? null : plain };
}

/** As the Sheets API does: trailing blank cells are absent. */
function trimRow(cells: readonly RawCell[]): readonly RawCell[] {
  const last = cells.findLastIndex((cell) => cell.value !== null || cell.formula !== undefined);
  return cells.slice(0, last + 1);
}

/** `A1:N1` -> half-open box. */
export function boxOf(range: string): Box {
  const [start = "", end = ""] = range.split(":");
  const from = cellOf(start);
  const to = cellOf(end);
  return { startRow: from.row, startColumn: from.column, endRow: to.row + 1, endColumn: to.column + 1 };
}

export function cellOf(name: string): { readonly row: number; readonly column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(name);
  if (match === null) throw new Error(`no cell name: ${name}`);
  return { row: Number(match[2]) - 1, column: columnOf(match[1] ?? "") };
}

export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
