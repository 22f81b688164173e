import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import { type Moment, type MomentReading, plainDateText, readMoment } from "./date-text.ts";

/**
 * A day, ISO. A text that names only a month or a year is read as its last day, and told. A day on each line, one for
 * each measure, is the last of them.
 */
export const dateCell: CellType<string> = {
  name: "date",
  parse: (text, { referenceDate }) => {
    if (saysNothing(text)) return { value: null };
    const days = text.split(/[\r\n]+/).map((line) => readMoment(plainDateText(line), referenceDate));
    if (days.length > 1 && days.every(isDay))
      return {
        value:
          days
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? null,
      };
    const moment = readMoment(plainDateText(text), referenceDate);
    if (moment === "NO_SUCH_DAY") return { value: null, problem: `日历上没有“${shown(text)}”这一天` };
    if (moment === null) return { value: null, problem: `“${shown(text)}”不是能看懂的日期，请写成 2023-11-05 这样` };
    if (moment.kind === "DATE") return { value: moment.date };
    return { value: moment.date, problem: `“${shown(text)}”没有写到哪一天，暂按 ${moment.date} 计` };
  },
  render: (value) => value,
};

function isDay(moment: MomentReading): moment is Moment {
  return moment !== null && moment !== "NO_SUCH_DAY" && moment.kind === "DATE";
}

/** As much of a clerk's text as a message quotes. */
export function shown(text: string): string {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
}
