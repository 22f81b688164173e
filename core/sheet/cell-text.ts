import type { Column } from "../ledger/column.ts";
import type { RawCell, Scalar } from "./sheet.ts";

/** The day Google counts serial days from is 1899-12-30, 25,569 days before 1970-01-01 (Sheets API, date and time values). */
const serialOfUnixEpoch = 25_569;
const dayMs = 86_400_000;
/** Serials that are taken for dates in a date column whatever their format: 2000-01-01 to 2064-04-08. */
export const plausibleSerial = { min: 36_526, max: 60_000 };

export interface CellText {
  readonly text: string;
  readonly scalar?: Scalar;
  readonly problem?: string;
}

const datedTypes: ReadonlySet<string> = new Set(["date", "due", "period"]);

/** Columns of dates, deadlines and periods, where a bare number may be a serial day. */
export function isDated(column: Column): boolean {
  return datedTypes.has(column.type.name);
}

const blank: CellText = { text: "" };

/**
 * The text of a cell: what was typed, or for numbers, dates and ticks a text that follows from value and format alone.
 * `dated`: the cell stands in a column of dates or deadlines.
 */
export function readCellText(cell: RawCell | undefined, dated: boolean): CellText {
  const value = cell?.value ?? null;
  if (value === null) return blank;
  if (typeof value === "string") return value.trim() === "" ? blank : { text: value };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", scalar: value };
  return { scalar: value, ...readNumber(value, cell?.format, dated) };
}

function readNumber(value: number, format: string | undefined, dated: boolean): CellText {
  if (format === "DATE" || format === "DATE_TIME") return { text: textOfSerial(value) ?? plainNumber(value) };
  if (format === "TIME") return { text: textOfTime(value) };
  if (format === "PERCENT") return { text: `${plainNumber(value * 100)}%` };
  if (dated && Number.isInteger(value) && value >= plausibleSerial.min && value <= plausibleSerial.max) {
    return { text: textOfSerial(value) ?? plainNumber(value) };
  }
  const text = plainNumber(value);
  if (dated && /^\d{1,2}\.[123]$/.test(text)) {
    const [month, day] = text.split(".");
    return {
      text,
      problem: `单元格里是数字 ${text}，分不清是${month}月${day}日还是${month}月${day}0日，请写成 2023-11-05 这样`,
    };
  }
  // 2023.10 typed as a number is 2023.1.
  if (dated && /^(?:19|20)\d{2}\.1$/.test(text)) {
    const year = text.slice(0, 4);
    return { text, problem: `单元格里是数字 ${text}，分不清是${year}年1月还是10月，请写成 2023年10月 这样` };
  }
  return { text };
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export function plainNumber(value: number): string {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));
}

/** YYYY-MM-DD, with HH:mm when the serial has a time of day; null outside the years 1900 to 9999. */
export function textOfSerial(serial: number): string | null {
  const ms = Math.round(((serial - serialOfUnixEpoch) * dayMs) / 1000) * 1000;
  if (!(serial >= 1 && serial < 2_958_466)) return null;
  const iso = new Date(ms).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

function textOfTime(value: number): string {
  return new Date(Math.round(value * 86_400) * 1000).toISOString().slice(11, 16);
}

/** The serial day of an ISO date. */
export function serialOfDate(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / dayMs + serialOfUnixEpoch;
}
