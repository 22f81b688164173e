import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const sources: Readonly<Record<string, string>> = {
  Graphql: "graphql",
  Worker: "sync-spreadsheet",
  Poll: "poll-changes",
  Push: "push-changes",
  Sweep: "sweep",
  Rollup: "rollup",
  RenewChannels: "renew-channels",
};

/** What SST packed for a function, in the folder where `evaluate` keeps it. */
export function codeOf(kept: string, name: string): string {
  const source = sources[name];
  if (source === undefined) throw new Error(`no function ${name}`);
  return path.join(kept, "functions", source);
}

const script = `
  require("./bundle.cjs");
  const loaded = { files: Object.keys(require.cache), builtins: process.moduleLoadList };
  process.stdout.write(JSON.stringify(loaded));
`;

interface Loaded {
  /** Of the bundle's own files. */
  readonly bytes: number;
  readonly source: string;
  /** Parts of Node. */
  readonly builtins: readonly string[];
}

/** What a cold start has loaded before its first event: the bundle is really loaded, and asked. */
export function loadedAtStart(folder: string): Loaded {
  const told = execFileSync(process.execPath, ["--input-type=commonjs", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  const { files, builtins } = JSON.parse(told) as { files: readonly string[]; builtins: readonly string[] };
  const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
  return { bytes: Buffer.byteLength(source), source, builtins };
}

export function zipBytes(kept: string, name: string): number {
  const file = path.join(kept, "artifacts", name, "code.zip");
  if (!existsSync(file)) throw new Error(`no bundle of ${name}`);
  return statSync(file).size;
}
