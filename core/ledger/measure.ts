import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";

export interface MeasureText {
  readonly no: number;
  readonly text: string;
}

/** Several measures in one cell: numbered, or one on each line. */
export const measuresCell: CellType<readonly MeasureText[]> = {
  name: "measures",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const parts = text
      .split(/\n+/)
      .map((part) => part.replace(/^\s*(\d+[.、．)]|[①-⑳]|（\d+）)\s*/, "").trim())
      .filter((part) => part !== "");
    return { value: parts.map((part, index) => ({ no: index + 1, text: part })) };
  },
  render: (value) => value.map(({ no, text }) => `${no}.${text}`).join("\n"),
};
