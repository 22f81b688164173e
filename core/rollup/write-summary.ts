import { createHash } from "node:crypto";
import * as z from "zod";
import { AppError } from "../errors.ts";
import { dayInChina } from "../ledger/calendar.ts";
import type { Log } from "../log.ts";
import type { GridSheet, GridWrite } from "../sheet/written-grid.ts";
import type { Store } from "../store/store.ts";
import { readSummary, type SummaryDeps } from "./read-summary.ts";
import { summaryHead, summaryTitle } from "./summary-grid.ts";
import { listSummaryLinks, markSummaryDone, type SummaryLink } from "./summary-link.ts";

/** The spreadsheets of provinces (or of any unit) in which the system shows its figures, one-way. */

export interface SummariesWritten {
  readonly written: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface WriteSummaryDeps extends SummaryDeps {
  /** Asked for only when something has to be written. */
  readonly grids: () => Promise<GridSheet>;
  readonly log: Log;
}

/**
 * Writes the linked summaries below whose unit something changed, and on a new day all. One that fails stays due
 * and does not stop the others; it is an error when it will not mend itself.
 */
export async function writeSummaries(deps: WriteSummaryDeps): Promise<SummariesWritten> {
  const { store, log, world } = deps;
  const today = dayInChina(world.nowMs());
  const count = { written: 0, unchanged: 0, failed: 0 };
  for (const link of await listSummaryLinks(store)) {
    if (!link.due && link.day === today) continue;
    try {
      count[(await writeSummary(deps, link)) ? "written" : "unchanged"] += 1;
      await markSummaryDone(store, link, today);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      count.failed += 1;
      if (error.retryable) log.info("summary.delayed", { unit: link.unit, code: error.code });
      else log.error("summary.failed", { unit: link.unit, code: error.code });
    }
  }
  if (count.written > 0) log.info("summary.done", { ...count });
  return count;
}

/** What was last written into a summary's spreadsheet. */
const writtenSchema = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  /** Units in the order of the rows, and what each tab took up. */
  order: z.array(z.string()),
  tabs: z.record(z.string(), z.object({ tabId: z.number(), rows: z.number(), columns: z.number() })),
  /** Digest of everything written; nothing is sent while it is the same. */
  digest: z.string(),
});
type Written = z.infer<typeof writtenSchema>;

const writtenPartition = "rollup-summary-written";

async function lastWritten(store: Store, { unit, spreadsheetId }: SummaryLink): Promise<Written | null> {
  const record = await store.getRecord(writtenPartition, unit);
  if (record === null) return null;
  const parsed = writtenSchema.safeParse(JSON.parse(record.value));
  if (!parsed.success) throw new AppError("store.format", `written summary of ${unit}`);
  return parsed.data.spreadsheetId === spreadsheetId ? parsed.data : null;
}

/** False when there was nothing new to write. */
async function writeSummary(deps: WriteSummaryDeps, link: SummaryLink): Promise<boolean> {
  const { store } = deps;
  const { unit, spreadsheetId } = link;
  const read = await readSummary(deps, unit);
  if (read === null) return false;
  const { grids, order } = read;
  const digest = createHash("sha256").update(JSON.stringify(grids)).digest("base64url");
  const before = await lastWritten(store, link);
  if (before?.digest === digest) return false;
  const writes = grids.map(
    (grid): GridWrite => ({
      grid,
      before: before?.tabs[grid.title] ?? null,
      insertedRows: grid.title === summaryTitle ? newRows(before?.order ?? [], order) : [],
    }),
  );
  const left = await (await deps.grids()).writeGrids(spreadsheetId, writes);
  const tabs = Object.fromEntries(writes.map(({ grid }, index) => [grid.title, left[index]]));
  const value = JSON.stringify({ format: 1, spreadsheetId, order, tabs, digest });
  await store.putRecord({ partition: writtenPartition, key: unit, value, expiresAt: null }, "ANY");
  return true;
}

/** Rows of units that the last write did not have, so that the office's notes stay beside their units. */
export function newRows(before: readonly string[], after: readonly string[]): readonly number[] {
  if (before.length === 0) return [];
  const known = new Set(before);
  return after.map((unit, index) => (known.has(unit) ? -1 : summaryHead + index)).filter((row) => row >= 0);
}
