import { fork } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./invoke.mjs", import.meta.url));

export interface Lambda {
  /** The handler's answer; throws what the handler threw. */
  invoke(event: object): Promise<unknown>;
  /** Lines the function wrote. */
  readonly lines: readonly string[];
  readonly loadedMs: number;
  stop(): void;
}

type Message = {
  readonly answer?: unknown;
  readonly error?: string;
  readonly ready?: boolean;
  readonly loadedMs: number;
};

/** Loads a built bundle in Node 24 with the environment it would have on AWS, endpoints replaced. */
export async function startLambda(folder: string, environment: Readonly<Record<string, string>>): Promise<Lambda> {
  const child = fork(script, {
    cwd: path.resolve(folder),
    env: { PATH: process.env.PATH ?? "", AWS_REGION: "ap-southeast-1", ...environment },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const lines: string[] = [];
  let errors = "";
  child.stdout?.on("data", (chunk: Buffer) => lines.push(...chunk.toString().split("\n").filter(Boolean)));
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  const next = () =>
    new Promise<Message>((resolve, reject) => {
      const left = (code: number | null) => reject(new Error(`the function's process ended with ${code}\n${errors}`));
      child.once("exit", left);
      child.once("message", (message) => {
        child.off("exit", left);
        resolve(message as Message);
      });
    });
  const { loadedMs } = await next();
  return {
    lines,
    loadedMs,
    async invoke(event) {
      const answered = next();
      child.send(event);
      const { answer, error } = await answered;
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    stop: () => child.kill(),
  };
}
