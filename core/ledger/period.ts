import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import { shown } from "./date-cell.ts";
import type { Due } from "./due.ts";
import { readDue } from "./due-text.ts";

/** The days from and to which something took place, ISO; the same day twice for one day. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** `2023.10.8、10.9`: from the first to the last of the days. */
function readDays(text: string, referenceDate: string): Due | null {
  const days = text.split(/[、,，;；\r\n]+/).map((part) => readDue(part, referenceDate).value);
  const dates = days.map((due) => (due?.kind === "DATE" ? due.date : null));
  if (dates.length < 2 || dates.some((date) => date === null)) return null;
  const sorted = [...(dates as string[])].sort();
  return { kind: "RANGE", date: sorted.at(-1) ?? null, standing: false, from: sorted[0] ?? "" };
}

/** `9月12日`, `9月12日—14日`, `2023年10月`: when an activity took place. */
export const periodCell: CellType<Period> = {
  name: "period",
  parse: (text, { referenceDate }) => {
    if (saysNothing(text)) return { value: null };
    const due = readDue(text, referenceDate).value ?? readDays(text, referenceDate);
    if (due?.kind === "DATE" && due.date !== null) return { value: { from: due.date, to: due.date } };
    if (due?.kind === "MONTH_END" && due.date !== null) {
      return { value: { from: `${due.date.slice(0, 7)}-01`, to: due.date } };
    }
    if (due?.kind === "RANGE" && due.date !== null && due.from !== undefined) {
      return { value: { from: due.from, to: due.date } };
    }
    return { value: null, problem: `看不懂时间“${shown(text)}”，请写成 2023-11-05 或 2023-11-05至2023-11-07 这样` };
  },
  render: ({ from, to }) => (from === to ? from : `${from}至${to}`),
};
