import type { Draft, SheetDraft } from "./draft.ts";
import { ownDimensions, ownRows, setAt, setCell, trimEnd } from "./draft.ts";
import type { Axis } from "./shift-range.ts";
import type { Cell, Dimension } from "./state.ts";

/**
 * What inserted rows and columns take over from a neighbour: "inserting 2 rows at index 1 can inherit either the green or
 * red background. If inheritFromBefore is true, the two new rows will be red". Formats, validation and size; never values,
 * notes or metadata.
 */

export interface Inserted {
  readonly axis: Axis;
  readonly start: number;
  readonly end: number;
  readonly fromBefore: boolean;
}

function inherited(cell: Cell | undefined): Cell | undefined {
  if (cell?.format === undefined && cell?.validation === undefined) return undefined;
  return {
    ...(cell.format === undefined ? {} : { format: cell.format }),
    ...(cell.validation === undefined ? {} : { validation: cell.validation }),
  };
}

function inheritByRows(draft: Draft, sheet: SheetDraft, model: number, { start, end }: Inserted): void {
  const cells = (sheet.rows[model] ?? []).map(inherited);
  trimEnd(cells);
  if (cells.length === 0) return;
  const rows = ownRows(draft, sheet);
  while (rows.length < start) rows.push(undefined);
  for (let row = start; row < end; row++) rows[row] = cells;
}

function inheritByColumns(draft: Draft, sheet: SheetDraft, model: number, { start, end }: Inserted): void {
  for (let row = 0; row < sheet.rows.length; row++) {
    const cell = inherited(sheet.rows[row]?.[model]);
    if (cell === undefined) continue;
    for (let column = start; column < end; column++) setCell(draft, sheet, row, column, cell);
  }
}

/** Lines between two of a group belong to it. */
function inheritDimension(draft: Draft, sheet: SheetDraft, { axis, start, end, fromBefore }: Inserted): void {
  const list = ownDimensions(draft, sheet, axis === "ROWS" ? "rowDimensions" : "columnDimensions");
  const [before, after] = [start === 0 ? undefined : list[start - 1], list[end]];
  const pixelSize = (fromBefore ? before : after)?.pixelSize;
  const depth = Math.min(before?.depth ?? 0, after?.depth ?? 0);
  const dimension: Dimension = {
    ...(pixelSize === undefined ? {} : { pixelSize }),
    ...(depth === 0 ? {} : { depth }),
  };
  if (Object.keys(dimension).length === 0) return;
  for (let index = start; index < end; index++) setAt(list, index, dimension);
}

export function inherit(draft: Draft, sheet: SheetDraft, inserted: Inserted): void {
  const model = inserted.fromBefore ? inserted.start - 1 : inserted.end;
  if (model >= 0) {
    if (inserted.axis === "ROWS") inheritByRows(draft, sheet, model, inserted);
    else inheritByColumns(draft, sheet, model, inserted);
  }
  inheritDimension(draft, sheet, inserted);
}
