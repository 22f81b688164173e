import type { RawCell } from "../sheet/sheet.ts";
import type { Reached } from "./verify.ts";

/**
 * Pure: where each column of the header after the write stood before it: the longest run of equal headers in order; a single
 * header between two known ones was renamed. A header row that has nothing in common any more was sorted away, not shifted.
 */
export function columnsBefore(before: readonly RawCell[], after: Reached | null): (column: number) => number | null {
  if (after === null) return (column) => column;
  const old = before.map((cell) => String(cell.value ?? ""));
  const now = Array.from({ length: Math.max(after.length, old.length) }, (_, i) => String(after[i] ?? ""));
  const lengths = old.map(() => new Array<number>(now.length + 1).fill(0));
  lengths.push(new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      const next = lengths[i + 1] as number[];
      row[j] = old[i] === now[j] && old[i] !== "" ? 1 + (next[j + 1] ?? 0) : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  const shared = lengths[0]?.[0] ?? 0;
  if (shared * 2 < old.filter((text) => text !== "").length) return (column) => column;
  const pairs = new Map<number, number>();
  let i = 0;
  let j = 0;
  let gapStart = { i: 0, j: 0 };
  const closeGap = () => {
    if (i - gapStart.i !== j - gapStart.j) return;
    for (let k = 0; k < i - gapStart.i; k++) pairs.set(gapStart.j + k, gapStart.i + k);
  };
  while (i < old.length && j < now.length) {
    if (old[i] === now[j] && old[i] !== "") {
      closeGap();
      pairs.set(j, i);
      i++;
      j++;
      gapStart = { i, j };
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  i = old.length;
  j = now.length;
  closeGap();
  // What was moved keeps its header.
  const used = new Set(pairs.values());
  now.forEach((header, column) => {
    const from = header === "" || pairs.has(column) ? -1 : old.findIndex((text, k) => text === header && !used.has(k));
    if (from < 0) return;
    pairs.set(column, from);
    used.add(from);
  });
  return (column) => pairs.get(column) ?? null;
}
