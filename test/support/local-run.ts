import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `npm start` as a process of its own, driven from outside as a person or a front end would. */
export interface LocalRun {
  readonly url: string;
  readonly google: string;
  /** What it printed so far. */
  output(): string;
  /** A bearer token of the local issuer. */
  token(unit: string, role: string): Promise<string>;
  ask<T>(token: string, query: string, variables?: object): Promise<T>;
  /** A call to the local Google service by a person. */
  sheets<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does; the exit code. */
  stop(): Promise<number | null>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function startLocalRun(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<LocalRun> {
  const child = spawn(process.execPath, ["local/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      GOOGLE_PORT: "0",
      DATA_DIR: dataDir,
      SYNC_EVERY_MS: "300",
      DEMO: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await ready(child, () => printed);
  const url = /^ready (http\S+)$/m.exec(printed)?.[1] ?? "";
  const { sheets } = (await (await fetch(`${url}/config.json`)).json()) as { sheets: string };
  const google = new URL(sheets).origin;
  return {
    url,
    google,
    output: () => printed,
    async token(unit, role) {
      const response = await fetch(`${url}/local/token?${new URLSearchParams({ unit, role })}`);
      return ((await response.json()) as { token: string }).token;
    },
    async ask(token, query, variables = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as { data: unknown; errors?: unknown };
      if (answer.errors !== undefined) throw new Error(`${JSON.stringify(answer.errors)}\n${printed.slice(-2_000)}`);
      return answer.data as never;
    },
    async sheets(method, path, body) {
      const response = await fetch(`${google}${path}`, {
        method,
        headers: { "content-type": "application/json", authorization: "Bearer clerk@local.invalid" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as never;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    stop() {
      child.kill("SIGINT");
      return exited;
    },
  };
}

/** Looks again until it holds: a condition that never comes true fails with what was seen last. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > until)
      throw new Error(`did not come true within ${withinMs} ms; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function ready(child: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready after 120 s:\n${printed()}`)), 120_000);
    const done = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    child.stdout?.on("data", () => {
      if (/^ready http.*\n/m.test(printed())) done(resolve);
    });
    child.once("exit", (code) => done(() => reject(new Error(`exited with ${code}:\n${printed()}`))));
  });
}
