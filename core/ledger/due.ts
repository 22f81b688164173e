import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";

export const dueKinds = [
  "DATE",
  "MONTH_END",
  "QUARTER_END",
  "YEAR_END",
  "RANGE",
  "IMMEDIATE",
  "STANDING",
  "TERM",
  "RELATIVE",
  "MILESTONE",
] as const;
export type DueKind = (typeof dueKinds)[number];

export interface Due {
  readonly kind: DueKind;
  /** ISO date by which it must be done; null when the text names none. */
  readonly date: string | null;
  readonly standing: boolean;
  readonly text: string;
}

const isoDate = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

function readDate(text: string): string | null {
  const match = isoDate.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day] = match;
  const iso = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

export const dateCell: CellType<string> = {
  name: "date",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const value = readDate(text);
    return value === null
      ? { value, problem: `“${text.slice(0, 20)}”不是能看懂的日期，请写成 2023-11-05 这样` }
      : { value };
  },
  render: (value) => value,
};

export const dueCell: CellType<Due> = {
  name: "due",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const date = readDate(text);
    return date === null
      ? { value: null, problem: `看不懂时限“${text.slice(0, 20)}”，请写成 2023-11-05 这样` }
      : { value: { kind: "DATE", date, standing: false, text } };
  },
  render: (value) => value.text,
};
