import { Agent, request } from "node:http";

/** Closed loop: so many connections, each asking again as soon as it was answered. */

export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Load {
  readonly requests: number;
  readonly seconds: number;
}

/** Throws when an answer is not 200 or does not hold `mustHold`. */
export async function load(target: Target, connections: number, ms: number, mustHold: string): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const startMs = performance.now();
  let requests = 0;
  const lane = async () => {
    while (performance.now() - startMs < ms) {
      const answer = await ask(target, agent);
      if (!answer.includes(mustHold)) throw new Error(`${target.path} answered ${answer.slice(0, 300)}`);
      requests++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, lane));
  } finally {
    agent.destroy();
  }
  return { requests, seconds: (performance.now() - startMs) / 1000 };
}

function ask({ port, path, headers, body }: Target, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const method = body === null ? "GET" : "POST";
    const sent = request(
      { agent, host: "127.0.0.1", port, path, method, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on("error", reject);
    if (body !== null) sent.write(body);
    sent.end();
  });
}
