import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { GridSheet, GridWrite } from "../sheet/written-grid.ts";
import type { Store, StoreRecord } from "../store/store.ts";
import { readSummary, type SummaryDeps } from "./read-summary.ts";
import { summaryHead, summaryTitle } from "./summary-grid.ts";

/** The spreadsheet of a province (or of any unit) in which the system shows its figures, one-way. */

const partition = "rollup-summary";

const summaryLinkSchema = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  /** Units in the order of the rows last written, and what each tab took up. */
  order: z.array(z.string()),
  tabs: z.record(z.string(), z.object({ tabId: z.number(), rows: z.number(), columns: z.number() })),
  /** Digest of what was last written; nothing is sent while it is the same. */
  digest: z.string(),
});
type SummaryLink = z.infer<typeof summaryLinkSchema>;

/** From the next run on the unit's figures are shown in that spreadsheet. It must be shared with the service account. */
export async function linkSummary(store: Store, unit: string, spreadsheetId: string): Promise<void> {
  const link: SummaryLink = { format: 1, spreadsheetId, order: [], tabs: {}, digest: "" };
  await store.putRecord({ partition, key: unit, value: JSON.stringify(link), expiresAt: null }, "ANY");
}

/** The spreadsheet of a unit, null when it has none. */
export async function summaryOf(store: Store, unit: string): Promise<string | null> {
  const record = await store.getRecord(partition, unit);
  return record === null ? null : readLink(record).spreadsheetId;
}

export interface SummariesWritten {
  readonly written: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Writes every linked summary whose content changed. A spreadsheet that fails is logged and does not stop the others. */
export async function writeSummaries(
  deps: SummaryDeps & { readonly sheet: GridSheet; readonly log: Log },
): Promise<SummariesWritten> {
  const { store, log } = deps;
  const count = { written: 0, unchanged: 0, failed: 0 };
  let after: string | undefined;
  do {
    const page = await store.listRecords(partition, { first: 100, ...(after === undefined ? {} : { after }) });
    for (const record of page.rows) {
      try {
        count[(await writeSummary(deps, record)) ? "written" : "unchanged"] += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        count.failed += 1;
        log.error("summary.failed", { unit: record.key, code: error.code });
      }
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return count;
}

/** False when there was nothing new to write. */
async function writeSummary(deps: SummaryDeps & { readonly sheet: GridSheet }, record: StoreRecord): Promise<boolean> {
  const link = readLink(record);
  const read = await readSummary(deps, record.key);
  if (read === null) return false;
  const digest = createHash("sha256").update(JSON.stringify(read.grids)).digest("base64url");
  if (digest === link.digest) return false;
  const writes = read.grids.map(
    (grid): GridWrite => ({
      grid,
      before: link.tabs[grid.title] ?? null,
      insertedRows: grid.title === summaryTitle ? newRows(link.order, read.order) : [],
    }),
  );
  const left = await deps.sheet.writeGrids(link.spreadsheetId, writes);
  const tabs = Object.fromEntries(writes.map(({ grid }, index) => [grid.title, left[index]]));
  const next = { ...link, order: read.order, tabs, digest };
  await deps.store.putRecord({ ...record, value: JSON.stringify(next) }, record.revision);
  return true;
}

/** Rows of units that the last write did not have, so that the office's notes stay beside their units. */
export function newRows(before: readonly string[], after: readonly string[]): readonly number[] {
  if (before.length === 0) return [];
  const known = new Set(before);
  return after.map((unit, index) => (known.has(unit) ? -1 : summaryHead + index)).filter((row) => row >= 0);
}

function readLink(record: StoreRecord): SummaryLink {
  const parsed = summaryLinkSchema.safeParse(JSON.parse(record.value));
  if (!parsed.success) throw new AppError("store.format", `summary of ${record.key}`);
  return parsed.data;
}
