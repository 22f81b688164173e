import type { KindName } from "../ledger/kind.ts";
import { provinceOf } from "../ledger/unit.ts";

/**
 * The one table: every key text is built and read here only, and `tableDefinition` says what must be created. Parts
 * that come from outside are escaped, so that no part can hold a separator: neither `#` nor `!`.
 */

export const defaultTableName = "grassroots-ledger";

export interface IndexDefinition {
  readonly name: IndexName;
  readonly hashKey: string;
  readonly rangeKey: string;
  /** Attributes beyond the keys; every one costs write capacity at every change of it. */
  readonly project: readonly string[];
}

const indexNames = ["byUnit", "byTopic", "byDue", "byDirty", "byFlag"] as const;
export type IndexName = (typeof indexNames)[number];

/** All key attributes are texts. Every index is sparse: a row without its two key attributes is not in it. */
export const tableDefinition: {
  readonly hashKey: string;
  readonly rangeKey: string;
  /** Unix seconds after which DynamoDB may delete the row. */
  readonly ttlAttribute: string;
  readonly indexes: readonly IndexDefinition[];
} = {
  hashKey: "pk",
  rangeKey: "sk",
  ttlAttribute: "expiresAt",
  indexes: [
    { name: "byUnit", hashKey: "unitPool", rangeKey: "unitKey", project: ["doc"] },
    { name: "byTopic", hashKey: "topic", rangeKey: "unitKey", project: ["doc"] },
    { name: "byDue", hashKey: "dueProvince", rangeKey: "dueKey", project: [] },
    { name: "byDirty", hashKey: "dirtyPool", rangeKey: "dirtyKey", project: [] },
    { name: "byFlag", hashKey: "flagged", rangeKey: "pk", project: [] },
  ],
};

/** Names of all attributes that are a key of the table or of an index: exactly those must be declared at creation. */
export const keyAttributes: readonly string[] = [
  ...new Set([tableDefinition, ...tableDefinition.indexes].flatMap(({ hashKey, rangeKey }) => [hashKey, rangeKey])),
];

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const escapes: Readonly<Record<string, string>> = { "%": "%25", "#": "%23", "!": "%21" };
const escapePart = (text: string) =>
  /[%#!]/.test(text) ? text.replace(/[%#!]/g, (mark) => escapes[mark] ?? mark) : text;
const unescapePart = (text: string) => text.replace(/%(25|23|21)/g, (mark) => decodeURIComponent(mark));

/** The tail of a key after its prefix. */
const tail = (text: string, prefix: string) => text.slice(prefix.length);

// Units and links: one partition each, so that one query lists them.

export const unitPartition = "units";
export const unitKeyOf = (code: string): Key => ({ pk: unitPartition, sk: `u#${code}` });
export const linkPartition = "links";
export const linkKeyOf = (spreadsheetId: string): Key => ({ pk: linkPartition, sk: `l#${spreadsheetId}` });

// An item and its history: one partition. `item` sorts after `change#`, so newest first begins with the item itself.

export const itemPartition = (code: string) => `item#${code}`;
export const itemSortKey = "item";
export const itemKeyOf = (code: string): Key => ({ pk: itemPartition(code), sk: itemSortKey });
export const codeOfItem = (pk: string) => tail(pk, "item#");

/** `<version>.<n>` as a text that sorts by number. */
export function changeSortKey(changeId: string): string {
  const match = /^(\d{1,10})\.(\d{1,6})$/.exec(changeId);
  if (match === null) throw new Error(`a change id must be <version>.<n>, not ${changeId.slice(0, 40)}`);
  return `change#${match[1]?.padStart(10, "0")}.${match[2]?.padStart(6, "0")}`;
}

// Indexes over items.

/** Archived items lie apart, so that no list of living ones meets them. */
export const unitPool = (kind: KindName, path: string, archived = false) =>
  `${archived ? "archived#" : ""}${kind}#${provinceOf(path)}`;

/** Sorts by path, state, due date (none last), code. A path ends in `/`, and `!` sorts before every letter of a code. */
export const unitSortKey = (path: string, state: string, due: string | null, code: string) =>
  `${path}!${state}!${due ?? "~"}!${escapePart(code)}`;
export const ownPrefix = (path: string, state: string | undefined) =>
  state === undefined ? `${path}!` : `${path}!${state}!`;
export const treePrefix = (path: string) => path;

/** null when the text is no key of that index. */
export function readUnitSortKey(text: string): { readonly path: string; readonly code: string } | null {
  const parts = text.split("!");
  const [path, , , code] = parts;
  return parts.length === 4 && path?.endsWith("/") && code ? { path, code: unescapePart(code) } : null;
}

export const dueSortKey = (due: string, code: string) => `${due}#${escapePart(code)}`;
/** Sorts after every key of that day. */
export const dueSortKeyEnd = (due: string) => `${due}$`;
export function readDueSortKey(text: string): { readonly due: string; readonly code: string } | null {
  const [due, code, more] = text.split("#");
  return due && code && more === undefined ? { due, code: unescapePart(code) } : null;
}

export const dirtyPool = "dirty";
export const dirtySortKey = (spreadsheetId: string, code: string) => `${escapePart(spreadsheetId)}#${escapePart(code)}`;
export const dirtyPrefix = (spreadsheetId: string) => `${escapePart(spreadsheetId)}#`;
export function readDirtySortKey(text: string): { readonly spreadsheetId: string; readonly code: string } {
  const [spreadsheetId, code] = text.split("#");
  return { spreadsheetId: unescapePart(spreadsheetId ?? ""), code: unescapePart(code ?? "") };
}

// What is kept of one spreadsheet between passes: one partition.

export const sheetPartition = (spreadsheetId: string) => `sheet#${spreadsheetId}`;
export const leaseKeyOf = (spreadsheetId: string): Key => ({ pk: sheetPartition(spreadsheetId), sk: "lease" });
export const journalPartKeyOf = (spreadsheetId: string, name: string, part: number): Key => ({
  pk: sheetPartition(spreadsheetId),
  sk: `journal#${name}#${String(part).padStart(4, "0")}`,
});
export const baseRootKeyOf = (spreadsheetId: string, tabId: number): Key => ({
  pk: sheetPartition(spreadsheetId),
  sk: `base#${tabId}`,
});
export const baseBucketKeyOf = (spreadsheetId: string, tabId: number, bucket: number): Key => ({
  pk: sheetPartition(spreadsheetId),
  sk: `base#${tabId}#${bucket}`,
});
export const readBucket = (sk: string) => Number(sk.slice(sk.lastIndexOf("#") + 1));
export const passPrefix = "pass#";
export const passKeyOf = (spreadsheetId: string, passId: string): Key => ({
  pk: sheetPartition(spreadsheetId),
  sk: passPrefix + passId,
});
export const passIdOf = (sk: string) => tail(sk, passPrefix);

// Records: named by their callers.

export const recordPrefix = "r#";
export const recordPartition = (partition: string) => `record#${partition}`;
export const recordKeyOf = (partition: string, key: string): Key => ({
  pk: recordPartition(partition),
  sk: recordPrefix + key,
});
export const recordKeyText = (sk: string) => tail(sk, recordPrefix);
