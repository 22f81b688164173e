import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { AppError } from "../errors.ts";
import { dayInChina } from "../ledger/calendar.ts";
import type { Log } from "../log.ts";
import { type GridSheet, type GridWrite, sizeOf } from "../sheet/written-grid.ts";
import type { Store } from "../store/store.ts";
import { readSummary, type SummaryDeps, type SummaryRead } from "./read-summary.ts";
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
      const { written, day } = await writeSummary(deps, link);
      count[written ? "written" : "unchanged"] += 1;
      await markSummaryDone(store, link, day ?? today);
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

/** One writing of a summary: what its tabs took up and in which order its units stood. */
const layoutSchema = z.object({
  /** Units in the order of the rows. */
  order: z.array(z.string()),
  /** tabId null: the tab was new, and its id is not known. */
  tabs: z.record(z.string(), z.object({ tabId: z.nullable(z.number()), rows: z.number(), columns: z.number() })),
  /** Digest of everything written; the stamp in the spreadsheet. */
  digest: z.string(),
});
type Layout = z.infer<typeof layoutSchema>;

const writtenSchema = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  /** The last writing that is known to have been done. */
  done: z.nullable(layoutSchema),
  /** A writing begun after it, of which Google's answer is not known. */
  begun: z.nullable(layoutSchema),
});

const writtenPartition = "rollup-summary-written";

async function lastWritten(store: Store, { unit, spreadsheetId }: SummaryLink) {
  const record = await store.getRecord(writtenPartition, unit);
  if (record === null) return { done: null, begun: null };
  const parsed = writtenSchema.safeParse(JSON.parse(record.value));
  if (!parsed.success) throw new AppError("store.format", `written summary of ${unit}`);
  return parsed.data.spreadsheetId === spreadsheetId ? parsed.data : { done: null, begun: null };
}

interface Looked {
  /** False when there was nothing new to write. */
  readonly written: boolean;
  /** The day that the summary now shows; null when the unit has no figures yet. */
  readonly day: string | null;
}

async function writeSummary(deps: WriteSummaryDeps, link: SummaryLink): Promise<Looked> {
  const { store } = deps;
  const { unit, spreadsheetId } = link;
  const read = await readSummary(deps, unit);
  if (read === null) return { written: false, day: null };
  const { grids, order, day } = read;
  const digest = createHash("sha256").update(JSON.stringify(grids)).digest("base64url");
  const last = await lastWritten(store, link);
  if (last.done?.digest === digest && last.begun === null) return { written: false, day };
  const keep = async (done: Layout | null, begun: Layout | null) => {
    const value = JSON.stringify({ format: 1, spreadsheetId, done, begun });
    await store.putRecord({ partition: writtenPartition, key: unit, value, expiresAt: null }, "ANY");
  };
  const sheet = await deps.grids();
  const left = await sheet.writeGrids(spreadsheetId, digest, async (found) => {
    const before = last.begun !== null && last.begun.digest === found ? last.begun : last.done;
    await keep(before, layoutOf(read, digest, before));
    return grids.map((grid): GridWrite => {
      const tab = before?.tabs[grid.title];
      return {
        grid,
        before: tab === undefined ? null : tab,
        adopt: found !== null && before === null,
        insertedRows: grid.title === summaryTitle ? newRows(before?.order ?? [], order) : [],
      };
    });
  });
  const tabs = Object.fromEntries(grids.map(({ title }, index) => [title, left[index]]));
  await keep(layoutSchema.parse({ order, tabs, digest }), null);
  return { written: true, day };
}

function layoutOf({ grids, order }: SummaryRead, digest: string, before: Layout | null): Layout {
  const tabs = grids.map((grid) => [grid.title, { ...sizeOf(grid), tabId: before?.tabs[grid.title]?.tabId ?? null }]);
  return { order: [...order], tabs: Object.fromEntries(tabs), digest };
}

/** Rows of units that the last write did not have, so that the office's notes stay beside their units. */
export function newRows(before: readonly string[], after: readonly string[]): readonly number[] {
  if (before.length === 0) return [];
  const known = new Set(before);
  return after.map((unit, index) => (known.has(unit) ? -1 : summaryHead + index)).filter((row) => row >= 0);
}
