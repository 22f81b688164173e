import { addDays, addMonths, addWorkdays } from "./calendar.ts";
import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import { shown } from "./date-cell.ts";
import { readDue } from "./due-text.ts";

export { dateCell } from "./date-cell.ts";

const dueKinds = [
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

export type SpanUnit = "DAY" | "WORKDAY" | "WEEK" | "MONTH" | "YEAR";
export type Term = "SHORT" | "MEDIUM" | "LONG";

/** A deadline as the clerk set it. */
export interface Due {
  readonly kind: DueKind;
  /** ISO date by which it must be done; null when the text alone names none (see dueDateOf). */
  readonly date: string | null;
  /** To be kept up afterwards, or without any end: 长期坚持. */
  readonly standing: boolean;
  /** RANGE: the first day. */
  readonly from?: string;
  /** RELATIVE: so long after the problem was found. */
  readonly span?: { readonly count: number; readonly unit: SpanUnit };
  /** TERM: 短期, 中期, 长期 as classes of a plan. */
  readonly term?: Term;
  /** MILESTONE: before what, e.g. 主题教育结束. */
  readonly milestone?: string;
}

export const dueCell: CellType<Due> = {
  name: "due",
  parse: (text, { referenceDate }) => {
    if (saysNothing(text)) return { value: null };
    const { value, doubt } = readDue(text, referenceDate);
    if (value !== null) return doubt === undefined ? { value } : { value, problem: doubt };
    const several = readSeveral(text, referenceDate);
    if (several !== null) return { value: several };
    return { value, problem: doubt ?? `看不懂时限“${shown(text)}”，请写成 2023-11-05 或 2023年11月底前 这样` };
  },
  render: (value) => {
    const text = renderWithoutStanding(value);
    return value.standing && value.kind !== "STANDING" ? `${text}，长期坚持` : text;
  },
};

/** A deadline on each line, one for each measure: the problem has until the last of them. null: not such a text. */
function readSeveral(text: string, referenceDate: string): Due | null {
  const lines = text.split(/[\r\n]+/).filter((line) => !saysNothing(line));
  if (lines.length < 2) return null;
  let last: Due | null = null;
  let standing = false;
  for (const line of lines) {
    const { value, doubt } = readDue(line, referenceDate);
    if (value === null || doubt !== undefined) return null;
    standing ||= value.standing;
    if (last === null || (value.date ?? "") > (last.date ?? "")) last = value;
  }
  return last === null ? null : { ...last, standing };
}

const spanWords: Readonly<Record<SpanUnit, string>> = {
  DAY: "天",
  WORKDAY: "个工作日",
  WEEK: "周",
  MONTH: "个月",
  YEAR: "年",
};
const termWords: Readonly<Record<Term, string>> = { SHORT: "短期攻坚", MEDIUM: "中期推进", LONG: "长期（3-5年）" };

function renderWithoutStanding(due: Due): string {
  const date = due.date ?? "";
  const [year = "", month = ""] = date.split("-");
  switch (due.kind) {
    case "DATE":
      return date;
    case "MONTH_END":
      return `${year}年${Number(month)}月底前`;
    case "QUARTER_END":
      return `${year}年${"一二三四"[Number(month) / 3 - 1] ?? ""}季度末前`;
    case "YEAR_END":
      return `${year}年底前`;
    case "RANGE":
      return `${due.from ?? ""}至${date}`;
    case "IMMEDIATE":
      return "立行立改";
    case "STANDING":
      return "长期坚持";
    case "TERM":
      return termWords[due.term ?? "SHORT"];
    case "RELATIVE":
      return `${due.span?.count ?? ""}${spanWords[due.span?.unit ?? "DAY"]}内`;
    case "MILESTONE":
      return `${due.milestone ?? ""}前`;
  }
}

export interface DueContext {
  /** ISO day on which the problem was found; null when nobody told. */
  readonly foundOn: string | null;
  /** Days that 立行立改 allows. */
  readonly immediateDays: number;
}

/** The day by which it must be done, for every kind: deadlines that count from a day get it here. null: no such day. */
export function dueDateOf(due: Due, context: DueContext): string | null {
  switch (due.kind) {
    case "IMMEDIATE":
      return context.foundOn === null ? null : addDays(context.foundOn, context.immediateDays);
    case "RELATIVE":
      if (context.foundOn === null || due.span === undefined) return null;
      return addSpan(context.foundOn, due.span.count, due.span.unit);
    case "MILESTONE":
      // The ledger does not say when a campaign ends.
      return null;
    default:
      return due.date;
  }
}

function addSpan(from: string, count: number, unit: SpanUnit): string {
  if (unit === "WORKDAY") return addWorkdays(from, count);
  if (unit === "DAY" || unit === "WEEK") return addDays(from, unit === "WEEK" ? count * 7 : count);
  return addMonths(from, unit === "YEAR" ? count * 12 : count);
}
