/** ISO days (YYYY-MM-DD) without time zones: a ledger's day is a day in Asia/Shanghai wherever the program runs. */

/** null when there is no such day, or the year lies outside 1900 to 2199. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year <= 2199) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function monthEnd(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? isoDay(year, month, daysIn(year, month)) : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const dayMs = 86_400_000;
/** China has one zone, UTC+8, and has had no summer time since 1991. */
const chinaOffsetMs = 8 * 3_600_000;

/** The day in China at an instant. */
export function dayInChina(ms: number): string {
  return new Date(ms + chinaOffsetMs).toISOString().slice(0, 10);
}

/** The instant at which a day is over in China. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs - 1 - chinaOffsetMs).toISOString();
}

/** Whole days from one date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day n months later, or the last day of that month. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const at = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return new Date(Date.UTC(y, m - 1, Math.min(day, daysIn(y, m)))).toISOString().slice(0, 10);
}

/** Working days are Monday to Friday: public holidays are announced yearly and are not known here. */
export function addWorkdays(iso: string, days: number): string {
  let at = iso;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

/** Google's serial day (0 is 1899-12-30), for a serial typed or pasted as text. */
export function dayOfSerial(serial: number): string {
  return addDays("1899-12-30", serial);
}
