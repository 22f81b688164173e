import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Item } from "../../../core/ledger/item.ts";
import type { Link } from "../../../core/ledger/link.ts";
import type { Unit } from "../../../core/ledger/unit.ts";
import { type Format, formats, upToDate } from "../../../core/store/formats.ts";
import type { Row } from "../../../core/store/table-client.ts";
import { failureOf, put } from "../../contract/store-builders.ts";
import { makeMemoryStore } from "../../support/memory-store.ts";
import { makeMemoryTable } from "../../support/memory-table.ts";

/**
 * test/fixtures/stored-format-<n>.json holds rows as a version with format n wrote them, and what they mean. Such a
 * file is never edited: the next format gets a file of its own, and all of them are read for ever.
 */
interface Frozen {
  readonly rows: readonly Row[];
  readonly expected: { readonly item: Item; readonly unit: Unit; readonly link: Link } & Readonly<
    Record<string, unknown>
  >;
}

const numbers = Array.from({ length: formats.item.current }, (_, i) => i + 1);
const fileOf = (number: number) => `test/fixtures/stored-format-${number}.json`;
const frozen = (number: number) => JSON.parse(readFileSync(fileOf(number), "utf8")) as Frozen;

async function storeOf(rows: readonly Row[]) {
  const table = makeMemoryTable();
  for (const row of rows) await table.put(row);
  return makeMemoryStore(table);
}

async function readAll(rows: readonly Row[], { item: { code } }: Frozen["expected"]) {
  const store = await storeOf(rows);
  return {
    item: (await store.getItems([code], "STRONG")).get(code),
    history: (await store.listChanges(code, { first: 9 })).rows,
    unit: (await store.listUnits())[0],
    link: await store.getLink("sheet-1"),
    baseRoot: await store.getBaseRoot("sheet-1", 0),
    baseBucket: (await store.getBaseBuckets("sheet-1", 0, [12])).get(12),
    journal: await store.getJournal("sheet-1"),
  };
}

/** The same row with another document, or another number beside it. */
function changed(rows: readonly Row[], sk: string, patch: Row): readonly Row[] {
  return rows.map((row) => (row.sk !== undefined && "S" in row.sk && row.sk.S === sk ? { ...row, ...patch } : row));
}

describe("rows that earlier versions wrote", () => {
  it("[S28] there is a frozen file of every format up to today's", () => {
    expect(numbers.filter((number) => !existsSync(fileOf(number)))).toEqual([]);
  });

  it.each(numbers)("[S28] format %i is read as what it meant", async (number) => {
    const { rows, expected } = frozen(number);
    expect(await readAll(rows, expected)).toEqual(expected);
  });

  it("[S28] items of format 1 were first written with every member, bases and journals without a number", async () => {
    const { rows, expected } = frozen(1);
    let older = changed(rows, "item", { doc: { S: JSON.stringify(expected.item) } });
    older = older.map(({ format: _, ...row }) => row);
    older = changed(older, "lease", { journal: { S: JSON.stringify(expected.journal) } });
    expect(await readAll(older, expected)).toEqual(expected);
  });

  it("[S28] the next change of a record writes it in today's format", async () => {
    const { rows, expected } = frozen(1);
    const store = await storeOf(rows);
    const { item } = expected;
    expect(await put(store, { ...item, version: item.version + 1, revision: item.revision + 1 })).toMatchObject({
      format: formats.item.current,
      revision: item.revision + 1,
    });
  });
});

describe("rows that a newer version wrote", () => {
  const { rows, expected } = frozen(formats.item.current);
  const newer = (number: number, document: object) => ({ S: JSON.stringify({ ...document, format: number + 1 }) });
  const { item, unit, link, journal } = expected;

  it.each([
    ["an item", "item", { doc: newer(formats.item.current, item) }],
    ["a unit", "u#qh-haixi", { doc: newer(formats.unit.current, unit) }],
    ["a link", "l#sheet-1", { doc: newer(formats.link.current, link) }],
    ["a base's root", "base#0", { format: { N: String(formats.base.current + 1) } }],
    ["a base's bucket", "base#0#12", { format: { N: String(formats.base.current + 1) } }],
    ["a journal", "lease", { journal: newer(formats.journal.current, journal as object) }],
  ] satisfies [string, string, Row][])("[S29] %s is refused by its number, not misread", async (_, sk, patch) => {
    expect(await failureOf(readAll(changed(rows, sk, patch), expected))).toBe("store.format");
  });

  it("[S29] the refusal says that a newer version wrote it", () => {
    expect(() => upToDate("row P1", { current: 2, steps: {} }, 3, {})).toThrow(
      /row P1 is of format 3, written by a newer/,
    );
  });
});

describe("steps from one format to the next", () => {
  const format: Format = {
    current: 3,
    steps: {
      1: ({ name, ...rest }) => ({ ...rest, format: 2, title: name }),
      2: (older) => ({ ...older, format: 3, tags: [] }),
    },
  };

  it("[S28] are taken one after the other from whatever number was stored", () => {
    const newest = { format: 3, title: "示例", tags: [] };
    expect(upToDate("r", format, 1, { format: 1, name: "示例" })).toEqual(newest);
    expect(upToDate("r", format, 2, { format: 2, title: "示例" })).toEqual(newest);
    expect(upToDate("r", format, 3, newest)).toBe(newest);
  });

  it("[S29] a number without a step, or none at all, is refused", () => {
    expect(() => upToDate("r", format, 0, {})).toThrow(/read no more/);
    expect(() => upToDate("r", format, undefined, {})).toThrow(/does not say/);
  });
});
