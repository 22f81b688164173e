import { hasCode, keyText, type Reader } from "./reader.ts";

/** How many grid rows the entry takes: the height of its key cell's merge or of its number's, then sub-rows numbered 1-1, 1-2. */
export function spanOf(reader: Reader, row: number): number {
  const { grid, key, bound } = reader;
  const box = key === undefined ? undefined : grid.merges.at(row, key.found.column);
  let end = box === undefined || box.startRow !== row ? row + 1 : Math.min(box.endRow, grid.rows);
  if (bound.sequenceColumn === null || key === undefined) return end - row;
  const numbered = grid.merges.at(row, bound.sequenceColumn);
  if (numbered !== undefined && numbered.startRow === row) {
    const last = Math.min(numbered.endRow, grid.rows);
    while (end < last && keyText(reader, end) === "" && !hasCode(reader, end)) end++;
  }
  const number = sequenceAt(reader, row);
  const isPart = (text: string) => /^\d+[-–—.]\d+$/.test(text) && (number === "" || text.startsWith(number));
  while (end < grid.rows && isPart(sequenceAt(reader, end)) && keyText(reader, end) === "" && !hasCode(reader, end))
    end++;
  return end - row;
}

function sequenceAt(reader: Reader, row: number): string {
  return reader.grid
    .read(row, reader.bound.sequenceColumn ?? 0, false)
    .text.normalize("NFKC")
    .trim();
}
