import type { Link } from "../../core/ledger/link.ts";
import type { PassRun, Watch, Writes } from "./watch.ts";

/** Passes that may write nothing. Sentences about what they wrote. */

const said = ({ sheet, items }: Writes) => `wrote ${items} items and ${sheet} times to the sheet`;
const any = ({ sheet, items }: Writes) => sheet + items > 0;

/**
 * Nothing after the read that pulled the brake; and where no person has changed anything since its first look, the cause
 * was there from the start, and the whole pass may have written nothing. What a person had released goes on until the
 * next cause shows.
 */
export function writesOfBraked(run: PassRun, watch: Watch, before: Link | null): string[] {
  if (any(run.lately)) return [`a braked pass ${said(run.lately)} after the read that pulled the brake`];
  const released = before?.releasedPass != null;
  if (any(run.wrote) && !released && !watch.disturbed(run)) return [`a braked pass ${said(run.wrote)} before that`];
  return [];
}
