import { spawn, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import { type AddressInfo, connect, createServer } from "node:net";
import { dirname, join } from "node:path";

/** AWS's own DynamoDB Local, in memory, from the package that carries its jar. */

export function hasJava(): boolean {
  return spawnSync("java", ["-version"]).status === 0;
}

export interface DynamoDbLocal {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  const directory = join(dirname(createRequire(import.meta.url).resolve("amplify-dynamodb-simulator")), "emulator");
  const port = await freePort();
  const flags = ["-Djava.library.path=./DynamoDBLocal_lib", "-Xmx512m", "-jar", "DynamoDBLocal.jar"];
  const process = spawn("java", [...flags, "-inMemory", "-port", String(port)], { cwd: directory, stdio: "ignore" });
  const exited = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const stop = async () => {
    process.kill("SIGKILL");
    await exited;
  };
  for (let attempt = 0; attempt < 300; attempt++) {
    if (process.exitCode !== null) throw new Error("DynamoDB Local ended at its start");
    if (await answers(port)) return { endpoint: `http://127.0.0.1:${port}`, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error("DynamoDB Local does not answer");
}

/** Outside the range that systems give out for port 0, so that no other test takes it before Java does. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(freePort()));
    server.listen(randomInt(20_000, 30_000), "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
