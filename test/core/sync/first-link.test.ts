import { describe, expect, it } from "vitest";
import { createItem } from "../../../core/ledger/create.ts";
import { indexValuesOf } from "../../../core/ledger/index-values.ts";
import { linkSpreadsheet } from "../../../core/sync/links.ts";
import { cellsOf, linkedLedger, sortBy } from "../../support/ledger-sheet.ts";
import { makeSyncWorld } from "../../support/sync-world.ts";
import { edit, ledgerOf } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";

describe("the first link of a ledger with 500 rows", () => {
  const linked = async () => {
    const world = makeSyncWorld();
    await linkedLedger(world, 500);
    return ledgerOf(world);
  };

  it("[P11] preview counts everything, shows the first of each kind, and the import does just that", async () => {
    const ledger = await linked();
    const { lines, ...counts } = await ledger.world.preview("s1");
    expect(counts).toEqual({
      spreadsheetId: "s1",
      rowsRead: 500,
      toStore: 500,
      toSheet: 1_000,
      conflicts: 0,
      problems: 0,
      brake: null,
    });
    expect(
      Object.entries(Object.groupBy(lines, ({ action }) => action)).map(([action, of]) => [action, of?.length]),
    ).toEqual([
      ["ADD_COLUMN", 1],
      ["CREATE_ITEM", 20],
      ["WRITE_CODE", 20],
      ["WRITE_CELL", 20],
    ]);
    const record = await ledger.pass();
    expect(record).toMatchObject({
      rowsRead: 500,
      toStore: 500,
      toSheet: 1_000,
      conflicts: 0,
      problems: 0,
      outcome: "DONE",
      requests: { read: 3, write: 3 },
    });
    expect(await ledger.world.items("s1")).toHaveLength(500);
    expect(
      new Set(
        cellsOf(ledger.world)
          .slice(1)
          .map((row) => row[11]),
      ).size,
    ).toBe(500);
    expect(await ledger.rest()).toBe(1);
  });

  it("[P12] how far it is can be read from the items while it goes on, and it goes on after a crash from there", async () => {
    const ledger = await linked();
    const counted: number[] = [];
    await passWith(ledger.world, {
      "after store 200": async () => {
        counted.push((await ledger.world.items("s1")).length);
        crash();
      },
    });
    ledger.world.wait(400_000);
    await ledger.rest();
    counted.push((await ledger.world.items("s1")).length);
    expect(counted[0]).toBeGreaterThan(0);
    expect(counted[0]).toBeLessThan(500);
    expect(counted[1]).toBe(500);
    expect(
      new Set(
        cellsOf(ledger.world)
          .slice(1)
          .map((row) => row[11]),
      ).size,
    ).toBe(500);
  });

  it("[P12] linked twice, and twice at once, it makes nothing twice; to another unit it is refused", async () => {
    const ledger = await linked();
    const { store } = ledger.world;
    await ledger.rest();
    const before = await ledger.picture();
    const again = () => linkSpreadsheet(store, { spreadsheetId: "s1", unit: "dl", now: ledger.world.nowIso() });
    expect((await Promise.all([again(), again()])).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await ledger.rest()).toBe(1);
    expect(await ledger.picture()).toEqual(before);
    await ledger.world.addUnit("gx");
    expect(await linkSpreadsheet(store, { spreadsheetId: "s1", unit: "gx", now: ledger.world.nowIso() })).toEqual({
      ok: false,
      why: "LINKED_ELSEWHERE",
    });
  });

  it("[P12] sorted in the middle of its import it still gives every row one item", async () => {
    const ledger = await linked();
    await passWith(ledger.world, { "before writeRows 1": () => sortBy(ledger.world, "责任人", "DESCENDING") });
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect(items.filter(({ archivedAt }) => archivedAt === null)).toHaveLength(500);
    const byCode = new Map(items.map(({ code, texts }) => [code, texts.description]));
    expect(
      cellsOf(ledger.world)
        .slice(1)
        .filter((row) => byCode.get(String(row[11])) !== row[1]),
    ).toEqual([]);
  });

  it("[N6] items made before there was a spreadsheet get their rows in its first pass, as its preview said", async () => {
    const world = makeSyncWorld();
    await linkedLedger(world, 2);
    const author = world.apiAuthor();
    for (const [code, kind] of [
      ["PAAAAAAAAAAA1", "problem"],
      ["TAAAAAAAAAAA2", "topic"],
    ] as const) {
      const texts = kind === "problem" ? { description: "早先登记的问题" } : { title: "早先登记的课题" };
      const made = { kind, code, unit: "dl", texts, topicCode: null, row: null, referenceDate: "2023-11-06" };
      const { item, changes } = createItem(made, author);
      await world.store.putItem(item, indexValuesOf(item, "cn/dl/"), changes, 0);
    }
    const ledger = await ledgerOf(world);
    const preview = await world.preview("s1");
    expect(preview.lines.filter(({ action }) => action === "INSERT_ROW").map(({ after }) => after)).toEqual([
      "早先登记的问题",
    ]);
    const record = await ledger.pass();
    expect([record.toStore, record.toSheet]).toEqual([preview.toStore, preview.toSheet]);
    expect(await ledger.rest()).toBe(1);
    expect(cellsOf(world).map((row) => [row[1], row[11] === "" ? "" : "code"])).toEqual([
      ["问题描述", "code"],
      ["第1个示例问题", "code"],
      ["第2个示例问题", "code"],
      ["早先登记的问题", "code"],
    ]);
    expect((await world.item("TAAAAAAAAAAA2")).row).toBeNull();

    // Once a tab for it appears, the topic has its row there.
    edit(ledger, { addSheet: { properties: { sheetId: 8, title: "调研课题" } } });
    world.google.write("s1", "调研课题!A1", [
      ["序号", "课题名称", "责任部门", "进展情况"],
      [1, "表格里的课题", "办公室", ""],
    ]);
    await ledger.rest();
    expect(cellsOf(world, "s1", 8).map((row) => row[1])).toEqual(["课题名称", "表格里的课题", "早先登记的课题"]);
  });
});
