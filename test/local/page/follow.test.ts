import { describe, expect, it } from "vitest";
import { followRow, printRow } from "../../../local/google/page/client/follow.ts";

const prints = (rows: readonly string[]) => (row: number) => rows[row];

describe("following a row among the edits of others", () => {
  const before = prints(["表头", "甲", "乙", "丙", "", ""]);

  it("[U20] a row is found again after insertions, deletions and sorts above it", () => {
    expect(followRow(2, before, prints(["表头", "新", "新二", "甲", "乙", "丙", ""]))).toBe(4);
    expect(followRow(2, before, prints(["表头", "乙", "丙", "", ""]))).toBe(1);
    expect(followRow(1, before, prints(["表头", "丙", "乙", "甲", "", ""]))).toBe(3);
  });

  it("[U20] a blank row goes along with the row above it that holds something", () => {
    expect(followRow(5, before, prints(["表头", "新", "甲", "乙", "丙", "", ""]))).toBe(6);
  });

  it("[U20] a row that was itself rewritten or deleted stays where it was", () => {
    expect(followRow(2, before, prints(["表头", "甲", "改", "丙", "", ""]))).toBe(2);
    expect(followRow(0, prints(["", ""]), prints(["", ""]))).toBe(0);
  });

  it("[U20] rows are told apart by all they hold, trailing blanks aside", () => {
    expect(printRow([{ formattedValue: "1" }, {}, { formattedValue: "甲" }, {}])).toBe("1\t\t甲");
    expect(printRow([{}, {}])).toBe("");
  });
});
