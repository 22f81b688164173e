// Runs before every npm script, on whatever Node the machine has: installs the committed lockfile unless node_modules
// holds what it names. Plain JavaScript, because TypeScript needs what it installs.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, "utf8")).packages;
  } catch {
    return {};
  }
}

const wanted = Object.entries(packagesOf("package-lock.json"));
const installed = packagesOf("node_modules/.package-lock.json");
// What is for other platforms is rightly absent.
const missing = wanted.filter(([path, { optional, integrity }]) =>
  path === "" || (optional && installed[path] === undefined) ? false : installed[path]?.integrity !== integrity,
);

if (missing.length > 0) {
  console.log(`installing ${missing.length} packages, once; this may take some minutes …`);
  // Warnings tell of packages that want a newer Node than this one: every script runs on the Node among them.
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed: see above. Node 20 or newer and access to the npm registry are needed.");
    process.exit(1);
  }
}
