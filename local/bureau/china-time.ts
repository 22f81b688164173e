/** China has one zone, UTC+8, without summer time. */
const chinaOffsetMs = 8 * 3600_000;

/** `2023-11-06 09:00`, as a clock in China shows it. */
export function chinaTime(iso: string): string {
  return new Date(Date.parse(iso) + chinaOffsetMs).toISOString().slice(0, 16).replace("T", " ");
}
