import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Change,
  conflictSchema,
  type Item,
  itemSchema,
  problemStates,
  resolutions,
  type Workflow,
} from "../../../core/ledger/item.ts";
import { completeItem, encodeItemDocument } from "../../../core/store/item-document.ts";
import { aChange, anItem, aWorkflow } from "../../contract/store-builders.ts";

const text = fc.oneof(fc.constantFrom("", "=1+1", "REGISTERED", "qh-haixi"), fc.string());
const maybe = fc.option(text);
const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text);
const count = fc.integer({ min: 0, max: 3 });

const workflow: fc.Arbitrary<Workflow> = fc.record({
  state: fc.constantFrom(...problemStates),
  resolution: fc.constantFrom(...resolutions),
  standing: fc.boolean(),
  nextReviewOn: maybe,
  cycle: count,
  returnCount: count,
  extendCount: count,
  submittedBy: maybe,
  submittedAt: maybe,
  verifiedBy: maybe,
  verifiedAt: maybe,
  closedOn: maybe,
  reason: maybe,
  mergedInto: maybe,
  transferTo: maybe,
});
const change: fc.Arbitrary<Change> = fc.record({
  id: text,
  at: text,
  side: fc.constantFrom("SHEET", "API", "SYSTEM"),
  actor: text,
  field: maybe,
  before: maybe,
  after: maybe,
  reason: maybe,
});
const conflict = fc.record({
  id: text,
  field: text,
  sheetValue: maybe,
  storeValue: maybe,
  shown: fc.constantFrom("SHEET" as const, "API" as const),
  openedAt: text,
  settledAt: maybe,
});
const item: fc.Arbitrary<Item> = fc.record({
  format: fc.constant(1 as const),
  kind: fc.constantFrom("problem" as const, "topic" as const),
  code: text,
  unit: text,
  originUnit: text,
  version: fc.integer({ min: 1 }),
  revision: fc.integer({ min: 1 }),
  texts,
  ahead: texts,
  workflow: fc.option(workflow),
  topicCode: maybe,
  conflicts: fc.array(conflict, { maxLength: 2 }),
  row: fc.option(
    fc.record({
      spreadsheetId: text,
      tabId: count,
      presence: fc.constantFrom("PENDING" as const, "PRESENT" as const, "MISSING" as const),
      missingSince: maybe,
    }),
  ),
  archivedAt: maybe,
  referenceDate: text,
  createdAt: text,
  updatedAt: text,
  lastChange: fc.option(change),
});

describe("the document of an item", () => {
  test("[S3] every item is read as it was written", () => {
    fc.assert(
      fc.property(item, (written) => {
        const read = completeItem(JSON.parse(encodeItemDocument(written)));
        expect(read).toEqual(itemSchema.parse(written));
      }),
      { numRuns: 500, seed: 20231101 },
    );
  });

  test("[S3] what is left out of one item is not shared with another", () => {
    const document = encodeItemDocument(anItem("P1"));
    const [first, second] = [completeItem(JSON.parse(document)), completeItem(JSON.parse(document))];
    first.ahead.remark = "changed";
    first.conflicts.push(conflictSchema.parse({ ...aConflict }));
    if (first.workflow !== null) first.workflow.cycle = 9;
    expect(second).toEqual(anItem("P1"));
  });

  test("[S24] an ordinary item's document stays below 0.7 KB beside its texts", () => {
    const ordinary = anItem("P7K3M9Q2X4TBD", {
      texts: {},
      workflow: { ...aWorkflow, state: "IN_PROGRESS" },
      row: { spreadsheetId: "1".repeat(44), tabId: 123456, presence: "PRESENT", missingSince: null },
      topicCode: "T7K3M9Q2X4TBD",
      lastChange: aChange("12.1"),
    });
    expect(Buffer.byteLength(encodeItemDocument(ordinary))).toBeLessThan(700);
  });
});

const aConflict = {
  id: "progress.2",
  field: "progress",
  sheetValue: "甲",
  storeValue: "乙",
  shown: "SHEET",
  openedAt: "2023-11-01T00:00:00.000Z",
  settledAt: null,
};
