import { mkdir } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { makeWritesAtomic, whenReady } from "./dynalite-batch.ts";
import { makeChecksumNative } from "./dynalite-checksum.ts";

/** The embedded database: dynalite, which keeps DynamoDB's rules over LevelDB, on disk or in memory. */

export interface Database {
  readonly endpoint: string;
  close(): Promise<void>;
}

interface DatabaseOptions {
  /** Absent: in memory. */
  readonly dataDir?: string;
  /** Absent: a free one. */
  readonly port?: number;
}

const require = createRequire(import.meta.url);

/** Errors: AppError `store.unavailable` when the directory cannot be opened. */
export async function startDatabase({ dataDir, port = 0 }: DatabaseOptions = {}): Promise<Database> {
  makeWritesAtomic();
  makeChecksumNative();
  const dynalite = require("dynalite") as (options: object) => Server;
  const path = dataDir === undefined ? undefined : join(dataDir, "dynamodb");
  if (path !== undefined) await mkdir(path, { recursive: true });
  const options = {
    ...(path === undefined ? {} : { path }),
    // dynalite imitates AWS's waiting times unless told not to.
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  };
  const server = dynalite(options);
  await whenReady(options).catch((cause) => {
    throw new AppError("store.unavailable", `${path} cannot be opened; is another process using it?`, { cause });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
