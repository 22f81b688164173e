import { shown } from "./date-cell.ts";
import { type Moment, plainDateText, readMoment } from "./date-text.ts";
import type { Due, SpanUnit, Term } from "./due.ts";

export interface DueReading {
  readonly value: Due | null;
  /** One sentence for the clerk: why there is no value, or why the value is doubtful. */
  readonly doubt?: string;
}

const immediate =
  /^(?:立行立改|即知即改|立知立改|马上改|马上就改|立即|立即整改|立即办理|立即解决|立刻整改|当场|当场整改|当场解决|现场整改|现场解决|边查边改|即查即改|即行即改|立查立改|立改|即改|即时整改|随即整改|立整立改|立办立结|即知即办|随查随改)(?:到位)?$/;
const standing =
  /(?:并|同时|后|且|之后)*(?:长期坚持|长期推进|长期整改|持续推进|持续整改|持续坚持|持续抓好|持续改进|常态化(?:推进|坚持|开展|落实|管理|整改|抓好)?|常抓不懈|长期有效)/;
/** Words around a deadline that do not change the day. */
const before = /^(?:计划|拟|预计|力争|确保|截至|截止|于|在|到|最迟|整改期限|完成时限)+[:]?/;
const after =
  /(?:之前|以前|前|内|以内|之内|止)?(?:取得(?:阶段性|明显|实质性)?(?:成效|进展|成果)|(?:基本|全面|全部|初步)(?:完成|到位|解决)|完成|整改完成|整改到位|完成整改|到位|销号|完成销号|办结|解决|落实|落实到位)?$/;
const festivals = /^(?:元旦|春节|清明|五一|端午|七一|中秋|国庆)(?:节|假期)?$/;
const terms: readonly [RegExp, Term][] = [
  [/^短期(?:攻坚|整改|任务|目标)?(?:\(?6个月(?:内|以内)?\)?)?$/, "SHORT"],
  [/^中期(?:推进|整改|任务|目标)?(?:\(?1[-–—~至]2年\)?)?$/, "MEDIUM"],
  [/^长期(?:任务|目标)?\(?3[-–—~至]5年\)?$/, "LONG"],
];

/** Reads a deadline; the text is not blank. Never throws. */
export function readDue(text: string, referenceDate: string): DueReading {
  const whole = plainDateText(text);
  const extended = /(?:延期|顺延|延长|调整|推迟)(?:至|到|为)(.+?)\)?$/.exec(whole);
  if (extended !== null) return readExtended(whole, extended, referenceDate, text);
  const plain = whole;
  const term = terms.find(([pattern]) => pattern.test(plain));
  if (term !== undefined) return { value: { kind: "TERM", date: null, standing: false, term: term[1] } };
  if (/^(?:长期|持续|常年|全年|每(?:年|月|周|日|天|季度|半年|半月).{0,6})$/.test(plain)) return { value: noEnd };
  const rest = plain.replace(standing, "").replace(/^[,;、并和且/]+|[,;、并和且/]+$/g, "");
  if (rest === "" && rest !== plain) return { value: noEnd };
  const reading = readEnding(rest, referenceDate, text);
  if (rest === plain || reading.value === null) return reading;
  return { ...reading, value: { ...reading.value, standing: true } };
}

/** `原定10月底，延期至11月底`, `2023年11月（已延期至12月）`: the new one counts, in the year of the old one. */
function readExtended(whole: string, extended: RegExpExecArray, referenceDate: string, text: string): DueReading {
  const old = whole.slice(0, extended.index).replace(/^原(?:定|为|计划)?|[(,;已经]+$/g, "");
  const before = old === "" ? null : readEnding(old, referenceDate, text).value;
  const reading = readDue(extended[1] ?? "", before?.date ?? referenceDate);
  return reading.value === null
    ? { value: null, ...(reading.doubt === undefined ? {} : { doubt: reading.doubt }) }
    : reading;
}

const noEnd: Due = { kind: "STANDING", date: null, standing: true };

function readEnding(plain: string, referenceDate: string, text: string): DueReading {
  if (immediate.test(plain)) return { value: { kind: "IMMEDIATE", date: null, standing: false } };
  const bare = plain.replace(/\([^()]*\)$/, "");
  const stripped = bare.replace(before, "").replace(after, "");
  const moment = readMoment(bare, referenceDate) ?? readMoment(stripped, referenceDate);
  if (moment === "NO_SUCH_DAY") return { value: null, doubt: `日历上没有“${shown(text)}”这一天` };
  if (moment !== null) return { value: { kind: moment.kind, date: moment.date, standing: false } };
  return readRange(stripped, referenceDate) ?? readSpan(bare) ?? readMilestone(bare) ?? { value: null };
}

function readRange(plain: string, referenceDate: string): DueReading | null {
  const match = /^(.+?)(?:至|到|—+|–|~|-{2,})(.+)$/.exec(plain) ?? /^([^-]+)-([^-]+)$/.exec(plain);
  if (match === null) return null;
  const left = (match[1] ?? "").replace(/^(?:自|从)/, "");
  const right = (match[2] ?? "").replace(after, "");
  const start = readMoment(/^\d{1,2}$/.test(left) && right.includes("月") ? `${left}月` : left, referenceDate);
  if (start === null || start === "NO_SUCH_DAY") return null;
  const from = start.kind === "DATE" ? start.date : firstDayOf(start);
  // 2023年10月—12月: the end stands in the year of the beginning; 11月—3月 ends in the next.
  let end = readMoment(right, start.date) ?? readMoment(`${start.date.slice(0, 7)}-${right}`, referenceDate);
  if (end === null || end === "NO_SUCH_DAY") return null;
  if (end.date < from && !/\d{4}/.test(right)) {
    end = readMoment(right, `${Number(start.date.slice(0, 4)) + 1}-01-01`);
    if (end === null || end === "NO_SUCH_DAY") return null;
  }
  if (end.date < from) return { value: null, doubt: `时限的止期早于起期：“${shown(plain)}”` };
  return { value: { kind: "RANGE", date: end.date, standing: false, from } };
}

function firstDayOf({ kind, date }: Moment): string {
  if (kind === "MONTH_END") return `${date.slice(0, 7)}-01`;
  if (kind === "YEAR_END") return `${date.slice(0, 4)}-01-01`;
  return `${date.slice(0, 4)}-${String(Number(date.slice(5, 7)) - 2).padStart(2, "0")}-01`;
}

const spanUnits: readonly [RegExp, SpanUnit, number][] = [
  [/^个?工作日$/, "WORKDAY", 1],
  [/^(?:天|个?自然日|日)$/, "DAY", 1],
  [/^(?:个?周|个?星期)$/, "WEEK", 1],
  [/^个月$/, "MONTH", 1],
  [/^个?季度$/, "MONTH", 3],
  [/^年$/, "YEAR", 1],
];

function readSpan(plain: string): DueReading | null {
  const bare = plain.replace(/^(?:自.{0,8}?(?:起|后))/, "").replace(/(?:完成|整改到位|整改完成|办结)$/, "");
  if (/^半个月(?:内|以内|之内)?$/.test(bare)) return relative(15, "DAY");
  if (/^半年(?:内|以内|之内)?$/.test(bare)) return relative(6, "MONTH");
  if (/^[1-9]\d{0,2}$/.test(bare)) {
    return { ...relative(Number(bare), "DAY"), doubt: `只写了数字 ${bare}，暂按 ${bare} 天计，请写明日期` };
  }
  const match = /^([1-9]\d{0,3})(个?工作日|天|个?自然日|日|个?周|个?星期|个月|个?季度|年)(之内|以内|内)?$/.exec(bare);
  if (match === null) return null;
  const [, count, word = "", within] = match;
  const unit = spanUnits.find(([pattern]) => pattern.test(word));
  if (unit === undefined) return null;
  const reading = relative(Number(count) * unit[2], unit[1]);
  const isDay = word === "日" && within === undefined;
  return isDay ? { ...reading, doubt: `“${plain}”分不清是 ${count} 天还是当月 ${count} 日，暂按天数计` } : reading;
}

function relative(count: number, unit: SpanUnit): { readonly value: Due } {
  return { value: { kind: "RELATIVE", date: null, standing: false, span: { count, unit } } };
}

function readMilestone(plain: string): DueReading | null {
  const match = /^(.{2,20}?)(?:之前|以前|前)(?:完成|整改到位|整改完成|办结)?$/.exec(plain);
  const milestone = match?.[1] ?? "";
  if (
    !/(?:结束|完成|召开|到来|开始|验收|总结|换届|投产|收购|大会|会议|检查|考核|两会)$/.test(milestone) &&
    !festivals.test(milestone)
  )
    return null;
  return { value: { kind: "MILESTONE", date: null, standing: false, milestone } };
}
