import { createItem } from "../../core/ledger/create.ts";
import { type IndexValues, indexValuesOf } from "../../core/ledger/index-values.ts";
import type { Change, Item, ProblemState } from "../../core/ledger/item.ts";
import type { Unit } from "../../core/ledger/unit.ts";
import { makeRows, rowCode } from "./rows.ts";

/** Items with their history and index values, ready to be stored: the same for the same seed. */

export interface StorableItem {
  readonly item: Item;
  readonly changes: readonly Change[];
  readonly index: IndexValues;
}

export const today = "2023-11-20";
const author = { side: "SHEET" as const, actor: "sheet:bench", at: "2023-09-01T00:00:00.000Z" };
const states: readonly ProblemState[] = ["REGISTERED", "IN_PROGRESS", "IN_PROGRESS", "SUBMITTED", "CLOSED", "CLOSED"];

interface ItemsWanted {
  readonly count: number;
  /** Number of the first code. */
  readonly from: number;
  readonly topics?: readonly Item[];
}

export function makeItems(unit: Unit, { count, from, topics = [] }: ItemsWanted): readonly StorableItem[] {
  return makeRows(count, from + 1).map((row, i) => {
    const { item: fresh, changes } = createItem(
      {
        kind: "problem",
        code: rowCode("P", from + i),
        unit: unit.code,
        texts: { ...row },
        topicCode: topics[i % Math.max(1, topics.length)]?.code ?? null,
        row: { spreadsheetId: `1${unit.code.padEnd(43, "x")}`, tabId: 7, presence: "PRESENT", missingSince: null },
        referenceDate: "2023-09-01",
      },
      author,
    );
    const state = states[(from + i) % states.length] ?? "REGISTERED";
    const item: Item = { ...fresh, workflow: fresh.workflow && { ...fresh.workflow, state } };
    return { item, changes, index: indexValuesOf(item, unit.path) };
  });
}

export function makeTopics(unit: Unit, { count, from }: { count: number; from: number }): readonly StorableItem[] {
  return Array.from({ length: count }, (_, i) => {
    const { item, changes } = createItem(
      {
        kind: "topic",
        code: rowCode("T", from + i),
        unit: unit.code,
        texts: { title: `示例课题${from + i}`, aspect: "民生", leader: "示例领导" },
        topicCode: null,
        row: null,
        referenceDate: "2023-09-01",
      },
      author,
    );
    return { item, changes, index: indexValuesOf(item, unit.path) };
  });
}
