import type { Draft, SheetDraft } from "./draft.ts";
import { checkSize, ownDimensions, ownRows, trimEnd } from "./draft.ts";
import { invalid } from "./errors.ts";
import { moveFilterColumns } from "./filter.ts";
import { rewriteFormulas } from "./formula-references.ts";
import { inherit } from "./inherit.ts";
import { moveLines } from "./move-lines.ts";
import { fillPresets } from "./settle-tables.ts";
import type { Axis, Change } from "./shift-range.ts";
import { shiftBox, shiftGridRange, shiftSpan } from "./shift-range.ts";
import { shiftReference } from "./shift-reference.ts";
import type { Cell, Dimension, GridRange, Row } from "./state.ts";
import { losesHeader, shiftTable, tablesOf } from "./tables.ts";

/** Inserting, deleting and moving whole rows and columns, with everything that is bound to them. */

const size = (sheet: SheetDraft, axis: Axis) => (axis === "ROWS" ? sheet.rowCount : sheet.columnCount);

function changeEachRow(draft: Draft, sheet: SheetDraft, change: (cells: (Cell | undefined)[]) => void): void {
  const rows = ownRows(draft, sheet);
  rows.forEach((old, index) => {
    if (old === undefined) return;
    const cells = old.slice() as (Cell | undefined)[];
    change(cells);
    trimEnd(cells);
    draft.owned.add(cells);
    rows[index] = cells.length === 0 ? undefined : cells;
  });
  trimEnd(rows);
}

/** Arguments of one call: far below what the stack takes. */
const spliceWidth = 1000;

function spliceLines<T>(list: (T | undefined)[], change: Change): void {
  if (change.kind === "insert") {
    if (change.at >= list.length) return;
    for (let left = change.count; left > 0; left -= spliceWidth)
      list.splice(change.at, 0, ...new Array<undefined>(Math.min(left, spliceWidth)).fill(undefined));
  } else if (change.kind === "delete") list.splice(change.start, change.end - change.start);
  else moveLines(list, change.start, change.end, change.to);
  trimEnd(list);
}

const kept = <T>(list: readonly (T | undefined)[]) => list.filter((element): element is T => element !== undefined);

/** Where a line is after the change; undefined when it is deleted. */
const lineAfter = (line: number, change: Change) => shiftSpan([line, line + 1], change)?.[0];

/** Everything that names ranges of this sheet: tables, merges, named and protected ranges, filters, formulas. */
function shiftEverything(draft: Draft, sheet: SheetDraft, axis: Axis, change: Change): void {
  sheet.merges = kept(sheet.merges.map((merge) => shiftBox(merge, axis, change))).filter(
    (merge) => merge.endRow - merge.startRow > 1 || merge.endColumn - merge.startColumn > 1,
  );
  sheet.protectedRanges = kept(
    sheet.protectedRanges.map((protectedRange) => {
      const range = shiftGridRange(protectedRange.range, axis, change);
      return range === undefined ? undefined : { ...protectedRange, range };
    }),
  );
  draft.namedRanges = kept(
    draft.namedRanges.map((named) => {
      if (named.range.sheetId !== sheet.id) return named;
      const range = shiftGridRange(named.range, axis, change);
      return range === undefined ? undefined : { ...named, range };
    }),
  );
  if (sheet.basicFilter !== undefined) {
    const range = shiftGridRange(sheet.basicFilter.range as GridRange, axis, change);
    if (range === undefined) delete sheet.basicFilter;
    else {
      const filter = { ...sheet.basicFilter, range };
      sheet.basicFilter = axis === "ROWS" ? filter : moveFilterColumns(filter, (column) => lineAfter(column, change));
    }
  }
  if (sheet.tables !== undefined) shiftTables(sheet, axis, change);
  const title = sheet.title.toLowerCase();
  rewriteFormulas(draft, (reference, home) => {
    const here = reference.sheet === undefined ? home.id === sheet.id : reference.sheet.toLowerCase() === title;
    return here ? shiftReference(reference, axis, change) : reference;
  });
}

function shiftTables(sheet: SheetDraft, axis: Axis, change: Change): void {
  if (sheet.tables?.some((table) => losesHeader(table, axis, change)))
    throw invalid("You can't move or delete the header row of a table.");
  const tables = kept(tablesOf(sheet).map((table) => shiftTable(table, axis, change)));
  if (tables.length > 0) sheet.tables = tables;
  else delete sheet.tables;
}

/** Lines that come in next to a table and take after it may become part of it; rows inside it start as its columns do. */
function joinTables(
  draft: Draft,
  sheet: SheetDraft,
  axis: Axis,
  start: number,
  end: number,
  fromBefore: boolean,
): void {
  if (fromBefore && draft.switches.tablesGrowAtTheirEnd) {
    const ends = axis === "ROWS" ? "endRow" : "endColumn";
    sheet.tables = tablesOf(sheet).map((table) => {
      if (table.box[ends] !== start) return table;
      const more = axis === "ROWS" ? [] : Array.from({ length: end - start }, () => ({ name: "" }));
      return { ...table, box: { ...table.box, [ends]: end }, columns: [...table.columns, ...more] };
    });
  }
  if (axis === "ROWS" && draft.switches.tableRowsArePreset)
    for (const table of tablesOf(sheet)) fillPresets(draft, sheet, table, [start, end]);
}

function apply(draft: Draft, sheet: SheetDraft, axis: Axis, change: Change): void {
  delete draft.metadataIndex;
  const which = axis === "ROWS" ? "rowDimensions" : "columnDimensions";
  spliceLines<Dimension>(ownDimensions(draft, sheet, which), change);
  if (axis === "ROWS") spliceLines<Row>(ownRows(draft, sheet), change);
  else changeEachRow(draft, sheet, (cells) => spliceLines(cells, change));
  shiftEverything(draft, sheet, axis, change);
}

/** `fromBefore` takes over the looks of the line before, else of the one after. */
export function insertDimension(
  draft: Draft,
  sheet: SheetDraft,
  axis: Axis,
  start: number,
  end: number,
  fromBefore: boolean,
): void {
  if (start > size(sheet, axis)) {
    throw invalid(
      `range.startIndex[${start}] must be less than or equal to the number of ${axis.toLowerCase()} (${size(sheet, axis)})`,
    );
  }
  const count = end - start;
  if (axis === "ROWS") sheet.rowCount += count;
  else sheet.columnCount += count;
  checkSize(draft);
  apply(draft, sheet, axis, { kind: "insert", at: start, count });
  inherit(draft, sheet, { axis, start, end, fromBefore });
  if (sheet.tables !== undefined) joinTables(draft, sheet, axis, start, end, fromBefore);
}

export function deleteDimension(draft: Draft, sheet: SheetDraft, axis: Axis, start: number, end: number): void {
  const total = size(sheet, axis);
  const noun = axis === "ROWS" ? "row" : "column";
  if (start >= total) {
    throw invalid(
      `Cannot delete a ${noun} that doesn't exist. Tried to delete ${noun} index ${start} but there are only ${total} ${noun}s.`,
    );
  }
  const last = Math.min(end, total);
  if (start === 0 && last === total) throw invalid(`You can't delete all the ${noun}s on the sheet.`);
  const frozen = Number(sheet.gridProperties[axis === "ROWS" ? "frozenRowCount" : "frozenColumnCount"] ?? 0);
  const frozenLeft = frozen - Math.max(0, Math.min(frozen, last) - start);
  if (frozen > 0 && frozenLeft >= total - (last - start)) {
    throw invalid(`Sorry, it is not possible to delete all non-frozen ${noun}s.`);
  }
  if (frozenLeft !== frozen) {
    sheet.gridProperties = {
      ...sheet.gridProperties,
      [axis === "ROWS" ? "frozenRowCount" : "frozenColumnCount"]: frozenLeft,
    };
  }
  if (axis === "ROWS") sheet.rowCount -= last - start;
  else sheet.columnCount -= last - start;
  apply(draft, sheet, axis, { kind: "delete", start, end: last });
}

/** `to` counts before the move, as the reference says: "based on the coordinates before the source data is removed". */
export function moveDimension(
  draft: Draft,
  sheet: SheetDraft,
  axis: Axis,
  start: number,
  end: number,
  to: number,
): void {
  const total = size(sheet, axis);
  if (start >= total || end > total) throw invalid(`range exceeds the grid of ${total} ${axis.toLowerCase()}.`);
  if (to > total) throw invalid(`destinationIndex[${to}] must be less than or equal to ${total}`);
  if (to >= start && to <= end) return;
  apply(draft, sheet, axis, { kind: "move", start, end, to });
}
