import { createItem } from "../../core/ledger/create.ts";
import { indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Item } from "../../core/ledger/item.ts";
import { closurePolicyOf } from "../../core/ledger/scope.ts";
import { closingWords, stateText } from "../../core/ledger/state-text.ts";
import { findTables } from "../../core/sheet/find-table.ts";
import { decodeSpreadsheet } from "../../core/sheet/google-decode.ts";
import type { Store } from "../../core/store/store.ts";
import { bucketsOf, digestBucket } from "../../core/sync/base.ts";
import { linkSpreadsheet } from "../../core/sync/links.ts";
import { surveyTables } from "../../core/sync/survey.ts";
import { bindTabs, decideTabs } from "../../core/sync/tabs.ts";
import { makePayload } from "./payload.ts";
import { makeRows, type RowTexts, rowCode } from "./rows.ts";
import { aUnit } from "./units.ts";

/** A spreadsheet and a store after a pass, without having run one: a first pass over 50,000 rows takes minutes. */

export const spreadsheetId = `1${"bench".repeat(8)}abc`;
export const unit = aUnit("cn/qh/qh-haixi/", "PREFECTURE");
const today = "2023-11-20";
const author = { side: "SHEET" as const, actor: `sheet:${spreadsheetId}`, at: `${today}T00:00:00.000Z` };

export interface SyncedLedger {
  readonly rows: readonly RowTexts[];
  /** Google's answer to a read. */
  readonly payload: string;
  /** The same after a person typed into so many rows, spread over the table. */
  payloadWith(changes: number): string;
}

export async function makeSyncedLedger(store: Store, rowCount: number, itemsStored: number): Promise<SyncedLedger> {
  const rows = makeRows(rowCount, 9);
  const items = rows.map((row, i) => itemOf(row, rowCode("P", i + 1)));
  const words = closingWords(
    unit,
    closurePolicyOf(unit, () => undefined),
    () => undefined,
  );
  const states = items.map((item) => stateText(item, words));
  const payload = makePayload(rows, states);

  await store.putUnit(aUnit("cn/", "INDUSTRY"), 0);
  await store.putUnit(aUnit("cn/qh/", "PROVINCE"), 0);
  await store.putUnit(unit, 0);
  const linked = await linkSpreadsheet(store, { spreadsheetId, unit: unit.code, now: author.at });
  if (!linked.ok) throw new Error(linked.why);

  const read = decodeSpreadsheet(spreadsheetId, JSON.parse(payload));
  const { tables } = findTables(read, { aliases: {}, referenceDate: today });
  const decided = decideTabs(linked.link, tables);
  const tabs = bindTabs(linked.link, tables, decided);
  await store.putLink({ ...linked.link, title: read.title, tabs, referenceDate: today }, linked.link.revision);

  const survey = surveyTables(read, decided.live);
  const digests = new Map([...survey.rows].map(([code, [row]]) => [code, row?.digest ?? ""]));
  const buckets = bucketsOf(digests);
  await store.putBase(
    {
      spreadsheetId,
      tabId: decided.live[0]?.tabId ?? 0,
      fence: 0,
      digests: Object.fromEntries([...buckets].map(([number, bucket]) => [number, digestBucket(bucket)])),
    },
    new Map([...buckets].map(([number, bucket]) => [number, Object.fromEntries(bucket)])),
  );
  // Only the items of the rows that will change are ever read.
  for (const at of changedRows(rowCount, itemsStored)) {
    const item = items[at];
    if (item !== undefined) await store.putItem(item, indexValuesOf(item, unit.path), [], 0);
  }
  return {
    rows,
    payload,
    payloadWith(changes) {
      const changed = new Set(changedRows(rowCount, changes));
      const typed = rows.map((row, i) => (changed.has(i) ? { ...row, progress: "改为新的进展" } : row));
      return makePayload(typed, states);
    },
  };
}

/** The first so many of a fixed order, spread over the table. */
function changedRows(rowCount: number, changes: number): readonly number[] {
  const rows = Array.from({ length: Math.min(changes, rowCount) }, (_, i) => (i * 7919) % rowCount);
  if (new Set(rows).size !== rows.length) throw new Error("a row would change twice");
  return rows;
}

function itemOf(row: RowTexts, code: string): Item {
  return createItem(
    {
      kind: "problem",
      code,
      unit: unit.code,
      texts: { ...row },
      topicCode: null,
      row: { spreadsheetId, tabId: 7, presence: "PRESENT", missingSince: null },
      referenceDate: today,
    },
    author,
  ).item;
}
