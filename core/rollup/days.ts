/** Calendar days as ISO dates in the bureaus' own time zone, which has had no daylight saving since 1991. */

const zoneOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** The date in Asia/Shanghai at an instant. */
export function dayOf(ms: number): string {
  return new Date(ms + zoneOffsetMs).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** The instant at which a day is over in Asia/Shanghai. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs - 1 - zoneOffsetMs).toISOString();
}
