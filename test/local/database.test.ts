import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { localSettings, makeDynamoStore } from "../../core/store/dynamo.ts";
import { ensureTable } from "../../core/store/dynamo-create.ts";
import { startDatabase } from "../../local/database.ts";
import { aChange, anItem, failureOf, haixi, put, readPages } from "../contract/store-builders.ts";

const directories: string[] = [];
afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "ledger-database-"));
  directories.push(directory);
  return directory;
}

async function open(dataDir?: string) {
  const database = await startDatabase(dataDir === undefined ? {} : { dataDir });
  const settings = { ...localSettings, endpoint: database.endpoint };
  await ensureTable(settings);
  let writes = 0;
  return { database, store: makeDynamoStore({ ...settings, newWriteId: () => `test-${++writes}` }) };
}

/** Starts the writer, kills it with SIGKILL after so many acknowledged writes; the last revision of each code. */
function writeAndKill(dataDir: string, acknowledgements: number): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [join(import.meta.dirname, "database-writer.ts"), dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    writer.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.split("\n").length > acknowledgements) writer.kill("SIGKILL");
    });
    writer.once("error", reject);
    writer.once("exit", (_code, signal) => {
      if (signal !== "SIGKILL") reject(new Error("the writer ended by itself"));
      const lines = text.split("\n").slice(0, -1);
      resolve(new Map(lines.map((line) => line.split(" ")).map(([code = "", revision]) => [code, Number(revision)])));
    });
  });
}

interface Level {
  get(key: string): Promise<{ readonly TableStatus: string }>;
  put(key: string, value: object): Promise<void>;
  close(): Promise<void>;
}

/** The files of the embedded database, without it. */
async function openLevel(path: string): Promise<Level> {
  const dynalite = createRequire(import.meta.url).resolve("dynalite/db");
  const { Level } = createRequire(dynalite)("level") as { Level: new (path: string, options: object) => Level };
  return new Level(path, { valueEncoding: "json" });
}

describe("the embedded database", () => {
  test("[S3] an answer carries the checksum of its own text, computed by Node", async () => {
    const { database, store } = await open();
    await put(store, anItem("P1", { texts: { description: "示例问题 𠮷" } }), [aChange("1.1")]);
    const answer = await fetch(database.endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.GetItem",
        "x-amz-date": "20231101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/x/local/dynamodb/aws4_request, SignedHeaders=host, Signature=x",
      },
      body: JSON.stringify({ TableName: "grassroots-ledger", Key: { pk: { S: "item#P1" }, sk: { S: "item" } } }),
    });
    const text = await answer.text();
    expect([answer.status, answer.headers.get("x-amz-crc32")]).toEqual([200, String(crc32(text))]);
    expect(text).toContain("示例问题 𠮷");
    const dynalite = createRequire(import.meta.url).resolve("dynalite");
    expect(createRequire(dynalite)("buffer-crc32").unsigned).toBe(crc32);
    await database.close();
  });

  test("[S26] every acknowledged write survives kill -9, and the indexes agree with the items", async () => {
    const dataDir = await newDirectory();
    for (const acknowledgements of [1, 40, 77, 120]) {
      const acknowledged = await writeAndKill(dataDir, acknowledgements);
      const { database, store } = await open(dataDir);
      const items = await store.getItems(["P0", "P1", "P2"], "STRONG");
      for (const [code, revision] of acknowledged) {
        // The write that was under way when the process died may have been done or not, never half.
        expect([revision, revision + 1]).toContain(items.get(code)?.revision);
      }
      const stored = [...items.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
      const listed = await store.listItems({ kind: "problem", path: haixi, descendants: false, first: 50 });
      expect([...listed.rows].sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(stored);
      const due = await store.listOpenByDue("qh", "2024-01-01", { first: 50 });
      expect(due.rows.map(({ code, due }) => `${code} ${due}`).sort()).toEqual(
        stored.map(({ code, texts }) => `${code} ${texts.due}`),
      );
      for (const { code, revision } of stored) {
        const { rows } = await readPages(50, (page) => store.listChanges(code, page));
        expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: revision }, (_, i) => `${revision - i}.1`));
      }
      await database.close();
    }
  }, 60_000);

  test("[S26] what was stored is there after a clean stop", async () => {
    const dataDir = await newDirectory();
    const first = await open(dataDir);
    const item = await put(first.store, anItem("P1"), [aChange("1.1")]);
    await first.database.close();
    const second = await open(dataDir);
    expect(await second.store.getItems(["P1"], "STRONG")).toEqual(new Map([["P1", item]]));
    await second.database.close();
  });

  test("[S26] a table whose creation was cut off is usable after the next start", async () => {
    const dataDir = await newDirectory();
    const first = await open(dataDir);
    await first.database.close();
    const level = await openLevel(join(dataDir, "dynamodb"));
    const table = await level.get("table~grassroots-ledger");
    expect(table.TableStatus).toBe("ACTIVE");
    await level.put("table~grassroots-ledger", { ...table, TableStatus: "CREATING" });
    await level.close();
    const second = await open(dataDir);
    await put(second.store, anItem("P1"));
    await second.database.close();
  });

  test("[S26] a data directory is opened by one at a time", async () => {
    const dataDir = await newDirectory();
    const { database } = await open(dataDir);
    expect(await failureOf(startDatabase({ dataDir }))).toBe("store.unavailable");
    await database.close();
  });

  test("[S26] without a directory nothing is kept", async () => {
    const first = await open();
    await put(first.store, anItem("P1"));
    await first.database.close();
    const second = await open();
    expect(await second.store.getItems(["P1"], "STRONG")).toEqual(new Map());
    await second.database.close();
  });
});
