import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTsv, renderTsv } from "../../../local/google/page/client/tsv.ts";

describe("clipboard text", () => {
  it("[U12] rows and cells, CRLF, a quoted cell with tab, line break and quotes", () => {
    expect(parseTsv('序号\t问题描述\r\n1\t"第一行\n第二""行""\t完"\r\n')).toEqual([
      ["序号", "问题描述"],
      ["1", '第一行\n第二"行"\t完'],
    ]);
  });

  it("[U12] a quote that closes nowhere is an ordinary character", () => {
    expect(parseTsv('"未完\t5')).toEqual([['"未完', "5"]]);
  });

  it("[U12] blank cells and rows keep their place", () => {
    expect(parseTsv("\t\n\na\t")).toEqual([["", ""], [""], ["a", ""]]);
  });

  it("[U11] what is copied is pasted unchanged", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "中", '"', "\t", "\n", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parseTsv(renderTsv(rows))).toEqual(rows);
      }),
    );
  });
});
