import { deadlineOf } from "./deadline.ts";
import { type Item, isAhead, type ProblemState } from "./item.ts";
import { kindOf } from "./kinds.ts";

/** The derived values that key the indexes; whoever writes an item computes them from it. */
export interface IndexValues {
  /** Path of the owning unit. */
  readonly path: string;
  readonly state: ProblemState | "NONE";
  /** ISO date, null when the item is not open or has no date. */
  readonly openDue: string | null;
  /** ISO date whatever the state; orders a unit's items. */
  readonly due: string | null;
  /** The sheet does not show what the store holds, for this spreadsheet. */
  readonly dirty: string | null;
  /** Open conflicts or unreadable cells, for this spreadsheet. */
  readonly flagged: string | null;
}

const openStates: ReadonlySet<string> = new Set<ProblemState>([
  "REGISTERED",
  "IN_PROGRESS",
  "STANDING",
  "SUBMITTED",
  "VERIFIED",
]);

/** Pure. Only items with a closing procedure can be open; an archived item is neither open, waiting nor flagged. */
export function indexValuesOf(item: Item, unitPath: string): IndexValues {
  const state = item.workflow?.state ?? "NONE";
  const archived = item.archivedAt !== null;
  const context = { referenceDate: item.referenceDate };
  const due = deadlineOf(item);
  let unreadable = false;
  for (const { field, type } of kindOf(item.kind).columns) {
    const text = item.texts[field];
    if (text === undefined) continue;
    const reading = type.parse(text, context);
    if (reading.problem !== undefined) unreadable = true;
  }
  const disputed = item.conflicts.some(({ settledAt }) => settledAt === null);
  const spreadsheetId = item.row?.spreadsheetId ?? null;
  return {
    path: unitPath,
    state,
    due,
    openDue: !archived && openStates.has(state) ? due : null,
    dirty: !archived && isAhead(item) ? spreadsheetId : null,
    flagged: !archived && (disputed || unreadable) ? spreadsheetId : null,
  };
}
