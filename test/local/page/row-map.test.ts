import { describe, expect, it } from "vitest";
import { areaAt } from "../../../local/google/page/client/area.ts";
import { makeRowMap, mergeMetadata } from "../../../local/google/page/client/row-map.ts";

describe("drawn rows", () => {
  const rows = makeRowMap(6, (row) => row === 2);

  it("[U3] hidden rows are not drawn and the numbers stay those of the sheet", () => {
    expect(rows.length).toBe(5);
    expect([0, 1, 2, 3, 4].map(rows.toSheet)).toEqual([0, 1, 3, 4, 5]);
    expect([1, 2, 3].map(rows.toGrid)).toEqual([1, -1, 2]);
    expect(rows.visibleBefore(4)).toBe(3);
  });

  it("[U3] a merged cell spans the rows that are drawn, and is cut where the frozen rows end", () => {
    const gridColumn = (column: number) => column + 1;
    const none = { rows: 0, cells: 1 };
    expect(mergeMetadata([areaAt(1, 0, 3, 2)], rows, gridColumn, none)).toEqual(
      new Map([[1, { columns: { 1: { colspan: 2, rowspan: 2 } } }]]),
    );
    expect(mergeMetadata([areaAt(0, 1, 5, 1)], rows, gridColumn, { rows: 2, cells: 1 })).toEqual(
      new Map([[0, { columns: { 2: { colspan: 1, rowspan: 2 } } }]]),
    );
  });
});
