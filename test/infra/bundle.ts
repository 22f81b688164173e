import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Relative files that a module imports before its first line runs; `import()` is not among them. */
function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+)"/g)].map(([, file]) => file ?? "");
}

/** What a cold start must read and parse, bytes: the entry and everything it imports statically. */
export function loadedAtStart(folder: string): { readonly bytes: number; readonly source: string } {
  const seen = new Set<string>();
  const waiting = ["./bundle.mjs"];
  let source = "";
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(path.join(folder, file), "utf8");
    source += text;
    waiting.push(...importsOf(text));
  }
  return { bytes: Buffer.byteLength(source), source };
}

export function zipBytes(artifacts: string, name: string): number {
  const file = path.join(artifacts, name, "code.zip");
  if (!existsSync(file)) throw new Error(`no bundle of ${name}`);
  return statSync(file).size;
}
