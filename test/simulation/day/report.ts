import { type Priority, priorities } from "../../../core/sync/job.ts";
import type { Day } from "./day.ts";
import type { Change } from "./follow.ts";

/** How long things took on a day, apart for ordinary hours and for the rush with the time until its queue was empty. */
export interface DayReport {
  readonly editToStore: Readonly<Record<"ordinary" | "rush", Spread>>;
  /** From the moment at which Google's list shows the edit. */
  readonly shownToStore: Readonly<Record<"ordinary" | "rush", Spread>>;
  readonly storeToSheet: Readonly<Record<"ordinary" | "rush", Spread>>;
  /** Edits that the list never tells of, and what brought them. */
  readonly lost: Spread;
  readonly lostBy: Readonly<Record<Priority, number>>;
  readonly commands: Spread;
  readonly neverArrived: number;
}

/** Milliseconds; null when there is nothing to measure. */
export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly p95: number | null;
  readonly longest: number | null;
}

export function reportOf({ changes, commandsMs, rushStartMs, emptyAtMs }: Day): DayReport {
  const waits = (chosen: readonly Change[], from: (change: Change) => number) =>
    spread(
      chosen.flatMap((change) => (change.arrivedAtMs === null ? [] : [Math.max(0, change.arrivedAtMs - from(change))])),
    );
  const inRush = ({ atMs }: Change) => atMs >= rushStartMs && atMs < (emptyAtMs ?? Number.POSITIVE_INFINITY);
  const both = (chosen: readonly Change[], from: (change: Change) => number) => ({
    ordinary: waits(
      chosen.filter((change) => !inRush(change)),
      from,
    ),
    rush: waits(chosen.filter(inRush), from),
  });
  const made = ({ atMs }: Change) => atMs;
  const lost = changes.filter((change) => change.lost);
  const told = changes.filter((change) => change.from === "sheet" && !change.lost);
  return {
    editToStore: both(told, made),
    shownToStore: both(told, ({ atMs, shownAtMs }) => shownAtMs ?? atMs),
    storeToSheet: both(
      changes.filter(({ from }) => from === "store"),
      made,
    ),
    lost: waits(lost, made),
    lostBy: Object.fromEntries(
      priorities.map((priority) => [priority, lost.filter(({ by }) => by === priority).length]),
    ) as Record<Priority, number>,
    commands: spread(commandsMs),
    neverArrived: changes.filter(({ arrivedAtMs }) => arrivedAtMs === null).length,
  };
}

function spread(waitsMs: readonly number[]): Spread {
  const sorted = [...waitsMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
  return { count: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}
