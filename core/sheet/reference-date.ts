import { type TabCells, textsOf } from "./tab-cells.ts";

const fullDate = /((?:19|20)\d{2})[-./年](\d{1,2})[-./月](\d{1,2})/;
const month = /((?:19|20)\d{2})[-./年](\d{1,2})月?/;
const year = /((?:19|20)\d{2})年/;

/**
 * The date the ledger itself gives in the rows above its header: `截至2023年11月30日`, `日期：2023.11.5`, else the
 * month or the year of its title, at their ends. null when it gives none.
 */
export function findReferenceDate(grid: TabCells, headerRow: number): string | null {
  const texts = [];
  for (let row = 0; row < headerRow; row++) {
    for (const { text } of textsOf(grid, row, new Set())) texts.push(text.normalize("NFKC").replace(/\s+/g, ""));
  }
  const ranked = [...texts.filter((text) => /截至|截止|日期|时间/.test(text)), ...texts];
  for (const text of ranked) {
    const match = fullDate.exec(text);
    const iso = match === null ? null : isoOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (iso !== null) return iso;
  }
  for (const text of ranked) {
    const match = month.exec(text);
    const iso = match === null ? null : isoOf(Number(match[1]), Number(match[2]) + 1, 0);
    if (iso !== null) return iso;
  }
  for (const text of ranked) {
    const match = year.exec(text);
    if (match !== null) return `${match[1]}-12-31`;
  }
  return null;
}

/** Day 0 is the last day of the month before. */
function isoOf(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  if (d > 0 && (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d)) return null;
  return m >= 1 && m <= 13 ? date.toISOString().slice(0, 10) : null;
}
