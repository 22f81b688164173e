import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Findings, Section } from "../bench.ts";
import { figureText } from "./print.ts";

/** The figures of bench/results as tables in bench/README.md, between two marks. */

interface Saved extends Findings {
  readonly bench: string;
  readonly about: string;
  readonly machine: string;
  readonly measuredOn: string;
  readonly loadPerCore: { readonly before: number; readonly after: number };
  readonly noisy: boolean;
}

const begin = "<!-- figures: npm run bench -- report -->";
const end = "<!-- end of figures -->";
const folder = new URL("../", import.meta.url);

export function writeReadme(names: readonly string[]): void {
  const saved = names.flatMap((name) => {
    const file = new URL(`results/${name}.json`, folder);
    return existsSync(file) ? [JSON.parse(readFileSync(file, "utf8")) as Saved] : [];
  });
  const readme = new URL("README.md", folder);
  const text = readFileSync(readme, "utf8");
  const [head, rest] = text.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error("bench/README.md lacks the marks of its figures");
  writeFileSync(readme, `${head}${begin}\n\n${[summary(saved), ...saved.map(chapter)].join("\n")}\n${end}${tail}`);
}

function summary(saved: readonly Saved[]): string {
  const rows = saved.flatMap(({ bench, targets }) =>
    targets.map(({ wanted, found, met }) => [bench, wanted, found, met ? "met" : "**missed**"]),
  );
  return `## Targets\n\n${table(["bench", "target", "found", ""], rows)}`;
}

function chapter({ bench, about, machine, measuredOn, loadPerCore, noisy, sections, notes }: Saved): string {
  const load = `${loadPerCore.before} runnable processes a core before, ${loadPerCore.after} after`;
  return [
    `## ${bench}\n\n${about[0]?.toUpperCase()}${about.slice(1)}. \`npm run bench -- ${bench}\``,
    `${machine}; ${measuredOn}; ${load}${noisy ? ": others worked on the machine, read the ratios" : ""}. Medians, with the least and the most.`,
    ...sections.map(sectionText),
    notes.map((note) => `- ${note.replaceAll("\n", " ")}`).join("\n"),
    "",
  ].join("\n\n");
}

function sectionText({ title, rows }: Section): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `**${title}**\n\n${table(
    columns,
    rows.map((row) => columns.map((column) => figureText(row[column] ?? null))),
  )}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}
