/** Dates as bureaus see them, in China whatever the browser's own zone. */

const zone = "Asia/Shanghai";
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
const minute = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });

export function showMoment(iso: string): string {
  return minute.format(new Date(iso));
}

export function showDay(iso: string): string {
  return day.format(new Date(iso));
}

/** The last day of the month before, ISO date. */
export function endOfLastMonth(nowMs: number): string {
  const today = day.format(new Date(nowMs));
  const first = Date.parse(`${today.slice(0, 7)}-01T00:00:00Z`);
  return new Date(first - 86_400_000).toISOString().slice(0, 10);
}
