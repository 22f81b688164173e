import { DriveError } from "../errors.ts";
import type { FileRecord, Permission } from "../file.ts";
import { spreadsheetType } from "../file.ts";
import { fileId, personId } from "../ids.ts";
import type { SpreadsheetState } from "../state.ts";
import { blankSpreadsheet } from "../state.ts";
import { accessOf, firstShown, publish, setState, touch } from "../store.ts";
import { withoutMetadata } from "../strip-metadata.ts";
import type { DriveInput } from "./context.ts";
import { bodyOf, maskAnswer, readable, readCount, requireAccess } from "./context.ts";
import { briefFile, showFile } from "./show.ts";

/** Drive v3 files: create, get, update, delete, copy. */

function ownerPermission(input: DriveInput): Permission {
  return { id: personId(input.user), type: "user", role: "owner", emailAddress: input.user };
}

const anyone: Permission = { id: "anyoneWithLink", type: "anyone", role: "writer" };

export function addFile(
  input: DriveInput,
  name: string,
  mimeType: string,
  state: SpreadsheetState | undefined,
  id: string,
): FileRecord {
  const shown = firstShown(input.now, input.user);
  const file: FileRecord = {
    id,
    name,
    mimeType,
    createdAt: input.now,
    owner: input.user,
    permissions: [ownerPermission(input), ...(input.openToAll ? [anyone] : [])],
    parents: ["root"],
    trashed: false,
    state,
    current: shown,
    shown,
    changeSeq: 0,
    lost: {},
    past: [],
  };
  input.store.files.set(file.id, file);
  input.made.push(file.id);
  publish(input.store, file);
  return file;
}

const readText = (value: unknown, absent: string) => {
  if (value === undefined || value === null) return absent;
  if (typeof value !== "string") throw new DriveError(400, "Invalid Value", { reason: "invalid" });
  return value;
};

/** A file id of the caller's choosing, as `files.generateIds` allows; refused when taken. */
function chosenId(input: DriveInput, asked: unknown): string {
  if (asked === undefined || asked === null) return fileId(input.random);
  if (typeof asked !== "string" || !/^[A-Za-z0-9_-]{8,100}$/.test(asked))
    throw new DriveError(400, "The provided file ID is not usable.", { reason: "invalid" });
  if (input.store.files.has(asked))
    throw new DriveError(409, "A file already exists with the provided ID.", { reason: "fileIdInUse" });
  return asked;
}

function setParents(file: FileRecord, parents: unknown): void {
  if (Array.isArray(parents)) file.parents = parents.map(String);
}

export function createFile(input: DriveInput): unknown {
  const body = bodyOf(input);
  const name = readText(body.name, "Untitled");
  const mimeType = readText(body.mimeType, "application/octet-stream");
  const id = chosenId(input, body.id);
  const state = mimeType === spreadsheetType ? blankSpreadsheet(id, name) : undefined;
  const file = addFile(input, name, mimeType, state, id);
  setParents(file, body.parents);
  return maskAnswer(input, showFile(file, input.user), briefFile);
}

export function getFile(input: DriveInput, id: string): unknown {
  return maskAnswer(input, showFile(readable(input, id), input.user), briefFile);
}

function copyState(input: DriveInput, file: FileRecord, id: string, name: string): SpreadsheetState | undefined {
  if (file.state === undefined) return undefined;
  const kept = input.switches.fileCopyKeepsMetadata ? file.state : withoutMetadata(file.state);
  return { ...kept, id, properties: { ...kept.properties, title: name } };
}

export function copyFile(input: DriveInput, sourceId: string): unknown {
  const source = readable(input, sourceId);
  const body = bodyOf(input);
  const name = readText(body.name, `Copy of ${source.name}`);
  const id = chosenId(input, body.id);
  const file = addFile(input, name, source.mimeType, copyState(input, source, id, name), id);
  setParents(file, body.parents);
  return maskAnswer(input, showFile(file, input.user), briefFile);
}

function rename(input: DriveInput, file: FileRecord, name: string): void {
  if (file.state !== undefined) {
    setState(file, { ...file.state, properties: { ...file.state.properties, title: name } }, input.now, input.user);
  }
  file.name = name;
}

export function updateFile(input: DriveInput, id: string): unknown {
  const file = readable(input, id);
  requireAccess(input, file, 2);
  const body = bodyOf(input);
  if (body.name !== undefined) rename(input, file, readText(body.name, file.name));
  if (typeof body.description === "string") file.description = body.description;
  if (typeof body.trashed === "boolean") {
    requireAccess(input, file, 4);
    file.trashed = body.trashed;
  }
  for (const key of ["properties", "appProperties"] as const) {
    if (typeof body[key] === "object" && body[key] !== null)
      file[key] = { ...file[key], ...(body[key] as Record<string, string>) };
  }
  const [added, removed] = [input.query.get("addParents"), input.query.get("removeParents")];
  if (added !== null || removed !== null) {
    const gone = new Set((removed ?? "").split(","));
    file.parents = [...file.parents.filter((parent) => !gone.has(parent)), ...(added ?? "").split(",").filter(Boolean)];
  }
  touch(input.store, file, input.now, input.user, input.switches.changeDelayMs);
  return maskAnswer(input, showFile(file, input.user), briefFile);
}

/** "Permanently deletes a file owned by the user without moving it to the trash." */
export function deleteFile(input: DriveInput, id: string): undefined {
  const file = readable(input, id);
  if (
    accessOf(file, input.user) < 4 &&
    !file.permissions.some((one) => one.type === "anyone" && one.role === "writer")
  ) {
    requireAccess(input, file, 4);
  }
  const seq = ++input.store.changeSeq;
  file.deletedSeq = seq;
  file.state = undefined;
  file.past = [];
  delete file.pendingSince;
  return undefined;
}

export function generateIds(input: DriveInput): unknown {
  const count = readCount(input, "count", 10, 1000);
  return { kind: "drive#generatedIds", space: "drive", ids: Array.from({ length: count }, () => fileId(input.random)) };
}
