import { mkdirSync, writeFileSync } from "node:fs";
import type { Bench, Figure, Findings, Section } from "../bench.ts";
import { loadPerCore, machineText, noisyLoadPerCore } from "./machine.ts";

/** bench/results/<name>.json */

const folder = new URL("../results/", import.meta.url);

export function save({ name, about }: Bench, findings: Findings, loadBefore: number): void {
  mkdirSync(folder, { recursive: true });
  const loadAfter = loadPerCore();
  const saved = {
    bench: name,
    about,
    machine: machineText(),
    measuredOn: new Date().toISOString().slice(0, 10),
    loadPerCore: { before: rounded(loadBefore), after: rounded(loadAfter) },
    noisy: Math.max(loadBefore, loadAfter) > noisyLoadPerCore,
    sections: findings.sections.map(roundedSection),
    targets: findings.targets,
    notes: findings.notes,
  };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(saved, null, 2)}\n`);
}

const roundedSection = ({ title, rows }: Section) => ({
  title,
  rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, roundedFigure(value)]))),
});

function roundedFigure(figure: Figure): Figure {
  if (typeof figure === "number") return rounded(figure);
  if (typeof figure === "string" || figure === null) return figure;
  return { median: rounded(figure.median), min: rounded(figure.min), max: rounded(figure.max) };
}

const rounded = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(4)));
