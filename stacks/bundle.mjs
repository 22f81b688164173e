// Bundles functions, each into a folder of its own that SST packs as it is.
// Usage: node stacks/bundle.mjs [--maps] <output folder> <names of files in functions/>
// --maps: with a map of each file beside it, for locate.mjs; the code is the same.
//
// Why not by SST's bundler: it takes no aliases, and leaves code for later only in ES modules.
// - CommonJS: an ES module that imports node:http thereby loads Node's whole fetch, 15 ms of every cold start.
// - One copy of graphql: graphql-jit asks for parts of it by their CommonJS names; with a second copy, whose types are
//   strangers to ours, no query is ever compiled.
// - Hashes by node:crypto: in a bundle Apollo takes itself for a browser and computes them in JavaScript.
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";

const { values, positionals } = parseArgs({ options: { maps: { type: "boolean" } }, allowPositionals: true });
const [folder, ...names] = positionals;

for (const name of names) {
  const dir = path.join(folder, name);
  rmSync(dir, { recursive: true, force: true });
  const bundle = await rolldown({
    input: { bundle: `functions/${name}.ts` },
    platform: "node",
    resolve: {
      mainFields: ["module", "main"],
      alias: {
        "@apollo/utils.createhash": "node:crypto",
        "@graphql-tools/schema": path.resolve("stacks/no-schema-tools.mjs"),
      },
    },
    plugins: [
      {
        name: "one-graphql",
        resolveId: {
          filter: { id: /^graphql\/.*\.js$/ },
          handler(id, importer) {
            return this.resolve(id.replace(/\.js$/, ".mjs"), importer, { skipSelf: true });
          },
        },
      },
    ],
  });
  await bundle.write({
    dir,
    format: "cjs",
    dynamicImportInCjs: false,
    minify: true,
    sourcemap: values.maps ? "hidden" : false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
  });
  await bundle.close();
}
