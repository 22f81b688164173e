/** Rectangles of cells, zero-based, ends exclusive, and how A1 notation writes them. */

export type Area = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
};

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A title as A1 notation needs it: always quoted, quotes doubled. */
export function areaName(title: string, area: Area): string {
  const tab = `'${title.replaceAll("'", "''")}'`;
  return `${tab}!${cellName(area.startRow, area.startColumn)}:${cellName(area.endRow - 1, area.endColumn - 1)}`;
}

export function areaAt(row: number, column: number, rows = 1, columns = 1): Area {
  return { startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns };
}

export function areaBetween(a: { row: number; column: number }, b: { row: number; column: number }): Area {
  return {
    startRow: Math.min(a.row, b.row),
    endRow: Math.max(a.row, b.row) + 1,
    startColumn: Math.min(a.column, b.column),
    endColumn: Math.max(a.column, b.column) + 1,
  };
}

export function areasMeet(a: Area, b: Area): boolean {
  return a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
}

export function rowCount(area: Area): number {
  return area.endRow - area.startRow;
}

export function columnCount(area: Area): number {
  return area.endColumn - area.startColumn;
}

/** Grows an area until no merged cell is cut by its border, as a selection does in Sheets. */
export function growOverMerges(area: Area, merges: readonly Area[]): Area {
  let grown = area;
  for (let changed = true; changed; ) {
    changed = false;
    for (const merge of merges) {
      if (!areasMeet(grown, merge)) continue;
      const next = {
        startRow: Math.min(grown.startRow, merge.startRow),
        endRow: Math.max(grown.endRow, merge.endRow),
        startColumn: Math.min(grown.startColumn, merge.startColumn),
        endColumn: Math.max(grown.endColumn, merge.endColumn),
      };
      if (rowCount(next) !== rowCount(grown) || columnCount(next) !== columnCount(grown)) {
        grown = next;
        changed = true;
      }
    }
  }
  return grown;
}

/** The runs of rows in [start, end) that a filter leaves in sight, from the top. */
export function runsInSight(start: number, end: number, filtered: (row: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  for (let row = start; row < end; row++) {
    if (filtered(row)) continue;
    const last = runs.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else runs.push([row, row + 1]);
  }
  return runs;
}
