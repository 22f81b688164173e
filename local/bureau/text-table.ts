/** Aligned columns for a terminal, where a Chinese character takes two places. */

/** The first row is the heading. Cells that hold a line break are shown on one line. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const flat = rows.map((row) => row.map(onOneLine));
  const widths = flat[0]?.map((_, column) => Math.max(...flat.map((row) => placesOf(row[column] ?? "")))) ?? [];
  return flat
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** At most so many places of a terminal, with … for the rest. */
export function shorten(text: string, places: number): string {
  const line = onOneLine(text);
  if (placesOf(line) <= places) return line;
  let kept = "";
  for (const character of line) {
    if (placesOf(kept + character) > places - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const onOneLine = (text: string) => text.replace(/[\r\n\t]+/g, " ");

export function pad(text: string, places: number): string {
  return text + " ".repeat(Math.max(0, places - placesOf(text)));
}

/** Unicode's East Asian wide and fullwidth blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function placesOf(text: string): number {
  let places = 0;
  for (const character of text.normalize("NFC")) places += wide.test(character) ? 2 : 1;
  return places;
}
