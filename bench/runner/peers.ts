import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Progress } from "./progress.ts";

/**
 * Peers are no dependency of the product: each folder of bench/peers has its own package.json and lockfile, installed
 * when a bench first needs it. Its TypeScript is not checked here, because its packages are usually absent.
 */

export const peerFolder = (name: string) => fileURLToPath(new URL(`../peers/${name}`, import.meta.url));

interface InstallOptions {
  /** Packages that must be built on this machine; no other package runs a script of its own. */
  readonly rebuild?: readonly string[];
}

export function installPeers(name: string, progress: Progress, { rebuild = [] }: InstallOptions = {}): void {
  const folder = peerFolder(name);
  if (isInstalled(folder)) return;
  progress(`npm ci in bench/peers/${name}`);
  npm(folder, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
  if (rebuild.length > 0) npm(folder, ["rebuild", ...rebuild, "--ignore-scripts=false"]);
}

function npm(cwd: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("npm", [...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${cwd}\n${stdout}${stderr}`);
}

function isInstalled(folder: string): boolean {
  const installed = `${folder}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const versions = (file: string) => {
    const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, { version?: string }> };
    return packages;
  };
  const wanted = versions(`${folder}/package-lock.json`);
  const { dependencies } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as {
    dependencies: Record<string, string>;
  };
  const present = versions(installed);
  return Object.keys(dependencies).every((name) => {
    const path = `node_modules/${name}`;
    return present[path] !== undefined && present[path].version === wanted[path]?.version;
  });
}

/** What a file of the in-process peers exports. */
export async function loadLibrary<T>(name: string, progress: Progress): Promise<T> {
  installPeers("libraries", progress);
  return (await import(`../peers/libraries/${name}.ts`)) as T;
}
