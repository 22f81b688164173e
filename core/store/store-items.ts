import type { Unit } from "../ledger/unit.ts";
import { decodeDoc, decodeItem } from "./codec.ts";
import { formats } from "./formats.ts";
import {
  codeOfItem,
  dirtyPool,
  dirtyPrefix,
  dueSortKeyEnd,
  itemKeyOf,
  ownPrefix,
  readDirtySortKey,
  readDueSortKey,
  readUnitSortKey,
  treePrefix,
  unitPartition,
  unitPool,
} from "./keys.ts";
import { readAll, readPage, type Stretch } from "./paging.ts";
import type { ItemQuery, Store } from "./store.ts";
import { type TableClient, textOf } from "./table-client.ts";

/** Reading items: by code, by unit, by topic, by due date, and those that wait for a spreadsheet. */

type ItemReads = Pick<
  Store,
  | "getItems"
  | "listItems"
  | "listTopicItems"
  | "listOpenByDue"
  | "listDirtySpreadsheets"
  | "listDirtyCodes"
  | "listFlaggedCodes"
>;

/** Without the other keys a list of a hundred is read in a seventh less time. */
const listedAttributes = ["pk", "unitKey", "doc"] as const;

export function makeItemReads(table: TableClient): ItemReads {
  return {
    async getItems(codes, consistency) {
      const keys = [...new Set(codes)].map(itemKeyOf);
      const rows = await table.getMany(keys, consistency === "STRONG", ["pk", "doc"]);
      return new Map(rows.map((row) => [codeOfItem(textOf(row, "pk")), decodeItem(row)]));
    },

    async listItems(query) {
      return readPage(table, await stretchesOf(table, query), query, decodeItem);
    },

    async listTopicItems(topicCode, page) {
      const stretch: Stretch = {
        query: { index: "byTopic", hash: topicCode, attributes: listedAttributes },
        textOf: (row) => textOf(row, "unitKey"),
        holds: (text) => readUnitSortKey(text) !== null,
        keyOf: (text) => ({ topic: topicCode, unitKey: text, ...itemKeyOf(readUnitSortKey(text)?.code ?? "") }),
      };
      return readPage(table, [stretch], page, decodeItem);
    },

    async listOpenByDue(province, dueUntil, page) {
      const end = dueSortKeyEnd(dueUntil);
      const stretch: Stretch = {
        query: { index: "byDue", hash: province, range: { atMost: end } },
        textOf: (row) => textOf(row, "dueKey"),
        holds: (text) => text <= end && readDueSortKey(text) !== null,
        keyOf: (text) => ({ dueProvince: province, dueKey: text, ...itemKeyOf(readDueSortKey(text)?.code ?? "") }),
      };
      return readPage(table, [stretch], page, (row) => ({
        code: codeOfItem(textOf(row, "pk")),
        due: readDueSortKey(textOf(row, "dueKey"))?.due ?? "",
      }));
    },

    async listDirtySpreadsheets() {
      const rows = await readAll(table, { index: "byDirty", hash: dirtyPool });
      return [...new Set(rows.map((row) => readDirtySortKey(textOf(row, "dirtyKey")).spreadsheetId))];
    },

    async listDirtyCodes(spreadsheetId) {
      const range = { beginsWith: dirtyPrefix(spreadsheetId) };
      const rows = await readAll(table, { index: "byDirty", hash: dirtyPool, range });
      return rows.map((row) => codeOfItem(textOf(row, "pk")));
    },

    async listFlaggedCodes(spreadsheetId) {
      const rows = await readAll(table, { index: "byFlag", hash: spreadsheetId });
      return rows.map((row) => codeOfItem(textOf(row, "pk")));
    },
  };
}

/** One stretch for a unit and its descendants; the root's descendants lie in one partition for each province. */
async function stretchesOf(table: TableClient, query: ItemQuery): Promise<readonly Stretch[]> {
  const { kind, path, descendants, state, archived } = query;
  const pool = (of: string) => unitPool(kind, of, archived);
  if (!descendants) return [unitStretch(pool(path), ownPrefix(path, state))];
  if (path.split("/").length > 2) return [unitStretch(pool(path), treePrefix(path))];
  const units = await listUnits(table);
  const provinces = units.map((unit) => unit.path).filter((other) => other.startsWith(path) && depthOf(other) === 2);
  return [
    unitStretch(pool(path), ownPrefix(path, undefined)),
    ...provinces.map((province) => unitStretch(pool(province), treePrefix(province))),
  ];
}

const depthOf = (path: string) => path.split("/").length - 1;

function unitStretch(pool: string, prefix: string): Stretch {
  return {
    query: { index: "byUnit", hash: pool, range: { beginsWith: prefix }, attributes: listedAttributes },
    textOf: (row) => textOf(row, "unitKey"),
    holds: (text) => text.startsWith(prefix) && readUnitSortKey(text) !== null,
    keyOf: (text) => ({ unitPool: pool, unitKey: text, ...itemKeyOf(readUnitSortKey(text)?.code ?? "") }),
  };
}

/** Ordered by path, so that a unit stands before its descendants. */
export async function listUnits(table: TableClient): Promise<readonly Unit[]> {
  const rows = await readAll(table, { hash: unitPartition, attributes: ["pk", "doc"] });
  return rows.map((row) => decodeDoc<Unit>(row, formats.unit)).sort((a, b) => (a.path < b.path ? -1 : 1));
}
