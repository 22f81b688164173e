import * as z from "zod/mini";
import { kindNames } from "./kind.ts";

export const changeSchema = z.object({
  /** Unique within the item: `<version>.<n>`. */
  id: z.string(),
  at: z.string(),
  side: z.enum(["SHEET", "API", "SYSTEM"]),
  /** Who: a viewer's subject, or `sheet:<spreadsheetId>` when Google does not say which person typed. */
  actor: z.string(),
  /** null: the change is about the item as a whole (created, archived, a transition); `after` then says which. */
  field: z.nullable(z.string()),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type Change = z.infer<typeof changeSchema>;

export const conflictSchema = z.object({
  /** Unique within the item: `<field>.<version at which it opened>`. */
  id: z.string(),
  field: z.string(),
  sheetValue: z.nullable(z.string()),
  storeValue: z.nullable(z.string()),
  shown: z.enum(["SHEET", "API"]),
  openedAt: z.string(),
  settledAt: z.nullable(z.string()),
  /** Why the system could not write the cell when this was opened, in Chinese; absent: it could. */
  sheetReadOnly: z.optional(z.string()),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const problemStates = [
  "REGISTERED",
  "IN_PROGRESS",
  "STANDING",
  "SUBMITTED",
  "VERIFIED",
  "CLOSED",
  "VOID",
] as const;
export type ProblemState = (typeof problemStates)[number];
export const resolutions = ["NORMAL", "IMMEDIATE", "ON_SITE"] as const;
export type Resolution = (typeof resolutions)[number];

/** Where an item stands in the closing procedure. Only core/ledger/workflow.ts writes it. */
const workflowSchema = z.object({
  state: z.enum(problemStates),
  resolution: z.enum(resolutions),
  standing: z.boolean(),
  nextReviewOn: z.nullable(z.string()),
  /** 1 for the first run through the states, +1 at each reopening. */
  cycle: z.int(),
  returnCount: z.int(),
  extendCount: z.int(),
  submittedBy: z.nullable(z.string()),
  submittedAt: z.nullable(z.string()),
  verifiedBy: z.nullable(z.string()),
  verifiedAt: z.nullable(z.string()),
  closedOn: z.nullable(z.string()),
  /** Reason of the newest return, reopening or voiding. */
  reason: z.nullable(z.string()),
  mergedInto: z.nullable(z.string()),
  /** A transfer that the named unit has not accepted yet. */
  transferTo: z.nullable(z.string()),
});
export type Workflow = z.infer<typeof workflowSchema>;

/** The row that shows the item. PENDING: not in the sheet yet. MISSING: absent in one good read, not yet archived. */
const rowSchema = z.object({
  spreadsheetId: z.string(),
  tabId: z.int(),
  presence: z.enum(["PENDING", "PRESENT", "MISSING"]),
  missingSince: z.nullable(z.string()),
});

export function isTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null) return false;
  for (const name in value) if (typeof (value as Record<string, unknown>)[name] !== "string") return false;
  return true;
}

/** field -> text. A loop of our own: z.record takes two thirds of the time of checking a whole item. */
const textsSchema = z.custom<Record<string, string>>(isTexts);

export const itemFormat = 1;

/**
 * The validated thing in the store, of any kind. Cells are kept as the text people typed; values are read from them
 * (see values.ts), so a better reader improves old items too and nothing typed is lost.
 */
export const itemSchema = z.object({
  format: z.literal(itemFormat),
  kind: z.enum(kindNames),
  /** The row's 系统编号. */
  code: z.string(),
  /** The unit that answers for it now, and the one that found it. */
  unit: z.string(),
  originUnit: z.string(),
  /** Grows with every change that people can see; what API clients send back. */
  version: z.int().check(z.minimum(1)),
  /** Grows with every write, bookkeeping included; what conditional writes compare. */
  revision: z.int().check(z.minimum(1)),
  /** field -> text. A field without text is absent. */
  texts: textsSchema,
  /** field -> the text both sides last agreed on, only for fields where the store has moved on and the sheet has not. */
  ahead: textsSchema,
  workflow: z.nullable(workflowSchema),
  topicCode: z.nullable(z.string()),
  conflicts: z.array(conflictSchema),
  row: z.nullable(rowSchema),
  archivedAt: z.nullable(z.string()),
  referenceDate: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  lastChange: z.nullable(changeSchema),
});
export type Item = z.infer<typeof itemSchema>;

/** The text both sides last agreed on: the base of a three-way merge. */
export function baseText(item: Item, field: string): string {
  return item.ahead[field] ?? item.texts[field] ?? "";
}

/** True when a pass has something to do for the item: the sheet is behind, or a missing row awaits its second look. */
export function isAhead(item: Item): boolean {
  if (item.row === null || item.archivedAt !== null) return false;
  return Object.keys(item.ahead).length > 0 || item.row.presence !== "PRESENT";
}
