import type { ClaimReading } from "./claim.ts";
import { applyClaim, claimFields, initialWorkflow } from "./claim-step.ts";
import type { Due } from "./due.ts";
import { type Author, type Edited, makeChange } from "./edit.ts";
import { type Item, itemFormat } from "./item.ts";
import type { KindName } from "./kind.ts";
import { columnOf } from "./kind.ts";
import { kindOf } from "./kinds.ts";

export interface NewItem {
  readonly kind: KindName;
  readonly code: string;
  readonly unit: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly topicCode: string | null;
  /** Where it stands or is to stand; null when the unit has no spreadsheet for it yet. */
  readonly row: Item["row"];
  readonly referenceDate: string;
}

/** A new item and its first history entries; a status word among its texts counts as a claim at once. */
export function createItem(input: NewItem, author: Author): Edited {
  const texts = Object.fromEntries(Object.entries(input.texts).filter(([, text]) => text !== ""));
  const kind = kindOf(input.kind);
  const read = <V>(field: string) =>
    columnOf(kind, field).type.parse(texts[field] ?? "", { referenceDate: input.referenceDate }).value as V | null;
  const item: Item = {
    format: itemFormat,
    kind: input.kind,
    code: input.code,
    unit: input.unit,
    originUnit: input.unit,
    version: 1,
    revision: 1,
    texts,
    ahead: {},
    workflow: input.kind === "problem" ? initialWorkflow(read<Due>("due")) : null,
    topicCode: input.topicCode,
    conflicts: [],
    row: input.row,
    archivedAt: null,
    referenceDate: input.referenceDate,
    createdAt: author.at,
    updatedAt: author.at,
    lastChange: null,
  };
  const created = makeChange("1.1", author, null, null, "CREATED");
  if (item.workflow === null) return { item, changes: [created] };
  let edited: Edited = { item, changes: [created] };
  for (const field of claimFields) {
    const claimed = applyClaim(edited.item, read<ClaimReading>(field), { closing: field === "closedClaim" }, author);
    if (!("problem" in claimed)) edited = { item: claimed.item, changes: [...edited.changes, ...claimed.changes] };
  }
  return edited;
}
