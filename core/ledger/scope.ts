import type { ClosurePolicy, Unit } from "./unit.ts";

/** Who sees what, and who may do what outside the closing procedure. docs/spec/api.md shows these tables; a test compares. */

export const roles = ["CLERK", "LEADER", "VERIFIER", "VIEWER", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** Where the viewer's unit stands, seen from the unit the thing belongs to. PROVINCE: above it, at province level or higher. */
export const relations = ["OWN", "ABOVE", "PROVINCE", "OUTSIDE"] as const;
export type Relation = (typeof relations)[number];

/** The person behind a request. `path` is the path of their unit. */
export interface Viewer {
  readonly subject: string;
  readonly unit: string;
  readonly path: string;
  readonly level: Unit["level"];
  readonly role: Role;
}

export const operations = [
  "READ",
  "READ_PERSONAL",
  "CREATE_ITEM",
  "UPDATE_ITEM",
  "SETTLE_CONFLICT",
  "REVIVE_ITEM",
  "PREVIEW_SYNC",
  "SYNC",
  "LINK_SPREADSHEET",
  "BIND_SHEET",
  "RELEASE_BRAKE",
  "ADD_UNIT",
  "RESTATE",
] as const;
export type Operation = (typeof operations)[number];

type Everywhere = Extract<Relation, "OWN" | "ABOVE" | "PROVINCE">;
const everywhere: readonly Everywhere[] = ["OWN", "ABOVE", "PROVINCE"];
const own: readonly Everywhere[] = ["OWN"];

/** operation -> role -> the relations in which it is allowed. What is not listed is refused. */
export const operationTable: Readonly<Record<Operation, Readonly<Partial<Record<Role, readonly Relation[]>>>>> = {
  READ: { CLERK: everywhere, LEADER: everywhere, VERIFIER: everywhere, VIEWER: everywhere, ADMIN: everywhere },
  READ_PERSONAL: { CLERK: everywhere, LEADER: everywhere, VERIFIER: everywhere, ADMIN: everywhere },
  CREATE_ITEM: { CLERK: own, LEADER: own, ADMIN: everywhere },
  UPDATE_ITEM: { CLERK: own, LEADER: own, ADMIN: everywhere },
  SETTLE_CONFLICT: { CLERK: own, LEADER: own, ADMIN: everywhere },
  REVIVE_ITEM: { CLERK: own, LEADER: own, ADMIN: everywhere },
  PREVIEW_SYNC: { CLERK: own, LEADER: own, VERIFIER: everywhere, ADMIN: everywhere },
  SYNC: { CLERK: own, LEADER: own, VERIFIER: everywhere, ADMIN: everywhere },
  LINK_SPREADSHEET: { CLERK: own, LEADER: own, ADMIN: everywhere },
  BIND_SHEET: { CLERK: own, LEADER: own, ADMIN: everywhere },
  RELEASE_BRAKE: { LEADER: own, ADMIN: everywhere },
  ADD_UNIT: { ADMIN: everywhere },
  RESTATE: { ADMIN: everywhere },
};

/** A unit sees itself and what is below it. Paths end with `/`, so `…/a/` never contains `…/ab/`. */
export function relationOf(viewer: Pick<Viewer, "path" | "level">, unitPath: string): Relation {
  if (viewer.path === unitPath) return "OWN";
  if (!unitPath.startsWith(viewer.path)) return "OUTSIDE";
  return viewer.level === "PROVINCE" || viewer.level === "INDUSTRY" ? "PROVINCE" : "ABOVE";
}

export type Permission = "ALLOWED" | "FORBIDDEN" | "NOT_FOUND";

/** NOT_FOUND: the thing is outside the viewer's scope and must look as if it did not exist. */
export function mayOperate(role: Role, relation: Relation, operation: Operation): Permission {
  if (relation === "OUTSIDE") return "NOT_FOUND";
  return operationTable[operation][role]?.includes(relation) ? "ALLOWED" : "FORBIDDEN";
}

/** The nearest policy on the way up. TWO_STEP where nobody says; SELF for a unit that has nobody above it. */
export function closurePolicyOf(unit: Unit, unitByCode: (code: string) => Unit | undefined): ClosurePolicy {
  if (unit.parent === null) return "SELF";
  for (let at: Unit | undefined = unit; at !== undefined; at = at.parent === null ? undefined : unitByCode(at.parent)) {
    if (at.closurePolicy !== null) return at.closurePolicy;
  }
  return "TWO_STEP";
}
