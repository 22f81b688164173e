import { dayInChina } from "../ledger/calendar.ts";
import type { World } from "../ledger/code.ts";
import type { Item, ProblemState } from "../ledger/item.ts";
import type { Store } from "../store/store.ts";
import { type Current, currentPartition, listCurrent, parentOf, readCurrent } from "./current.ts";
import { type Figures, fold } from "./fold.ts";
import { ownFigures } from "./own-figures.ts";
import { getPlace, type Place } from "./place.ts";
import { isCounted, readLedger } from "./read-ledger.ts";
import { figuresOn, reportingIn } from "./reporting.ts";
import { type Difference, differenceOf, listSnapshots, listVersions, putSnapshot, type Snapshot } from "./snapshot.ts";

/** A past day told anew: the version that now holds, and what it changed. */
export interface Restated {
  readonly unit: string;
  readonly date: string;
  readonly version: number;
  readonly difference: readonly Difference[];
}

/**
 * Corrects the past of a unit and of everything above it, from a day on, after its items were corrected: what the
 * ledger says today about those days (when an item was registered, submitted, verified, closed) is counted again. What
 * differs becomes a further version; the earlier versions stay as they were.
 * @param from ISO date.
 */
export async function restate(
  { store, world }: { readonly store: Store; readonly world: World },
  unit: string,
  from: string,
): Promise<readonly Restated[]> {
  const place = await getPlace(store, unit);
  if (place === null) return [];
  const chain = await Promise.all(chainOf(place.path).map((code) => readPast(store, code, from)));
  const days = new Set([from, ...chain.flatMap((past) => past?.snapshots.map(({ date }) => date) ?? [])]);
  const { all, ledger } = await readLedger(store, place, dayInChina(world.nowMs()));
  const restated: Restated[] = [];
  for (const day of [...days].filter((date) => date >= from).sort()) {
    const items = all.map((item) => itemOn(item, day)).filter((item) => item !== null);
    let changed: { readonly unit: string; readonly total: Figures } | null = null;
    for (const past of chain) {
      const held = past === null ? null : heldOn(past, day);
      if (past === null || held === null) break;
      const own =
        past.unit === unit && held.own !== null
          ? { ...ownFigures({ ...ledger, items, asOf: day }), ...reportingIn(held.own) }
          : held.own;
      const total = fold(own, await totalsBelow(store, past.unit, day, changed));
      changed = { unit: past.unit, total };
      const difference = differenceOf(held.total, total);
      if (difference.length === 0) continue;
      const version = ((await listVersions(store, past.unit, day)).at(-1)?.version ?? 0) + 1;
      const at = new Date(world.nowMs()).toISOString();
      await putSnapshot(store, { unit: past.unit, date: day, version, at, own, total }, held.total);
      restated.push({ unit: past.unit, date: day, version, difference });
    }
  }
  return restated;
}

interface Past {
  readonly unit: string;
  readonly current: Current;
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
}

/** The unit, the one above it, and so on to the root. */
function chainOf(path: Place["path"]): readonly string[] {
  return path
    .split("/")
    .filter((code) => code !== "")
    .reverse();
}

async function readPast(store: Store, unit: string, from: string): Promise<Past | null> {
  const place = await getPlace(store, unit);
  const record = place === null ? null : await store.getRecord(currentPartition(parentOf(place.path)), unit);
  if (record === null) return null;
  return { unit, current: readCurrent(record), snapshots: await listSnapshots(store, unit, from) };
}

/** What was recorded says of a day; null when the day belongs to the present figures, which the next run counts anyway. */
function heldOn({ current, snapshots }: Past, day: string): Pick<Snapshot, "own" | "total"> | null {
  if (current.date <= day) return null;
  const found = snapshots.find(({ date }) => date <= day);
  if (found === undefined) return null;
  const { date, own, total } = found;
  return { own: own && figuresOn(own, date, day), total: figuresOn(total, date, day) };
}

async function totalsBelow(
  store: Store,
  unit: string,
  day: string,
  changed: { readonly unit: string; readonly total: Figures } | null,
): Promise<readonly Figures[]> {
  const children = await listCurrent(store, unit);
  const totals = await Promise.all(
    children.map(async (child): Promise<Figures | null> => {
      if (child.unit === changed?.unit) return changed.total;
      const held =
        child.date <= day ? child : (await listSnapshots(store, child.unit, day)).find(({ date }) => date <= day);
      return held === undefined ? null : figuresOn(held.total, held.date, day);
    }),
  );
  return totals.filter((total) => total !== null);
}

/** The item as it stood at the end of a day, by the dates it carries; null when it did not count then or is void now. */
function itemOn(item: Item, day: string): Item | null {
  const by = (iso: string | null) => iso !== null && dayInChina(Date.parse(iso)) <= day;
  const gone = item.archivedAt !== null && by(item.archivedAt);
  if (!by(item.createdAt) || gone || !isCounted({ ...item, archivedAt: null })) return null;
  const { workflow } = item;
  if (workflow === null) return item;
  const { state, closedOn, verifiedAt, submittedAt, resolution } = workflow;
  const reached: ProblemState =
    state === "CLOSED" && closedOn !== null && closedOn <= day
      ? "CLOSED"
      : (state === "CLOSED" || state === "VERIFIED") && by(verifiedAt)
        ? "VERIFIED"
        : isDone(state) && by(submittedAt)
          ? "SUBMITTED"
          : isDone(state)
            ? "IN_PROGRESS"
            : state;
  const solved = isDone(reached) || resolution !== "ON_SITE" ? resolution : "NORMAL";
  return { ...item, archivedAt: null, workflow: { ...workflow, state: reached, resolution: solved } };
}

function isDone(state: ProblemState): boolean {
  return state === "SUBMITTED" || state === "VERIFIED" || state === "CLOSED";
}
