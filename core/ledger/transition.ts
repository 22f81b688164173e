import { type Author, type Edited, makeChange, setTexts } from "./edit.ts";
import type { Item, ProblemState, Workflow } from "./item.ts";
import { type Relation, relationOf, type Viewer } from "./scope.ts";
import { stateField, stateText } from "./state-text.ts";
import type { ClosurePolicy, Unit } from "./unit.ts";
import { type Action, decide, type Party, workflowTable } from "./workflow.ts";

/** One step of the closing procedure, asked for by a person: item in, item and history out, or the reason why not. */

export interface Step {
  readonly action: Action;
  readonly reason?: string | undefined;
  /** Due text that replaces the old one (EXTEND), and the dates both were read as. */
  readonly due?: { readonly text: string; readonly before: string | null; readonly after: string | null } | undefined;
  readonly completedOn?: string | undefined;
  readonly resolution?: Workflow["resolution"] | undefined;
  readonly nextReviewOn?: string | undefined;
  readonly mergedInto?: string | undefined;
  /** The unit that is to answer for the item (TRANSFER). */
  readonly to?: Unit | undefined;
}

export interface StepContext {
  readonly viewer: Viewer;
  /** The unit that answers for the item, and where the viewer stands, seen from it. */
  readonly unit: Unit;
  readonly policy: ClosurePolicy;
  /** Date in China, ISO. */
  readonly today: string;
}

export interface Refusal {
  readonly code: "NOT_FOUND" | "FORBIDDEN" | "WRONG_STATE" | "BAD_USER_INPUT";
  /** English for developers, then Chinese for people. */
  readonly message: string;
  readonly field?: string;
}

export type Stepped =
  | { readonly ok: true; readonly edited: Edited }
  | { readonly ok: false; readonly refusal: Refusal };

export function takeStep(item: Item, step: Step, context: StepContext, author: Author): Stepped {
  const { workflow } = item;
  if (workflow === null) throw new Error(`${item.kind} has no closing procedure`);
  const { viewer, unit, policy } = context;
  const relation: Relation = relationOf(viewer, unit.path);
  const receiver = workflow.transferTo !== null && workflow.transferTo === viewer.unit;
  const decision = decide(step.action, workflow.state, { role: viewer.role, relation, receiver }, policy);
  if (!decision.allowed) return refuse(refusalOf(decision.why, step.action, workflow.state));
  const lacking = whatIsMissing(item, workflow, step, context, decision.party);
  if (lacking !== null) return refuse(lacking);
  return { ok: true, edited: perform(item, workflow, step, context, decision, author) };
}

/** What the procedure asks for beyond role and state. */
function whatIsMissing(
  item: Item,
  workflow: Workflow,
  step: Step,
  { viewer, unit, today }: StepContext,
  party: Party,
): Refusal | null {
  const { reasonChars } = workflowTable[step.action];
  if ((step.reason ?? "").trim().length < reasonChars) {
    return bad(
      "reason",
      `A reason of at least ${reasonChars} characters is required. 请写明理由，不少于${reasonChars}个字。`,
    );
  }
  switch (step.action) {
    case "START":
      for (const [field, header] of [
        ["measures", "整改措施"],
        ["owner", "责任人"],
        ["due", "整改时限"],
      ] as const) {
        if (item.texts[field] === undefined) return bad(field, `Starting needs ${field}. 开始整改前请填写${header}。`);
      }
      return null;
    case "SUBMIT":
      return step.completedOn !== undefined && step.completedOn > today
        ? bad("completedOn", "completedOn lies in the future. 完成时间不能晚于今天。")
        : null;
    case "VERIFY":
    case "FILE":
      return workflow.submittedBy === viewer.subject
        ? { code: "FORBIDDEN", message: "Whoever submitted an item may not verify it. 申请人不能审核自己的申请。" }
        : null;
    case "STAND":
      return step.nextReviewOn === undefined || step.nextReviewOn <= today
        ? bad(
            "nextReviewOn",
            "A standing item needs a next review after today. 长期坚持的问题要定下今天以后的检查日期。",
          )
        : null;
    case "EXTEND":
      return step.due === undefined ||
        step.due.after === null ||
        (step.due.before !== null && step.due.after <= step.due.before)
        ? bad("due", "The new due date must be later than the old one. 新时限必须晚于原时限。")
        : null;
    case "TRANSFER":
      return checkTransfer(step.to, unit, viewer, party);
    case "VOID":
      return step.mergedInto === item.code
        ? bad("mergedInto", "An item cannot be merged into itself. 不能并入自身。")
        : null;
    default:
      return null;
  }
}

/** The unit itself may only propose upwards; a verifier above hands over within what that verifier sees. */
function checkTransfer(to: Unit | undefined, unit: Unit, viewer: Viewer, party: Party): Refusal | null {
  const visible =
    to !== undefined && (party === "OWN" ? unit.path.startsWith(to.path) : to.path.startsWith(viewer.path));
  if (!visible) return bad("to", "No such unit to transfer to. 没有可以转办到的这个单位。");
  return to.code === unit.code ? bad("to", "The item already belongs to this unit. 问题已在该单位名下。") : null;
}

function perform(
  item: Item,
  workflow: Workflow,
  step: Step,
  { viewer, today }: StepContext,
  { to, party }: { readonly to: ProblemState; readonly party: Party },
  author: Author,
): Edited {
  const reason = step.reason?.trim() ?? null;
  const texts: Record<string, string> = {};
  let unit = item.unit;
  let next: Workflow = { ...workflow, state: to };
  switch (step.action) {
    case "START":
    case "WITHDRAW":
      next = { ...next, reason: null, submittedBy: null, submittedAt: null };
      break;
    case "SUBMIT": {
      if (step.completedOn !== undefined) texts.completedOn = step.completedOn;
      else if (item.texts.completedOn === undefined) texts.completedOn = today;
      const resolution = step.resolution ?? workflow.resolution;
      next = { ...next, resolution, reason: null, submittedBy: author.actor, submittedAt: author.at };
      break;
    }
    case "VERIFY":
      next = { ...next, verifiedBy: author.actor, verifiedAt: author.at, closedOn: to === "CLOSED" ? today : null };
      break;
    case "FILE":
      next = { ...next, closedOn: today };
      break;
    case "RETURN":
      next = { ...cleared(next), returnCount: workflow.returnCount + 1, reason };
      break;
    case "STAND":
      next = { ...next, standing: true, nextReviewOn: step.nextReviewOn ?? null, reason: null };
      break;
    case "EXTEND":
      texts.due = step.due?.text ?? "";
      next = { ...next, extendCount: workflow.extendCount + 1 };
      break;
    case "TRANSFER":
      if (party === "OWN") next = { ...next, transferTo: step.to?.code ?? null };
      else {
        unit = step.to?.code ?? unit;
        next = { ...next, transferTo: null };
      }
      break;
    case "ACCEPT":
      unit = viewer.unit;
      next = { ...next, transferTo: null };
      break;
    case "DECLINE":
      next = { ...next, transferTo: null };
      break;
    case "REOPEN":
      next = { ...cleared(next), closedOn: null, cycle: workflow.cycle + 1, reason };
      break;
    case "VOID":
      next = { ...next, reason, mergedInto: step.mergedInto ?? null, transferTo: null };
      break;
    case "RESTORE":
      next = { ...cleared(next), reason: null, mergedInto: null };
      break;
  }
  const texted = setTexts(item, texts, reason === null ? author : { ...author, reason });
  const moved = setWorkflow(texted.item, next, unit, reason === null ? author : { ...author, reason });
  return { item: moved.item, changes: [...texted.changes, ...moved.changes] };
}

function cleared(workflow: Workflow): Workflow {
  return { ...workflow, submittedBy: null, submittedAt: null, verifiedBy: null, verifiedAt: null };
}

/**
 * Stores a workflow with its history entry: field `state` when the state moved, `unit` when the owner did, else
 * `workflow`. The sheet is told to show the new 系统状态.
 */
export function setWorkflow(item: Item, workflow: Workflow, unit: string, author: Author): Edited {
  const version = item.version + 1;
  const facts: [string, string | null, string | null][] = [];
  const before = item.workflow;
  if (before?.state !== workflow.state) facts.push(["state", before?.state ?? null, workflow.state]);
  if (item.unit !== unit) facts.push(["unit", item.unit, unit]);
  if (before?.transferTo !== workflow.transferTo)
    facts.push(["transferTo", before?.transferTo ?? null, workflow.transferTo]);
  if (facts.length === 0) facts.push(["workflow", before?.state ?? null, workflow.state]);
  const next: Item = { ...item, workflow, unit, version, updatedAt: author.at };
  return {
    item: author.side === "SHEET" ? next : withStateAhead(item, next),
    changes: facts.map(([field, from, to], index) => makeChange(`${version}.${index + 1}`, author, field, from, to)),
  };
}

/** From the API the sheet falls behind: the item waits, like a changed cell, until 系统状态 shows the new text. */
function withStateAhead(before: Item, after: Item): Item {
  if (after.row?.presence !== "PRESENT" && after.row?.presence !== "MISSING") return after;
  if (stateText(before) === stateText(after)) return after;
  return { ...after, ahead: { ...after.ahead, [stateField]: after.ahead[stateField] ?? stateText(before) } };
}

function refusalOf(why: "NOT_FOUND" | "FORBIDDEN" | "WRONG_STATE", action: Action, state: ProblemState): Refusal {
  const { chinese } = workflowTable[action];
  switch (why) {
    case "NOT_FOUND":
      return { code: why, message: "No such problem item. 没有这个问题。" };
    case "FORBIDDEN":
      return { code: why, message: `Your role at your unit may not do this. 您的角色不能办理“${chinese}”。` };
    case "WRONG_STATE":
      return { code: why, message: `Not possible in state ${state}. 当前状态不能办理“${chinese}”。`, field: "state" };
  }
}

const bad = (field: string, message: string): Refusal => ({ code: "BAD_USER_INPUT", message, field });
const refuse = (refusal: Refusal): Stepped => ({ ok: false, refusal });
