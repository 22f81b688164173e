import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The local Google and the embedded database in a process of their own, so that their work is not counted as the contestants'. */

export interface Services {
  readonly google: string;
  readonly database: string;
  /** Requests to Google since the last call, by method and user. */
  googleRequests(): Promise<Readonly<Record<string, number>>>;
  stop(): void;
}

export type ServicesMessage =
  | { readonly kind: "ready"; readonly google: string; readonly database: string }
  | { readonly kind: "requests"; readonly requests: Readonly<Record<string, number>> };

const script = fileURLToPath(new URL("./main.ts", import.meta.url));

export async function startServices(): Promise<Services> {
  const child = fork(script, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ready = await next(child);
  if (ready.kind !== "ready") throw new Error("the services did not start");
  return {
    google: ready.google,
    database: ready.database,
    async googleRequests() {
      const answer = next(child);
      child.send("requests");
      const counted = await answer;
      return counted.kind === "requests" ? counted.requests : {};
    },
    stop: () => child.kill(),
  };
}

function next(child: ChildProcess): Promise<ServicesMessage> {
  return new Promise((resolve, reject) => {
    const left = (code: number | null) => reject(new Error(`the services ended with ${code}`));
    child.once("exit", left);
    child.once("message", (message) => {
      child.off("exit", left);
      resolve(message as ServicesMessage);
    });
  });
}
