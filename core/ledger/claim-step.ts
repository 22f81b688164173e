import type { ClaimReading } from "./claim.ts";
import type { Due } from "./due.ts";
import type { Author, Edited } from "./edit.ts";
import type { Item, Workflow } from "./item.ts";
import { setWorkflow } from "./transition.ts";

/**
 * What a clerk's status word does. A word is a claim: it moves an item to SUBMITTED at most, never decides a closing,
 * and an empty cell resets nothing. Call it only when the cell changed, else a returned item would submit itself again.
 */

/** The state in which an item begins. Counted from here. */
export function initialWorkflow(due: Due | null): Workflow {
  return {
    state: "REGISTERED",
    resolution: due?.kind === "IMMEDIATE" ? "IMMEDIATE" : "NORMAL",
    standing: due?.standing ?? false,
    nextReviewOn: null,
    cycle: 1,
    returnCount: 0,
    extendCount: 0,
    submittedBy: null,
    submittedAt: null,
    verifiedBy: null,
    verifiedAt: null,
    closedOn: null,
    reason: null,
    mergedInto: null,
    transferTo: null,
  };
}

/** The columns whose words are claims, in the order in which they speak. */
export const claimFields = ["claim", "closedClaim", "onSiteClaim"] as const;

/** `problem` is one Chinese sentence for the clerk; the item then stays as it is. */
export type Claimed = Edited | { readonly problem: string };

export interface ClaimContext {
  /** The cell says 是否销号 and the like: 是 then asks for closing, and 否 says nothing about the work. */
  readonly closing: boolean;
}

export function applyClaim(item: Item, reading: ClaimReading | null, context: ClaimContext, author: Author): Claimed {
  const { workflow } = item;
  if (workflow === null || reading === null) return { item, changes: [] };
  switch (reading.claim) {
    case "REGISTERED":
      return context.closing ? { item, changes: [] } : backToWork(item, workflow, "REGISTERED", author);
    case "IN_PROGRESS":
      return backToWork(item, workflow, "IN_PROGRESS", author);
    case "COMPLETE":
    case "CLOSED":
      return ask(item, workflow, reading, author);
    case "STANDING":
      return askStanding(item, workflow, author);
    case "RETURN":
      return { problem: "“退回”只能由上级审核单位在系统中办理，状态未变" };
    case "REOPEN":
      return workflow.state === "CLOSED"
        ? { problem: "已销号的问题要由上级审核单位在系统中重启，状态未变" }
        : backToWork(item, workflow, "IN_PROGRESS", author);
    case "VOID":
      return workflow.state === "VOID"
        ? { item, changes: [] }
        : { problem: "作废、合并要由上级审核单位在系统中办理，状态未变" };
    case "TRANSFER":
      return { problem: "转办、上报请由单位负责人在系统中提请，状态未变" };
  }
}

function ask(item: Item, workflow: Workflow, reading: ClaimReading, author: Author): Claimed {
  const standing = workflow.standing || reading.standing;
  const resolution = reading.resolution === "NORMAL" ? workflow.resolution : reading.resolution;
  switch (workflow.state) {
    case "REGISTERED":
    case "IN_PROGRESS":
    case "STANDING":
      return move(
        item,
        {
          ...workflow,
          state: "SUBMITTED",
          standing,
          resolution,
          reason: null,
          submittedBy: author.actor,
          submittedAt: author.at,
        },
        author,
      );
    case "SUBMITTED":
      return move(item, { ...workflow, standing, resolution }, author);
    case "VERIFIED":
    case "CLOSED":
      return { item, changes: [] };
    case "VOID":
      return { problem: "问题已作废，如要继续整改请上级审核单位恢复" };
  }
}

/** A word never takes an item back, except that whoever asked for closing may say that it is not done after all. */
function backToWork(item: Item, workflow: Workflow, to: "REGISTERED" | "IN_PROGRESS", author: Author): Claimed {
  switch (workflow.state) {
    case "REGISTERED": {
      const working = to === "IN_PROGRESS" || item.texts.progress !== undefined;
      return working ? move(item, { ...workflow, state: "IN_PROGRESS" }, author) : { item, changes: [] };
    }
    case "IN_PROGRESS":
    case "STANDING":
      return { item, changes: [] };
    case "SUBMITTED":
      return workflow.submittedBy === author.actor
        ? move(item, { ...workflow, state: "IN_PROGRESS", submittedBy: null, submittedAt: null }, author)
        : { problem: "已由单位负责人申请销号，如要撤回请在系统中办理" };
    case "VERIFIED":
      return { problem: "已通过审核，如有反复请上级审核单位退回" };
    case "CLOSED":
      return { problem: "已销号，如有反弹请上级审核单位重启" };
    case "VOID":
      return { problem: "问题已作废，如要继续整改请上级审核单位恢复" };
  }
}

/** Asking for 长期坚持: the work goes on, and the upper unit's consent makes it STANDING. */
function askStanding(item: Item, workflow: Workflow, author: Author): Claimed {
  switch (workflow.state) {
    case "REGISTERED":
    case "IN_PROGRESS":
      return move(item, { ...workflow, state: "IN_PROGRESS", standing: true }, author);
    case "STANDING":
    case "SUBMITTED":
    case "VERIFIED":
    case "CLOSED":
      return move(item, { ...workflow, standing: true }, author);
    case "VOID":
      return { problem: "问题已作废，如要继续整改请上级审核单位恢复" };
  }
}

function move(item: Item, workflow: Workflow, author: Author): Edited {
  const unchanged = item.workflow !== null && JSON.stringify(item.workflow) === JSON.stringify(workflow);
  return unchanged ? { item, changes: [] } : setWorkflow(item, workflow, item.unit, author);
}
