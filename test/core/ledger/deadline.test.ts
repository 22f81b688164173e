import { describe, expect, test } from "vitest";
import { createItem } from "../../../core/ledger/create.ts";
import { deadlineOf } from "../../../core/ledger/deadline.ts";
import { indexValuesOf } from "../../../core/ledger/index-values.ts";
import { isOverdue } from "../../../core/ledger/light.ts";

const author = { side: "SHEET", actor: "sheet:s", at: "2023-10-10T02:00:00Z" } as const;

function itemWith(texts: Record<string, string>) {
  const input = {
    kind: "problem",
    code: "P000000000001",
    unit: "a",
    texts: { description: "示例", ...texts },
    topicCode: null,
    row: null,
    referenceDate: "2023-10-10",
  } as const;
  return createItem(input, author).item;
}

describe("the day by which an item is to be done", () => {
  test.each([
    ["立行立改", "2023-10-08", "2023-10-15"],
    ["30天", "10月8日", "2023-11-07"],
    ["15个工作日内", "2023-10-08", "2023-10-27"],
    ["11月底前", "2023-10-08", "2023-11-30"],
    ["主题教育结束前", "", null],
    ["长期坚持", "2023-10-08", null],
    ["立行立改", "", null],
    ["30天", "年初", null],
    ["尽快", "2023-10-08", null],
  ])("[L6] %s, found on %s: %s", (due, foundOn, day) => {
    const item = itemWith({ due, foundOn });
    expect([deadlineOf(item), indexValuesOf(item, "cn/a/").openDue]).toEqual([day, day]);
  });

  test("[L6] 立行立改 is overdue on the eighth day after it was found, not before", () => {
    const item = itemWith({ due: "立行立改", foundOn: "2023-10-08" });
    expect(["2023-10-15", "2023-10-16"].map((today) => isOverdue(item, today))).toEqual([false, true]);
  });
});
