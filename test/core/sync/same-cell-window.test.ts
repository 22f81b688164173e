import { describe, expect, it } from "vitest";
import {
  addSpreadsheet,
  cellsOf,
  find,
  plainHeaders,
  problemRow,
  read,
  type,
  typeAt,
} from "../../support/ledger-sheet.ts";
import { makeSyncWorld, type WorldOptions } from "../../support/sync-world.ts";
import { codeColumn, edit, type Ledger, ledgerOf, settledLedger } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";
import { deleteColumn, insertColumn, kept, reverse } from "./windows.ts";

const tabs = ["问题清单", "二月问题清单", "三月问题清单"];

/** Three tabs with two rows each, of which one is set through the API. */
async function threeTabs(options: WorldOptions = {}): Promise<Ledger> {
  const world = makeSyncWorld(options);
  const content = tabs.map((title, i) => ({
    title,
    tabId: 7 + i,
    rows: [[...plainHeaders], problemRow(2 * i + 1), problemRow(2 * i + 2)],
  }));
  addSpreadsheet(world, "s1", content);
  await world.addUnit("dl");
  await world.link("s1", "dl");
  await world.pass("s1");
  const ledger = await ledgerOf(world);
  for (const { code, texts } of await world.items("s1"))
    if (/第[135]个/.test(texts.description ?? "")) await world.apiSet(code, { owner: "接口的人" });
  return ledger;
}

/** Each test sits in one window between two requests to Google and shows what is lost there, and what is not. */

const ownerOf = (ledger: Ledger, n: number) => read(ledger.world, `第${n}个示例问题`, "责任人");
describe("two edits of one cell", () => {
  it("[Z2] a person types into a cell between our read and our write of it: ours stands, theirs is in no record", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => type(ledger.world, "第1个示例问题", "责任人", "当场改的"),
    });
    await ledger.rest();
    expect(ownerOf(ledger, 1)).toBe("接口的人");
    expect(await kept(ledger)).not.toContain("当场改的");
  });

  it("[Z2] before our read it is a conflict, after our write an edit: either way nothing is lost", async () => {
    const before = await settledLedger();
    await before.world.apiSet(before.code(1), { owner: "接口的人" });
    await passWith(before.world, { "before read 1": () => type(before.world, "第1个示例问题", "责任人", "当场改的") });
    await before.rest();
    expect([ownerOf(before, 1), (await before.picture())["item #1 conflict owner.3"]]).toEqual([
      "当场改的",
      "sheet 当场改的, store 接口的人, shows SHEET, open",
    ]);
    const after = await settledLedger();
    await after.world.apiSet(after.code(1), { owner: "接口的人" });
    await passWith(after.world, {
      "after writeRows 1": () => type(after.world, "第1个示例问题", "责任人", "当场改的"),
    });
    await after.rest();
    expect([ownerOf(after, 1), (await after.world.item(after.code(1))).texts.owner]).toEqual(["当场改的", "当场改的"]);
  });

  it("[Z2] every other cell of the row, and every cell of other rows, has no such window", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => {
        type(ledger.world, "第1个示例问题", "备注", "当场写的");
        type(ledger.world, "第2个示例问题", "责任人", "当场改的");
      },
    });
    await ledger.rest();
    const picture = await ledger.picture();
    expect(["item #1 owner", "item #1 remark", "item #2 owner"].map((line) => picture[line])).toEqual([
      "接口的人",
      "当场写的",
      "当场改的",
    ]);
  });

  it("[Z2] a row that was just inserted for an item of the API is such a cell too, until it is filled", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await passWith(ledger.world, {
      "before writeRows 2": () => typeAt(ledger.world, { row: 4, column: 1 }, "当场登记的问题"),
    });
    await ledger.rest();
    expect(cellsOf(ledger.world).map((row) => row[1])).toEqual([
      "问题描述",
      "第1个示例问题",
      "第2个示例问题",
      "第3个示例问题",
      "接口登记的问题",
    ]);
    expect(await kept(ledger)).not.toContain("当场登记的问题");
  });

  it("[Z2] nor is anything lost of what is typed there before the item's code is: that row is the clerk's, and another one is made", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await passWith(ledger.world, {
      "before writeRows 1": () => typeAt(ledger.world, { row: 4, column: 1 }, "当场登记的问题"),
    });
    await ledger.rest();
    expect(
      cellsOf(ledger.world)
        .map((row) => row[1])
        .slice(4),
    ).toEqual(["当场登记的问题", "接口登记的问题"]);
    expect(await kept(ledger)).toContain("当场登记的问题");
  });

  it("[Z2] an edit through the API has no such window: the newer one is in the cell in the end", async () => {
    for (const moment of ["after read 1", "before writeRows 1", "after writeRows 1"]) {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
      await passWith(ledger.world, { [moment]: () => ledger.world.apiSet(ledger.code(1), { owner: "又换了人" }) });
      await ledger.rest();
      expect([moment, ownerOf(ledger, 1), (await ledger.world.item(ledger.code(1))).texts.owner]).toEqual([
        moment,
        "又换了人",
        "又换了人",
      ]);
    }
  });

  it("[Z2] nothing is asked of Google between the read and the write of the first 500 rows; each further 500 wait one request", async () => {
    const ledger = await settledLedger(1_001);
    for (let n = 1; n <= 1_001; n++) await ledger.world.apiSet(ledger.code(n), { remark: `接口${n}` });
    expect((await passWith(ledger.world, {})).requests).toEqual(["read", "writeRows", "writeRows", "writeRows"]);
    await ledger.rest();
    expect(read(ledger.world, "第1001个示例问题", "备注")).toBe("接口1001");

    const world = makeSyncWorld();
    addSpreadsheet(world, "s1", [{ title: "问题清单", tabId: 7, rows: [[...plainHeaders], problemRow(1)] }]);
    await world.addUnit("dl");
    await world.link("s1", "dl");
    const fresh = await ledgerOf(world);
    // Columns and anchors are made before, and the sheet is read again after each.
    expect((await passWith(fresh.world, {})).requests).toEqual([
      "read",
      "restructure",
      "read",
      "restructure",
      "read",
      "writeRows",
    ]);
  }, 60_000);

  it("[Z2] so is a cell of a column that came in blank and is filled from the store", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const { column } = find(ledger.world, "第1个示例问题", "责任人");
    deleteColumn(ledger, "责任人");
    await ledger.rest();
    insertColumn(ledger, column);
    typeAt(ledger.world, { row: 0, column }, "责任人");
    const { requests } = await passWith(ledger.world, {
      "before writeRows 1": () => type(ledger.world, "第1个示例问题", "责任人", "当场改的"),
    });
    expect(requests).toEqual(["read", "writeRows"]);
    await ledger.rest();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[Z2] so is a cell in which a value of ours was found that was not meant for it", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, { "before writeRows 1": reverse(ledger), "after writeRows 1": crash });
    ledger.world.wait(400_000);
    await passWith(ledger.world, {
      "before writeRows 1": () => type(ledger.world, "第3个示例问题", "责任人", "当场改的"),
    });
    await ledger.rest();
    expect(ownerOf(ledger, 3)).toBe("责任人3");
    expect(await kept(ledger)).not.toContain("当场改的");
  });

  it("[Z2] each further tab waits one request longer, and what is typed there until then is lost", async () => {
    const ledger = await threeTabs();
    const typed: string[] = [];
    const typeIn = (tab: number) => () => {
      typed.push(`当场改的${tab}`);
      type(ledger.world, `第${2 * tab + 1}个示例问题`, "责任人", `当场改的${tab}`, "s1", 7 + tab);
    };
    const { requests } = await passWith(ledger.world, {
      "before writeRows 1": typeIn(0),
      "before writeRows 2": typeIn(1),
      "before writeRows 3": typeIn(2),
    });
    expect(requests).toEqual(["read", "writeRows", "writeRows", "writeRows"]);
    await ledger.rest();
    const owners = [0, 1, 2].map((tab) => read(ledger.world, `第${2 * tab + 1}个示例问题`, "责任人", "s1", 7 + tab));
    expect(owners).toEqual(["接口的人", "接口的人", "接口的人"]);
    for (const text of typed) expect(await kept(ledger)).not.toContain(text);
  });

  it("[Z2] two requests longer, where Google does not answer the header row", async () => {
    const ledger = await threeTabs({ switches: { skippedWriteAnswers: false } });
    expect((await passWith(ledger.world, {})).requests).toEqual([
      ...["read", "writeRows"],
      ...["read", "writeRows"],
      ...["read", "writeRows", "read"],
    ]);
  });

  it.each<[string, (ledger: Ledger) => Promise<void>]>([
    [
      "taken away",
      async (ledger) => {
        for (const row of [1, 2, 3]) typeAt(ledger.world, { row, column: codeColumn }, "");
        expect((await ledger.pass()).outcome).toBe("BRAKED");
        for (const n of [1, 2, 3]) typeAt(ledger.world, { row: n, column: codeColumn }, ledger.code(n));
      },
    ],
    [
      "put",
      async (ledger) => edit(ledger, { duplicateSheet: { sourceSheetId: 7, newSheetId: 8, newSheetName: "副本" } }),
    ],
  ])("[Z2] one request lies before the first write where a note on a 系统提示 header is %s", async (_, prepare) => {
    const ledger = await settledLedger();
    await prepare(ledger);
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const { requests } = await passWith(ledger.world, {
      "before restructure 1": () => type(ledger.world, "第1个示例问题", "责任人", "当场改的"),
    });
    expect(requests).toEqual(["read", "restructure", "writeRows"]);
    await ledger.rest();
    expect(ownerOf(ledger, 1)).toBe("接口的人");
    expect(await kept(ledger)).not.toContain("当场改的");
  });
});
