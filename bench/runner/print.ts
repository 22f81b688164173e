import type { Figure, Findings, Section } from "../bench.ts";

/** Findings as text. */

export function printFindings(title: string, { sections, targets, notes }: Findings, print: (line: string) => void) {
  print(`\n${title}`);
  for (const section of sections) {
    print("");
    printSection(section, print);
  }
  print("");
  for (const { wanted, found, met } of targets) print(`${met ? "met   " : "MISSED"} ${wanted} — ${found}`);
  for (const note of notes) print(`note   ${note}`);
}

function printSection({ title, rows }: Section, print: (line: string) => void): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => figureText(row[column] ?? null)))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  print(title);
  for (const row of cells) {
    const padded = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
    print(`  ${padded.join("  ")}`);
  }
}

export function figureText(figure: Figure): string {
  if (figure === null) return "";
  if (typeof figure === "string") return figure;
  if (typeof figure === "number") return numberText(figure);
  const { median, min, max } = figure;
  return min === max ? numberText(median) : `${numberText(median)} (${numberText(min)}–${numberText(max)})`;
}

/** Three digits that mean something. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return value.toLocaleString("en");
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(digits, 4) });
}
