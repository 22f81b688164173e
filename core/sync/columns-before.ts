import type { RawCell, RawRow, Scalar } from "../sheet/sheet.ts";

/** Pure: where each column of a table stood before a write, told by the headers, and by what stands in columns of one name. */

export interface ColumnsRead {
  readonly headerRow: number;
  readonly before: readonly RawRow[];
  readonly after: readonly RawRow[];
  /** The header row right after the write; null when it was deleted. */
  readonly header: readonly (Scalar | null)[] | null;
  /** column after the write -> what the write put there. */
  readonly written: ReadonlyMap<number, readonly Scalar[]>;
}

type CameFrom = (column: number) => number | null;

/** Answers null for a column that did not exist. A header row that has nothing in common any more was sorted away, not shifted. */
export function columnsBefore(read: ColumnsRead): CameFrom {
  if (read.header === null) return (column) => column;
  const headers = read.before[read.headerRow]?.cells ?? [];
  const width = [...read.before, ...read.after].reduce(
    (most, { cells }) => Math.max(most, cells.length),
    read.header.length,
  );
  const old = Array.from({ length: width }, (_, i) => String(headers[i]?.value ?? ""));
  const now = Array.from({ length: width }, (_, i) => String(read.header?.[i] ?? ""));
  const lengths = commonRuns(old, now);
  if ((lengths[0]?.[0] ?? 0) * 2 < old.filter((text) => text !== "").length) return (column) => column;
  const pairs = inOrder(old, now, lengths);
  addMoved(pairs, old, now);
  settleTwins(pairs, old, now, read);
  return (column) => pairs.get(column) ?? null;
}

/** Lengths of the longest common runs of headers from each pair of places on. */
function commonRuns(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      const next = lengths[i + 1] as number[];
      row[j] = old[i] === now[j] && old[i] !== "" ? 1 + (next[j + 1] ?? 0) : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}

/** The longest run of equal headers in order; as many between two known ones as there were: they were renamed. */
function inOrder(old: readonly string[], now: readonly string[], lengths: readonly (readonly number[])[]) {
  const pairs = new Map<number, number>();
  let i = 0;
  let j = 0;
  let gapStart = { i: 0, j: 0 };
  const closeGap = () => {
    if (i - gapStart.i !== j - gapStart.j) return;
    for (let k = 0; k < i - gapStart.i; k++) {
      const [was = "", is = ""] = [old[gapStart.i + k], now[gapStart.j + k]];
      // What has its name elsewhere was moved, and another one came in.
      const renamed = (was === "" || !now.includes(was)) && (is === "" || !old.includes(is));
      if (renamed) pairs.set(gapStart.j + k, gapStart.i + k);
    }
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
  pairNameless(pairs, old.slice(gapStart.i), now.slice(gapStart.j), gapStart);
  return pairs;
}

/** What has no header right of the last known one keeps its order. */
function pairNameless(
  pairs: Map<number, number>,
  old: readonly string[],
  now: readonly string[],
  start: { readonly i: number; readonly j: number },
): void {
  if (old.length === now.length) return;
  const nameless = (headers: readonly string[]) => headers.flatMap((text, k) => (text === "" ? [k] : []));
  const from = nameless(old);
  nameless(now).forEach((column, k) => {
    const place = from[k];
    if (place !== undefined) pairs.set(start.j + column, start.i + place);
  });
}

/** What was moved keeps its header. */
function addMoved(pairs: Map<number, number>, old: readonly string[], now: readonly string[]): void {
  const used = new Set(pairs.values());
  now.forEach((header, column) => {
    const from = header === "" || pairs.has(column) ? -1 : old.findIndex((text, k) => text === header && !used.has(k));
    if (from < 0) return;
    pairs.set(column, from);
    used.add(from);
  });
}

/** Of columns with one name, or none, the contents tell which is which: those pairs in which the fewest values came or went. */
function settleTwins(
  pairs: Map<number, number>,
  old: readonly string[],
  now: readonly string[],
  read: ColumnsRead,
): void {
  const { headerRow, before, after, written } = read;
  const body = (rows: readonly RawRow[], column: number) =>
    rows.slice(headerRow + 1).flatMap(({ cells }) => filled(cells[column]));
  for (const name of new Set(old)) {
    const olds = old.flatMap((text, k) => (text === name && (name !== "" || body(before, k).length > 0) ? [k] : []));
    const nows = now.flatMap((text, j) =>
      text === name && (name !== "" || body(after, j).length > 0 || written.has(j)) ? [j] : [],
    );
    if (olds.length + nows.length < 3 && (name !== "" || olds.length + nows.length < 2)) continue;
    const pairedElsewhere = new Set([...pairs].filter(([column]) => !nows.includes(column)).map(([, from]) => from));
    const free = olds.filter((from) => !pairedElsewhere.has(from));
    const start = nows.map((column) => free.find((from) => from === pairs.get(column)) ?? null);
    const places = [...start, ...free.filter((from) => !start.includes(from))];
    const cost = (place: number, from: number | null) => {
      const column = nows[place];
      const values = from === null ? [] : body(before, from);
      return column === undefined
        ? values.length
        : unlikeness(values, body(after, column), written.get(column) ?? [], from === null);
    };
    exchange(places, cost);
    nows.forEach((column, i) => {
      const from = places[i] ?? null;
      if (from !== null) pairs.set(column, from);
      else if (old[pairs.get(column) ?? -1] === name) pairs.delete(column);
    });
  }
}

/** Exchanges two places as long as that makes the whole cheaper. */
function exchange(places: (number | null)[], cost: (place: number, from: number | null) => number): void {
  for (let better = true; better; ) {
    better = false;
    for (let a = 0; a < places.length; a++)
      for (let b = a + 1; b < places.length; b++) {
        const [x = null, y = null] = [places[a], places[b]];
        if (cost(a, y) + cost(b, x) >= cost(a, x) + cost(b, y)) continue;
        places[a] = y;
        places[b] = x;
        better = true;
      }
  }
}

function filled(cell: RawCell | undefined): Scalar[] {
  return cell === undefined || cell.value === null || cell.value === "" ? [] : [cell.value];
}

/** How many values came or went, but for those that the write put there and as many that it took. */
function unlikeness(
  old: readonly Scalar[],
  now: readonly Scalar[],
  written: readonly Scalar[],
  isNew: boolean,
): number {
  const came = without(without(now, written), old).length;
  const went = isNew ? 0 : without(old, now).length;
  return came + Math.max(0, went - written.length);
}

function without(values: readonly Scalar[], others: readonly Scalar[]): Scalar[] {
  const left = new Map<Scalar, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return values.filter((value) => {
    const count = left.get(value) ?? 0;
    if (count > 0) left.set(value, count - 1);
    return count === 0;
  });
}
