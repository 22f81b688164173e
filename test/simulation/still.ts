import type { Link } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import type { PassRun, Watch, Writes } from "./watch.ts";

/** Passes that may write nothing. Sentences about what they wrote. */

const said = ({ sheet, items }: Writes) => `wrote ${items} items and ${sheet} times to the sheet`;
const any = ({ sheet, items }: Writes) => sheet + items > 0;

/**
 * Nothing after the read that pulled the brake. Where that read cannot show what the first one did not, the cause was there
 * from the start, and the whole pass may have written nothing; but what a person released goes on until another cause shows.
 */
export function writesOfBraked(run: PassRun, watch: Watch, before: Link | null): string[] {
  if (any(run.lately)) return [`a braked pass ${said(run.lately)} after the read that pulled the brake`];
  const released = before?.releasedPass != null;
  if (any(run.wrote) && !released && !watch.sawAnother(run)) return [`a braked pass ${said(run.wrote)} before that`];
  return [];
}

/** It takes a person's act in the middle of each of the writes that land elsewhere. */
export function needlessQuarantine({ acts }: PassRun): string[] {
  return acts >= limits.repairRounds ? [] : [`quarantined, and people did ${acts} things meanwhile`];
}

/** Paused or quarantined when it began: not even a note. */
export function writesOfStopped({ wrote }: PassRun, requests: number, before: Link | null): string[] {
  if (before?.state !== "PAUSED" && before?.state !== "QUARANTINED") return [];
  if (requests + wrote.items === 0) return [];
  return [`a pass over what is ${before.state} wrote ${wrote.items} items and sent ${requests} requests that write`];
}
