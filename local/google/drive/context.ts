import { DriveError, driveFileNotFound } from "../errors.ts";
import type { Mask } from "../field-mask.ts";
import { applyMask, parseMask } from "../field-mask.ts";
import type { FileRecord } from "../file.ts";
import type { Random } from "../ids.ts";
import type { Store } from "../store.ts";
import { accessOf } from "../store.ts";
import type { Switches } from "../switches.ts";

/** What a Drive method is called with. */
export interface DriveInput {
  readonly store: Store;
  readonly user: string;
  readonly now: number;
  readonly random: Random;
  readonly switches: Switches;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Are new files shared with everyone? */
  readonly openToAll: boolean;
  /** Takes the ids of files that the call makes. */
  readonly made: string[];
}

export const readable = (input: DriveInput, id: string): FileRecord => {
  const file = input.store.files.get(id);
  if (file === undefined || accessOf(file, input.user) < 1) throw driveFileNotFound(id);
  return file;
};

export function requireAccess(input: DriveInput, file: FileRecord, access: number): void {
  if (accessOf(file, input.user) >= access) return;
  throw new DriveError(403, "The user does not have sufficient permissions for this file.", {
    reason: "insufficientFilePermissions",
  });
}

export function bodyOf(input: DriveInput): Record<string, unknown> {
  const { body } = input;
  if (body === undefined || body === null || body === "") return {};
  if (typeof body !== "object" || Array.isArray(body))
    throw new DriveError(400, "Bad Request", { reason: "badRequest" });
  return body as Record<string, unknown>;
}

/** The answer with `fields` applied, or with what comes without them. */
export function maskAnswer(input: DriveInput, answer: object, brief: Mask): unknown {
  const text = input.query.get("fields");
  if (text === null) return applyMask(answer, brief);
  const mask = parseMask(text);
  if (mask === undefined) {
    throw new DriveError(400, `Invalid field selection ${text}`, {
      reason: "invalidParameter",
      location: "fields",
      locationType: "parameter",
    });
  }
  return applyMask(answer, mask);
}

/** A whole number in a range, or Drive's refusal. */
export function readCount(input: DriveInput, name: string, absent: number, most: number): number {
  const text = input.query.get(name);
  if (text === null) return absent;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new DriveError(400, `Invalid value '${text}'. Values must be within the range: [1, ${most}]`, {
    reason: "invalidParameter",
    location: name,
    locationType: "parameter",
  });
}
