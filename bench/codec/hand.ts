import type { Item } from "../../core/ledger/item.ts";
import type { Row } from "../../core/store/table-client.ts";
import type { StorableItem } from "../data/items.ts";

/**
 * The floor: what somebody would write by hand for exactly this item and this table, checking nothing. A test of the
 * bench compares its rows with the product's.
 */

const plainWorkflow: Readonly<Record<string, unknown>> = {
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

export function buildByHand({ item, changes, index }: StorableItem, writeId: string): Row {
  const newest = changes.at(-1);
  const workflow: Record<string, unknown> = {};
  if (item.workflow !== null)
    for (const [name, value] of Object.entries(item.workflow))
      if (value !== plainWorkflow[name]) workflow[name] = value;
  const lastChange: Record<string, unknown> = {};
  if (newest !== undefined)
    for (const [name, value] of Object.entries(newest)) if (value !== null) lastChange[name] = value;
  const doc = JSON.stringify({
    format: 1,
    kind: item.kind,
    code: item.code,
    unit: item.unit,
    version: item.version,
    revision: 1,
    texts: item.texts,
    ...(item.topicCode === null ? {} : { topicCode: item.topicCode }),
    referenceDate: item.referenceDate,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    workflow,
    ...(item.row === null ? {} : { row: { spreadsheetId: item.row.spreadsheetId, tabId: item.row.tabId } }),
    lastChange,
  });
  const unitKey = `${index.path}!${index.state}!${index.due ?? "~"}!${item.code}`;
  const province = index.path.split("/")[1] ?? "";
  const changeTexts = changes.map((change) => JSON.stringify(change));
  return {
    pk: { S: `item#${item.code}` },
    sk: { S: "item" },
    doc: { S: doc },
    revision: { N: "1" },
    writeId: { S: writeId },
    unitPool: { S: `problem#${province}` },
    unitKey: { S: unitKey },
    ...(item.topicCode === null ? {} : { topic: { S: item.topicCode } }),
    ...(index.openDue === null ? {} : { dueProvince: { S: province }, dueKey: { S: `${index.openDue}#${item.code}` } }),
    changes: { L: changeTexts.map((S) => ({ S })) },
    changeChars: { N: String(changeTexts.reduce((sum, text) => sum + text.length, 0)) },
  };
}

export function parseByHand(row: Row): Item {
  const doc = row.doc;
  if (doc === undefined || !("S" in doc)) throw new Error("no document");
  const stored = JSON.parse(doc.S) as Item;
  return {
    ...stored,
    originUnit: stored.originUnit ?? stored.unit,
    ahead: stored.ahead ?? {},
    conflicts: stored.conflicts ?? [],
    topicCode: stored.topicCode ?? null,
    archivedAt: null,
    workflow: { ...plainWorkflow, ...stored.workflow } as Item["workflow"],
    row: (stored.row === undefined
      ? null
      : { presence: "PRESENT", missingSince: null, ...(stored.row as object) }) as Item["row"],
    lastChange: { field: null, before: null, after: null, reason: null, ...stored.lastChange } as Item["lastChange"],
  };
}
