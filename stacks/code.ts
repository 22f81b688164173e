import { execFileSync } from "node:child_process";

const names = [
  "graphql",
  "poll-changes",
  "push-changes",
  "renew-channels",
  "rollup",
  "sweep",
  "sync-spreadsheet",
] as const;
const folder = ".sst/functions";

let bundled = false;

/** Where the code of a function is. All are bundled at the first question (bundle.mjs); `sst dev` runs the sources. */
export function code(name: (typeof names)[number]) {
  if ($dev) return { handler: `functions/${name}.handler` };
  if (!bundled) {
    execFileSync(process.execPath, ["stacks/bundle.mjs", folder, ...names], {
      cwd: $cli.paths.root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    bundled = true;
  }
  return { handler: "bundle.handler", bundle: `${folder}/${name}` };
}
