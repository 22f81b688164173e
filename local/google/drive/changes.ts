import { DriveError } from "../errors.ts";
import type { FileRecord } from "../file.ts";
import { accessOf } from "../store.ts";
import type { DriveInput } from "./context.ts";
import { maskAnswer, readCount } from "./context.ts";
import { briefFile, showFile, showTime } from "./show.ts";

/** The change log. One entry is the present state of a file, not an edit: several edits leave one entry. */

const brief = {
  kind: true,
  nextPageToken: true,
  newStartPageToken: true,
  changes: { kind: true, type: true, changeType: true, time: true, removed: true, fileId: true, file: briefFile },
} as const;

export function startPageToken(input: DriveInput): unknown {
  const answer = { kind: "drive#startPageToken", startPageToken: String(input.store.changeSeq + 1) };
  return maskAnswer(input, answer, true);
}

interface Entry {
  readonly seq: number;
  readonly file: FileRecord;
  readonly removed: boolean;
}

function entryFor(file: FileRecord, user: string): Entry | undefined {
  if (file.deletedSeq !== undefined) return { seq: file.deletedSeq, file, removed: true };
  if (accessOf(file, user) > 0) return file.changeSeq === 0 ? undefined : { seq: file.changeSeq, file, removed: false };
  const seq = file.lost[user];
  return seq === undefined ? undefined : { seq, file, removed: true };
}

function show({ file, removed }: Entry, input: DriveInput): object {
  return {
    kind: "drive#change",
    type: "file",
    changeType: "file",
    time: showTime(file.shown.modifiedAt),
    removed,
    fileId: file.id,
    ...(removed ? {} : { file: showFile(file, input.user) }),
  };
}

function readToken(text: string | null): number {
  const location = { location: "pageToken", locationType: "parameter" };
  if (text === null) throw new DriveError(400, "Required parameter: pageToken", { reason: "required", ...location });
  if (!/^\d{1,15}$/.test(text)) throw new DriveError(400, "Invalid Value", { reason: "invalid", ...location });
  return Number(text);
}

export function listChanges(input: DriveInput): unknown {
  const from = readToken(input.query.get("pageToken"));
  const size = readCount(input, "pageSize", 100, 1000);
  const includeRemoved = input.query.get("includeRemoved")?.toLowerCase() !== "false";
  const entries: Entry[] = [];
  for (const file of input.store.files.values()) {
    const entry = entryFor(file, input.user);
    if (entry !== undefined && entry.seq >= from && (includeRemoved || !entry.removed)) entries.push(entry);
  }
  entries.sort((a, b) => a.seq - b.seq);
  const page = entries.slice(0, size);
  const more = entries.length > size;
  const token = more
    ? { nextPageToken: String(page.at(-1)!.seq + 1) }
    : { newStartPageToken: String(input.store.changeSeq + 1) };
  return maskAnswer(
    input,
    { kind: "drive#changeList", ...token, changes: page.map((entry) => show(entry, input)) },
    brief,
  );
}
