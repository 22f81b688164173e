import { describe, expect, it } from "vitest";
import type { RawRow } from "../../../core/sheet/sheet.ts";
import { columnsBefore } from "../../../core/sync/columns-before.ts";

const rows = (...texts: readonly string[]): RawRow[] =>
  texts.map((text) => ({
    cells: text.split("|").map((value) => ({ value: value === "" ? null : value })),
    anchors: [],
    hidden: false,
  }));

/** Where each column came from, in order; the first line of both is the header. */
function cameFrom(
  before: readonly RawRow[],
  after: readonly RawRow[],
  written: Readonly<Record<number, string[]>> = {},
) {
  const header = after[0]?.cells.map(({ value }) => value) ?? [];
  const found = columnsBefore({
    headerRow: 0,
    before,
    after,
    header,
    written: new Map(Object.entries(written).map(([column, values]) => [Number(column), values])),
  });
  return header.map((_, column) => found(column));
}

describe("where columns stood before a write", () => {
  it("[P5] nothing moved, one came in, one went, one was renamed, one was moved", () => {
    const before = rows("问题|措施|责任人|备注", "甲|乙|丙|丁");
    expect(cameFrom(before, before)).toEqual([0, 1, 2, 3]);
    expect(cameFrom(before, rows("问题|自用|措施|责任人|备注", "甲||乙|丙|丁"))).toEqual([0, null, 1, 2, 3]);
    expect(cameFrom(before, rows("问题|责任人|备注", "甲|丙|丁"))).toEqual([0, 2, 3]);
    expect(cameFrom(before, rows("问题|整改措施|责任人|备注", "甲|乙|丙|丁"))).toEqual([0, 1, 2, 3]);
    expect(cameFrom(before, rows("备注|问题|措施|责任人", "丁|甲|乙|丙"))).toEqual([3, 0, 1, 2]);
    expect(cameFrom(before, rows("问题|责任人|措施|自用|备注", "甲|丙|乙||丁"))).toEqual([0, 2, 1, null, 3]);
  });

  it("[P5] a header row that has nothing in common any more was sorted away, not shifted", () => {
    expect(cameFrom(rows("问题|措施|责任人", "甲|乙|丙"), rows("甲|乙|丙", "问题|措施|责任人"))).toEqual([0, 1, 2]);
  });

  it("[P5] of columns with one name the contents tell, but for what the write put there and took", () => {
    const before = rows("问题|自用|备注|自用", "甲|张||", "乙|||李");
    // The second was moved to the left of the first, and the write took the cell with 张.
    expect(cameFrom(before, rows("问题|自用|自用|备注", "甲||接口|", "乙|李||"), { 2: ["接口"] })).toEqual([
      0, 3, 1, 2,
    ]);
    // A new one of the same name came in to the left of the only one.
    const single = rows("问题|自用|备注", "甲|张|", "乙|李|");
    expect(cameFrom(single, rows("问题|自用|自用|备注", "甲||接口|", "乙||李|"), { 2: ["接口"] })).toEqual([
      0,
      null,
      1,
      2,
    ]);
  });

  it("[P5] columns without a header keep their order right of the last one, and are told by their contents between others", () => {
    const before = rows("问题|备注||", "甲|||张", "乙|||");
    expect(cameFrom(before, rows("问题|自用|备注||", "甲||||张", "乙||||"))).toEqual([0, null, 1, 2, 3]);
    const between = rows("问题||备注", "甲|张|", "乙|李|");
    expect(cameFrom(between, rows("问题|备注|", "甲||张", "乙||李"))).toEqual([0, 2, 1]);
  });
});
