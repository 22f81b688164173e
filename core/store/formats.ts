import { AppError } from "../errors.ts";
import { itemFormat } from "../ledger/item.ts";

/**
 * Formats of what is stored. A newer version reads what an older one wrote, step by step, and writes the newest format
 * when it next changes a record, so no migration is ever run. What a newer version wrote is refused, not guessed at.
 *
 * To change a format: raise its number, add the step from the one before, freeze what today's version writes in
 * test/fixtures, and say so in CHANGELOG.md.
 */

type Members = Readonly<Record<string, unknown>>;

export interface Format {
  readonly current: number;
  /** By the older number n: makes it n + 1. */
  readonly steps: Readonly<Record<number, (older: Members) => Members>>;
}

export const formats = {
  item: { current: itemFormat, steps: {} },
  unit: { current: 1, steps: {} },
  link: { current: 1, steps: {} },
  base: { current: 1, steps: {} },
  journal: { current: 1, steps: {} },
} as const satisfies Readonly<Record<string, Format>>;

/** Errors: AppError `store.format`. */
export function upToDate<T extends Members>(name: string, { current, steps }: Format, number: unknown, stored: T): T {
  if (number === current) return stored;
  if (typeof number !== "number") throw new AppError("store.format", `${name} does not say of what format it is`);
  if (number > current) {
    throw new AppError(
      "store.format",
      `${name} is of format ${number}, written by a newer version; this one reads ${current}`,
    );
  }
  let members: Members = stored;
  for (let from = number; from < current; from++) {
    const step = steps[from];
    if (step === undefined) throw new AppError("store.format", `${name} is of format ${number}, which is read no more`);
    members = step(members);
  }
  return members as T;
}
