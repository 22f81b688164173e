import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./child.mjs", import.meta.url));

export interface ColdStart {
  /** Since the process began. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly answer: string;
}

/** Loads a module in a fresh process and hands it one event. Throws when its handler throws. */
export function coldStart(file: string, event: object, env: Readonly<Record<string, string>>): Promise<ColdStart> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [file, JSON.stringify(event)], {
      cwd: file.slice(0, file.lastIndexOf("/")),
      env: { PATH: process.env.PATH ?? "", AWS_REGION: "local", ...env },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    child.once("message", (message) => resolve(message as ColdStart));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}\n${errors.slice(0, 2_000)}`)));
  });
}
