import { addDays } from "../ledger/calendar.ts";
import type { Current } from "./current.ts";
import { type Figure, notReported } from "./figure.ts";
import type { Figures } from "./fold.ts";
import { figuresOn } from "./reporting.ts";
import type { SeriesPoint } from "./rollup.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * One point a day. A day without figures of its own has those of the day before it, since nothing changed.
 * @param snapshots newest first, one a date.
 * @param last number of days, the newest being `asOf`.
 */
export function pointsOf(
  current: Pick<Current, "date" | "total"> | null,
  snapshots: readonly Pick<Snapshot, "date" | "total">[],
  asOf: string,
  last: number,
  figureOf: (figures: Figures) => Figure,
): readonly SeriesPoint[] {
  // A snapshot of the very day of the current figures is an earlier state of that day.
  const known = current === null ? [] : [current, ...snapshots.filter(({ date }) => date < current.date)];
  const points: SeriesPoint[] = [];
  let next = 0;
  for (let back = 0; back < last; back++) {
    const date = addDays(asOf, -back);
    while (next < known.length && (known[next]?.date ?? "") > date) next += 1;
    const found = known[next];
    points.push({
      date,
      figure: found === undefined ? notReported : figureOf(figuresOn(found.total, found.date, date)),
    });
  }
  return points.reverse();
}

/** The first day of a series. */
export function firstDay(asOf: string, last: number): string {
  return addDays(asOf, 1 - last);
}
