import * as z from "zod/mini";
import { AppError } from "../errors.ts";
import type { Store, StoreRecord } from "../store/store.ts";

/**
 * Which spreadsheet shows a unit's figures, and whether it has to be looked at again. A link is small, so that all are
 * one reading; what was last written into it is a record of its own.
 */

const linkPartition = "rollup-summary";

export interface SummaryLink {
  readonly unit: string;
  readonly spreadsheetId: string;
  /** Something the summary shows may have changed since it was last written. */
  readonly due: boolean;
  /** ISO date as of which it was last brought up to date; null before the first time. */
  readonly day: string | null;
  readonly revision: number;
}

const linkSchema = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  due: z.boolean(),
  day: z.nullable(z.string()),
});

export type SummaryLinked = { readonly ok: true } | { readonly ok: false; readonly why: "LINKED_ELSEWHERE" };

/**
 * The next run shows the unit's figures in that spreadsheet, which must be shared with the service account. A unit has
 * one such spreadsheet and a spreadsheet one such unit; the one a unit had before is left as it is.
 */
export async function linkSummary(store: Store, unit: string, spreadsheetId: string): Promise<SummaryLinked> {
  const links = await listSummaryLinks(store);
  if (links.some((link) => link.spreadsheetId === spreadsheetId && link.unit !== unit))
    return { ok: false, why: "LINKED_ELSEWHERE" };
  const known = links.find((link) => link.unit === unit);
  if (known?.spreadsheetId === spreadsheetId) return { ok: true };
  await put(store, { unit, spreadsheetId, due: true, day: null }, "ANY");
  return { ok: true };
}

/** The spreadsheet in which a unit's figures are shown, null when it has none. */
export async function summaryOf(store: Store, unit: string): Promise<string | null> {
  return (await getLink(store, unit))?.spreadsheetId ?? null;
}

async function getLink(store: Store, unit: string): Promise<SummaryLink | null> {
  const record = await store.getRecord(linkPartition, unit);
  return record === null ? null : readLink(record);
}

export async function listSummaryLinks(store: Store): Promise<readonly SummaryLink[]> {
  const found: SummaryLink[] = [];
  let after: string | undefined;
  do {
    const page = await store.listRecords(linkPartition, { first: 500, ...(after === undefined ? {} : { after }) });
    for (const record of page.rows) found.push(readLink(record));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/**
 * Says that the summaries of these units have to be looked at again. Survives everything until they were: what is due
 * already is written once more, so that whoever is writing that summary now does not call it done.
 */
export async function markSummariesDue(store: Store, units: ReadonlySet<string>): Promise<void> {
  for (const listed of await listSummaryLinks(store)) {
    let link: SummaryLink | null = units.has(listed.unit) ? listed : null;
    while (link !== null && !(await put(store, { ...link, due: true }, link.revision)))
      link = await getLink(store, link.unit);
  }
}

/** It shows what there was on that day; unless it was marked due meanwhile, nothing is due. */
export async function markSummaryDone(store: Store, link: SummaryLink, day: string): Promise<void> {
  await put(store, { ...link, due: false, day }, link.revision);
}

/** False when somebody else has written it since it was read. */
async function put(store: Store, link: Omit<SummaryLink, "revision">, revision: number | "ANY"): Promise<boolean> {
  const { unit, spreadsheetId, due, day } = link;
  const value = JSON.stringify({ format: 1, spreadsheetId, due, day });
  return (await store.putRecord({ partition: linkPartition, key: unit, value, expiresAt: null }, revision)).ok;
}

function readLink({ key, value, revision }: StoreRecord): SummaryLink {
  const parsed = linkSchema.safeParse(JSON.parse(value));
  if (!parsed.success) throw new AppError("store.format", `summary of ${key}`);
  const { spreadsheetId, due, day } = parsed.data;
  return { unit: key, spreadsheetId, due, day, revision };
}
