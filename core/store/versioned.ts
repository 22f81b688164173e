import { checkSize, decodeDoc } from "./codec.ts";
import { ifRevision } from "./conditions.ts";
import type { Format } from "./formats.ts";
import type { Key } from "./keys.ts";
import type { Written } from "./store.ts";
import { encodeRow, type TableClient, textOf } from "./table-client.ts";

/** Puts a document whose stored revision must be `expectedRevision` (0: absent). Of two writers exactly one wins. */
export async function putVersioned<T extends object>(
  table: TableClient,
  { key, format, expectedRevision }: { readonly key: Key; readonly format: Format; readonly expectedRevision: number },
  document: T,
  writeId: string,
): Promise<Written<T>> {
  const values = { ...key, doc: JSON.stringify(document), revision: expectedRevision + 1, writeId };
  checkSize(key.sk, values);
  if (await table.put(encodeRow(values), ifRevision(expectedRevision))) return { ok: true, value: document };
  const current = await table.get(key, true);
  if (current === null) return { ok: false, current: null };
  // The client repeated a request whose answer was lost and met its own write.
  if (textOf(current, "writeId") === writeId) return { ok: true, value: document };
  return { ok: false, current: decodeDoc<T>(current, format) };
}
