import { afterEach, beforeEach, expect, it } from "vitest";
import { columnOf, type Kind } from "../../../core/ledger/kind.ts";
import { kinds } from "../../../core/ledger/kinds.ts";
import { headersOf } from "../../../local/bureau/field-words.ts";
import { addSpreadsheet, deleteRow, read, type } from "../../support/ledger-sheet.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";

/** A spreadsheet with a tab of every kind, two entries in each: no command knows some kinds only. */

let bureau: BureauWorld;
beforeEach(async () => {
  bureau = await startBureauWorld();
  await bureau.world.addUnit("dl");
  addLedgers(bureau, "s1");
  await bureau.world.link("s1", "dl");
});
afterEach(() => bureau.close());

const keyHeader = (kind: Kind) => columnOf(kind, kind.keyField).header;
const textOf = (kind: Kind, word: string) => `${word}的${kind.tab}`;
const rowOf = (kind: Kind, word: string) =>
  headersOf(kind.name).map((header) => (header === keyHeader(kind) ? textOf(kind, word) : ""));

function addLedgers({ world }: BureauWorld, spreadsheetId: string): void {
  const tabs = kinds.map((kind, i) => ({
    title: kind.tab,
    tabId: i + 1,
    rows: [headersOf(kind.name), ...["甲", "乙"].map((word) => rowOf(kind, word))],
    gridColumns: 40,
  }));
  addSpreadsheet(world, spreadsheetId, tabs);
}

async function codeOf(text: string): Promise<string> {
  const item = (await bureau.world.items("s1")).find(({ texts }) => Object.values(texts).includes(text));
  if (item === undefined) throw new Error(`no ${text}`);
  return item.code;
}

const done = (line: string) => ({ exit: 0, out: `${line}\n`, err: "" });

const everyKind = kinds.map((kind, i) => ({ kind, name: kind.name, tabId: i + 1 }));

it.each(everyKind)("[B11] an earlier version of a $name, as its history offers it", async ({ kind, tabId }) => {
  const { world } = bureau;
  await world.pass("s1");
  const [text, header] = [textOf(kind, "甲"), keyHeader(kind)];
  const code = await codeOf(text);
  type(world, text, header, "改过的", "s1", tabId);
  await world.pass("s1");
  const shown = `${kind.prefix}000000000001`;
  expect(await bureau.run("history", code)).toMatchObject({
    exit: 0,
    out: expect.stringMatching(`现为版本2。回到以前：npm run bureau -- restore ${shown} --to 版本\n$`),
  });
  expect(await bureau.run("restore", code, "--to", "1")).toEqual(
    done(`${shown} 已恢复到版本1的内容，成为版本3；下一次同步写入表格`),
  );
  await world.pass("s1");
  expect(read(world, text, header, "s1", tabId)).toBe(text);
});

it.each(everyKind)("[B11] a deleted row of a $name comes back", async ({ kind, tabId }) => {
  const { world } = bureau;
  await world.pass("s1");
  const [text, header] = [textOf(kind, "乙"), keyHeader(kind)];
  const code = await codeOf(text);
  deleteRow(world, 2, 1, "s1", tabId);
  await world.pass("s1");
  await world.pass("s1");
  expect((await world.item(code)).archivedAt).not.toBeNull();
  expect(await bureau.run("restore", code)).toEqual(
    done(`${kind.prefix}000000000001 已恢复，成为版本3；下一次同步写入表格`),
  );
  await world.pass("s1");
  expect(read(world, text, header, "s1", tabId)).toBe(text);
});

it("[B8] a first import counts entries of every kind, and none that the unit had before", async () => {
  const slow = await startBureauWorld({ looksDuringSync: 2 });
  await slow.world.addUnit("dl");
  for (const spreadsheetId of ["s0", "s1"]) {
    addLedgers(slow, spreadsheetId);
    await slow.world.link(spreadsheetId, "dl");
  }
  await slow.world.pass("s0");
  const { err } = await slow.run("sync", "s1");
  expect(err.split("\n")).toEqual([expect.stringMatching(/^首次导入，读到18行：/), "已登记 18 条…", ""]);
  await slow.close();
});
