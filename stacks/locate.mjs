// Turns places in a bundle, as a function's log on AWS has them, into places in the sources.
// Usage, at the commit that is deployed: npm run locate -- <name of a file in functions/> < stack.txt
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const [, , name] = process.argv;
if (name === undefined || !existsSync(`functions/${name}.ts`)) {
  process.stderr.write("Usage: npm run locate -- <name of a file in functions/> < stack.txt\n");
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), "locate-"));
try {
  execFileSync(process.execPath, ["stacks/bundle.mjs", "--maps", folder, name], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const maps = new Map();
  process.stdout.write(
    readFileSync(0, "utf8").replace(/[^\s()]*?([\w-]+\.cjs):(\d+):(\d+)/g, (place, file, line, column) => {
      const map = path.join(folder, name, `${file}.map`);
      if (!existsSync(map)) return `${place} (not of this commit)`;
      if (!maps.has(file)) maps.set(file, new SourceMap(JSON.parse(readFileSync(map, "utf8"))));
      const { originalSource, originalLine, originalColumn } = maps.get(file).findEntry(line - 1, column - 1);
      if (originalSource === undefined) return place;
      const source = path.relative(process.cwd(), path.resolve(path.dirname(map), originalSource));
      return `${source}:${originalLine + 1}:${originalColumn + 1}`;
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
