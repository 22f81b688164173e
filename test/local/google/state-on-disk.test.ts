import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import type { Google } from "../../../local/google/google.ts";
import { seededRandom } from "../../../local/google/ids.ts";
import { inProcessFetch } from "../../../local/google/in-process.ts";
import { openPersistence } from "../../../local/google/persist.ts";
import { openGoogle } from "../../../local/google/start.ts";
import type { Clients } from "./bench.ts";
import { batch, clientsOver, fixedOptions, makeSpreadsheet, rowAnchor } from "./bench.ts";

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "ledger-google-"));
  directories.push(directory);
  return directory;
}

function copyOf(directory: string): string {
  const copy = newDirectory();
  cpSync(directory, copy, { recursive: true });
  return copy;
}

function open(dataDir: string, seed = 7) {
  const opened = openGoogle(dataDir, { ...fixedOptions(), random: seededRandom(seed) });
  const as = (user?: string) =>
    clientsOver("http://local/", user, { fetchImplementation: inProcessFetch(opened.google) });
  return { ...opened, as };
}

/** All that outlives a restart, comparable. What was before (undo, stale reads) does not. */
function kept({ store }: Google) {
  const files = [...store.files.values()].map(({ past: _, ...rest }) => rest);
  return { files, channels: [...store.channels.values()], changeSeq: store.changeSeq };
}

/** A bit of everything that is kept. */
async function useEverything(as: (user?: string) => Clients): Promise<string> {
  const clients = as();
  const id = await makeSpreadsheet(clients, [["甲", 1, true], [], ["", "=x"]]);
  await batch(
    clients,
    id,
    rowAnchor(7, 2),
    { mergeCells: { range: { sheetId: 0, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 } } },
    { addSheet: { properties: { title: "二" } } },
    { addTable: { table: { range: { startRowIndex: 12, endRowIndex: 14, endColumnIndex: 2 } } } },
    { addNamedRange: { namedRange: { name: "N", range: { sheetId: 0, endRowIndex: 2 } } } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 9 },
        rows: [{ values: [{ note: "提示", userEnteredValue: { formulaValue: "=B1+1" } }] }],
        fields: "note,userEnteredValue",
      },
    },
  );
  await clients.drive.permissions.create({
    fileId: id,
    requestBody: { type: "user", role: "reader", emailAddress: "guest@example.com" },
  });
  await clients.drive.permissions.delete({ fileId: id, permissionId: "anyoneWithLink" });
  await clients.drive.changes.watch({
    pageToken: "1",
    requestBody: { id: "feed", type: "web_hook", address: "https://example.com/push" },
  });
  const copy = await clients.drive.files.copy({ fileId: id });
  await clients.drive.files.update({ fileId: copy.data.id!, requestBody: { appProperties: { unit: "qh" } } });
  const gone = await makeSpreadsheet(clients);
  await clients.drive.files.delete({ fileId: gone });
  return id;
}

it("[G200] all that was answered is there after the process has died", async () => {
  const directory = newDirectory();
  const first = open(directory);
  await useEverything(first.as);
  const again = open(directory);
  expect(kept(again.google)).toEqual(kept(first.google));
});

it("[G200] and after a clean end, in files written whole", async () => {
  const directory = newDirectory();
  const first = open(directory);
  await useEverything(first.as);
  const before = kept(first.google);
  first.close();
  const journal = readdirSync(join(directory, "google")).filter((name) => name.startsWith("journal."));
  const again = open(directory);
  expect([kept(again.google), journal.map((name) => readFileSync(join(directory, "google", name), "utf8"))]).toEqual([
    before,
    [""],
  ]);
});

it("[G201] a replay follows the switches, clocks, undos and published changes of the time", async () => {
  const directory = newDirectory();
  const first = open(directory);
  const clients = first.as();
  const id = await makeSpreadsheet(clients, [["b"], ["a"]]);
  await batch(clients, id, rowAnchor(1, 0));
  first.google.switches.metadataFollowsSort = true;
  await batch(clients, id, {
    sortRange: { range: { sheetId: 0, endRowIndex: 2 }, sortSpecs: [{ dimensionIndex: 0 }] },
  });
  first.google.switches.metadataFollowsSort = false;
  first.google.switches.changeDelayMs = 60_000;
  await batch(clients, id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  await batch(clients, id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  first.google.undo(id, "service@example.com");
  first.google.clockOffsetMs = 120_000;
  first.google.tick();
  first.google.faults.add({ kind: "dropChange" });
  await batch(clients, id, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  expect(kept(open(directory).google)).toEqual(kept(first.google));
});

it("[G202] a journal torn anywhere gives what its whole lines say, and goes on from there", async () => {
  const directory = newDirectory();
  const first = open(directory);
  const clients = first.as();
  const id = await makeSpreadsheet(clients);
  const after = [undefined, first.google.state(id)];
  for (let n = 0; n < 6; n++) {
    await clients.sheets.spreadsheets.values.append({
      spreadsheetId: id,
      range: "A1",
      valueInputOption: "RAW",
      requestBody: { values: [[n, "汉字"]] },
    });
    after.push(first.google.state(id));
  }
  const journal = readFileSync(join(directory, "google", "journal.0.ndjson"));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: journal.length }), async (length) => {
      const torn = copyOf(directory);
      writeFileSync(join(torn, "google", "journal.0.ndjson"), journal.subarray(0, length));
      const whole = journal.subarray(0, length).filter((byte) => byte === 10).length;
      const opened = open(torn, 8);
      expect(opened.google.state(id)).toEqual(after[whole]);
      const next = await makeSpreadsheet(opened.as(), [["后"]]);
      const again = open(torn);
      expect([again.google.state(id), again.google.state(next)]).toEqual([after[whole], opened.google.state(next)]);
    }),
    { seed: 5, numRuns: 30, examples: [[0], [journal.length - 1], [journal.length]] },
  );
});

it("[G203] dying while the files are written whole loses nothing", async () => {
  const directory = newDirectory();
  const first = open(directory);
  await useEverything(first.as);
  const before = copyOf(directory);
  first.close();
  const expected = kept(first.google);
  const files = readdirSync(join(directory, "google", "files"));
  // Killed after so many of the new files, before the index that makes them count.
  for (let count = 0; count <= files.length; count++) {
    const half = copyOf(before);
    for (const name of files.slice(0, count))
      cpSync(join(directory, "google", "files", name), join(half, "google", "files", name));
    writeFileSync(join(half, "google", "index.json.tmp"), '{"generation":');
    expect(kept(open(half).google)).toEqual(expected);
  }
  // Killed after the index, before the old journal was removed.
  const late = copyOf(directory);
  cpSync(join(before, "google", "journal.0.ndjson"), join(late, "google", "journal.0.ndjson"));
  expect(kept(open(late).google)).toEqual(expected);
});

it("[G203] only files that changed are written again, and what is no longer needed is removed", async () => {
  const directory = newDirectory();
  const first = open(directory);
  const [one, two] = [await makeSpreadsheet(first.as()), await makeSpreadsheet(first.as())];
  first.close();
  const second = open(directory, 8);
  await batch(second.as(), two, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } });
  second.close();
  expect(readdirSync(join(directory, "google", "files")).sort()).toEqual([`${one}.1.json`, `${two}.2.json`].sort());
  const persistence = openPersistence(join(directory, "google"));
  expect([persistence.pending, persistence.store.files.size]).toEqual([[], 2]);
});

/** Starts the writer, kills it after so many acknowledged rows; the spreadsheet and the last number. */
function writeAndKill(dataDir: string, acknowledgements: number): Promise<{ id: string; last: number }> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [join(import.meta.dirname, "journal-writer.ts"), dataDir], {
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
      resolve({ id: lines[0]!, last: Number(lines.at(-1)) });
    });
  });
}

it("[G204] a process killed in the middle of writing has lost no row that it acknowledged", async () => {
  const directory = newDirectory();
  for (const acknowledgements of [3, 40, 150]) {
    const { id, last } = await writeAndKill(directory, acknowledgements);
    const numbers = open(directory)
      .google.state(id)!
      .sheets[0]!.rows.map((row) => row![0]!.value);
    expect([numbers.length >= last, numbers]).toEqual([true, numbers.map((_, index) => index + 1)]);
  }
});
