/**
 * Where a row went while others inserted, deleted, moved or sorted rows. The API gives rows no identity, so a row is
 * known by what it holds; a blank row is known by the nearest row above that holds something.
 */

/** A row's content as one text, "" for a blank row, undefined while unknown. */
export type RowPrint = (row: number) => string | undefined;

/** Rows searched on either side. Farther moves are rare, and then the place stays where it was. */
export const FOLLOW_REACH_ROWS = 200;

/** The row on which `row` is now. `row` itself when nothing better is found. */
export function followRow(row: number, before: RowPrint, after: RowPrint): number {
  let known = row;
  while (known >= 0 && before(known) === "") known--;
  if (known < 0) return row;
  const print = before(known);
  if (print === undefined || isAt(known, known)) return row;
  for (let distance = 1; distance <= FOLLOW_REACH_ROWS; distance++) {
    if (known + distance >= 0 && isAt(known, known + distance)) return row + distance;
    if (known - distance >= 0 && isAt(known, known - distance)) return row - distance;
  }
  return row;

  function isAt(from: number, to: number): boolean {
    return after(to) === before(from);
  }
}

/** What a row holds, as one text. */
export function printRow(cells: readonly { readonly formattedValue?: string }[]): string {
  const texts = cells.map((cell) => cell.formattedValue ?? "");
  while (texts.at(-1) === "") texts.pop();
  return texts.join("\t");
}
