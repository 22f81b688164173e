import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { qualifiers } from "../../../core/ledger/number.ts";
import { addFigures, type Figure, figure, figureText, notReported, ratio } from "../../../core/rollup/figure.ts";

const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.constant(notReported),
  fc.record({ value: fc.nat(5000), qualifier: fc.constantFrom(...qualifiers), partial: fc.boolean() }),
);

describe("figures", () => {
  test("[R3] what is not reported makes a sum partial, and a sum of nothing is not reported", () => {
    expect(addFigures([figure(5), notReported])).toEqual({ value: 5, qualifier: "EQ", partial: true });
    expect(addFigures([figure(0), figure(5)])).toEqual({ value: 5, qualifier: "EQ", partial: false });
    expect(addFigures([notReported, notReported])).toEqual(notReported);
    expect(addFigures([])).toEqual(notReported);
  });

  test("[R4] a sum is as exact as its least exact part", () => {
    const sum = (a: Figure["qualifier"], b: Figure["qualifier"]) => addFigures([figure(1, a), figure(1, b)]).qualifier;
    expect(qualifiers.map((a) => qualifiers.map((b) => sum(a, b)))).toEqual([
      ["EQ", "GE", "LE", "ABOUT"],
      ["GE", "GE", "ABOUT", "ABOUT"],
      ["LE", "ABOUT", "LE", "ABOUT"],
      ["ABOUT", "ABOUT", "ABOUT", "ABOUT"],
    ]);
  });

  test("[R2] neither the order nor the grouping of the parts changes a sum", () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 8 }), fc.nat(8), (parts, cut) => {
        const whole = addFigures(parts);
        expect(addFigures([...parts].reverse())).toEqual(whole);
        const [head, tail] = [parts.slice(0, cut), parts.slice(cut)];
        const groups = [head, tail].filter((group) => group.length > 0).map(addFigures);
        expect(addFigures(groups)).toEqual(whole);
      }),
    );
  });

  test("[R5] a rate is a quotient of figures, and nothing where there is nothing to divide by", () => {
    expect(ratio(figure(20), figure(38))).toEqual({ value: 20 / 38, qualifier: "EQ", partial: false });
    expect(ratio(figure(0), figure(0))).toEqual(notReported);
    expect(ratio(figure(3), notReported)).toEqual(notReported);
    expect(ratio(notReported, figure(3))).toEqual(notReported);
    expect(ratio(figure(3), figure(6, "GE")).qualifier).toBe("LE");
    expect(ratio(figure(3, "GE"), figure(6)).qualifier).toBe("GE");
    expect(ratio(figure(3), { ...figure(6), partial: true }).partial).toBe(true);
  });

  test("[R6] a figure is shown with its bound, a rate and an average with one decimal, and nothing as a dash", () => {
    expect([
      figureText(figure(38), "COUNT"),
      figureText(figure(1300, "GE"), "COUNT"),
      figureText(figure(5, "LE"), "COUNT"),
      figureText(figure(5, "ABOUT"), "COUNT"),
      figureText(figure(0), "COUNT"),
      figureText(notReported, "COUNT"),
      figureText(figure(20 / 38), "RATE"),
      figureText(figure(1), "RATE"),
      figureText(notReported, "RATE"),
      figureText(figure(12), "AVERAGE"),
      figureText(figure(20 / 3, "LE"), "AVERAGE"),
      figureText(notReported, "AVERAGE"),
    ]).toEqual(["38", "≥1300", "≤5", "≈5", "0", "—", "52.6%", "100.0%", "—", "12.0", "≤6.7", "—"]);
  });
});
