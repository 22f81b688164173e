import { describe, expect, it } from "vitest";
import {
  areaAt,
  areaName,
  columnLetters,
  growOverMerges,
  runsInSight,
} from "../../../local/google/page/client/area.ts";

describe("areas of the sheet page", () => {
  it("[U3] column letters go on after Z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("[U6] a range names its tab in quotes, quotes in the title doubled", () => {
    expect(areaName("领导'24", areaAt(1, 2, 3, 2))).toBe("'领导''24'!C2:D4");
  });

  it("[U14] a selection grows over every merged cell it touches, one after the other", () => {
    const merges = [areaAt(2, 1, 3, 1), areaAt(4, 1, 1, 1), areaAt(4, 2, 2, 2)];
    expect(growOverMerges(areaAt(2, 0, 1, 3), merges)).toEqual(areaAt(2, 0, 4, 4));
    expect(growOverMerges(areaAt(8, 0), merges)).toEqual(areaAt(8, 0));
  });

  it("[U22] the rows in sight of a selection are runs between those that a filter hides", () => {
    const filtered = new Set([2, 5, 6]);
    expect(runsInSight(1, 8, (row) => filtered.has(row))).toEqual([
      [1, 2],
      [3, 5],
      [7, 8],
    ]);
    expect(runsInSight(5, 7, (row) => filtered.has(row))).toEqual([]);
  });
});
