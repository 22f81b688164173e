import { describe, expect, it } from "vitest";
import { AppError } from "../../../core/errors.ts";
import { pauseSpreadsheet, quarantineReason, releaseBrake } from "../../../core/sync/links.ts";
import { deleteRow, find, sortBy, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";

/** That a spreadsheet stands still is told in the sheet itself, whatever came between. */

const noticeNote = "header 系统提示 note";
const noteOf = async (ledger: Ledger) => (await ledger.picture())[noticeNote];
const linkOf = async ({ world }: Ledger) => {
  const link = await world.store.getLink("s1");
  return { state: link?.state, reason: link?.reason };
};
const unanswered = () => {
  throw new AppError("google.unavailable", "503");
};

function clearCodes(ledger: Ledger): void {
  for (let row = 1; row <= 3; row++) typeAt(ledger.world, { row, column: codeColumn }, "");
}

/** Sorted at each of its three writes. */
async function quarantined(): Promise<Ledger> {
  const ledger = await settledLedger();
  await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
  let order: "ASCENDING" | "DESCENDING" = "ASCENDING";
  const turn = () => {
    order = order === "ASCENDING" ? "DESCENDING" : "ASCENDING";
    sortBy(ledger.world, "序号", order);
  };
  await passWith(ledger.world, { "before writeRows 1": turn, "before writeRows 2": turn, "before writeRows 3": turn });
  return ledger;
}

describe("a brake", () => {
  it.each([
    ["a crash before its note", { "before restructure 1": crash }],
    ["a crash after its note", { "after restructure 1": crash }],
    ["a note that Google refuses", { "before restructure 1": unanswered }],
  ])("[K4] %s: the next pass tells it, and one release is enough", async (_, happen) => {
    const ledger = await settledLedger();
    clearCodes(ledger);
    await passWith(ledger.world, happen);
    ledger.world.wait(400_000);
    const reason = "工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除";
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    expect([await linkOf(ledger), await noteOf(ledger)]).toEqual([
      { state: "BRAKED", reason },
      `【系统】已暂停同步：${reason}`,
    ]);
    await ledger.world.release("s1");
    await ledger.rest();
    expect([await linkOf(ledger), await noteOf(ledger)]).toEqual([{ state: "ACTIVE", reason: null }, undefined]);
  });

  it("[K4] the headers gone but for the system's own: the note is on 系统提示 still", async () => {
    const ledger = await settledLedger();
    for (let column = 0; column < codeColumn; column++) typeAt(ledger.world, { row: 0, column }, `第${column}栏`);
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    const { row, column } = find(ledger.world, "系统编号", "系统提示");
    expect(ledger.world.google.state("s1").sheets[0]?.rows[row]?.[column]?.note).toContain("里找不到表头，请恢复表头");
  });

  it("[K4] items that wait for a place in the sheet wait on: a braked pass writes none of them", async () => {
    const ledger = await settledLedger(20);
    const { item } = await ledger.world
      .apiCreate("s1", { title: "示例课题" }, "topic")
      .then((created) => ({ item: created }));
    await ledger.world.apiPut(item, { item: { ...item, row: null }, changes: [] });
    edit(ledger, { addSheet: { properties: { sheetId: 8, title: "调研课题" } } });
    ledger.world.google.write("s1", "调研课题!A1", [
      ["序号", "课题名称", "责任部门", "进展情况"],
      [1, "表格的课题"],
    ]);
    deleteRow(ledger.world, 3, 7);
    const writes = ledger.world.itemWrites();
    expect([(await ledger.pass()).outcome, ledger.world.itemWrites() - writes]).toEqual(["BRAKED", 0]);
  });
});

describe("a pause", () => {
  it("[K4] is told on the 系统提示 header, and no longer once it is over", async () => {
    const ledger = await settledLedger();
    await pauseSpreadsheet(ledger.world.store, "s1", true);
    await ledger.world.sync.tellPaused("s1");
    expect(await noteOf(ledger)).toBe("【系统】已暂停同步：有人暂停了它；其间填写的内容不会丢，恢复后接着同步");
    await pauseSpreadsheet(ledger.world.store, "s1", false);
    await ledger.rest();
    expect(await noteOf(ledger)).toBeUndefined();
  });

  it("[K4] is not told when it is over already, nor in a spreadsheet that was never read", async () => {
    const ledger = await settledLedger();
    await ledger.world.sync.tellPaused("s1");
    expect(await noteOf(ledger)).toBeUndefined();
  });

  it("[K4] in the middle of a pass stands: the pass ends with its round, and nothing is lost", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await passWith(ledger.world, { "after read 2": () => pauseSpreadsheet(ledger.world.store, "s1", true) });
    expect(await linkOf(ledger)).toEqual({ state: "PAUSED", reason: "已暂停同步" });
    await pauseSpreadsheet(ledger.world.store, "s1", false);
    await ledger.rest();
    expect((await ledger.world.items("s1")).map(({ texts }) => texts.description)).toContain("新的问题");
  });

  it("[K4] of a quarantined spreadsheet ends in the quarantine: only a release ends that", async () => {
    const ledger = await quarantined();
    const { brakedPass } = (await ledger.world.store.getLink("s1")) ?? {};
    await pauseSpreadsheet(ledger.world.store, "s1", true);
    expect(await linkOf(ledger)).toEqual({ state: "PAUSED", reason: "已暂停同步" });
    await pauseSpreadsheet(ledger.world.store, "s1", false);
    expect(await linkOf(ledger)).toEqual({ state: "QUARANTINED", reason: quarantineReason });
    expect((await releaseBrake(ledger.world.store, "s1", brakedPass ?? "")).ok).toBe(true);
    await ledger.rest();
    expect(await linkOf(ledger)).toEqual({ state: "ACTIVE", reason: null });
  });
});

describe("a quarantine", () => {
  it("[K4] is told on the 系统提示 header", async () => {
    expect(await noteOf(await quarantined())).toBe(`【系统】已暂停同步：${quarantineReason}`);
  });
});

describe("a write that Google refuses", () => {
  it("[K6] is the spreadsheet's reason, which stays active, until a pass goes through", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const rejected = () => {
      throw new AppError("spreadsheet.rejected", "protected");
    };
    const happen = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`before writeRows ${i + 1}`, rejected]));
    await passWith(ledger.world, happen);
    expect(await linkOf(ledger)).toEqual({
      state: "ACTIVE",
      reason: "Google 拒绝了上次的写入，系统会再试，数据原样保留；多半是工作表设了保护，请把系统账号加为可编辑者",
    });
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(await linkOf(ledger)).toEqual({ state: "ACTIVE", reason: null });
  });
});
