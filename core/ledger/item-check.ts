import {
  type Change,
  type Conflict,
  type Item,
  isTexts,
  itemFormat,
  problemStates,
  resolutions,
  type Workflow,
} from "./item.ts";
import { kindNames } from "./kind.ts";

/**
 * Whether a thing is exactly what its schema would give back, told twenty times as fast as the schema tells it: every
 * item and every history entry that is written passes here. The schemas say what is right, and what is wrong with a
 * thing that is not; a test holds these to the same verdict.
 */

export function isItem(value: unknown): value is Item {
  if (!hasMembers(value, 18)) return false;
  const item = value as Item;
  return (
    item.format === itemFormat &&
    kindNames.includes(item.kind) &&
    isText(item.code) &&
    isText(item.unit) &&
    isText(item.originUnit) &&
    isInteger(item.version) &&
    item.version >= 1 &&
    isInteger(item.revision) &&
    item.revision >= 1 &&
    isTexts(item.texts) &&
    isTexts(item.ahead) &&
    (item.workflow === null || isWorkflow(item.workflow)) &&
    isTextOrNull(item.topicCode) &&
    areConflicts(item.conflicts) &&
    (item.row === null || isRow(item.row)) &&
    isTextOrNull(item.archivedAt) &&
    isText(item.referenceDate) &&
    isText(item.createdAt) &&
    isText(item.updatedAt) &&
    (item.lastChange === null || isChange(item.lastChange))
  );
}

export function isChange(value: unknown): value is Change {
  if (!hasMembers(value, 8)) return false;
  const change = value as Change;
  return (
    isText(change.id) &&
    isText(change.at) &&
    (change.side === "SHEET" || change.side === "API" || change.side === "SYSTEM") &&
    isText(change.actor) &&
    isTextOrNull(change.field) &&
    isTextOrNull(change.before) &&
    isTextOrNull(change.after) &&
    isTextOrNull(change.reason)
  );
}

function isWorkflow(value: unknown): boolean {
  if (!hasMembers(value, 15)) return false;
  const workflow = value as Workflow;
  return (
    problemStates.includes(workflow.state) &&
    resolutions.includes(workflow.resolution) &&
    typeof workflow.standing === "boolean" &&
    isTextOrNull(workflow.nextReviewOn) &&
    isInteger(workflow.cycle) &&
    isInteger(workflow.returnCount) &&
    isInteger(workflow.extendCount) &&
    isTextOrNull(workflow.submittedBy) &&
    isTextOrNull(workflow.submittedAt) &&
    isTextOrNull(workflow.verifiedBy) &&
    isTextOrNull(workflow.verifiedAt) &&
    isTextOrNull(workflow.closedOn) &&
    isTextOrNull(workflow.reason) &&
    isTextOrNull(workflow.mergedInto) &&
    isTextOrNull(workflow.transferTo)
  );
}

function isRow(value: unknown): boolean {
  if (!hasMembers(value, 4)) return false;
  const { spreadsheetId, tabId, presence, missingSince } = value as NonNullable<Item["row"]>;
  return (
    isText(spreadsheetId) &&
    isInteger(tabId) &&
    (presence === "PRESENT" || presence === "PENDING" || presence === "MISSING") &&
    isTextOrNull(missingSince)
  );
}

/** A loop, which sees a gap as well. */
function areConflicts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const conflict of value) if (!isConflict(conflict)) return false;
  return true;
}

function isConflict(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { id, field, sheetValue, storeValue, shown, openedAt, settledAt, sheetReadOnly } = value as Conflict;
  return (
    hasMembers(value, "sheetReadOnly" in value ? 8 : 7) &&
    (sheetReadOnly === undefined || isText(sheetReadOnly)) &&
    isText(id) &&
    isText(field) &&
    isTextOrNull(sheetValue) &&
    isTextOrNull(storeValue) &&
    (shown === "SHEET" || shown === "API") &&
    isText(openedAt) &&
    isTextOrNull(settledAt)
  );
}

const isText = (value: unknown) => typeof value === "string";
const isTextOrNull = (value: unknown) => value === null || typeof value === "string";
const isInteger = (value: unknown) => Number.isSafeInteger(value);

/** With the members asked for one by one: an object that has exactly those. */
function hasMembers(value: unknown, count: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  let members = 0;
  for (const _ in value) members++;
  return members === count;
}
