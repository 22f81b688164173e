import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { alarmNames } from "./rules-watch.ts";

/** The table under "Cost" of the runbook: its last column is arithmetic that is worked out here. */
const section = readFileSync("docs/runbook.md", "utf8").split("\n## Cost\n")[1]?.split("\n## ")[0] ?? "";
const [head, , ...lines] = section
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const bureaus = (head ?? []).slice(1, -1).map(number);
const rows = lines.slice(0, -1).map(([name = "", ...cells]) => ({
  name,
  shown: cells.slice(0, -1),
  arithmetic: (cells.at(-1) ?? "").replaceAll("`", ""),
}));
const total = lines.at(-1) ?? [];

function number(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** `name = expression` over n and the names before it. */
function workOut(arithmetic: string, known: Map<string, number>): number {
  const [expression = "", name] = arithmetic.split(" = ").reverse();
  const script = expression.replaceAll(",", "").replaceAll("×", "*");
  if (!/^[\d\s.+*/()nwrg]+$/.test(script)) throw new Error(`not arithmetic: ${expression}`);
  const value = Function(...known.keys(), `return ${script}`)(...known.values()) as number;
  if (name !== undefined) known.set(name, value);
  return value;
}

/** As it would be shown, with as many decimals. */
const like = (shown: string, value: number) => {
  const decimals = shown.split(".")[1]?.length ?? 0;
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};

it.each(bureaus)("[I26] the cost of %i bureaus is what the runbook's own arithmetic comes to", (n) => {
  const column = bureaus.indexOf(n);
  const known = new Map([["n", n]]);
  const worked = rows.map(({ name, shown, arithmetic }) => ({
    name,
    value: workOut(arithmetic, known),
    shown: shown[column] ?? "",
  }));
  expect(worked.map(({ name, shown, value }) => [name, like(shown, value)])).toEqual(
    worked.map(({ name, shown }) => [name, shown]),
  );
  const dollars = worked.slice(3).reduce((sum, { value }) => sum + value, 0);
  expect(total[column + 1]).toBe(`**${like("0", dollars)}**`);
});

it("[I26] every alarm and every metric of our own is in it", () => {
  const metrics = readFileSync("stacks/alarms.ts", "utf8").match(/^ {2}logMetric\(/gm)?.length;
  expect(rows.at(-1)?.arithmetic).toBe(`${alarmNames.length} × 0.10 + ${metrics} × 0.30 + 3`);
});
