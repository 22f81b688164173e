import type { Axis } from "./shift-range.ts";
import type { Dimensions } from "./state.ts";

/**
 * Groups of rows or columns. Each line knows how many groups hold it, so that groups follow their lines; a group of a
 * depth is a run of lines at least so deep. The reference's examples of adding and deleting come out of that alone.
 */

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

/** "Ordered by increasing range start index, then by group depth". */
export function listGroups(dimensions: Dimensions): Group[] {
  const groups: Group[] = [];
  const open: number[] = [];
  for (let index = 0; index <= dimensions.length; index++) {
    const depth = dimensions[index]?.depth ?? 0;
    while (open.length < depth) open.push(index);
    while (open.length > depth) {
      const ended = open.length;
      const start = open.pop()!;
      const collapsed = dimensions[start]?.collapsed?.includes(ended) ?? false;
      groups.push({ start, end: index, depth: ended, collapsed });
    }
  }
  return groups.sort((a, b) => a.start - b.start || a.depth - b.depth);
}

export function showGroup({ start, end, depth, collapsed }: Group, axis: Axis, sheetId: number): object {
  const range = { ...(sheetId === 0 ? {} : { sheetId }), dimension: axis, startIndex: start, endIndex: end };
  return { range, depth, ...(collapsed ? { collapsed: true } : {}) };
}
