import { DriveError } from "../errors.ts";
import type { Permission } from "../file.ts";
import { personId } from "../ids.ts";
import { accessOf, touch } from "../store.ts";
import type { DriveInput } from "./context.ts";
import { bodyOf, maskAnswer, readable, requireAccess } from "./context.ts";
import { showPermission } from "./show.ts";

/** Drive v3 permissions. Who loses access finds the file `removed` in the change feed. */

const brief = { kind: true, id: true, type: true, role: true } as const;
const roles = ["owner", "organizer", "fileOrganizer", "writer", "commenter", "reader"];
const types = ["user", "group", "domain", "anyone"];

const refuse = (field: string) =>
  new DriveError(400, `The specified ${field} is invalid or not supported.`, {
    reason: "invalid",
    location: `permission.${field}`,
    locationType: "other",
  });

function readRole(value: unknown): Permission["role"] {
  if (typeof value !== "string" || !roles.includes(value)) throw refuse("role");
  return value as Permission["role"];
}

/** Every person known by name who could see the file before and cannot now. */
function noteLosses(input: DriveInput, id: string, change: () => void): void {
  const file = readable(input, id);
  const people = new Set(
    [...input.store.files.values()].flatMap((one) => [
      one.owner,
      ...one.permissions.flatMap((p) => p.emailAddress ?? []),
    ]),
  );
  people.add(input.user);
  for (const known of Object.keys(file.lost)) people.add(known);
  const before = [...people].filter((person) => accessOf(file, person) > 0);
  change();
  const lost = before.filter((person) => accessOf(file, person) === 0);
  touch(input.store, file, input.now, file.current.modifiedBy, 0);
  const regained = new Set([...people].filter((person) => accessOf(file, person) > 0));
  const kept = Object.entries(file.lost).filter(([person]) => !regained.has(person));
  file.lost = Object.fromEntries([...kept, ...lost.map((person) => [person, input.store.changeSeq] as const)]);
}

export function createPermission(input: DriveInput, fileId: string): unknown {
  const file = readable(input, fileId);
  requireAccess(input, file, 2);
  const body = bodyOf(input);
  const type = body.type;
  if (typeof type !== "string" || !types.includes(type)) throw refuse("type");
  const role = readRole(body.role);
  const email = body.emailAddress;
  if ((type === "user" || type === "group") && (typeof email !== "string" || !email.includes("@")))
    throw refuse("emailAddress");
  const id = type === "anyone" ? "anyoneWithLink" : personId(String(email ?? body.domain));
  const permission: Permission = {
    id,
    type: type as Permission["type"],
    role,
    ...(typeof email === "string" && type !== "anyone" ? { emailAddress: email } : {}),
    ...(typeof body.domain === "string" ? { domain: body.domain } : {}),
  };
  noteLosses(input, fileId, () => {
    file.permissions = [...file.permissions.filter((old) => old.id !== id), permission];
  });
  return maskAnswer(input, showPermission(permission), brief);
}

function find(input: DriveInput, fileId: string, permissionId: string): Permission {
  const found = readable(input, fileId).permissions.find((permission) => permission.id === permissionId);
  if (found !== undefined) return found;
  throw new DriveError(404, `Permission not found: ${permissionId}.`, {
    reason: "notFound",
    location: "permissionId",
    locationType: "parameter",
  });
}

export function listPermissions(input: DriveInput, fileId: string): unknown {
  const permissions = readable(input, fileId).permissions.map(showPermission);
  return maskAnswer(
    input,
    { kind: "drive#permissionList", permissions },
    { kind: true, nextPageToken: true, permissions: brief },
  );
}

export const getPermission = (input: DriveInput, fileId: string, permissionId: string) =>
  maskAnswer(input, showPermission(find(input, fileId, permissionId)), brief);

export function updatePermission(input: DriveInput, fileId: string, permissionId: string): unknown {
  const old = find(input, fileId, permissionId);
  const file = readable(input, fileId);
  requireAccess(input, file, 2);
  const next = { ...old, role: readRole(bodyOf(input).role) };
  noteLosses(input, fileId, () => {
    file.permissions = file.permissions.map((permission) => (permission.id === permissionId ? next : permission));
  });
  return maskAnswer(input, showPermission(next), brief);
}

export function deletePermission(input: DriveInput, fileId: string, permissionId: string): undefined {
  const old = find(input, fileId, permissionId);
  const file = readable(input, fileId);
  if (old.emailAddress !== input.user) requireAccess(input, file, 2);
  if (old.role === "owner")
    throw new DriveError(403, "The owner of a file cannot be removed.", { reason: "cannotDeletePermission" });
  noteLosses(input, fileId, () => {
    file.permissions = file.permissions.filter((permission) => permission.id !== permissionId);
  });
  return undefined;
}
