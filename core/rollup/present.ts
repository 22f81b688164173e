import type { Store } from "../store/store.ts";
import { type Current, currentPartition, listCurrent, parentOf, readCurrent } from "./current.ts";
import { lastRun } from "./last-run.ts";
import { getPlace } from "./place.ts";

/**
 * Present figures hold as of the last run that ended well, so what this process has read of them holds until another
 * run ends. Which run was the last stands in one small record: reading it is all that asking again costs.
 */
export interface PresentFigures {
  /** The moment for which they hold, ISO; null while no run has ended yet. */
  readonly asOf: string | null;
  /** null: not counted yet. */
  of(unit: string): Promise<Current | null>;
  /** The units right below one that have been counted, by code. */
  below(unit: string): Promise<readonly Current[]>;
}

/** Figures of so many units are kept, about 10 KB each; a province has some hundred, the whole country 2,621. */
const keptUnits = 3_000;

/** What was read since a run ended. */
class Kept {
  private readonly ofUnit = new Map<string, Promise<Current | null>>();
  private readonly belowUnit = new Map<string, Promise<readonly Current[]>>();
  private units = 0;

  of = (unit: string, read: () => Promise<Current | null>) => this.keep(this.ofUnit, unit, read, () => 1);
  below = (unit: string, read: () => Promise<readonly Current[]>) =>
    this.keep(this.belowUnit, unit, read, ({ length }) => length);

  private keep<T>(
    kept: Map<string, Promise<T>>,
    unit: string,
    read: () => Promise<T>,
    unitsIn: (found: T) => number,
  ): Promise<T> {
    const known = kept.get(unit);
    if (known !== undefined) return known;
    const reading = read();
    kept.set(unit, reading);
    reading.then(
      (found) => {
        this.units += unitsIn(found);
        if (this.units > keptUnits) this.clear();
      },
      () => kept.delete(unit),
    );
    return reading;
  }

  private clear(): void {
    this.ofUnit.clear();
    this.belowUnit.clear();
    this.units = 0;
  }
}

/** Each call tells which run was the last, and reads whatever is not known of it. */
export function makePresentReader(store: Store): () => Promise<PresentFigures> {
  let latest: { readonly run: number; readonly kept: Kept } | null = null;
  return async () => {
    const run = await lastRun(store);
    // Before the first run has ended there is nothing to tell what was read during it from what came after.
    if (run === null) latest = null;
    else if (latest?.run !== run.number) latest = { run: run.number, kept: new Kept() };
    const kept = latest?.kept ?? new Kept();
    return {
      asOf: run?.at ?? null,
      of: (unit) => kept.of(unit, () => readUnit(store, unit)),
      below: (unit) => kept.below(unit, () => listCurrent(store, unit)),
    };
  };
}

async function readUnit(store: Store, unit: string): Promise<Current | null> {
  const place = await getPlace(store, unit);
  if (place === null) return null;
  const record = await store.getRecord(currentPartition(parentOf(place.path)), unit);
  return record === null ? null : readCurrent(record);
}
