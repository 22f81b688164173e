// Runs before every npm script, on whatever Node the machine has: installs the committed lockfile when
// node_modules is missing or older than it. Plain JavaScript, because TypeScript needs what it installs.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;
const lock = `${root}package-lock.json`;

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log("installing what is missing (once) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed: see above. Node 20 or newer and access to the npm registry are needed.");
    process.exit(1);
  }
}
