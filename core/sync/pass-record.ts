import type { Link, PassRecord } from "../ledger/link.ts";
import type { OpenPass, SyncParts } from "./open-pass.ts";

/** Ends the pass: its record is filled in, kept when people may want to read it, and logged. */
export type Finish = (outcome: PassRecord["outcome"], reason: string | null, keep: boolean) => Promise<PassRecord>;

export function beginRecord({ id, startedAt, requests }: OpenPass, { spreadsheetId }: Link): PassRecord {
  return {
    id,
    spreadsheetId,
    startedAt,
    finishedAt: null,
    rowsRead: 0,
    toStore: 0,
    toSheet: 0,
    conflicts: 0,
    problems: 0,
    outcome: "NOTHING",
    reason: null,
    requests,
  };
}

export function makeFinish(
  { store, world, log }: SyncParts,
  { startMs }: OpenPass,
  { unit }: Link,
  record: PassRecord,
): Finish {
  return async (outcome, reason, keep) => {
    Object.assign(record, { outcome, reason, finishedAt: new Date(world.nowMs()).toISOString() });
    if (keep) await store.putPass(record);
    log.info("pass", {
      pass: record.id,
      spreadsheet: record.spreadsheetId,
      unit,
      outcome,
      rows: record.rowsRead,
      toStore: record.toStore,
      toSheet: record.toSheet,
      conflicts: record.conflicts,
      problems: record.problems,
      reads: record.requests.read,
      writes: record.requests.write,
      ms: world.nowMs() - startMs,
    });
    return record;
  };
}
