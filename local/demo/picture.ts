/**
 * A tab as a picture in text: one line a row, `|` between cells, `⏎` for a line break in a cell. `<` and `^` merge a
 * cell with the one on its left or above. `#12` is a number, `@2023-11-05` a date, `=SUM(B2:B9)` a formula. A line that
 * begins with `~` is a title, one with `!` a header.
 */

export type DemoValue = string | number | { readonly date: string } | null;

export interface DemoRow {
  readonly style: "TITLE" | "HEADER" | "BODY";
  readonly cells: readonly DemoValue[];
}

/** Half open, from 0. */
export interface DemoMerge {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface DemoTab {
  readonly title: string;
  readonly rows: readonly DemoRow[];
  readonly merges: readonly DemoMerge[];
  /** Pixels, from the first column. */
  readonly widths: readonly number[];
  /** Rows that stay in view: those down to the header. */
  readonly frozenRows: number;
}

const left = "<";
const up = "^";

export function drawTab(title: string, widths: readonly number[], picture: string): DemoTab {
  const lines = picture.split("\n").filter((line) => line.trim() !== "");
  const texts = lines.map((line) =>
    line
      .trim()
      .replace(/^[~!]/, "")
      .split("|")
      .map((text) => text.trim().replaceAll("⏎", "\n")),
  );
  const rows = lines.map((line, row): DemoRow => {
    const style = line.trim().startsWith("~") ? "TITLE" : line.trim().startsWith("!") ? "HEADER" : "BODY";
    return { style, cells: (texts[row] ?? []).map(readValue) };
  });
  const frozenRows = rows.findLastIndex(({ style }) => style === "HEADER") + 1;
  return { title, rows, merges: mergesOf(texts), widths, frozenRows };
}

function readValue(text: string): DemoValue {
  if (text === "" || text === left || text === up) return null;
  if (/^#-?[\d.]+$/.test(text)) return Number(text.slice(1));
  return text.startsWith("@") ? { date: text.slice(1) } : text;
}

function mergesOf(texts: readonly (readonly string[])[]): DemoMerge[] {
  return texts.flatMap((cells, startRow) =>
    cells.flatMap((text, startColumn) => {
      if (text === left || text === up) return [];
      let endColumn = startColumn + 1;
      while (cells[endColumn] === left) endColumn++;
      let endRow = startRow + 1;
      while (texts[endRow]?.[startColumn] === up) endRow++;
      const single = endColumn === startColumn + 1 && endRow === startRow + 1;
      return single ? [] : [{ startRow, endRow, startColumn, endColumn }];
    }),
  );
}
