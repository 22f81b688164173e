import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** A server of somebody else's in a process of its own. */

export interface Child {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export function startChild(command: string, args: readonly string[], options: SpawnOptions): Child {
  const child = spawn(command, [...args], { stdio: ["ignore", "pipe", "pipe"], ...options });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-4_000);
    });
  }
  child.once("exit", (code) => {
    if (code !== 0 && code !== null) process.stderr.write(`${command} ended with ${code}\n${output}\n`);
  });
  return {
    process: child,
    stop: async () => {
      if (child.exitCode === null) child.kill("SIGTERM");
      await exited;
    },
  };
}

/** Asks until it is answered. */
export async function untilReady(child: Child, url: string, seconds: number): Promise<void> {
  for (let attempt = 0; attempt < seconds * 4; attempt++) {
    if (child.process.exitCode !== null) throw new Error(`it ended before ${url} answered`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await child.stop();
  throw new Error(`${url} does not answer`);
}

export async function ask<T>(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return (text === "" ? null : JSON.parse(text)) as T;
}
