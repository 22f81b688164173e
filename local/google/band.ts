import type { Box } from "./a1.ts";
import type { Draft, SheetDraft } from "./draft.ts";
import { growGrid } from "./draft.ts";
import { invalid } from "./errors.ts";
import type { Reference } from "./formula-references.ts";
import { rewriteFormulas } from "./formula-references.ts";
import { intersects } from "./merges.ts";
import type { Axis, Change } from "./shift-range.ts";
import { shiftBox, shiftGridRange } from "./shift-range.ts";
import { shiftReference } from "./shift-reference.ts";
import type { GridRange } from "./state.ts";
import { losesHeader, shiftTable } from "./tables.ts";

/**
 * What goes along when only the cells of a band shift down or right: merges, tables, named and protected ranges and
 * references that lie inside the band from side to side. What reaches out of it stays, and a merge or table that does
 * stops the shift.
 */

const across = (box: Box, axis: Axis) =>
  axis === "ROWS" ? [box.startColumn, box.endColumn] : [box.startRow, box.endRow];

function isInside(inner: readonly (number | undefined)[], band: Box, axis: Axis): boolean {
  const [start, end] = inner;
  const [first, last] = across(band, axis) as [number, number];
  return start !== undefined && end !== undefined && start >= first && end <= last;
}

function shiftMerges(draft: Draft, sheet: SheetDraft, axis: Axis, change: Change, band: Box): void {
  const merges: Box[] = [];
  for (const merge of sheet.merges) {
    if (!intersects(merge, band)) merges.push(merge);
    else if (!isInside(across(merge, axis), band, axis))
      throw invalid("You can't shift cells over part of a merged cell.");
    else {
      const shifted = shiftBox(merge, axis, change);
      if (shifted !== undefined) merges.push(shifted);
    }
  }
  sheet.merges = merges.filter((one) => one.endRow - one.startRow > 1 || one.endColumn - one.startColumn > 1);
  for (const merge of sheet.merges) growGrid(draft, sheet, merge.endRow, merge.endColumn);
}

function shiftTables(sheet: SheetDraft, axis: Axis, change: Change, band: Box): void {
  const tables = sheet.tables?.flatMap((table) => {
    if (!intersects(table.box, band)) return [table];
    if (!isInside(across(table.box, axis), band, axis) || losesHeader(table, axis, change))
      throw invalid("You can't shift cells over part of a table.");
    const shifted = shiftTable(table, axis, change);
    return shifted === undefined ? [] : [shifted];
  });
  if (tables === undefined) return;
  if (tables.length > 0) sheet.tables = tables;
  else delete sheet.tables;
}

function shiftRange<R extends GridRange>(range: R, sheet: SheetDraft, axis: Axis, change: Change, band: Box) {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const inner = axis === "ROWS" ? [startColumnIndex, endColumnIndex] : [startRowIndex, endRowIndex];
  return range.sheetId === sheet.id && isInside(inner, band, axis) ? shiftGridRange(range, axis, change) : range;
}

function referenceAcross({ first, last = first }: Reference, axis: Axis): readonly (number | undefined)[] {
  const [start, end] = axis === "ROWS" ? [first.column, last.column] : [first.row, last.row];
  return [start, end === undefined ? undefined : end + 1];
}

export function shiftBand(draft: Draft, sheet: SheetDraft, axis: Axis, change: Change, band: Box): void {
  shiftMerges(draft, sheet, axis, change, band);
  shiftTables(sheet, axis, change, band);
  const shifted = <T extends { readonly range: GridRange }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const range = shiftRange(one.range, sheet, axis, change, band);
      return range === undefined ? [] : [{ ...one, range }];
    });
  sheet.protectedRanges = shifted(sheet.protectedRanges);
  draft.namedRanges = shifted(draft.namedRanges);
  const title = sheet.title.toLowerCase();
  rewriteFormulas(draft, (reference, home) => {
    const here = reference.sheet === undefined ? home.id === sheet.id : reference.sheet.toLowerCase() === title;
    return here && isInside(referenceAcross(reference, axis), band, axis)
      ? shiftReference(reference, axis, change)
      : reference;
  });
}
