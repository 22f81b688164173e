import { dayOfSerial, isoDay, monthEnd } from "./calendar.ts";
import { withDigits } from "./numeral.ts";

/** Serial days taken for dates when they stand as text in a date column: 2000-01-01 to 2064-04-08. */
const serial = { min: 36_526, max: 60_000 };

export type Precision = "DATE" | "MONTH_END" | "QUARTER_END" | "YEAR_END";

/** A point in time: the day by which, and how exactly the text named it. */
export interface Moment {
  readonly kind: Precision;
  readonly date: string;
}

/** `NO_SUCH_DAY`: the form of a date, but the calendar has none (2023.11.31). null: not a date at all. */
export type MomentReading = Moment | "NO_SUCH_DAY" | null;

/** Full-width forms made plain, Chinese numerals before 年月日 made digits, blanks, weekday and time of day dropped. */
export function plainDateText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/(\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?Z?)?$/, "$1")
    .replace(/\s+/g, "")
    .replace(/^(\d{4})[\\。·,](\d{1,2})[\\。·,](\d{1,2})$/, "$1.$2.$3")
    .replace(/(?<=[一二三四五六七八九])[oO](?=[一二三四五六七八九])/g, "〇");
  return withDigits(plain)
    .replace(/^(\d{4})[-./](\d{1,2})[-./]?(?=底|末|上旬|中旬|下旬)/, "$1年$2月")
    .replace(/[。;,、]+$/, "")
    .replace(/(?<=\d[日号]?)(?:\((?:周|星期)[一二三四五六日天]\)|(?:周|星期)[一二三四五六日天])/, "")
    .replace(/(?<=\d[日号]?)(?:上午|下午|晚上|全天|中午)$/, "");
}

/** Reads a plain text (see plainDateText) in the forms clerks write. Without a year it is the year of the reference date. */
export function readMoment(plain: string, referenceDate: string): MomentReading {
  const thisYear = Number(referenceDate.slice(0, 4));
  const thisMonth = Number(referenceDate.slice(5, 7));
  return readDay(plain, thisYear) ?? readMonth(plain, thisYear, thisMonth) ?? readLonger(plain, thisYear);
}

const day = (date: string | null): MomentReading => (date === null ? "NO_SUCH_DAY" : { kind: "DATE", date });
const end = (kind: Precision, date: string | null): MomentReading => (date === null ? "NO_SUCH_DAY" : { kind, date });

function readDay(plain: string, thisYear: number): MomentReading {
  const full =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain) ??
    /^((?:19|20|21)\d{2})([01]\d)([0-3]\d)$/.exec(plain) ??
    /^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain);
  if (full !== null) {
    const year = Number(full[1]);
    return day(isoDay(year < 100 ? 2000 + year : year, Number(full[2]), Number(full[3])));
  }
  const relative = /^(今年|本年|明年|去年)(\d{1,2})月(\d{1,2})[日号]$/.exec(plain);
  if (relative !== null) return day(isoDay(yearOf(relative[1], thisYear), Number(relative[2]), Number(relative[3])));
  const short = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain) ?? /^(\d{1,2})[./-](\d{1,2})$/.exec(plain);
  if (short !== null) return day(isoDay(thisYear, Number(short[1]), Number(short[2])));
  if (/^\d{5}$/.test(plain) && Number(plain) >= serial.min && Number(plain) <= serial.max)
    return day(dayOfSerial(Number(plain)));
  return null;
}

function readMonth(plain: string, thisYear: number, thisMonth: number): MomentReading {
  const match =
    /^(?:(?<year>\d{4}|\d{2})[-./年]|(?<word>今年|本年|明年|去年))?(?<month>\d{1,2})月份?(?<part>上旬|中旬|下旬|上中旬|中下旬|初|中|底|末)?$/.exec(
      plain,
    ) ?? /^(?<year>\d{4})[-./年](?<month>\d{1,2})$/.exec(plain);
  const groups = match?.groups;
  if (groups !== undefined) {
    const year = groups.year === undefined ? yearOf(groups.word, thisYear) : Number(groups.year);
    return partOfMonth(year < 100 ? 2000 + year : year, Number(groups.month), groups.part);
  }
  const near = /^(本月|当月|这个月|下个?月)(上旬|中旬|下旬|初|中|底|末)?$/.exec(plain) ?? /^(月)(底|末)$/.exec(plain);
  if (near === null) return null;
  const at = thisYear * 12 + thisMonth - 1 + (near[1]?.startsWith("下") ? 1 : 0);
  return partOfMonth(Math.floor(at / 12), (at % 12) + 1, near[2]);
}

function partOfMonth(year: number, month: number, part: string | undefined): MomentReading {
  if (part === "上旬" || part === "初") return day(isoDay(year, month, 10));
  if (part === "中旬" || part === "上中旬" || part === "中") return day(isoDay(year, month, 20));
  return end("MONTH_END", monthEnd(year, month));
}

function readLonger(plain: string, thisYear: number): MomentReading {
  const year = /^(?:(?:(\d{4})年?|(今年|本年|明年|去年))度?(?:年?(?:内|底|末|终|以内))?|年(?:内|底|末|终))$/.exec(
    plain,
  );
  if (year !== null && !/^\d{4}$/.test(plain)) {
    return end("YEAR_END", isoDay(year[1] === undefined ? yearOf(year[2], thisYear) : Number(year[1]), 12, 31));
  }
  const part =
    /^(?:(\d{4})年|(今年|本年|明年|去年))?(?:第?([1-4一二三四])季度|(上半年|年中|下半年))(?:底|末|内)?$/.exec(plain);
  if (part === null) return null;
  const inYear = part[1] === undefined ? yearOf(part[2], thisYear) : Number(part[1]);
  if (part[4] === "下半年") return end("YEAR_END", isoDay(inYear, 12, 31));
  const quarter =
    part[4] === undefined ? "1234".indexOf(part[3] ?? "") + 1 || "一二三四".indexOf(part[3] ?? "") + 1 : 2;
  return end("QUARTER_END", monthEnd(inYear, quarter * 3));
}

function yearOf(word: string | undefined, thisYear: number): number {
  if (word === "明年") return thisYear + 1;
  return word === "去年" ? thisYear - 1 : thisYear;
}
