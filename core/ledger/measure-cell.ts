import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import { splitMeasures } from "./measure-text.ts";

export interface MeasureText {
  /** Counts from 1 in the order of the cell. */
  readonly no: number;
  readonly text: string;
}

/** Several measures in one cell: numbered in any of the usual ways, or one on each line. */
export const measuresCell: CellType<readonly MeasureText[]> = {
  name: "measures",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const parts = splitMeasures(text);
    return { value: parts.length === 0 ? null : parts.map((part, index) => ({ no: index + 1, text: part })) };
  },
  render: (value) => {
    const texts = value.map(({ text }) => text);
    if (texts.length === 1) return texts[0] ?? "";
    // `2.5吨` after `1.` would read as 1.2.5: then the comma numbers.
    const dot = texts.some((text) => /^[0-9０-９]/.test(text)) ? "、" : ".";
    return texts.map((text, index) => `${index + 1}${dot}${text}`).join("\n");
  },
};
