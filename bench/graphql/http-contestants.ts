import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A server in a process of its own. */
export interface HttpServer {
  readonly name: string;
  readonly port: number;
  readonly token: string;
  /** Milliseconds of CPU since it started. */
  cpuMs(): Promise<number>;
  stop(): void;
}

const script = fileURLToPath(new URL("./http-server.ts", import.meta.url));

export async function startServer(name: string, database: string): Promise<HttpServer> {
  const child = fork(script, [name, database], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const { port, token } = await next<{ port: number; token: string }>(child);
  return {
    name,
    port,
    token,
    async cpuMs() {
      const answer = next<NodeJS.CpuUsage>(child);
      child.send("cpu");
      const { user, system } = await answer;
      return (user + system) / 1000;
    },
    stop: () => child.kill(),
  };
}

function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = (code: number | null) => reject(new Error(`a server ended with ${code}`));
    child.once("exit", left);
    child.once("message", (message) => {
      child.off("exit", left);
      resolve(message as T);
    });
  });
}
