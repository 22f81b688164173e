import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Change, Item, Workflow } from "../../core/ledger/item.ts";
import type { Link, PassRecord } from "../../core/ledger/link.ts";
import type { Unit } from "../../core/ledger/unit.ts";
import type { Page, PageRequest, Store } from "../../core/store/store.ts";

export const haixi = "cn/qh/qh-haixi/";
const at = "2023-11-01T08:00:00.000Z";

export const aWorkflow: Workflow = {
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

export function anItem(code: string, patch: Partial<Item> = {}): Item {
  return {
    format: 1,
    kind: "problem",
    code,
    unit: "qh-haixi",
    originUnit: "qh-haixi",
    version: 1,
    revision: 1,
    texts: { description: "示例问题：零售终端陈列不规范" },
    ahead: {},
    workflow: aWorkflow,
    topicCode: null,
    conflicts: [],
    row: { spreadsheetId: "sheet-1", tabId: 0, presence: "PRESENT", missingSince: null },
    archivedAt: null,
    referenceDate: "2023-09-01",
    createdAt: at,
    updatedAt: at,
    lastChange: null,
    ...patch,
  };
}

export function aChange(id: string, patch: Partial<Change> = {}): Change {
  return {
    id,
    at,
    side: "API",
    actor: "clerk-1",
    field: "progress",
    before: null,
    after: `示例进展 ${id}`,
    reason: null,
    ...patch,
  };
}

export function aUnit(path: string, patch: Partial<Unit> = {}): Unit {
  const codes = path.split("/").slice(0, -1);
  return {
    format: 1,
    code: codes.at(-1) ?? "",
    name: `示例 ${path}`,
    level: "COUNTY",
    parent: codes.at(-2) ?? null,
    path,
    closurePolicy: null,
    version: 1,
    ...patch,
  };
}

export function aLink(spreadsheetId: string): Link {
  return {
    format: 1,
    spreadsheetId,
    unit: "qh-haixi",
    title: "示例台账",
    state: "ACTIVE",
    reason: null,
    releasedPass: null,
    brakedPass: null,
    tabs: [],
    aliases: {},
    referenceDate: null,
    createdAt: at,
    lastPass: null,
    revision: 1,
  };
}

export function aPass(spreadsheetId: string, id: string): PassRecord {
  return {
    id,
    spreadsheetId,
    startedAt: at,
    finishedAt: at,
    rowsRead: 3,
    toStore: 1,
    toSheet: 1,
    conflicts: 0,
    problems: 0,
    outcome: "DONE",
    reason: null,
    requests: { read: 1, write: 1 },
  };
}

/** Stores an item as it must be accepted: the revision it has is the one it will have. */
export async function put(store: Store, item: Item, changes: readonly Change[] = [], path = haixi): Promise<Item> {
  const written = await store.putItem(item, indexValuesOf(item, path), changes, item.revision - 1);
  if (!written.ok) throw new Error(`item ${item.code} was not accepted at revision ${item.revision}`);
  return written.value;
}

/** Every row of a paged query, with the size of each page. */
export async function readPages<T>(first: number, ask: (page: PageRequest) => Promise<Page<T>>) {
  const rows: T[] = [];
  const sizes: number[] = [];
  let next: string | null = null;
  do {
    const page: Page<T> = await ask(next === null ? { first } : { first, after: next });
    rows.push(...page.rows);
    sizes.push(page.rows.length);
    if (sizes.length > 1_000) throw new Error("the pages do not end");
    next = page.next;
  } while (next !== null);
  return { rows, sizes };
}

/** The same for any failing promise: its AppError code, or the error's own text. */
export async function failureOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "no failure";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
