import fc from "fast-check";
import { expect, it } from "vitest";
import {
  columnIndex,
  columnLetters,
  maxColumns,
  parseBox,
  quoteTitle,
  renderBox,
  splitRange,
} from "../../../local/google/a1.ts";

it("[G1] column letters and indexes are inverse for every column", () => {
  for (let column = 0; column < maxColumns; column++) expect(columnIndex(columnLetters(column))).toBe(column);
  expect([columnLetters(0), columnLetters(25), columnLetters(26), columnLetters(18_277)]).toEqual([
    "A",
    "Z",
    "AA",
    "ZZZ",
  ]);
});

it("[G1] a rendered box parses to itself", () => {
  const box = fc
    .tuple(fc.nat(9999), fc.nat(99), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }))
    .map(([startRow, startColumn, height, width]) => ({
      startRow,
      startColumn,
      endRow: startRow + height,
      endColumn: startColumn + width,
    }));
  fc.assert(
    fc.property(box, (range) => {
      expect(parseBox(renderBox(range))).toEqual(range);
    }),
    { seed: 11 },
  );
});

it("[G2] every form of a box is read", () => {
  const read = Object.fromEntries(
    ["A1", "b2:A1", "A:C", "2:5", "A5:A", "A1:1", "$A$1:$B$2", "R2C3", "R1C1:R3C2"].map((text) => [
      text,
      parseBox(text),
    ]),
  );
  expect(read).toEqual({
    A1: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 },
    "b2:A1": { startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 },
    "A:C": { startColumn: 0, endColumn: 3 },
    "2:5": { startRow: 1, endRow: 5 },
    "A5:A": { startRow: 4, startColumn: 0, endColumn: 1 },
    "A1:1": { startRow: 0, endRow: 1, startColumn: 0 },
    "$A$1:$B$2": { startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 },
    R2C3: { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 },
    "R1C1:R3C2": { startRow: 0, endRow: 3, startColumn: 0, endColumn: 2 },
  });
});

it("[G2] what is no box is none", () => {
  for (const text of ["", "A", "1", "A0", "A1:B2:C3", "!", "A1 B2", "AAAA1", "A-1", "A1:", ":", "$", "汉字"]) {
    expect([text, parseBox(text)]).toEqual([text, undefined]);
  }
});

it("[G3] any title quoted and followed by a box is split back", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }), (title) => {
      expect(splitRange(`${quoteTitle(title)}!A1`)).toEqual({ sheet: title, rest: "A1" });
    }),
    { seed: 12 },
  );
});

it("[G3] titles are quoted only when they must be", () => {
  const quoted = ["Sheet1", "wksht_test", "_a", "D3", "a b", "🌵 x", "问题清单", "R1C1", "it's", "1a"].map(quoteTitle);
  expect(quoted).toEqual([
    "Sheet1",
    "wksht_test",
    "_a",
    "'D3'",
    "'a b'",
    "'🌵 x'",
    "'问题清单'",
    "'R1C1'",
    "'it''s'",
    "'1a'",
  ]);
});
