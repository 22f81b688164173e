import { listChanges, startPageToken } from "./changes.ts";
import { stopChannel, watchChanges, watchFile } from "./channels.ts";
import type { DriveInput } from "./context.ts";
import { maskAnswer } from "./context.ts";
import { copyFile, createFile, deleteFile, generateIds, getFile, listFiles, updateFile } from "./files.ts";
import { createPermission, deletePermission, getPermission, listPermissions, updatePermission } from "./permissions.ts";
import { showUser } from "./show.ts";

/** Drive v3 paths to methods. */

export interface DriveRoute {
  readonly write: boolean;
  /** The file concerned, for events. */
  readonly fileId?: string;
  readonly run: (input: DriveInput) => unknown;
}

const about = (input: DriveInput) =>
  maskAnswer(input, { kind: "drive#about", user: showUser(input.user, input.user) }, true);

type Entry = readonly [
  verb: string,
  pattern: RegExp,
  write: boolean,
  run: (input: DriveInput, ...parts: string[]) => unknown,
];

const entries: readonly Entry[] = [
  ["GET", /^\/about$/, false, about],
  ["POST", /^\/files$/, true, createFile],
  ["GET", /^\/files$/, false, listFiles],
  ["GET", /^\/files\/generateIds$/, false, generateIds],
  ["GET", /^\/files\/([^/]+)$/, false, getFile],
  ["PATCH", /^\/files\/([^/]+)$/, true, updateFile],
  ["DELETE", /^\/files\/([^/]+)$/, true, deleteFile],
  ["POST", /^\/files\/([^/]+)\/copy$/, true, copyFile],
  ["POST", /^\/files\/([^/]+)\/watch$/, true, watchFile],
  ["POST", /^\/files\/([^/]+)\/permissions$/, true, createPermission],
  ["GET", /^\/files\/([^/]+)\/permissions$/, false, listPermissions],
  ["GET", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, false, getPermission],
  ["PATCH", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, true, updatePermission],
  ["DELETE", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, true, deletePermission],
  ["GET", /^\/changes\/startPageToken$/, false, startPageToken],
  ["GET", /^\/changes$/, false, listChanges],
  ["POST", /^\/changes\/watch$/, true, watchChanges],
  ["POST", /^\/channels\/stop$/, true, stopChannel],
];

export function routeDrive(verb: string, path: string): DriveRoute | undefined {
  const rest = path.slice("/drive/v3".length);
  for (const [entryVerb, pattern, write, run] of entries) {
    if (entryVerb !== verb) continue;
    const match = pattern.exec(rest);
    if (match === null) continue;
    let parts: string[];
    try {
      parts = match.slice(1).map(decodeURIComponent);
    } catch {
      return undefined;
    }
    const fileId = parts[0];
    return { write, ...(fileId === undefined ? {} : { fileId }), run: (input) => run(input, ...parts) };
  }
  return undefined;
}
