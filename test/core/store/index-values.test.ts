import { describe, expect, test } from "vitest";
import { indexValuesOf } from "../../../core/ledger/index-values.ts";
import type { Conflict, Item, ProblemState } from "../../../core/ledger/item.ts";
import { anItem, aWorkflow, haixi } from "../../contract/store-builders.ts";

const conflict: Conflict = {
  id: "progress.2",
  field: "progress",
  sheetValue: "甲",
  storeValue: "乙",
  shown: "SHEET",
  openedAt: "2023-11-01T00:00:00.000Z",
  settledAt: null,
};
const dated = (patch: Partial<Item> = {}) =>
  anItem("P1", { texts: { description: "示例", due: "2023-11-05" }, ...patch });
const plain = {
  path: haixi,
  state: "REGISTERED",
  due: "2023-11-05",
  openDue: "2023-11-05",
  dirty: null,
  flagged: null,
};

describe("index values", () => {
  test("[S27] due date and state are read from the item", () => {
    expect(indexValuesOf(dated(), haixi)).toEqual(plain);
    expect(indexValuesOf(anItem("P1"), haixi)).toEqual({ ...plain, due: null, openDue: null });
  });

  test("[S27] only open states have an open due date", () => {
    const open: Record<ProblemState, boolean> = {
      REGISTERED: true,
      IN_PROGRESS: true,
      STANDING: true,
      SUBMITTED: true,
      VERIFIED: true,
      CLOSED: false,
      VOID: false,
    };
    for (const [state, isOpen] of Object.entries(open) as [ProblemState, boolean][]) {
      const values = indexValuesOf(dated({ workflow: { ...aWorkflow, state } }), haixi);
      expect(values).toEqual({ ...plain, state, openDue: isOpen ? "2023-11-05" : null });
    }
    const topic = dated({ kind: "topic", workflow: null, texts: { title: "示例", due: "2023-11-05" } });
    expect(indexValuesOf(topic, haixi)).toEqual({ ...plain, state: "NONE", openDue: null });
  });

  test("[S27] an item is waiting while the sheet is behind, and only if it has a sheet", () => {
    const row = { spreadsheetId: "s", tabId: 0, presence: "PENDING", missingSince: null } as const;
    expect(indexValuesOf(dated({ row }), haixi)).toEqual({ ...plain, dirty: "s" });
    expect(indexValuesOf(dated({ ahead: { remark: "" } }), haixi)).toEqual({ ...plain, dirty: "sheet-1" });
    expect(indexValuesOf(dated({ ahead: { remark: "" }, row: null }), haixi)).toEqual(plain);
  });

  test("[S27] an item is flagged while a conflict is open or a cell cannot be read", () => {
    expect(indexValuesOf(dated({ conflicts: [conflict] }), haixi)).toEqual({ ...plain, flagged: "sheet-1" });
    const settled = { ...conflict, settledAt: "2023-11-02T00:00:00.000Z" };
    expect(indexValuesOf(dated({ conflicts: [settled] }), haixi)).toEqual(plain);
    const unreadable = dated({ texts: { description: "示例", completedOn: "某天" } });
    expect(indexValuesOf(unreadable, haixi)).toEqual({ ...plain, due: null, openDue: null, flagged: "sheet-1" });
  });

  test("[S27] an archived item is neither open, waiting nor flagged", () => {
    const archived = dated({ archivedAt: "2023-12-01T00:00:00.000Z", ahead: { remark: "" }, conflicts: [conflict] });
    expect(indexValuesOf(archived, haixi)).toEqual({ ...plain, openDue: null });
  });
});
