import { describe, expect, it } from "vitest";
import { createItem } from "../../../core/ledger/create.ts";
import type { Item, ProblemState } from "../../../core/ledger/item.ts";
import { isDueSoon, isOverdue, isStale, lightOf } from "../../../core/ledger/light.ts";
import { countsOfProblem } from "../../../core/rollup/count-problems.ts";

const today = "2023-11-20";

function anItem(state: ProblemState, due: string, updatedAt = "2023-11-19T00:00:00.000Z"): Item {
  const author = { side: "SHEET" as const, actor: "sheet:s1", at: updatedAt };
  const texts = { description: "示例", ...(due === "" ? {} : { due }) };
  const input = { kind: "problem" as const, code: "P000000000001", unit: "c", texts, topicCode: null, row: null };
  const { item } = createItem({ ...input, referenceDate: today }, author);
  return { ...item, workflow: item.workflow && { ...item.workflow, state } };
}

describe("what follows from the day", () => {
  it.each<[string, Item, string]>([
    ["due yesterday", anItem("IN_PROGRESS", "2023-11-19"), "overdue RED"],
    ["due today", anItem("IN_PROGRESS", "2023-11-20"), "soon YELLOW"],
    ["due in 7 days", anItem("REGISTERED", "2023-11-27"), "soon YELLOW"],
    ["due in 8 days", anItem("REGISTERED", "2023-11-28"), "GREEN"],
    ["without a date", anItem("REGISTERED", ""), "GREEN"],
    ["asked to be closed, late", anItem("SUBMITTED", "2023-11-19"), "overdue RED"],
    ["approved, late", anItem("VERIFIED", "2023-11-19"), "overdue RED"],
    ["closed, late", anItem("CLOSED", "2023-11-19"), "BLUE"],
    ["void, late", anItem("VOID", "2023-11-19"), "GREY"],
    ["granted to stand, late", anItem("STANDING", "2023-11-19"), "GREY"],
    ["30 days without a change", anItem("IN_PROGRESS", "", "2023-10-21T00:00:00.000Z"), "GREEN"],
    ["31 days without a change", anItem("IN_PROGRESS", "", "2023-10-20T00:00:00.000Z"), "stale YELLOW"],
    ["31 days ago in London, 30 in China", anItem("IN_PROGRESS", "", "2023-10-20T16:00:00.000Z"), "GREEN"],
    ["stale and late", anItem("IN_PROGRESS", "2023-11-01", "2023-09-01T00:00:00.000Z"), "overdue stale RED"],
    ["closed long ago", anItem("CLOSED", "", "2023-09-01T00:00:00.000Z"), "BLUE"],
    ["deleted", { ...anItem("IN_PROGRESS", "2023-11-19"), archivedAt: "2023-11-19T00:00:00.000Z" }, "GREY"],
  ])("[A26] %s", (_, item, expected) => {
    const words = [
      isOverdue(item, today) && "overdue",
      isDueSoon(item, today) && "soon",
      isStale(item, today) && "stale",
      lightOf(item, today),
    ];
    expect(words.filter(Boolean).join(" ")).toBe(expected);
  });

  it("[A26] rollups count what the items say of themselves", () => {
    for (const state of ["REGISTERED", "IN_PROGRESS", "STANDING", "SUBMITTED", "VERIFIED", "CLOSED"] as const)
      for (const due of ["2023-11-19", "2023-11-20", "2023-11-27", "2023-11-28", "", "长期坚持"]) {
        const item = anItem(state, due);
        const counted = countsOfProblem(item, today);
        expect({ state, due, overdue: counted.has("OVERDUE"), soon: counted.has("DUE_SOON") }).toEqual({
          state,
          due,
          overdue: isOverdue(item, today),
          soon: isDueSoon(item, today),
        });
      }
  });
});
