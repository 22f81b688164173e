import { type ProblemState, problemStates } from "./item.ts";
import type { Relation, Role } from "./scope.ts";
import type { ClosurePolicy } from "./unit.ts";

/**
 * The closing procedure (销号管理) as one table: an action is decided by the item's state, the viewer's role, where the
 * viewer's unit stands, and the closure policy. Pure; what an action does to the item is in transition.ts.
 */

export const actions = [
  "START",
  "SUBMIT",
  "WITHDRAW",
  "VERIFY",
  "FILE",
  "RETURN",
  "STAND",
  "EXTEND",
  "TRANSFER",
  "ACCEPT",
  "DECLINE",
  "REOPEN",
  "VOID",
  "RESTORE",
] as const;
export type Action = (typeof actions)[number];

/**
 * OWN: people of the unit that answers for the item. UPPER: a verifier of a unit above it, or of the unit itself under
 * the SELF policy. PROVINCE: a verifier of a unit above it at province level or higher. RECEIVER: people of the unit to
 * which a transfer was proposed.
 */
export type Party = "OWN" | "UPPER" | "PROVINCE" | "RECEIVER";

export interface Rule {
  readonly chinese: string;
  readonly from: readonly ProblemState[];
  readonly to: ProblemState | "SAME";
  readonly parties: readonly Party[];
  /** Roles that speak for their own unit; UPPER and PROVINCE are always VERIFIER. */
  readonly ownRoles: readonly Role[];
  /** Fewest characters of the reason; 0: none is needed. */
  readonly reasonChars: number;
}

const unfinished = ["REGISTERED", "IN_PROGRESS", "STANDING"] as const;
const chiefs = ["LEADER"] as const;

/** Reason of a return: at least 10 characters, as audit offices require of a 补充整改要求. */
const returnReasonChars = 10;
const anyReasonChars = 1;

export const workflowTable: Readonly<Record<Action, Rule>> = {
  START: rule("开始整改", ["REGISTERED"], "IN_PROGRESS", ["OWN"], ["CLERK", "LEADER"]),
  SUBMIT: rule("申请销号", unfinished, "SUBMITTED", ["OWN"], chiefs),
  WITHDRAW: rule("撤回申请", ["SUBMITTED"], "IN_PROGRESS", ["OWN"], chiefs),
  VERIFY: rule("审核通过", ["SUBMITTED"], "VERIFIED", ["UPPER"]),
  FILE: rule("备案销号", ["VERIFIED"], "CLOSED", ["PROVINCE"]),
  RETURN: rule("退回整改", ["SUBMITTED", "VERIFIED"], "IN_PROGRESS", ["UPPER"], [], returnReasonChars),
  STAND: rule("同意长期坚持", ["REGISTERED", "IN_PROGRESS"], "STANDING", ["UPPER"]),
  EXTEND: rule("同意延期", unfinished, "SAME", ["UPPER"], [], anyReasonChars),
  TRANSFER: rule("转办", unfinished, "SAME", ["OWN", "UPPER"], chiefs, anyReasonChars),
  ACCEPT: rule("接收转办", unfinished, "SAME", ["RECEIVER"], ["LEADER", "VERIFIER"]),
  DECLINE: rule("退回转办", unfinished, "SAME", ["RECEIVER"], ["LEADER", "VERIFIER"], anyReasonChars),
  REOPEN: rule("重启", ["CLOSED"], "REGISTERED", ["UPPER"], [], anyReasonChars),
  VOID: rule(
    "作废",
    problemStates.filter((state) => state !== "CLOSED" && state !== "VOID"),
    "VOID",
    ["UPPER"],
    [],
    anyReasonChars,
  ),
  RESTORE: rule("恢复", ["VOID"], "REGISTERED", ["UPPER"], [], 0),
};

export interface Asker {
  readonly role: Role;
  /** The asker's unit seen from the unit that answers for the item. */
  readonly relation: Relation;
  /** The asker's unit is the one to which a transfer was proposed. */
  readonly receiver: boolean;
}

export type Decision =
  | { readonly allowed: true; readonly to: ProblemState; readonly party: Party }
  | { readonly allowed: false; readonly why: "NOT_FOUND" | "FORBIDDEN" | "WRONG_STATE" };

/** Invisible comes before forbidden, forbidden before wrong state: an outsider learns nothing, an insider what helps. */
export function decide(action: Action, state: ProblemState, asker: Asker, policy: ClosurePolicy): Decision {
  const rule = workflowTable[action];
  if (asker.relation === "OUTSIDE") return { allowed: false, why: "NOT_FOUND" };
  const party = rule.parties.find((candidate) => isParty(candidate, rule, asker, policy));
  if (party === undefined) return { allowed: false, why: "FORBIDDEN" };
  if (!rule.from.includes(state)) return { allowed: false, why: "WRONG_STATE" };
  return { allowed: true, to: resultOf(action, state, policy), party };
}

/** Where the policy has one step, a verified item is closed at once. */
function resultOf(action: Action, state: ProblemState, policy: ClosurePolicy): ProblemState {
  const { to } = workflowTable[action];
  if (action === "VERIFY" && policy !== "TWO_STEP") return "CLOSED";
  return to === "SAME" ? state : to;
}

function isParty(party: Party, rule: Rule, { role, relation, receiver }: Asker, policy: ClosurePolicy): boolean {
  switch (party) {
    case "OWN":
      return relation === "OWN" && rule.ownRoles.includes(role);
    case "UPPER":
      return role === "VERIFIER" && (relation === "OWN" ? policy === "SELF" : true);
    case "PROVINCE":
      return role === "VERIFIER" && relation === "PROVINCE";
    case "RECEIVER":
      return receiver && rule.ownRoles.includes(role);
  }
}

function rule(
  chinese: string,
  from: readonly ProblemState[],
  to: ProblemState | "SAME",
  parties: readonly Party[],
  ownRoles: readonly Role[] = [],
  reasonChars = 0,
): Rule {
  return { chinese, from, to, parties, ownRoles, reasonChars };
}
