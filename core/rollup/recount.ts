import { dayInChina } from "../ledger/calendar.ts";
import type { World } from "../ledger/code.ts";
import type { Store } from "../store/store.ts";
import { type Current, listCurrent, putCurrent } from "./current.ts";
import { putDueDay } from "./due-days.ts";
import { encodeFigures } from "./figures-text.ts";
import { type Figures, fold } from "./fold.ts";
import { ownFigures } from "./own-figures.ts";
import type { Place } from "./place.ts";
import { readLedger } from "./read-ledger.ts";
import { figuresOn, ownReporting } from "./reporting.ts";
import { putReport } from "./reports.ts";
import { putSnapshot } from "./snapshot.ts";

export interface Recounted {
  /** Units whose items were read, units whose figures were added up again, and those whose figures changed. */
  readonly counted: number;
  readonly folded: number;
  readonly changed: number;
  /** The units whose figures were added up again. */
  readonly units: readonly string[];
}

/** Somebody else wrote the figures of a unit meanwhile: the markers stay and the next run starts from what is there. */
export class LostRace extends Error {}

type Draft = Omit<Current, "total"> & { readonly before: Current | null };

/**
 * Counts units again and adds up everything above them, deepest first. Reads the ledgers of the given units and one
 * list of stored figures for each unit above, so it costs what changed times the depth of the tree. Repeating it after
 * a crash at any point gives the same figures.
 */
export async function recount(store: Store, world: World, dirty: ReadonlyMap<string, Place>): Promise<Recounted> {
  const today = dayInChina(world.nowMs());
  const siblings = new Map<string, Map<string, Current>>();
  const childrenOf = async (path: string): Promise<Map<string, Current>> => {
    const known = siblings.get(path);
    if (known !== undefined) return known;
    const parent = path === "" ? null : (path.split("/").at(-2) ?? null);
    const loaded = new Map((await listCurrent(store, parent)).map((current) => [current.path, current]));
    siblings.set(path, loaded);
    return loaded;
  };
  let changed = 0;
  const affected = withAncestors([...dirty.values()].map(({ path }) => path));
  for (const path of affected) {
    const unit = path.split("/").at(-2) ?? "";
    const before = (await childrenOf(pathAbove(path))).get(path) ?? null;
    const children = [...(await childrenOf(path)).values()];
    const place = dirty.get(unit);
    const draft =
      place === undefined
        ? keepOwn(unit, path, before, today)
        : await countOwn(store, place, unit, before, today, children);
    const total = fold(
      draft.own,
      children.map((child) => figuresOn(child.total, child.date, today)),
    );
    const stored = await keep(store, world, { ...draft, total, date: today }, before);
    if (stored.changed) changed += 1;
    siblings.get(pathAbove(path))?.set(path, stored.current);
  }
  const units = affected.map((path) => path.split("/").at(-2) ?? "");
  return { counted: dirty.size, folded: affected.length, changed, units };
}

/** Every path with those above it, the deepest first, so that a unit comes after all units below it. */
function withAncestors(paths: readonly string[]): readonly string[] {
  const all = new Set<string>();
  for (let path of paths) {
    for (; path !== ""; path = pathAbove(path)) all.add(path);
  }
  const depth = (path: string) => path.split("/").length;
  return [...all].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
}

function pathAbove(path: string): string {
  return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}

function keepOwn(unit: string, path: string, before: Current | null, today: string): Draft {
  if (before !== null) return { ...before, own: ownOn(before, today), before };
  return { unit, path, date: "", own: null, changedAt: null, expected: false, revision: 0, before };
}

async function countOwn(
  store: Store,
  place: Place,
  unit: string,
  before: Current | null,
  today: string,
  children: readonly Current[],
): Promise<Draft> {
  const { ledger, changedAt, nextDay } = await readLedger(store, place, today);
  const linked = place.spreadsheetIds.length > 0 || ledger.liveKinds.size > 0;
  const expected = linked || changedAt !== null || (place.childNames.length === 0 && children.length === 0);
  if (nextDay !== null) await putDueDay(store, unit, nextDay);
  await putReport(store, { path: place.path, changedAt, expected }, before);
  const own: Figures | null = expected ? { ...ownFigures(ledger), ...ownReporting(changedAt, today) } : null;
  return { unit, path: place.path, date: today, own, changedAt, expected, revision: before?.revision ?? 0, before };
}

/** Freezes the day that is over, then stores the new figures; nothing is written when nothing changed. */
async function keep(
  store: Store,
  world: World,
  next: Current,
  before: Current | null,
): Promise<{ readonly current: Current; readonly changed: boolean }> {
  const changed = before === null || !sameFigures(before, next);
  // The figures of a day that is over stay as they were told, also where they say the same today.
  const current: Current = changed || before === null ? next : { ...next, ...heldBy(before) };
  if (!changed && before.changedAt === next.changedAt && before.expected === next.expected) {
    return { current: before, changed: false };
  }
  if (changed && before !== null && before.date < next.date) {
    const at = new Date(world.nowMs()).toISOString();
    await putSnapshot(store, { unit: before.unit, ...heldBy(before), version: 1, at }, null);
  }
  if (!(await putCurrent(store, current))) throw new LostRace(`figures of ${next.unit}`);
  return { current: { ...current, revision: current.revision + 1 }, changed };
}

function heldBy({ date, own, total }: Current): Pick<Current, "date" | "own" | "total"> {
  return { date, own, total };
}

function ownOn({ own, date }: Current, day: string): Figures | null {
  return own && figuresOn(own, date, day);
}

/** Whether the figures of before say today what the next ones say. */
function sameFigures(before: Current, next: Current): boolean {
  const text = (own: Figures | null, total: Figures) =>
    JSON.stringify([own === null ? null : encodeFigures(own), encodeFigures(total)]);
  const { total, date } = before;
  return text(ownOn(before, next.date), figuresOn(total, date, next.date)) === text(next.own, next.total);
}
