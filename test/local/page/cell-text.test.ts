import { describe, expect, it } from "vitest";
import { alignment, editText } from "../../../local/google/page/client/cell-text.ts";

describe("what a cell shows and edits", () => {
  it("[U7] typing the edit text again leaves each kind of cell as it is", () => {
    const text = (stringValue: string) => editText({ formattedValue: stringValue, userEnteredValue: { stringValue } });
    expect([
      text("道路损坏"),
      text("45292"),
      text("52.6%"),
      text("2024年6月"),
      text("=不是公式"),
      text("TRUE"),
      text("2024-06-30"),
    ]).toEqual(["道路损坏", "'45292", "'52.6%", "'2024年6月", "'=不是公式", "'TRUE", "'2024-06-30"]);
    expect(editText({ formattedValue: "3", userEnteredValue: { formulaValue: "=SUM(A1:A2)" } })).toBe("=SUM(A1:A2)");
    expect(editText({ formattedValue: "1.23", userEnteredValue: { numberValue: 1.23456 } })).toBe("1.23456");
    const date = { userEnteredFormat: { numberFormat: { type: "DATE" } }, userEnteredValue: { numberValue: 45473 } };
    expect(editText({ formattedValue: "2024-06-30", ...date })).toBe("2024-06-30");
    expect(editText({ formattedValue: "FALSE", userEnteredValue: { boolValue: false } })).toBe("FALSE");
    expect(editText(undefined)).toBe("");
  });

  it("[U2] numbers stand right, truth values and errors in the middle, text left, unless the cell says otherwise", () => {
    expect(alignment({ effectiveValue: { numberValue: 3 } })).toBe("right");
    expect(alignment({ effectiveValue: { boolValue: true } })).toBe("center");
    expect(alignment({ effectiveValue: { errorValue: { type: "NAME" } } })).toBe("center");
    expect(alignment({ effectiveValue: { stringValue: "甲" } })).toBe("left");
    expect(alignment({ effectiveValue: { numberValue: 3 }, userEnteredFormat: { horizontalAlignment: "LEFT" } })).toBe(
      "left",
    );
  });
});
