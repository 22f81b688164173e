import type { Corner, Reference } from "./formula-references.ts";
import type { Axis, Change } from "./shift-range.ts";
import { shiftSpan } from "./shift-range.ts";

/** The reference after the change of lines; undefined when all that it named is gone. */
export function shiftReference(reference: Reference, axis: Axis, change: Change): Reference | undefined {
  const key = axis === "ROWS" ? "row" : "column";
  const { first, last = first } = reference;
  const [start, end] = [first[key], last[key]];
  if (start === undefined && end === undefined) return reference;
  const low = Math.min(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  const high = end === undefined || start === undefined ? Number.MAX_SAFE_INTEGER : Math.max(start, end) + 1;
  const span = shiftSpan([low, high], change);
  if (span === undefined) return undefined;
  const at = (corner: Corner, value: number): Corner =>
    corner[key] === undefined ? corner : { ...corner, [key]: value };
  if (reference.last === undefined) return { ...reference, first: at(first, span[0]) };
  return { ...reference, first: at(first, span[0]), last: at(reference.last, span[1] - 1) };
}
