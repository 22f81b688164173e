import { describe, expect, test } from "vitest";
import { kindOf } from "../../core/ledger/kinds.ts";
import { cellName } from "../../core/sheet/a1.ts";
import { findTables } from "../../core/sheet/find-table.ts";
import { renderCell } from "../../core/sheet/render.ts";
import type { RawCell, Scalar, TabRead } from "../../core/sheet/sheet.ts";
import { makeSyncWorld, type SyncWorld } from "../support/sync-world.ts";
import { corpus } from "./every-ledger.ts";
import type { Ledger } from "./expectation.ts";
import { readPicture } from "./notation.ts";

/** Every ledger of the corpus through whole passes: what a county keeps stays as it is, and is in step after one pass. */

const spreadsheetId = "ledger";

/** The spreadsheet as a person would have typed it; a formula stands as the value it gives. */
function type(world: SyncWorld, ledger: Ledger): void {
  world.google.create(spreadsheetId, {
    properties: { title: "台账" },
    sheets: readPicture(ledger.tabs).tabs.map((tab) => ({
      properties: {
        sheetId: tab.tabId,
        title: tab.title,
        hidden: tab.hidden,
        gridProperties: { rowCount: tab.rowCount, columnCount: tab.columnCount },
      },
      data: [{ rowData: tab.rows.map(({ cells }) => ({ values: cells.map(typed) })) }],
      merges: tab.merges.map((box) => ({
        sheetId: tab.tabId,
        startRowIndex: box.startRow,
        endRowIndex: box.endRow,
        startColumnIndex: box.startColumn,
        endColumnIndex: box.endColumn,
      })),
    })),
  });
}

async function linked(ledger: Ledger): Promise<SyncWorld> {
  const world = makeSyncWorld();
  await world.addUnit("a");
  type(world, ledger);
  const link = await world.link(spreadsheetId, "a");
  await world.store.putLink({ ...link, aliases: { ...ledger.aliases } }, link.revision);
  return world;
}

/** The next pass would do nothing but tell again what cannot be read. */
async function expectQuiet(world: SyncWorld): Promise<void> {
  const { lines, toStore, toSheet } = await world.preview(spreadsheetId);
  const doing = lines.filter(({ action }) => action !== "PROBLEM");
  expect({ doing, toStore, toSheet }).toEqual({ doing: [], toStore: 0, toSheet: 0 });
}

function typed({ value, format }: RawCell): object {
  if (value === null) return {};
  const entered =
    typeof value === "number"
      ? { numberValue: value }
      : typeof value === "boolean"
        ? { boolValue: value }
        : { stringValue: value };
  const pattern = format === "PERCENT" ? "0%" : "yyyy-mm-dd";
  return {
    userEnteredValue: entered,
    ...(format === undefined ? {} : { userEnteredFormat: { numberFormat: { type: format, pattern } } }),
  };
}

const valuesOf = ({ title, rows }: TabRead) => ({
  title,
  rows: rows.map(({ cells }) => cells.map(({ value }) => value)),
});

/** The clerk's part of a tab: what stood there before the system added its columns and codes. */
function clerksPart(before: TabRead, after: TabRead) {
  const width = Math.max(...before.rows.map(({ cells }) => cells.length), 0);
  const { title, rows } = valuesOf(after);
  return {
    title,
    rows: rows
      .slice(0, before.rows.length)
      .map((row, at) => row.slice(0, width).slice(0, before.rows[at]?.cells.length)),
  };
}

/** What somebody may set through the API, by the type of the column. */
const settable: Readonly<Record<string, string>> = {
  text: "示例：另行填写于",
  people: "示例癸",
  due: "2024-06-30",
  date: "2024-06-30",
  measures: "1.示例一\n2.示例二",
};

/** The tables as the sync sees them. */
async function tablesOf(world: SyncWorld, ledger: Ledger) {
  const roles = new Map((await world.store.getLink(spreadsheetId))?.tabs.map((tab) => [tab.tabId, tab]));
  const options = { aliases: { ...ledger.aliases }, roles, referenceDate: "2023-11-06" };
  return findTables(await world.sheet.read(spreadsheetId), options).tables.filter(({ role }) => role === "LIVE");
}

/** Every cell that says something by tab and name, but those of the system's own columns. */
async function cellsOf(world: SyncWorld, ledger: Ledger): Promise<Map<string, Scalar>> {
  const own = new Map((await tablesOf(world, ledger)).map(({ title, system }) => [title, Object.values(system)]));
  const cells = new Map<string, Scalar>();
  for (const { title, rows } of (await world.sheet.read(spreadsheetId)).tabs)
    rows.forEach(({ cells: row }, at) => {
      row.forEach(({ value }, column) => {
        if (value !== null && !own.get(title)?.includes(column)) cells.set(`${title} ${cellName(at, column)}`, value);
      });
    });
  return cells;
}

async function firstTab(world: SyncWorld): Promise<TabRead> {
  const [tab] = (await world.sheet.read(spreadsheetId)).tabs;
  if (tab === undefined) throw new Error("no tab");
  return tab;
}

/** Columns of the system that the picture already holds are not the clerk's. */
const ledgers = corpus.filter(({ tabs }) => !tabs.some(({ rows }) => rows.includes("系统编号")));

describe("every ledger is in step after one pass", () => {
  test.each(ledgers.map((ledger) => [ledger.name, ledger] as const))("[L47] %s", async (_name, ledger) => {
    const world = await linked(ledger);
    const before = await world.sheet.read(spreadsheetId);
    const first = await world.pass(spreadsheetId);
    const after = await world.sheet.read(spreadsheetId);
    const live = ledger.tables.filter(({ role }) => (role ?? "LIVE") === "LIVE");
    const rows = live.reduce((sum, table) => sum + table.rows.split(" ").filter(Boolean).length, 0);

    expect({ outcome: first.outcome, items: (await world.items(spreadsheetId)).length }).toEqual({
      outcome: rows === 0 ? expect.stringMatching(/DONE|NOTHING/) : "DONE",
      items: rows,
    });
    expect(before.tabs.map((tab, at) => clerksPart(tab, after.tabs[at] ?? tab))).toEqual(before.tabs.map(valuesOf));
    await expectQuiet(world);
  });

  test.each(ledgers.map((ledger) => [ledger.name, ledger] as const))(
    "[L48] %s: what the API sets stands in its cell and nowhere else",
    async (_name, ledger) => {
      const world = await linked(ledger);
      await world.pass(spreadsheetId);
      const expected = await cellsOf(world, ledger);
      for (const table of await tablesOf(world, ledger)) {
        // The last one: what stands above may be what a 同上 below it repeats.
        const row = table.rows.at(-1);
        const texts: Record<string, string> = {};
        for (const column of kindOf(table.kind).columns) {
          const cell = row?.cells.get(column.field);
          const wanted = settable[column.type.name];
          const text = column.type.name === "text" ? `${wanted}${table.title}` : wanted;
          if (cell === undefined || cell.readOnly !== undefined || column.writes !== "BOTH" || text === undefined)
            continue;
          texts[column.field] = text;
          expected.set(
            `${table.title} ${cellName(cell.row, cell.column)}`,
            renderCell(column, text, { previous: cell }),
          );
        }
        if (row !== undefined) await world.apiSet(row.code, texts);
      }
      await world.pass(spreadsheetId);
      expect(await cellsOf(world, ledger)).toEqual(expected);
      await expectQuiet(world);
    },
  );

  test.each(ledgers.map((ledger) => [ledger.name, ledger] as const))(
    "[L49] %s: an entry made through the API stands right below the last one, and all else is where it was",
    async (_name, ledger) => {
      const world = await linked(ledger);
      await world.pass(spreadsheetId);
      const [table] = (await tablesOf(world, ledger)).filter(({ tabId }) => tabId === 0);
      if (table === undefined) return;
      const before = valuesOf(await firstTab(world));
      const { keyField } = kindOf(table.kind);
      const made = await world.apiCreate(spreadsheetId, { [keyField]: "示例：系统里新增的" }, table.kind);
      await world.pass(spreadsheetId);
      const after = valuesOf(await firstTab(world));
      const [again] = (await tablesOf(world, ledger)).filter(({ tabId }) => tabId === 0);
      expect(again?.rows.map(({ code }) => code)).toEqual([...table.rows.map(({ code }) => code), made.code]);
      const at = again?.rows.at(-1)?.row ?? -1;
      expect(again?.rows.at(-1)?.cells.get(keyField)?.text).toBe("示例：系统里新增的");
      expect([...after.rows.slice(0, at), ...after.rows.slice(at + 1)]).toEqual(before.rows);
      await expectQuiet(world);
    },
  );
});
