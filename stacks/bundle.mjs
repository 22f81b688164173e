// Bundles the API's function with exactly one copy of graphql. graphql-jit asks for parts of graphql by their CommonJS
// names, and SST's bundler, which can be told no aliases, then packs a second copy: 235 KB more to load, and types that
// are strangers to ours, so that no query is ever compiled. Usage: node stacks/bundle-api.mjs <output folder>
import { rmSync } from "node:fs";
import { rolldown } from "rolldown";

const [, , folder = ".sst/api"] = process.argv;
rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: { graphql: "functions/graphql.ts" },
  platform: "node",
  resolve: { mainFields: ["module", "main"] },
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
await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
await bundle.close();
