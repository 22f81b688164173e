import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { decodeState, encodeState } from "./encode-state.ts";
import type { FileRecord } from "./file.ts";
import type { JournalEntry } from "./journal.ts";
import type { Channel, Store } from "./store.ts";
import { newStore } from "./store.ts";

/**
 * State on disk. Every applied write is a line of the journal before it is answered, so that killing the process loses
 * nothing that was acknowledged. Now and then the changed files are written whole; the index, renamed into place last,
 * is what makes them count, and begins a new journal.
 */

export interface Persistence {
  readonly store: Store;
  /** Entries written since the files were last written whole; to be replayed once. */
  readonly pending: readonly JournalEntry[];
  readonly append: (entry: JournalEntry, changed: readonly string[]) => void;
  /** Notes files that differ from what is written whole, as a replay finds. */
  readonly markChanged: (ids: readonly string[]) => void;
  /** Writes the changed files whole and begins a new journal. */
  readonly compact: () => void;
  readonly close: () => void;
}

interface Index {
  readonly generation: number;
  readonly changeSeq: number;
  readonly channels: readonly Channel[];
  /** File id -> generation in which it was last written. */
  readonly files: Readonly<Record<string, number>>;
}

/** Bytes of journal after which the files are written whole. */
const journalBytes = 32 * 1024 * 1024;

const blank: Index = { generation: 0, changeSeq: 0, channels: [], files: {} };

function readIndex(dir: string): Index {
  const path = join(dir, "index.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Index) : blank;
}

const fileName = (dir: string, id: string, generation: number) => join(dir, "files", `${id}.${generation}.json`);
const journalName = (dir: string, generation: number) => join(dir, `journal.${generation}.ndjson`);

function readFile(path: string): FileRecord {
  const record = JSON.parse(readFileSync(path, "utf8")) as FileRecord;
  return { ...record, state: record.state == null ? undefined : decodeState(record.state), past: [] };
}

/** Whole lines only: a last line without its end was never acknowledged. */
function readJournal(path: string): JournalEntry[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  const end = text.lastIndexOf("\n");
  if (end < 0) return [];
  const entries = text
    .slice(0, end)
    .split("\n")
    .map((line) => JSON.parse(line) as JournalEntry);
  return entries.map((entry) =>
    entry.restored === undefined ? entry : { ...entry, restored: decodeState(entry.restored) },
  );
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, "w");
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}

export function openPersistence(dir: string): Persistence {
  mkdirSync(join(dir, "files"), { recursive: true });
  let index = readIndex(dir);
  const store = newStore();
  store.changeSeq = index.changeSeq;
  for (const channel of index.channels) store.channels.set(channel.id, channel);
  for (const [id, generation] of Object.entries(index.files))
    store.files.set(id, readFile(fileName(dir, id, generation)));
  const pending = readJournal(journalName(dir, index.generation));
  const dirty = new Set<string>();
  let size = 0;
  let journal = openJournal();

  /** Begins with the whole lines only, so that a torn end does not spoil the next line. */
  function openJournal(): number {
    const path = journalName(dir, index.generation);
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    size = Buffer.byteLength(whole);
    if (whole.length !== text.length) truncateSync(path, size);
    return openSync(path, "a");
  }

  function compact(): void {
    if (dirty.size === 0 && size === 0) return;
    const generation = index.generation + 1;
    const files: Record<string, number> = { ...index.files };
    for (const id of dirty) {
      const record = store.files.get(id);
      if (record === undefined) continue;
      const { past: _, state, ...rest } = record;
      replaceFile(
        fileName(dir, id, generation),
        JSON.stringify({ ...rest, state: state === undefined ? null : encodeState(state) }),
      );
      files[id] = generation;
    }
    const next: Index = { generation, changeSeq: store.changeSeq, channels: [...store.channels.values()], files };
    replaceFile(join(dir, "index.json"), JSON.stringify(next));
    closeSync(journal);
    index = next;
    dirty.clear();
    journal = openJournal();
    sweep();
  }

  /** Removes what no index names any more. */
  function sweep(): void {
    const wanted = new Set(Object.entries(index.files).map(([id, generation]) => `${id}.${generation}.json`));
    for (const name of readdirSync(join(dir, "files")))
      if (!wanted.has(name)) rmSync(join(dir, "files", name), { force: true });
    for (const name of readdirSync(dir)) {
      if (name.startsWith("journal.") && name !== `journal.${index.generation}.ndjson`)
        rmSync(join(dir, name), { force: true });
    }
  }

  return {
    store,
    pending,
    append(entry, changed) {
      for (const id of changed) dirty.add(id);
      const stored = entry.restored === undefined ? entry : { ...entry, restored: encodeState(entry.restored) };
      const line = `${JSON.stringify(stored)}\n`;
      writeSync(journal, line);
      size += Buffer.byteLength(line);
      if (size > journalBytes) compact();
    },
    markChanged(ids) {
      for (const id of ids) dirty.add(id);
    },
    compact,
    close() {
      compact();
      closeSync(journal);
    },
  };
}
