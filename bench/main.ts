import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Bench } from "./bench.ts";
import { loadPerCore, noisyLoadPerCore } from "./runner/machine.ts";
import { printFindings } from "./runner/print.ts";
import { makeProgress } from "./runner/progress.ts";
import { writeReadme } from "./runner/readme.ts";
import { save } from "./runner/save.ts";

/**
 * `npm run bench -- [name]`: one bench, or all of them one after the other, each in a process of its own;
 * `npm run bench -- report` puts the figures of bench/results into bench/README.md.
 */

const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  merge: () => import("./merge.ts"),
  codec: () => import("./codec.ts"),
  rollup: () => import("./rollup.ts"),
  pass: () => import("./pass.ts"),
  poll: () => import("./poll.ts"),
  "graphql-handler": () => import("./graphql-handler.ts"),
  "graphql-http": () => import("./graphql-http.ts"),
  "cold-start": () => import("./cold-start.ts"),
  peers: () => import("./peers.ts"),
};

async function runOne(name: string): Promise<void> {
  const load = benches[name];
  if (load === undefined) {
    console.error(`no bench ${name}; there are: ${Object.keys(benches).join(" ")}`);
    process.exitCode = 1;
    return;
  }
  const { bench } = await load();
  const loadBefore = loadPerCore();
  const findings = await bench.run(makeProgress(name));
  printFindings(`${bench.name}: ${bench.about}`, findings, console.log);
  if (loadPerCore() > noisyLoadPerCore) console.log("note   the machine was busy with other work: read the ratios");
  save(bench, findings, loadBefore);
}

function runAll(): void {
  const failed = Object.keys(benches).filter((name) => {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: "inherit" });
    return status !== 0;
  });
  if (failed.length > 0) {
    console.error(`failed: ${failed.join(" ")}`);
    process.exitCode = 1;
  }
}

const [name] = process.argv.slice(2);
if (name === undefined) runAll();
else if (name === "report") writeReadme(Object.keys(benches));
else await runOne(name);
