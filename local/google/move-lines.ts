import { moveLine } from "./shift-range.ts";

/** Moves the lines [start, end) of a list that may be shorter than the grid, in place. */
export function moveLines<T>(list: (T | undefined)[], start: number, end: number, to: number): void {
  const length = Math.max(list.length, end, to);
  const moved = new Array<T | undefined>(length).fill(undefined);
  for (let line = 0; line < length; line++) moved[moveLine(line, start, end, to)] = list[line];
  list.length = 0;
  for (const line of moved) list.push(line);
}
