import { listChanges, startPageToken } from "./changes.ts";
import { stopChannel, watchChanges, watchFile } from "./channels.ts";
import type { DriveInput } from "./context.ts";
import { maskAnswer } from "./context.ts";
import { copyFile, createFile, deleteFile, generateIds, getFile, updateFile } from "./files.ts";
import { listFiles } from "./list-files.ts";
import { createPermission, deletePermission, getPermission, listPermissions, updatePermission } from "./permissions.ts";
import { showUser } from "./show.ts";

/** Drive v3 paths to methods. */

/** A channel is kept like an edit, but changes no file. */
export type DriveKind = "read" | "edit" | "channel";

export interface DriveRoute {
  readonly kind: DriveKind;
  /** The file concerned, for events. */
  readonly fileId?: string;
  readonly run: (input: DriveInput) => unknown;
}

const about = (input: DriveInput) =>
  maskAnswer(input, { kind: "drive#about", user: showUser(input.user, input.user) }, true);

type Entry = readonly [
  verb: string,
  pattern: RegExp,
  kind: DriveKind,
  run: (input: DriveInput, ...parts: string[]) => unknown,
];

const entries: readonly Entry[] = [
  ["GET", /^\/about$/, "read", about],
  ["POST", /^\/files$/, "edit", createFile],
  ["GET", /^\/files$/, "read", listFiles],
  ["GET", /^\/files\/generateIds$/, "read", generateIds],
  ["GET", /^\/files\/([^/]+)$/, "read", getFile],
  ["PATCH", /^\/files\/([^/]+)$/, "edit", updateFile],
  ["DELETE", /^\/files\/([^/]+)$/, "edit", deleteFile],
  ["POST", /^\/files\/([^/]+)\/copy$/, "edit", copyFile],
  ["POST", /^\/files\/([^/]+)\/watch$/, "channel", watchFile],
  ["POST", /^\/files\/([^/]+)\/permissions$/, "edit", createPermission],
  ["GET", /^\/files\/([^/]+)\/permissions$/, "read", listPermissions],
  ["GET", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, "read", getPermission],
  ["PATCH", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, "edit", updatePermission],
  ["DELETE", /^\/files\/([^/]+)\/permissions\/([^/]+)$/, "edit", deletePermission],
  ["GET", /^\/changes\/startPageToken$/, "read", startPageToken],
  ["GET", /^\/changes$/, "read", listChanges],
  ["POST", /^\/changes\/watch$/, "channel", watchChanges],
  ["POST", /^\/channels\/stop$/, "channel", stopChannel],
];

export function routeDrive(verb: string, path: string): DriveRoute | undefined {
  const rest = path.slice("/drive/v3".length);
  for (const [entryVerb, pattern, kind, run] of entries) {
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
    return { kind, ...(fileId === undefined ? {} : { fileId }), run: (input) => run(input, ...parts) };
  }
  return undefined;
}
