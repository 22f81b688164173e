import { AppError } from "../errors.ts";
import type { IndexValues } from "../ledger/index-values.ts";
import { type Change, changeSchema, type Item, itemSchema } from "../ledger/item.ts";
import { isChange, isItem } from "../ledger/item-check.ts";
import { provinceOf } from "../ledger/unit.ts";
import { limits } from "../limits.ts";
import { type Format, formats, upToDate } from "./formats.ts";
import { completeItem, encodeItemDocument } from "./item-document.ts";
import { changeSortKey, dirtyPool, dirtySortKey, dueSortKey, itemPartition, unitPool, unitSortKey } from "./keys.ts";
import { type Plain, type Row, textOf } from "./table-client.ts";

/**
 * Things <-> rows of the table. A thing is one JSON text in `doc` (one JSON.parse to read it); what conditions and
 * indexes need stands beside it as attributes of its own. Items are checked against their schema when they are written,
 * which is the only way into the table; reading checks the format number alone, so a list costs little more than
 * JSON.parse.
 */

/** @param format null: the kind has no format number, as it has never changed. Errors: AppError `store.format`. */
export function decodeDoc<T>(row: Row, format: Format | null): T {
  const text = textOf(row, "doc");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("store.format", `row ${textOf(row, "pk")} holds no JSON`, { cause });
  }
  if (typeof value !== "object" || value === null) {
    throw new AppError("store.format", `row ${textOf(row, "pk")} holds no document`);
  }
  if (format === null) return value as T;
  const members = value as Readonly<Record<string, unknown>>;
  return upToDate(`row ${textOf(row, "pk")}`, format, members.format, members) as T;
}

export const decodeItem = (row: Row): Item => completeItem(decodeDoc<Item>(row, formats.item));

/** The item as it will be stored. A value that breaks the schema is a bug and throws. */
export function itemToStore(item: Item, changes: readonly Change[], expectedRevision: number): Item {
  const newest = inOrder(changes).at(0) ?? item.lastChange;
  const stored = { ...item, revision: expectedRevision + 1, lastChange: newest };
  return isItem(stored) ? stored : itemSchema.parse(stored);
}

/** The attributes of an item that change with every write; null: must not be there. */
export function itemAttributes(item: Item, index: IndexValues, writeId: string): Record<string, Plain | null> {
  const listed = item.archivedAt === null;
  return {
    doc: encodeItemDocument(item),
    revision: item.revision,
    writeId,
    unitPool: unitPool(item.kind, index.path, !listed),
    unitKey: unitSortKey(index.path, index.state, index.due, item.code),
    topic: listed && item.topicCode ? item.topicCode : null,
    dueProvince: index.openDue === null ? null : provinceOf(index.path),
    dueKey: index.openDue === null ? null : dueSortKey(index.openDue, item.code),
    dirtyPool: index.dirty === null ? null : dirtyPool,
    dirtyKey: index.dirty === null ? null : dirtySortKey(index.dirty, item.code),
    flagged: index.flagged,
  };
}

/** Newest first. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes;
  const keyed = changes.map((change) => ({ change, key: changeSortKey(change.id) }));
  return keyed.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ change }) => change);
}

/** Newest first, one text each. A value that breaks the schema is a bug and throws. */
export function encodeChanges(changes: readonly Change[]): readonly string[] {
  return inOrder(changes).map((change) => JSON.stringify(isChange(change) ? change : changeSchema.parse(change)));
}

export function decodeChange(text: string): Change {
  try {
    return JSON.parse(text) as Change;
  } catch (cause) {
    throw new AppError("store.format", "a history entry holds no JSON", { cause });
  }
}

/** The row of its own to which an accepted history entry moves. Its content follows from its key. */
export function changeRow(code: string, text: string): Row {
  return {
    pk: { S: itemPartition(code) },
    sk: { S: changeSortKey(decodeChange(text).id) },
    change: { S: text },
  };
}

export const charsOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

const bytes = (text: string) => Buffer.byteLength(text, "utf8");

/** UTF-8 has at most so many bytes for one UTF-16 unit. */
const bytesPerCharMost = 3;

/** True: it fits, told from lengths alone, without counting the bytes of every text. */
function surelyFits(values: Readonly<Record<string, Plain | null>>): boolean {
  let chars = 0;
  for (const name in values) {
    const value = values[name];
    chars += name.length + 8;
    if (typeof value === "string") chars += value.length;
    else if (typeof value === "object" && value !== null) chars += charsOf(value) + value.length;
  }
  return chars * bytesPerCharMost <= limits.rowBytes;
}

/** What DynamoDB counts: names and values in UTF-8; 3 bytes of overhead for a list and 1 for each entry. */
export function rowBytes(values: Readonly<Record<string, Plain | null>>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    sum += bytes(name);
    if (typeof value === "string") sum += bytes(value);
    else if (typeof value === "number") sum += 21;
    else sum += value.reduce((total, text) => total + bytes(text) + 1, 3);
  }
  return sum;
}

/** Errors: AppError `item.tooLarge`. */
export function checkSize(name: string, values: Readonly<Record<string, Plain | null>>): void {
  if (surelyFits(values)) return;
  const size = rowBytes(values);
  if (size > limits.rowBytes) {
    throw new AppError("item.tooLarge", `${name} would take ${size} bytes of ${limits.rowBytes}`);
  }
}
