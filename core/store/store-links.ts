import { type Link, linkSchema, type PassRecord, passRecordSchema } from "../ledger/link.ts";
import { unitSchema } from "../ledger/unit.ts";
import { limits } from "../limits.ts";
import { checkSize, decodeDoc } from "./codec.ts";
import { formats } from "./formats.ts";
import {
  type Key,
  linkKeyOf,
  linkPartition,
  passIdOf,
  passKeyOf,
  passPrefix,
  sheetPartition,
  unitKeyOf,
} from "./keys.ts";
import { readAll, readPage } from "./paging.ts";
import type { Store } from "./store.ts";
import { listUnits } from "./store-items.ts";
import { encodeRow, type TableClient, textOf } from "./table-client.ts";
import { putVersioned } from "./versioned.ts";

/** Units, linked spreadsheets, and the passes over them. */

type LinkMethods = Pick<
  Store,
  "listUnits" | "putUnit" | "getLink" | "listLinks" | "putLink" | "putPass" | "getPass" | "getPasses" | "listPasses"
>;

const rowName = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

export function makeLinkMethods(table: TableClient, newWriteId: () => string): LinkMethods {
  return {
    listUnits: () => listUnits(table),

    async putUnit(unit, expectedVersion) {
      const next = unitSchema.parse({ ...unit, version: expectedVersion + 1 });
      return putVersioned(
        table,
        { key: unitKeyOf(unit.code), format: formats.unit, expectedRevision: expectedVersion },
        next,
        newWriteId(),
      );
    },

    async getLink(spreadsheetId) {
      const row = await table.get(linkKeyOf(spreadsheetId), true);
      return row === null ? null : decodeDoc<Link>(row, formats.link);
    },

    async listLinks() {
      const rows = await readAll(table, { hash: linkPartition, attributes: ["pk", "doc"] });
      return rows.map((row) => decodeDoc<Link>(row, formats.link));
    },

    async putLink(link, expectedRevision) {
      const next = linkSchema.parse({ ...link, revision: expectedRevision + 1 });
      return putVersioned(
        table,
        { key: linkKeyOf(link.spreadsheetId), format: formats.link, expectedRevision },
        next,
        newWriteId(),
      );
    },

    async putPass(pass) {
      const doc = JSON.stringify(passRecordSchema.parse(pass));
      const expiresAt = Math.floor(Date.parse(pass.startedAt) / 1000) + limits.passDays * 24 * 3600;
      const values = { ...passKeyOf(pass.spreadsheetId, pass.id), doc, expiresAt };
      checkSize("pass", values);
      await table.put(encodeRow(values));
    },

    async getPass(spreadsheetId, passId) {
      const row = await table.get(passKeyOf(spreadsheetId, passId), true);
      return row === null ? null : decodeDoc<PassRecord>(row, null);
    },

    async getPasses(refs) {
      const keys = new Map(
        refs.map(({ spreadsheetId, passId }) => {
          const key = passKeyOf(spreadsheetId, passId);
          return [rowName(key), key];
        }),
      );
      const rows = await table.getMany([...keys.values()], false, ["pk", "sk", "doc"]);
      const found = new Map(
        rows.map((row) => [
          rowName({ pk: textOf(row, "pk"), sk: textOf(row, "sk") }),
          decodeDoc<PassRecord>(row, null),
        ]),
      );
      return refs.map(({ spreadsheetId, passId }) => found.get(rowName(passKeyOf(spreadsheetId, passId))) ?? null);
    },

    async listPasses(spreadsheetId, page) {
      const stretch = {
        query: { hash: sheetPartition(spreadsheetId), range: { beginsWith: passPrefix }, newestFirst: true },
        textOf: (row: Parameters<typeof textOf>[0]) => passIdOf(textOf(row, "sk")),
        holds: (text: string) => text !== "",
        keyOf: (text: string) => ({ ...passKeyOf(spreadsheetId, text) }),
      };
      return readPage(table, [stretch], page, (row) => decodeDoc<PassRecord>(row, null));
    },
  };
}
