import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "located-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Where a text stands in the bundle, as a stack names places. */
function placeOf(text: string): string {
  const files = readdirSync(path.join(folder, "sweep")).map((name) => ({
    name,
    lines: readFileSync(path.join(folder, "sweep", name), "utf8").split("\n"),
  }));
  const found = files.flatMap(({ name, lines }) =>
    lines.flatMap((line, i) => (line.includes(text) ? [`${name}:${i + 1}:${line.indexOf(text) + 1}`] : [])),
  );
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

const locate = (name: string, stack: string) =>
  execFileSync(process.execPath, ["stacks/locate.mjs", name], { input: stack, encoding: "utf8", stdio: "pipe" });

describe("places in a log", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["stacks/bundle.mjs", folder, "sweep"], { stdio: "pipe" });
  });

  it("[I27] a place in the bundle that is uploaded is told as a place in the sources; other text stays", () => {
    const place = placeOf("sweep.queued");
    const stack = (first: string, second: string) => `at Xy (${first}) at node:internal/x:1:2 at ${second}\n`;
    const located = locate("sweep", stack(`/var/task/${place}`, "/var/task/old-Ab12.cjs:1:9"));
    const line = lineOf("functions/sweep.ts", "sweep.queued");
    const column = /sweep\.ts:\d+:(\d+)/.exec(located)?.[1] ?? "?";
    expect(located).toBe(
      stack(`functions/sweep.ts:${line}:${column}`, "/var/task/old-Ab12.cjs:1:9 (not of this commit)"),
    );
  });

  it("[I27] an unknown function is answered with the usage", () => {
    expect(() => locate("nowhere", "")).toThrow("Usage: npm run locate");
  });
});
