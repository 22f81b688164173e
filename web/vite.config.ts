import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Relative, so that the pages work under any path.
  base: "./",
  build: {
    chunkSizeWarningLimit: 700,
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: true,
  },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000", "/local": "http://127.0.0.1:4000" } },
});
