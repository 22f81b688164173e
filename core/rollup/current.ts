import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import { AppError } from "../errors.ts";
import type { Store, StoreRecord } from "../store/store.ts";
import { decodeFigures, encodeFigures, storedFiguresSchema } from "./figures-text.ts";
import type { Figures } from "./fold.ts";

/**
 * The figures as of the last run, one narrow record a unit, kept under its parent so that adding up a unit is one
 * query over its children.
 */
export interface Current {
  readonly unit: string;
  /** Codes from the root, each followed by `/`. */
  readonly path: string;
  /** ISO date from which these figures hold. */
  readonly date: string;
  /** null: the unit only adds up. */
  readonly own: Figures | null;
  readonly total: Figures;
  /** Newest change of an item of the unit itself, ISO; null without items. */
  readonly changedAt: string | null;
  /** The unit keeps a spreadsheet, or has nobody below who could: it is expected to report. */
  readonly expected: boolean;
  /** 0 before it is first stored. */
  readonly revision: number;
}

const currentSchema = z.object({
  format: z.literal(1),
  path: z.string(),
  date: z.string(),
  own: z.nullable(storedFiguresSchema),
  /** null: nothing stands below the unit, so the total is its own. Half a record less for nearly all units. */
  total: z.nullable(storedFiguresSchema),
  changedAt: z.nullable(z.string()),
  expected: z.boolean(),
});

/** @param parent code of the unit above; null for the root. */
export const currentPartition = (parent: string | null) => `rollup#${parent ?? ""}`;

export function parentOf(path: string): string | null {
  return path.split("/").at(-3) ?? null;
}

export function readCurrent({ key, value, revision }: StoreRecord): Current {
  const parsed = currentSchema.safeParse(JSON.parse(value));
  if (!parsed.success) throw new AppError("store.format", `rollup of ${key}`);
  const { path, date, changedAt, expected } = parsed.data;
  const own = parsed.data.own === null ? null : decodeFigures(parsed.data.own);
  const total = parsed.data.total === null ? own : decodeFigures(parsed.data.total);
  if (total === null) throw new AppError("store.format", `rollup of ${key}`);
  return {
    unit: key,
    path,
    date,
    own,
    total,
    changedAt,
    expected,
    revision,
  };
}

/** False when somebody else has written it since it was read. */
export async function putCurrent(store: Store, current: Current): Promise<boolean> {
  const { unit, path, date, changedAt, expected, revision } = current;
  const own = current.own === null ? null : encodeFigures(current.own);
  const total = encodeFigures(current.total);
  const value = JSON.stringify({
    format: 1,
    path,
    date,
    own,
    total: isDeepStrictEqual(own, total) ? null : total,
    changedAt,
    expected,
  });
  const record = { partition: currentPartition(parentOf(path)), key: unit, value, expiresAt: null };
  return (await store.putRecord(record, revision)).ok;
}

/** The units right below one, in the order of their codes. */
export async function listCurrent(store: Store, parent: string | null): Promise<readonly Current[]> {
  const found: Current[] = [];
  let after: string | undefined;
  do {
    const page = await store.listRecords(currentPartition(parent), {
      first: 500,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) found.push(readCurrent(row));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
