import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { Store } from "../store/store.ts";
import { recheckField } from "./recheck.ts";

/** What the machinery around a pass remembers of the last one of each spreadsheet. */
export interface Finished {
  readonly startedAtMs: number;
  readonly outcome: string;
  /** Digest of the items for which the sheet had no row; null when there is none. */
  readonly left: string | null;
}

const partition = "finished-pass";
const schema = z.object({ startedAtMs: z.number(), outcome: z.string(), left: z.nullable(z.string()) });

export async function getFinished(store: Pick<Store, "getRecord">, spreadsheetId: string): Promise<Finished | null> {
  const record = await store.getRecord(partition, spreadsheetId);
  return record === null ? null : schema.parse(JSON.parse(record.value));
}

export async function putFinished(
  store: Pick<Store, "putRecord">,
  spreadsheetId: string,
  finished: Finished,
): Promise<void> {
  await store.putRecord({ partition, key: spreadsheetId, value: JSON.stringify(finished), expiresAt: null }, "ANY");
}

export async function listFinished(store: Pick<Store, "listRecords">): Promise<ReadonlyMap<string, Finished>> {
  const all = new Map<string, Finished>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.listRecords(partition, { first: 1000, ...(after === undefined ? {} : { after }) });
    for (const { key, value } of page.rows) all.set(key, schema.parse(JSON.parse(value)));
    after = page.next;
  }
  return all;
}

/** Items whose sheet is behind. */
export interface Waiting {
  /** `code:version` of items without a row of their own that a pass is not to look at again: they may wait for good. */
  readonly rowless: readonly string[];
  /** Others wait too; a pass can always do something about those. */
  readonly others: boolean;
}

export async function waitingItems(
  store: Pick<Store, "listDirtyCodes" | "getItems">,
  spreadsheetId: string,
): Promise<Waiting> {
  const codes = await store.listDirtyCodes(spreadsheetId);
  if (codes.length === 0) return { rowless: [], others: false };
  const items = [...(await store.getItems(codes, "EVENTUAL")).values()];
  const rowless = items.filter(({ row, ahead }) => row?.presence === "PENDING" && ahead[recheckField] === undefined);
  return {
    rowless: rowless.map(({ code, version }) => `${code}:${version}`).sort(),
    others: rowless.length < items.length,
  };
}

/**
 * What a pass left without a row although it was waiting before the pass began; null when there is none. What came
 * in between counts as new: the pass may not have seen it.
 */
export function leftBehind(before: Waiting, after: Waiting): string | null {
  const known = new Set(before.rowless);
  return digestOf(after.rowless.filter((entry) => known.has(entry)));
}

/** Whether a pass could do something about what waits now, given what the last one left. */
export function isWorthAPass(now: Waiting, left: string | null): boolean {
  return now.others || digestOf(now.rowless) !== left;
}

function digestOf(entries: readonly string[]): string | null {
  return entries.length === 0 ? null : createHash("sha256").update(entries.join(" ")).digest("base64url");
}
