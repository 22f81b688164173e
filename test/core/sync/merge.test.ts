import { describe, expect, it } from "vitest";
import { textCell } from "../../../core/ledger/cell-types.ts";
import type { Column } from "../../../core/ledger/column.ts";
import { dateCell } from "../../../core/ledger/due.ts";
import { type CellDecision, decide } from "../../../core/sync/merge.ts";

const context = { referenceDate: "2023-11-01" };
const column = (patch: Partial<Column> = {}): Column => ({
  field: "f",
  header: "列",
  aliases: [],
  type: textCell,
  writes: "BOTH",
  shows: "SHEET",
  ...patch,
});

type Case = [
  rule: string,
  base: string | null,
  sheet: string,
  store: string,
  decision: CellDecision,
  options?: { readOnly?: boolean; shows?: "API"; date?: true },
];

const cases: Case[] = [
  ["[M1] untouched", "a", "a", "a", "KEEP"],
  ["[M1] blank everywhere", "", "", "", "KEEP"],
  ["[M2] both changed to the same", "a", "b", "b", "AGREE"],
  ["[M2] the sheet already shows it", "a", "b", "b", "AGREE"],
  ["[M2] the sheet alone", "a", "b", "a", "TAKE_SHEET"],
  ["[M2] the clerk clears a cell", "a", "", "a", "TAKE_SHEET"],
  ["[M2] the store alone", "a", "a", "b", "TAKE_STORE"],
  ["[M2] the store clears a value", "a", "a", "", "TAKE_STORE"],
  ["[M3] both changed, one meaning", "", "2023.11.5", "2023-11-05", "TAKE_SHEET", { date: true }],
  ["[M3] the store said the same in other words", "2023.11.5", "2023.11.5", "2023-11-05", "TAKE_SHEET", { date: true }],
  ["[M3] unreadable texts never mean the same", "", "某日", "某天", "CONFLICT_SHEET_SHOWN", { date: true }],
  ["[M4] both changed", "a", "b", "c", "CONFLICT_SHEET_SHOWN"],
  ["[M4] both changed, the API shows", "a", "b", "c", "CONFLICT_STORE_SHOWN", { shows: "API" }],
  ["[M4] cleared here, changed there", "a", "", "c", "CONFLICT_SHEET_SHOWN"],
  ["[M5] the store changed, the cell is a formula", "a", "a", "b", "CONFLICT_SHEET_SHOWN", { readOnly: true }],
  ["[M5] a formula gives a new value", "a", "b", "a", "TAKE_SHEET", { readOnly: true }],
  [
    "[M5] a formula wins although the API shows",
    "a",
    "b",
    "c",
    "CONFLICT_SHEET_SHOWN",
    { readOnly: true, shows: "API" },
  ],
  ["[M6] a new column is empty", null, "", "a", "TAKE_STORE"],
  ["[M6] a new column holds what the store lacks", null, "a", "", "TAKE_SHEET"],
  ["[M6] a new column differs", null, "a", "b", "CONFLICT_SHEET_SHOWN"],
  ["[M6] a new column says the same", null, "a", "a", "AGREE"],
  ["[M6] a new column, nothing anywhere", null, "", "", "KEEP"],
];

describe("the cell table", () => {
  it.each(cases)("%s: %s | %s | %s -> %s", (_rule, base, sheet, store, decision, options = {}) => {
    const bound = column({
      ...(options.date ? { type: dateCell } : {}),
      ...(options.shows ? { shows: options.shows } : {}),
    });
    expect(decide(bound, { base, sheet, store, readOnly: options.readOnly ?? false }, context)).toBe(decision);
  });
});
