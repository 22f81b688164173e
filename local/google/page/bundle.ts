import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const clientFolder = join(here, "client");

let made: { stamp: number; files: Promise<ReadonlyMap<string, string>> } | null = null;

/**
 * The scripts and the style sheet of the pages, by file name. Bundled in memory from client/ and the grid library on
 * first use (a fifth of a second) and again when a source file is newer, so there is no build step and nothing stale.
 */
export async function pageAssets(): Promise<ReadonlyMap<string, string>> {
  const stamp = await newestChangeMs();
  if (made === null || made.stamp !== stamp) made = { stamp, files: build() };
  return made.files;
}

async function build(): Promise<ReadonlyMap<string, string>> {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: { "sheet-page": join(clientFolder, "sheet-page.ts"), "list-page": join(clientFolder, "list-page.ts") },
    platform: "browser",
    // The page has its own small copy of the project's strictness and needs no other setting of it.
    tsconfig: false,
  });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true });
    const files = new Map<string, string>();
    for (const file of output) if (file.type === "chunk") files.set(file.fileName, file.code);
    const gridCss = createRequire(import.meta.url).resolve("slickgrid/dist/styles/css/slick.grid.css");
    files.set("page.css", `${await readFile(gridCss, "utf8")}\n${await readFile(join(here, "page.css"), "utf8")}`);
    return files;
  } finally {
    await bundle.close();
  }
}

async function newestChangeMs(): Promise<number> {
  const names = (await readdir(clientFolder)).map((name) => join(clientFolder, name));
  const stats = await Promise.all([...names, join(here, "page.css")].map((name) => stat(name)));
  return Math.max(...stats.map((each) => each.mtimeMs));
}
