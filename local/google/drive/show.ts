import type { FileRecord, Permission } from "../file.ts";
import { spreadsheetType } from "../file.ts";
import { personId } from "../ids.ts";
import { accessOf } from "../store.ts";

/** Drive resources as answers show them. Times are RFC 3339 with milliseconds. */

export const showTime = (at: number) => new Date(at).toISOString();

export function showUser(email: string, me: string): object {
  return {
    kind: "drive#user",
    displayName: email.split("@")[0],
    me: email === me,
    permissionId: personId(email),
    emailAddress: email,
  };
}

export function showPermission(permission: Permission): object {
  const { id, type, role, emailAddress, domain } = permission;
  return {
    id,
    type,
    kind: "drive#permission",
    role,
    ...(emailAddress === undefined ? {} : { emailAddress, displayName: emailAddress.split("@")[0], deleted: false }),
    ...(domain === undefined ? {} : { domain }),
    ...(type === "anyone" ? { allowFileDiscovery: false } : { pendingOwner: false }),
  };
}

/** What a request without `fields` gets of a file. */
export const briefFile = { kind: true, id: true, name: true, mimeType: true } as const;

export function showFile(file: FileRecord, user: string): object {
  const access = accessOf(file, user);
  const { shown } = file;
  return {
    kind: "drive#file",
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: false,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    ...(file.parents.length === 0 ? {} : { parents: file.parents }),
    ...(file.properties === undefined ? {} : { properties: file.properties }),
    ...(file.appProperties === undefined ? {} : { appProperties: file.appProperties }),
    spaces: ["drive"],
    version: String(shown.version),
    ...(file.mimeType === spreadsheetType
      ? { webViewLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk` }
      : {}),
    viewedByMe: true,
    createdTime: showTime(file.createdAt),
    modifiedTime: showTime(shown.modifiedAt),
    modifiedByMe: shown.modifiedBy === user,
    owners: [showUser(file.owner, user)],
    lastModifyingUser: showUser(shown.modifiedBy, user),
    shared: file.permissions.length > 1,
    ownedByMe: file.owner === user,
    capabilities: {
      canEdit: access >= 2,
      canCopy: true,
      canDelete: access >= 4,
      canShare: access >= 2,
      canTrash: access >= 4,
    },
    permissions: file.permissions.map(showPermission),
    permissionIds: file.permissions.map((permission) => permission.id),
    size: "1024",
    quotaBytesUsed: "1024",
    isAppAuthorized: true,
    writersCanShare: true,
    copyRequiresWriterPermission: false,
  };
}
