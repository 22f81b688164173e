import { charsOf, checkSize, encodeChanges, itemAttributes, itemToStore } from "../../core/store/codec.ts";
import { itemKeyOf } from "../../core/store/keys.ts";
import { encodeRow, type Row } from "../../core/store/table-client.ts";
import type { StorableItem } from "./items.ts";

export const writeId = "00000000-0000-4000-8000-000000000000";

/** The row of a new item, as putItem makes it. */
export function itemRow({ item, changes, index }: StorableItem): Row {
  const stored = itemToStore(item, changes, 0);
  const texts = encodeChanges(changes);
  const attributes = itemAttributes(stored, index, writeId);
  const row = { ...itemKeyOf(item.code), ...attributes, changes: texts, changeChars: charsOf(texts) };
  checkSize(`item ${item.code}`, row);
  return encodeRow(row);
}
