import type { Box } from "./a1.ts";
import type { GridRange } from "./state.ts";

/** What inserting, deleting or moving rows or columns does to a range. Half open; undefined bounds stay open. */

export type Axis = "ROWS" | "COLUMNS";

export type Change =
  | { readonly kind: "insert"; readonly at: number; readonly count: number }
  | { readonly kind: "delete"; readonly start: number; readonly end: number }
  | { readonly kind: "move"; readonly start: number; readonly end: number; readonly to: number };

type Span = readonly [number, number];

function insertInto([start, end]: Span, at: number, count: number): Span {
  return [start >= at ? start + count : start, end > at ? end + count : end];
}

function deleteFrom([start, end]: Span, from: number, to: number): Span | undefined {
  const count = to - from;
  const moved = (bound: number) => (bound <= from ? bound : bound >= to ? bound - count : from);
  const span: Span = [moved(start), moved(end)];
  return span[0] < span[1] ? span : undefined;
}

/** Where one line ends up. */
export function moveLine(line: number, start: number, end: number, to: number): number {
  const count = end - start;
  const target = to > end ? to - count : Math.min(to, start);
  if (line >= start && line < end) return target + (line - start);
  const without = line >= end ? line - count : line;
  return without >= target ? without + count : without;
}

/** The lines that the span has after the change; undefined when none is left. */
export function shiftSpan(span: Span, change: Change): Span | undefined {
  if (change.kind === "insert") return insertInto(span, change.at, change.count);
  if (change.kind === "delete") return deleteFrom(span, change.start, change.end);
  const { start, end, to } = change;
  if (span[0] >= start && span[1] <= end) {
    const first = moveLine(span[0], start, end, to);
    return [first, first + (span[1] - span[0])];
  }
  const rest = deleteFrom(span, start, end);
  if (rest === undefined) return span;
  const target = to > end ? to - (end - start) : Math.min(to, start);
  return insertInto(rest, target, end - start);
}

export function shiftBox(box: Box, axis: Axis, change: Change): Box | undefined {
  if (axis === "ROWS") {
    const span = shiftSpan([box.startRow, box.endRow], change);
    return span === undefined ? undefined : { ...box, startRow: span[0], endRow: span[1] };
  }
  const span = shiftSpan([box.startColumn, box.endColumn], change);
  return span === undefined ? undefined : { ...box, startColumn: span[0], endColumn: span[1] };
}

const open = 1_000_000_000;

export function shiftGridRange<R extends GridRange>(range: R, axis: Axis, change: Change): R | undefined {
  const [from, to] =
    axis === "ROWS" ? (["startRowIndex", "endRowIndex"] as const) : (["startColumnIndex", "endColumnIndex"] as const);
  const [start, end] = [range[from], range[to]];
  if (start === undefined && end === undefined) return range;
  const span = shiftSpan([start ?? 0, end ?? open], change);
  if (span === undefined) return undefined;
  return {
    ...range,
    ...(start === undefined ? {} : { [from]: span[0] }),
    ...(end === undefined ? {} : { [to]: span[1] }),
  };
}
