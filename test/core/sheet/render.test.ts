import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnOf } from "../../../core/ledger/kind.ts";
import { kindOf } from "../../../core/ledger/kinds.ts";
import { cellName, columnName } from "../../../core/sheet/a1.ts";
import { isDated, readCellText, serialOfDate, textOfSerial } from "../../../core/sheet/cell-text.ts";
import { renderCell } from "../../../core/sheet/render.ts";
import type { RawCell } from "../../../core/sheet/sheet.ts";

const problem = kindOf("problem");
const due = columnOf(problem, "due");
const remark = columnOf(problem, "remark");
const claim = columnOf(problem, "claim");
const found = (cell: RawCell, dated = false) => ({ ...readCellText(cell, dated), row: 1, column: 1 });

describe("what is written", () => {
  test("[L35] a text stays a text, even one that looks like a formula, a number or a date", () => {
    for (const text of ["=1+1", "11.30", "0123", "2023-11-05", "TRUE", "'x", ""]) {
      expect(renderCell(remark, text, {})).toBe(text);
      expect(renderCell(due, text, { previous: found({ value: "年底前" }, true) })).toBe(text);
    }
  });

  test("[L35] a date cell gets a serial day, a number a number, a percentage a share, a tick a tick", () => {
    expect(renderCell(due, "2023-11-05", { previous: found({ value: 45_260, format: "DATE" }, true) })).toBe(45_235);
    expect(renderCell(remark, "12", { previous: found({ value: 11 }) })).toBe(12);
    expect(renderCell(claim, "80%", { previous: found({ value: 0.6, format: "PERCENT" }) })).toBe(0.8);
    expect(renderCell(claim, "TRUE", { previous: found({ value: false }) })).toBe(true);
  });

  test("[L35] in a column that a Table keeps for one type a text becomes that where it can, whatever stood there", () => {
    const previous = found({ value: "年底前" }, true);
    const written = [
      renderCell(due, "2023-11-05", { columnType: "DATE" }),
      renderCell(due, "2023-11-05", { previous, columnType: "DATE" }),
      renderCell(due, "11.30", { columnType: "DATE" }),
      renderCell(remark, "2023-11-05", { columnType: "DATE" }),
      renderCell(remark, "12", { columnType: "DOUBLE" }),
      renderCell(remark, "12.5", { columnType: "CURRENCY" }),
      renderCell(remark, "012", { columnType: "DOUBLE" }),
      renderCell(remark, "80%", { columnType: "PERCENT" }),
      renderCell(claim, "TRUE", { columnType: "BOOLEAN" }),
      renderCell(claim, "已完成", { columnType: "BOOLEAN" }),
      renderCell(claim, "TRUE", { columnType: "DROPDOWN" }),
    ];
    expect(written).toEqual([45_235, 45_235, "11.30", "2023-11-05", 12, 12.5, "012", "80%", true, "已完成", "TRUE"]);
  });

  test("[L35] what the cell's type cannot hold is written as text", () => {
    expect(renderCell(due, "年底前", { previous: found({ value: 45_260, format: "DATE" }, true) })).toBe("年底前");
    expect(renderCell(due, "11.2", { previous: found({ value: 11.3 }, true) })).toBe("11.2");
    expect(renderCell(remark, "012", { previous: found({ value: 11 }) })).toBe("012");
    expect(renderCell(claim, "已完成", { previous: found({ value: true }) })).toBe("已完成");
  });

  test("[L35] whatever is written is read again as the same text", () => {
    const cell = fc.oneof(
      fc.record({ value: fc.string() }),
      fc.record({ value: fc.boolean() }),
      fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      fc.record({
        value: fc.integer({ min: 30_000, max: 70_000 }),
        format: fc.constantFrom("DATE", "DATE_TIME", "NUMBER"),
      }),
      fc.record({ value: fc.integer({ min: 30_000, max: 70_000 }) }),
      fc.record({ value: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000), format: fc.constant("PERCENT") }),
    );
    const text = fc.oneof(
      fc.string({ minLength: 1 }).filter((candidate) => candidate.trim() !== ""),
      fc
        .date({ min: new Date("1999-01-01"), max: new Date("2070-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.integer().map(String),
      fc.double({ noNaN: true }).map(String),
      fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`),
      fc.constantFrom("TRUE", "FALSE", "11.3", "45235", "60.5%", "年底前"),
    );
    // Whether a typed column shows a number in its format or plain, it is the same text.
    const typed = fc.constantFrom(...["DATE", "DOUBLE", "CURRENCY", "PERCENT", "BOOLEAN", "TEXT"], undefined);
    const column = fc.constantFrom(due, remark, claim);
    fc.assert(
      fc.property(cell, text, column, typed, fc.boolean(), (before, after, column, columnType, formatted) => {
        const dated = isDated(column);
        const value = renderCell(column, after, { previous: found(before, dated), columnType });
        const shown = formatted && columnType !== undefined && columnType !== "BOOLEAN" ? { format: columnType } : {};
        const format = "format" in before ? { format: before.format } : typeof before.value === "number" ? {} : shown;
        expect([before, after, readCellText({ value, ...format }, dated).text]).toEqual([before, after, after]);
      }),
      { seed: 20_231_130, numRuns: 3000 },
    );
  });
});

describe("what is read", () => {
  test("[L34] a serial day is its date, in a date column also without a date format", () => {
    expect(readCellText({ value: 45_292, format: "DATE" }, false)).toEqual({ text: "2024-01-01", scalar: 45_292 });
    expect(readCellText({ value: 45_292 }, true)).toEqual({ text: "2024-01-01", scalar: 45_292 });
    expect(readCellText({ value: 45_292 }, false)).toEqual({ text: "45292", scalar: 45_292 });
    expect(readCellText({ value: 45_292.5, format: "DATE_TIME" }, false).text).toBe("2024-01-01 12:00");
    expect(readCellText({ value: 0.5, format: "TIME" }, false).text).toBe("12:00");
    expect(readCellText({ value: true }, false)).toEqual({ text: "TRUE", scalar: true });
    expect(readCellText({ value: "  " }, false)).toEqual({ text: "" });
  });

  test("[L8] the number 11.3 in a date column is doubtful, 11.25 is not, nor is 11.3 elsewhere", () => {
    expect(readCellText({ value: 11.3 }, true)).toEqual({
      text: "11.3",
      scalar: 11.3,
      problem: "单元格里是数字 11.3，分不清是11月3日还是11月30日，请写成 2023-11-05 这样",
    });
    expect(readCellText({ value: 11.25 }, true)).toEqual({ text: "11.25", scalar: 11.25 });
    expect(readCellText({ value: 11.3 }, false)).toEqual({ text: "11.3", scalar: 11.3 });
  });

  test("[L34] every day from 1900 to 2199 has one serial and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_000 }), (serial) => {
        expect(serialOfDate(textOfSerial(serial) ?? "")).toBe(serial);
      }),
      { seed: 20_231_130, numRuns: 500 },
    );
  });

  test("[L34] cells are named as in the spreadsheet", () => {
    expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    expect(cellName(3, 1)).toBe("B4");
  });
});
