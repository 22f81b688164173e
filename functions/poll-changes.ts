import { type Changes, makeChanges } from "../core/sync/changes.ts";
import { type Wiring, wiring } from "./wiring.ts";

const known = new WeakMap<Wiring, Changes>();

/** One Changes per wiring: it remembers where each account's list of changes was read to. */
export async function changesOf(given: Wiring): Promise<Changes> {
  const found = known.get(given);
  if (found !== undefined) return found;
  const { store, drive, accounts, world, log } = given;
  const made = makeChanges({ store, drive, accounts, queue: await given.queue(), world, log });
  known.set(given, made);
  return made;
}

/** Clock -> who changed, on either side -> queue. */
export async function handlePoll(given: Wiring): Promise<{ readonly jobs: number; readonly suspended: number }> {
  return (await changesOf(given)).notice();
}

export const handler = () => handlePoll(wiring());
