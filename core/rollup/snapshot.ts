import * as z from "zod/mini";
import { AppError } from "../errors.ts";
import type { Store, StoreRecord } from "../store/store.ts";
import { type Figure, notReported, sameFigure } from "./figure.ts";
import { decodeFigures, encodeFigures, storedFiguresSchema } from "./figures-text.ts";
import type { Figures } from "./fold.ts";
import { addedKeys, type CountKey } from "./indicators.ts";

/**
 * A unit's figures at the end of a day. A snapshot is written once, when the day is over and something has changed
 * since; it is never rewritten. A corrected past is a further version that names the difference.
 */
export interface Snapshot {
  readonly unit: string;
  /** ISO date in Asia/Shanghai. It holds until the date of the next snapshot. */
  readonly date: string;
  readonly version: number;
  /** When it was written, ISO. */
  readonly at: string;
  /** null: the unit only adds up. */
  readonly own: Figures | null;
  readonly total: Figures;
  readonly difference: readonly Difference[];
}

export interface Difference {
  readonly key: CountKey;
  readonly before: Figure;
  readonly after: Figure;
}

const snapshotSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  own: z.nullable(storedFiguresSchema),
  total: storedFiguresSchema,
  before: z.nullable(storedFiguresSchema),
});

const snapshotPartition = (unit: string) => `rollup-day#${unit}`;
const snapshotKey = (date: string, version: number) => `${date}#${String(version).padStart(4, "0")}`;

/** What changed between two sets of figures, key by key, in the order of the indicators. */
export function differenceOf(before: Figures, after: Figures): readonly Difference[] {
  return addedKeys
    .map((key) => ({ key, before: before[key] ?? notReported, after: after[key] ?? notReported }))
    .filter((change) => !sameFigure(change.before, change.after));
}

/** False when that version exists already: it is left as it is. `before` is the total of the version it corrects. */
export async function putSnapshot(
  store: Store,
  snapshot: Omit<Snapshot, "difference">,
  before: Figures | null,
): Promise<boolean> {
  const { unit, date, version, at, own, total } = snapshot;
  const value = JSON.stringify({
    format: 1,
    at,
    own: own === null ? null : encodeFigures(own),
    total: encodeFigures(total),
    before: before === null ? null : encodeFigures(before),
  });
  const record = { partition: snapshotPartition(unit), key: snapshotKey(date, version), value, expiresAt: null };
  return (await store.putRecord(record, 0)).ok;
}

function readSnapshot(unit: string, { key, value }: StoreRecord): Snapshot {
  const parsed = snapshotSchema.safeParse(JSON.parse(value));
  if (!parsed.success) throw new AppError("store.format", `snapshot ${unit} ${key}`);
  const [date = "", version = ""] = key.split("#");
  const { at, own, total, before } = parsed.data;
  const after = decodeFigures(total);
  return {
    unit,
    date,
    version: Number(version),
    at,
    own: own === null ? null : decodeFigures(own),
    total: after,
    difference: before === null ? [] : differenceOf(decodeFigures(before), after),
  };
}

/** Newest first, the newest version of each date only, back to and including the first one dated `from` or earlier. */
export async function listSnapshots(store: Store, unit: string, from: string): Promise<readonly Snapshot[]> {
  const found: Snapshot[] = [];
  let after: string | undefined;
  do {
    const page = await store.listRecords(snapshotPartition(unit), {
      first: 50,
      newestFirst: true,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) {
      const snapshot = readSnapshot(unit, row);
      if (found.at(-1)?.date === snapshot.date) continue;
      found.push(snapshot);
      if (snapshot.date <= from) return found;
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** Every version of one date, oldest first. */
export async function listVersions(store: Store, unit: string, date: string): Promise<readonly Snapshot[]> {
  const page = await store.listRecords(snapshotPartition(unit), { first: 100, prefix: `${date}#` });
  return page.rows.map((row) => readSnapshot(unit, row));
}
