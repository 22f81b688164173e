import type { Area } from "./area.ts";

/** Which sheet row each drawn row is: hidden rows are not drawn. */
export type RowMap = ReturnType<typeof makeRowMap>;

export function makeRowMap(rowCount: number, hidden: (row: number) => boolean) {
  const shown: number[] = [];
  const place = new Int32Array(rowCount).fill(-1);
  const gaps: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (hidden(row)) gaps.push(row);
    else place[row] = shown.push(row) - 1;
  }
  return {
    length: shown.length,
    /** Equal for equal maps. */
    signature: `${rowCount}:${gaps.join(",")}`,
    toSheet: (at: number) => shown[at] ?? Math.max(0, rowCount - 1),
    /** -1 for a hidden row. */
    toGrid: (row: number) => place[row] ?? -1,
    /** How many drawn rows stand above a sheet row. */
    visibleBefore(row: number): number {
      let count = 0;
      for (let at = 0; at < Math.min(row, rowCount); at++) if ((place[at] ?? -1) >= 0) count++;
      return count;
    },
  };
}

type SpanMetadata = { columns: Record<number, { colspan: number; rowspan: number }> };

/**
 * The grid's spans for merged cells, by drawn row. Hidden rows and columns shorten a span; a span that would cross the
 * border of the frozen rows or columns is cut there, because the two sides scroll apart.
 */
export function mergeMetadata(
  merges: readonly Area[],
  rows: RowMap,
  gridColumn: (column: number) => number,
  frozen: { readonly rows: number; readonly cells: number },
): Map<number, SpanMetadata> {
  const metadata = new Map<number, SpanMetadata>();
  for (const merge of merges) {
    const at = rows.toGrid(merge.startRow);
    const cell = gridColumn(merge.startColumn);
    if (at < 0 || cell < 1) continue;
    let rowspan = 0;
    for (let row = merge.startRow; row < merge.endRow; row++) if (rows.toGrid(row) >= 0) rowspan++;
    if (at < frozen.rows) rowspan = Math.min(rowspan, frozen.rows - at);
    let colspan = 0;
    for (let column = merge.startColumn; column < merge.endColumn; column++) if (gridColumn(column) >= 1) colspan++;
    if (cell < frozen.cells) colspan = Math.min(colspan, frozen.cells - cell);
    const entry = metadata.get(at) ?? { columns: {} };
    entry.columns[cell] = { colspan, rowspan };
    metadata.set(at, entry);
  }
  return metadata;
}
