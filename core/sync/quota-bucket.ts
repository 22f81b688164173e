import type { Priority } from "./job.ts";

/**
 * The arithmetic of staying under Google's quotas, pure. Google allows 300 reads and 300 writes a minute for the
 * project and 60 of each for an account (developers.google.com/workspace/sheets/api/limits). Each limit is split in
 * three lanes: for people who wait, for changes, and for the sweep. A lane refills evenly; what is taken beyond its
 * tokens is a debt that the taker waits for, so takers are served in order and nobody polls. Burst and refill of all
 * lanes add up to 95 % of the limit, so no window of 60 s can hold more.
 */

export interface Lane {
  /** Requests that may start now; below 0: requests already promised to others. */
  readonly tokens: number;
  readonly atMs: number;
}

export interface LaneSize {
  readonly burst: number;
  readonly perMinute: number;
}

const laneNames = ["people", "changes", "sweep"] as const;
export type LaneName = (typeof laneNames)[number];

/** The sweep's lane alone looks at 800 spreadsheets of an account, and at 5,000 of the project, in under 5 hours. */
export const laneSizes: Readonly<Record<"project" | "account", Readonly<Record<LaneName, LaneSize>>>> = {
  project: {
    people: { burst: 8, perMinute: 20 },
    changes: { burst: 12, perMinute: 220 },
    sweep: { burst: 5, perMinute: 20 },
  },
  account: {
    people: { burst: 3, perMinute: 5 },
    changes: { burst: 4, perMinute: 39 },
    sweep: { burst: 3, perMinute: 3 },
  },
};

/** Lane of each key (`project#changes`, `account@…#people`), as it is kept in the table. */
export type QuotaState = Readonly<Record<string, Lane>>;

/** Longest wait that is promised, milliseconds. Whoever would wait longer comes back later. */
const longestWaitMs: Readonly<Record<Priority, number>> = { INTERACTIVE: 10_000, CHANGE: 75_000, SWEEP: 120_000 };
/** Beyond its own lane the sweep takes of the changes' lane only what nobody is near to wanting. */
const sweepLeaves = 0.5;

export type Grant =
  | { readonly ok: true; readonly waitMs: number; readonly state: QuotaState }
  | { readonly ok: false; readonly waitMs: number };

const levels = ["project", "account"] as const;
const keyOf = (level: "project" | "account", account: string, lane: LaneName) =>
  `${level === "project" ? "project" : `account@${account}`}#${lane}`;

export function refilled(lane: Lane | undefined, size: LaneSize, nowMs: number): Lane {
  if (lane === undefined) return { tokens: size.burst, atMs: nowMs };
  const gained = (Math.max(0, nowMs - lane.atMs) * size.perMinute) / 60_000;
  return { tokens: Math.min(size.burst, lane.tokens + gained), atMs: Math.max(lane.atMs, nowMs) };
}

const waitOf = (tokens: number, size: LaneSize) => (tokens >= 0 ? 0 : Math.ceil((-tokens * 60_000) / size.perMinute));

/** @param leaves share of the lane's burst that must stay for others. */
function tryLane(
  state: QuotaState,
  account: string,
  lane: LaneName,
  priority: Priority,
  nowMs: number,
  leaves = 0,
): Grant {
  const next: Record<string, Lane> = { ...state };
  let waitMs = 0;
  for (const level of levels) {
    const size = laneSizes[level][lane];
    const key = keyOf(level, account, lane);
    const { tokens, atMs } = refilled(state[key], size, nowMs);
    waitMs = Math.max(waitMs, waitOf(tokens - 1 - leaves * size.burst, size));
    next[key] = { tokens: tokens - 1, atMs };
  }
  return waitMs <= longestWaitMs[priority] ? { ok: true, waitMs, state: next } : { ok: false, waitMs };
}

/** One request of one kind. Who finds no place in a lane of their own uses the changes' lane where that is free at once. */
export function grant(state: QuotaState, account: string, priority: Priority, nowMs: number): Grant {
  if (priority === "CHANGE") return tryLane(state, account, "changes", priority, nowMs);
  const [lane, leaves] = priority === "SWEEP" ? (["sweep", sweepLeaves] as const) : (["people", 0] as const);
  const own = tryLane(state, account, lane, priority, nowMs);
  if (own.ok && own.waitMs === 0) return own;
  const other = tryLane(state, account, "changes", priority, nowMs, leaves);
  return other.ok && other.waitMs === 0 ? other : own;
}

/** Google said "too many": whoever comes next waits a minute, and those after it follow at the usual pace. */
export function parked(state: QuotaState, account: string, level: "project" | "account", nowMs: number): QuotaState {
  const next: Record<string, Lane> = { ...state };
  for (const lane of laneNames) {
    const size = laneSizes[level][lane];
    const key = keyOf(level, account, lane);
    const { tokens, atMs } = refilled(state[key], size, nowMs);
    next[key] = { tokens: Math.min(tokens, -size.perMinute), atMs };
  }
  return next;
}
