import { createHash } from "node:crypto";
import * as z from "zod";
import type { Store } from "../store/store.ts";

/** What the machinery around a pass remembers of the last one of each spreadsheet. */
export interface Finished {
  readonly startedAtMs: number;
  readonly outcome: string;
  /** Digest of the items the sheet could not take (a column it does not have, a formula); null when there is none. */
  readonly left: string | null;
}

const partition = "finished-pass";
const schema = z.object({ startedAtMs: z.number(), outcome: z.string(), left: z.string().nullable() });

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

/** Items still waiting to be shown, in the version they have now; null when none is. */
export async function leftOver(
  store: Pick<Store, "listDirtyCodes" | "getItems">,
  spreadsheetId: string,
): Promise<string | null> {
  const codes = await store.listDirtyCodes(spreadsheetId);
  if (codes.length === 0) return null;
  const items = await store.getItems(codes, "EVENTUAL");
  const versions = [...items.values()].map(({ code, revision }) => `${code}:${revision}`).sort();
  return createHash("sha256").update(versions.join(" ")).digest("base64url");
}
