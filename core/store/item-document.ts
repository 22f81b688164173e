import type { Item, Workflow } from "../ledger/item.ts";

/**
 * The JSON text of an item. Members that hold what they nearly always hold are left out: half of an ordinary item's
 * text is such members, and DynamoDB bills each begun kilobyte of it, for the row and for every index that shows it.
 */

const plainItem = { workflow: null, topicCode: null, row: null, archivedAt: null, lastChange: null };
const plainRow = { presence: "PRESENT", missingSince: null } as const;
const plainChange = { field: null, before: null, after: null, reason: null };
const plainWorkflow: Workflow = {
  state: "REGISTERED",
  resolution: "NORMAL",
  standing: false,
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

type Members = Record<string, unknown>;

/** Without the members that equal the plain ones. */
function differing(value: object | null, plain: Readonly<Members>): Members | null {
  if (value === null) return null;
  const kept: Members = {};
  for (const [name, member] of Object.entries(value)) if (plain[name] !== member) kept[name] = member;
  return kept;
}

const isEmpty = (value: object) => Object.keys(value).length === 0;

export function encodeItemDocument(item: Item): string {
  const { ahead, conflicts, originUnit, workflow, row, lastChange, ...rest } = item;
  return JSON.stringify({
    ...differing(rest, plainItem),
    ...(originUnit === item.unit ? {} : { originUnit }),
    ...(isEmpty(ahead) ? {} : { ahead }),
    ...(conflicts.length === 0 ? {} : { conflicts }),
    ...(workflow === null ? {} : { workflow: differing(workflow, { ...plainWorkflow }) }),
    ...(row === null ? {} : { row: differing(row, plainRow) }),
    ...(lastChange === null ? {} : { lastChange: differing(lastChange, plainChange) }),
  });
}

/** Fills in what was left out. `stored` is parsed JSON whose format was checked. */
export function completeItem(stored: Partial<Item> & Pick<Item, "unit">): Item {
  const { workflow, row, lastChange } = stored;
  return {
    ...plainItem,
    originUnit: stored.unit,
    ...stored,
    ahead: stored.ahead ?? {},
    conflicts: stored.conflicts ?? [],
    workflow: workflow === undefined || workflow === null ? null : { ...plainWorkflow, ...workflow },
    row: row === undefined || row === null ? null : { ...plainRow, ...row },
    lastChange: lastChange === undefined || lastChange === null ? null : { ...plainChange, ...lastChange },
  } as Item;
}
