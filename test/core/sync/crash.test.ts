import { describe, expect, it } from "vitest";
import { cellsOf, deleteRow, find, read, sortBy, type, typeAt } from "../../support/ledger-sheet.ts";
import { busyLedger, historyTexts, meaning } from "./busy.ts";
import { figures, type Ledger, quiet, settledLedger } from "./ledger.ts";
import { crash, passWith, unanswered } from "./moments.ts";
import { differing } from "./picture.ts";

const shiftedHeaders =
  "问题类别 整改措施 责任部门 责任人 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示";

function insertPrivateColumn({ world }: Ledger): void {
  const range = { sheetId: 7, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
  world.google.edit("s1", [{ insertDimension: { range, inheritFromBefore: false } }]);
  typeAt(world, { row: 0, column: 2 }, "自用栏");
}

describe("after a crash", () => {
  it("[P6] at every single await of a busy pass, before it and after it: the next passes end where an undisturbed one does", async () => {
    const undisturbed = await busyLedger();
    const { moments } = await passWith(undisturbed.world, {});
    await undisturbed.rest();
    const wanted = await meaning(undisturbed);
    const wantedHistory = await historyTexts(undisturbed);
    const wrong: Record<string, unknown> = {};
    for (const moment of moments) {
      const ledger = await busyLedger();
      await passWith(ledger.world, { [moment]: crash });
      ledger.world.wait(400_000);
      await ledger.rest();
      const found = { ...differing(wanted, await meaning(ledger)) };
      const history = await historyTexts(ledger);
      if (JSON.stringify(history) !== JSON.stringify(wantedHistory)) found.history = history.join("\n");
      if (Object.keys(found).length > 0) wrong[moment] = found;
    }
    expect(wrong).toEqual({});
    expect(moments.length).toBeGreaterThan(100);
  }, 120_000);

  it("[P6] an unanswered or failing request to the store at every call ends there too", async () => {
    const undisturbed = await busyLedger();
    const { moments } = await passWith(undisturbed.world, {});
    await undisturbed.rest();
    const wanted = await meaning(undisturbed);
    const wrong: Record<string, unknown> = {};
    for (const moment of moments) {
      const ledger = await busyLedger();
      await passWith(ledger.world, { [moment]: unanswered });
      ledger.world.wait(400_000);
      await ledger.rest();
      const found = differing(wanted, await meaning(ledger));
      if (Object.keys(found).length > 0) wrong[moment] = found;
    }
    expect(wrong).toEqual({});
  }, 120_000);

  it("[P7] a formula that shows what a lost write of ours said is the clerk's, and stays one", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { remark: "公式" });
    await passWith(ledger.world, { "after writeRows 1": crash });
    const formula = '=IF(TRUE,"公式","")';
    typeAt(ledger.world, find(ledger.world, "第3个示例问题", "备注"), formula);
    deleteRow(ledger.world, find(ledger.world, "第1个示例问题", "备注").row);
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(read(ledger.world, "第3个示例问题", "备注")).toBe(formula);
    const item = await ledger.world.item(ledger.code(3));
    expect([item.texts.remark, item.conflicts]).toEqual(["公式", []]);
  });

  it("[P7] a value that a sort put into another row before the crash is no edit of that row", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => sortBy(ledger.world, "序号", "DESCENDING"),
      "after writeRows 1": crash,
    });
    expect(read(ledger.world, "第3个示例问题", "责任人")).toBe("接口的人");
    ledger.world.wait(400_000);
    await ledger.rest();
    const drawn = await ledger.picture();
    expect([drawn["#1 责任人"], drawn["#3 责任人"], drawn["item #1 owner"], drawn["item #3 owner"]]).toEqual([
      "接口的人",
      "责任人3",
      "接口的人",
      "责任人3",
    ]);
    expect(drawn["item #3 conflict owner.2"]).toBe("sheet 接口的人, store 责任人3, shows API, open");
    expect(
      Object.entries(drawn)
        .filter(([line]) => line.startsWith("history #3"))
        .map(([, text]) => text),
    ).toEqual([
      "sync owner: 接口的人 → 责任人3 (两边同时改动，显示系统的内容)",
      "sheet:s1 owner: 责任人3 → 接口的人",
      "sheet:s1 item: null → CREATED",
    ]);
  });

  it("[P7] nor is a value that an inserted column put under another header; no header is ever written over", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => insertPrivateColumn(ledger),
      "after writeRows 1": crash,
    });
    expect(read(ledger.world, "第2个示例问题", "责任部门")).toBe("接口的人");
    ledger.world.wait(400_000);
    await ledger.rest();
    const drawn = await ledger.picture();
    expect(drawn.headers).toBe(`序号 问题描述 自用栏 ${shiftedHeaders}`);
    expect([drawn["#2 责任人"], drawn["#2 责任部门"], drawn["item #2 owner"], drawn["item #2 department"]]).toEqual([
      "接口的人",
      "办公室",
      "接口的人",
      "办公室",
    ]);
  });

  it("[P7] nor where the row that our value fell on lost its code too: what else it says tells which it is", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { description: "接口改写的问题", department: "接口的科" });
    await passWith(ledger.world, {
      "before writeRows 1": () => sortBy(ledger.world, "序号", "DESCENDING"),
      "after writeRows 1": crash,
    });
    ledger.world.wait(400_000);
    type(ledger.world, "接口改写的问题", "系统编号", "");
    await ledger.rest();
    const items = await ledger.world.items("s1");
    expect(items.map(({ code, texts }) => [code, texts.description, texts.department]).sort()).toEqual(
      [
        [ledger.code(1), "接口改写的问题", "接口的科"],
        [ledger.code(2), "第2个示例问题", "办公室"],
        [ledger.code(3), "第3个示例问题", "办公室"],
      ].sort(),
    );
    expect(read(ledger.world, "第3个示例问题", "系统编号")).toBe(ledger.code(3));
    expect(read(ledger.world, "接口改写的问题", "系统编号")).toBe(ledger.code(1));
  });

  it("[P7] nor is our own value in its own row, though the row lost its code and the API went back on it meanwhile", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    await passWith(ledger.world, { "after writeRows 1": crash });
    ledger.world.wait(400_000);
    type(ledger.world, "第2个示例问题", "系统编号", ledger.code(1));
    await ledger.world.apiSet(ledger.code(2), { owner: "责任人2" });
    await ledger.rest();
    const drawn = await ledger.picture();
    expect([drawn["#2 责任人"], drawn["item #2 owner"], drawn["item #2"]]).toEqual([
      "责任人2",
      "责任人2",
      "dl PRESENT tab 7 version 3",
    ]);
  });

  it("[P7] nor after a second pass that died, wherever it did, before it could take our value back", async () => {
    const lastCallBeforeWrite = async () => {
      const ledger = await wentBack();
      const { moments } = await passWith(ledger.world, {});
      return moments.slice(0, moments.indexOf("before writeRows 1")).filter((at) => at.startsWith("after store"))
        .length;
    };
    /** Our value is in the sheet and nobody has proven it, and the API has gone back on it. */
    async function wentBack() {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
      await passWith(ledger.world, { "after writeRows 1": crash });
      ledger.world.wait(400_000);
      await ledger.world.apiSet(ledger.code(2), { owner: "责任人2" });
      return ledger;
    }
    const last = await lastCallBeforeWrite();
    for (const moment of Array.from({ length: 4 }, (_, i) => `before store ${last - i}`)) {
      const ledger = await wentBack();
      await passWith(ledger.world, { [moment]: crash });
      ledger.world.wait(400_000);
      await ledger.rest();
      const item = await ledger.world.item(ledger.code(2));
      expect([moment, read(ledger.world, "第2个示例问题", "责任人"), item.texts.owner, item.version]).toEqual([
        moment,
        "责任人2",
        "责任人2",
        3,
      ]);
    }
  });

  it("[P8] reads that are older than our own write undo nothing; once none can be as old, it is a clerk's undo", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await ledger.pass();
    // Google answers this read from before the write.
    ledger.world.google.lag = 1;
    const stale = await ledger.changed(async () => {
      await ledger.pass();
      await ledger.pass();
    });
    ledger.world.google.lag = 0;
    expect(stale).toEqual({ "item #1 ahead #recheck": "“”" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "item #1 ahead #recheck": null });
    expect(read(ledger.world, "第1个示例问题", "责任人")).toBe("接口的人");

    type(ledger.world, "第1个示例问题", "责任人", "责任人1");
    expect(figures(await ledger.pass())).toEqual(quiet);
    ledger.world.wait(120_000);
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(1))).texts.owner).toBe("责任人1");
  });

  it("[P8] an old read that shows what stood in a cell in between, and no pass has seen, undoes nothing either", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "责任人", "先写的人");
    type(ledger.world, "第1个示例问题", "责任人", "后写的人");
    type(ledger.world, "第2个示例问题", "责任人", "别的人");
    await ledger.pass();
    // Google answers from before the last two.
    ledger.world.google.lag = 2;
    const stale = await ledger.changed(() => ledger.pass());
    ledger.world.google.lag = 0;
    expect(stale).toEqual({ "item #1 ahead #recheck": "“”", "item #2 ahead #recheck": "“”" });
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(1))).texts.owner).toBe("后写的人");
  });

  it("[P8] an old read that shows the key of before is of the same row", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "问题描述", "改过的问题");
    await ledger.pass();
    ledger.world.google.lag = 1;
    const stale = await ledger.changed(() => ledger.pass());
    ledger.world.google.lag = 0;
    expect(stale).toEqual({ "item #1 ahead #recheck": "“”" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "item #1 ahead #recheck": null });
  });

  it("[N7] a row that was to be looked at again and is deleted meanwhile is deleted: that mark is no change", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await ledger.pass();
    type(ledger.world, "第1个示例问题", "责任人", "责任人1");
    await ledger.pass();
    expect((await ledger.world.item(ledger.code(1))).ahead).toEqual({ "#recheck": "" });
    deleteRow(ledger.world, find(ledger.world, "第1个示例问题", "问题描述").row);
    for (let passes = 0; passes < 4; passes++) {
      await ledger.pass();
      ledger.world.wait(120_000);
    }
    expect((await ledger.world.item(ledger.code(1))).archivedAt).not.toBeNull();
    expect(cellsOf(ledger.world).map((row) => row[1])).toEqual(["问题描述", "第2个示例问题", "第3个示例问题"]);
  });

  it("[P8] a column that comes in takes the store's text, though a blank was replaced there lately", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "备注", "当场写的");
    await ledger.pass();
    const { column } = find(ledger.world, "第1个示例问题", "备注");
    const range = { sheetId: 7, dimension: "COLUMNS", startIndex: column, endIndex: column + 1 };
    ledger.world.google.edit("s1", [{ deleteDimension: { range } }]);
    await ledger.pass();
    await ledger.world.apiSet(ledger.code(1), { remark: "接口写的" });
    ledger.world.google.edit("s1", [{ insertDimension: { range, inheritFromBefore: false } }]);
    typeAt(ledger.world, { row: 0, column }, "备注");
    await ledger.rest();
    expect(read(ledger.world, "第1个示例问题", "备注")).toBe("接口写的");
  });

  it("[P8] a read that is older than a write which nobody has proven undoes nothing either", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const { moments } = await passWith(ledger.world, {});
    // The last call to the store before the base and the journal are written: the item says already that it is there.
    const settled = moments.filter((moment) => moment.startsWith("after store")).length;
    expect(settled).toBeGreaterThan(10);
    for (let call = settled; call > settled - 6; call--) {
      const other = await settledLedger();
      await other.world.apiSet(other.code(1), { owner: "接口的人" });
      await passWith(other.world, { [`after store ${call}`]: crash });
      other.world.google.lag = 1;
      await other.pass().catch(() => undefined);
      await other.pass().catch(() => undefined);
      other.world.google.lag = 0;
      other.world.wait(400_000);
      await other.rest();
      expect([call, (await other.world.item(other.code(1))).texts.owner]).toEqual([call, "接口的人"]);
      expect(read(other.world, "第1个示例问题", "责任人")).toBe("接口的人");
    }
  });
});
