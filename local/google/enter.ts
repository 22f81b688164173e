import { parseValue } from "numfmt";
import type { Json, Scalar } from "./state.ts";

/**
 * USER_ENTERED: "parsed as if the user typed them into the UI. Numbers will stay as numbers, but strings may be
 * converted to numbers, dates, etc." Dates are serial days from 1899-12-30.
 */

export interface Entered {
  readonly value?: Scalar;
  readonly formula?: string;
  /** The number format the text calls for, when it calls for one. */
  readonly numberFormat?: Json;
}

const dayMs = 86_400_000;

function serialOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / dayMs);
}

function realDate(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return serialOf(year, month, day);
}

function chineseDate(text: string, thisYear: number): Entered | undefined {
  const match = /^(?:(\d{4}|\d{2})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (match === null || (match[1] === undefined && match[3] === undefined)) return undefined;
  const year = match[1] === undefined ? thisYear : Number(match[1]) + (match[1].length === 2 ? 2000 : 0);
  const value = realDate(year, Number(match[2]), Number(match[3] ?? 1));
  if (value === undefined) return undefined;
  const pattern = `${match[1] === undefined ? "" : 'yyyy"年"'}m"月"${match[3] === undefined ? "" : 'd"日"'}`;
  return { value, numberFormat: { type: "DATE", pattern } };
}

/** Year first, as zh_CN reads it; two-digit years from 2000. */
function yearFirst(text: string): Entered | undefined | null {
  const match = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (match === null) return undefined;
  const [, first, separator, month, last] = match;
  if (first!.length === 3 || last!.length > 2) return null;
  const year = Number(first) + (first!.length <= 2 ? 2000 : 0);
  const value = realDate(year, Number(month), Number(last));
  if (value === undefined) return null;
  return { value, numberFormat: { type: "DATE", pattern: `yyyy${separator}m${separator}d` } };
}

function typeOfPattern(pattern: string): string {
  const bare = pattern.replace(/"[^"]*"/g, "");
  if (bare.includes("%")) return "PERCENT";
  if (/E\+/.test(bare)) return "SCIENTIFIC";
  const time = /h|s/i.test(bare);
  // The minutes of a time, and the M of AM/PM, are no months.
  const date = /[ymd]/i.test(bare.replace(/h+(:mm?)?(:ss?)?( ?AM\/PM)?/i, ""));
  if (date && time) return "DATE_TIME";
  if (date) return "DATE";
  if (time) return "TIME";
  return /[$¥€£]/.test(bare) ? "CURRENCY" : "NUMBER";
}

function number(text: string, locale: string, thisYear: number): Entered | undefined {
  const parsed = parseValue(text, { locale: locale.replace("_", "-") });
  if (parsed === null || typeof parsed.v !== "number" || !Number.isFinite(parsed.v)) return undefined;
  if (parsed.z === undefined) return { value: parsed.v };
  const type = typeOfPattern(parsed.z);
  if ((type === "DATE" || type === "DATE_TIME") && !/y/i.test(parsed.z)) {
    const date = new Date(parsed.v * dayMs + Date.UTC(1899, 11, 30));
    const value = realDate(thisYear, date.getUTCMonth() + 1, date.getUTCDate());
    return value === undefined ? undefined : { value, numberFormat: { type, pattern: parsed.z } };
  }
  return { value: parsed.v, numberFormat: { type, pattern: parsed.z } };
}

/** Three or more spaced or underscored parts, phone numbers, codes: only what a person would read as a number. */
const couldBeNumber = /^[\s(]*[-+]?[¥$€£]?[\d.(+-]|^[A-Za-z]{3,9}\.? \d/;

/** `now` (ms since 1970) supplies the year of a date without one; a cell formatted as text keeps what is typed. */
export function enter(text: string, locale: string, now: number, asText: boolean): Entered {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (asText) return { value: text };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  if (trimmed.length > 40) return { value: text };
  const thisYear = new Date(now).getUTCFullYear();
  if (locale.startsWith("zh")) {
    const read = chineseDate(trimmed, thisYear);
    if (read !== undefined) return read;
    const ordered = yearFirst(trimmed);
    if (ordered === null) return { value: text };
    if (ordered !== undefined) return ordered;
  }
  if (!couldBeNumber.test(trimmed)) return { value: text };
  return number(trimmed, locale, thisYear) ?? { value: text };
}
