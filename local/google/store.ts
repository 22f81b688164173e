import type { FileRecord, Permission, Shown } from "./file.ts";
import { pastLimit } from "./file.ts";
import type { SpreadsheetState } from "./state.ts";

/** All files of the service, and the positions of the change log. */

export interface Channel {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token?: string;
  readonly expiresAt: number;
  readonly user: string;
  /** undefined: every change that the user sees. */
  readonly fileId?: string;
}

export interface Store {
  readonly files: Map<string, FileRecord>;
  readonly channels: Map<string, Channel>;
  /** Position of the newest change. */
  changeSeq: number;
}

export const newStore = (): Store => ({ files: new Map(), channels: new Map(), changeSeq: 0 });

const ranks: Record<Permission["role"], number> = {
  reader: 1,
  commenter: 1,
  writer: 2,
  fileOrganizer: 3,
  organizer: 3,
  owner: 4,
};

/** 0 no access, 1 may read, 2 may write, 3 may organize, 4 owns. */
export function accessOf(file: FileRecord, user: string): number {
  if (file.deletedSeq !== undefined) return 0;
  let access = file.owner === user ? ranks.owner : 0;
  for (const permission of file.permissions) {
    const applies = permission.type === "anyone" || permission.emailAddress === user;
    if (applies) access = Math.max(access, ranks[permission.role]);
  }
  return access;
}

/** Makes an edit known, at once or when the feed's delay is over (see `publishDue`). */
export function touch(store: Store, file: FileRecord, at: number, user: string, delayMs: number): void {
  const modifiedAt = Math.max(at, file.current.modifiedAt + 1);
  file.current = { modifiedAt, version: file.current.version + 1, modifiedBy: user };
  if (delayMs <= 0) publish(store, file);
  else file.pendingSince ??= at;
}

export function publish(store: Store, file: FileRecord): void {
  file.shown = file.current;
  file.changeSeq = ++store.changeSeq;
  delete file.pendingSince;
}

/** Publishes what has waited long enough: several edits in between are one entry. Answers the files published. */
export function publishDue(store: Store, now: number, delayMs: number): FileRecord[] {
  const due = [...store.files.values()].filter(
    (file) => file.pendingSince !== undefined && file.pendingSince + delayMs <= now,
  );
  for (const file of due) publish(store, file);
  return due;
}

export function setState(file: FileRecord, state: SpreadsheetState, at: number, user: string): void {
  if (file.state !== undefined) {
    file.past.push({ at, user, state: file.state });
    if (file.past.length > pastLimit) file.past.shift();
  }
  file.state = state;
  file.name = state.properties.title;
}

/** The content as it was so many milliseconds ago, as far as it is remembered. */
export function staleState(file: FileRecord, now: number, lagMs: number): SpreadsheetState | undefined {
  if (lagMs <= 0) return file.state;
  const first = file.past.find((past) => past.at > now - lagMs);
  return first === undefined ? file.state : first.state;
}

export const firstShown = (at: number, user: string): Shown => ({ modifiedAt: at, version: 1, modifiedBy: user });
