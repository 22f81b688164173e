import { describe, expect, it } from "vitest";
import { pauseSpreadsheet, releaseBrake } from "../../../core/sync/links.ts";
import { deleteRow, find, read, type, typeAt } from "../../support/ledger-sheet.ts";
import type { Request } from "../../support/memory-google.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

const codeColumn = 11;
const noticeNote = "header 系统提示 note";

interface Case {
  readonly what: string;
  readonly rows: number;
  readonly act: (ledger: Ledger) => void;
  readonly undo: (ledger: Ledger) => void;
  readonly reason: string;
  /** The 系统提示 header is gone with the rest, so there is no cell to hang the reason on. */
  readonly noNote?: true;
}

function edit(ledger: Ledger, ...requests: Request[]): void {
  ledger.world.google.edit("s1", requests);
}

function clearCodes(ledger: Ledger, rows: number): void {
  for (let row = 1; row <= rows; row++) typeAt(ledger.world, { row, column: codeColumn }, "");
}

/** The state before an act, put back as the page's undo does. */
function remembering(act: (ledger: Ledger) => void): Pick<Case, "act" | "undo"> {
  const kept = new WeakMap<Ledger, ReturnType<Ledger["world"]["google"]["state"]>>();
  return {
    act: (ledger) => {
      kept.set(ledger, ledger.world.google.state("s1"));
      act(ledger);
    },
    undo: (ledger) => {
      const before = kept.get(ledger);
      if (before !== undefined) ledger.world.google.put(before);
    },
  };
}

const overwrite = (ledger: Ledger, rows: number) => {
  for (let row = 1; row <= rows; row++) typeAt(ledger.world, { row, column: 4 }, `错列${row}`);
};

const cases: readonly Case[] = [
  {
    what: "[K1] the tab deleted",
    rows: 3,
    ...remembering((ledger) => {
      edit(ledger, { addSheet: { properties: { sheetId: 99, title: "空白" } } });
      edit(ledger, { deleteSheet: { sheetId: 7 } });
    }),
    reason: "工作表“问题清单”不见了，其中原有3行；若确已删除，请解除暂停",
    noNote: true,
  },
  {
    what: "[K1] the header row deleted",
    rows: 3,
    ...remembering((ledger) => deleteRow(ledger.world, 0)),
    reason: "工作表“问题清单”里找不到表头，请恢复表头（问题描述、问题类别、整改措施、责任部门、责任人、整改时限）",
    noNote: true,
  },
  {
    what: "[K1] the 系统编号 column deleted",
    rows: 3,
    ...remembering((ledger) =>
      edit(ledger, {
        deleteDimension: {
          range: { sheetId: 7, dimension: "COLUMNS", startIndex: codeColumn, endIndex: codeColumn + 1 },
        },
      }),
    ),
    reason: "工作表“问题清单”的“系统编号”列不见了，请撤销删除或改名",
  },
  {
    what: "[K1] the 系统编号 header renamed",
    rows: 3,
    ...remembering((ledger) => typeAt(ledger.world, { row: 0, column: codeColumn }, "我的编码")),
    reason: "工作表“问题清单”的“系统编号”列不见了，请撤销删除或改名",
  },
  {
    what: "[K1] every code cleared",
    rows: 3,
    ...remembering((ledger) => clearCodes(ledger, 3)),
    reason: "工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除",
  },
  {
    what: "[K2] seven of twenty rows deleted",
    rows: 20,
    ...remembering((ledger) => deleteRow(ledger.world, 3, 7)),
    reason: "原有20行中有7行不见了，超过了上限，已停止同步；若确要删除，请解除暂停，否则请撤销删除",
  },
  {
    what: "[K2] six rows of foreign codes pasted in",
    rows: 20,
    ...remembering((ledger) =>
      ledger.world.google.write(
        "s1",
        "问题清单!A22",
        Array.from({ length: 6 }, (_, i) => [i, `别处的问题${i}`, ...Array<string>(9).fill(""), `P00000000000${i}`]),
      ),
    ),
    reason: "有6行的“系统编号”不属于本表，像是整块粘贴所致，请撤销",
  },
  {
    what: "[K3] a column pasted over in 22 of 25 rows",
    rows: 25,
    ...remembering((ledger) => overwrite(ledger, 22)),
    reason: "25行中有22行同时改动，像是错列或整块粘贴所致，已停止同步；若确是有意修改，请解除暂停",
  },
];

const named = cases.map((brake) => [brake.what, brake] as const);

describe("what stops a pass", () => {
  it.each(named)("%s: nothing moves on either side, the reason stands where people look", async (_what, brake) => {
    const ledger = await settledLedger(brake.rows);
    await ledger.world.apiSet(ledger.code(1), { progress: "等着写进表的" });
    brake.act(ledger);
    const itemWrites = ledger.world.itemWrites();
    const change = await ledger.changed(async () => {
      const { record, requests } = await passWith(ledger.world, {});
      expect([record?.outcome, record?.reason]).toEqual(["BRAKED", brake.reason]);
      expect(requests).toEqual(brake.noNote ? ["read"] : ["read", "restructure"]);
    });
    expect(change).toEqual({
      link: `BRAKED ${brake.reason}`,
      ...(brake.noNote ? {} : { [noticeNote]: `【系统】已暂停同步：${brake.reason}` }),
    });
    expect(ledger.world.itemWrites()).toBe(itemWrites);
    const link = await ledger.world.store.getLink("s1");
    expect((await ledger.world.store.getPass("s1", link?.brakedPass ?? ""))?.reason).toBe(brake.reason);

    // As long as it is so, every pass costs one read and says the same.
    expect(
      await ledger.changed(async () => {
        expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
      }),
    ).toEqual({});
    expect((await ledger.world.store.getLink("s1"))?.brakedPass).toBe(link?.brakedPass);
  });

  it.each(named)(
    "[K5] %s and undone: the next pass goes on by itself and takes the note away",
    async (_what, brake) => {
      const ledger = await settledLedger(brake.rows);
      const before = await ledger.picture();
      brake.act(ledger);
      await ledger.pass();
      brake.undo(ledger);
      await ledger.rest();
      expect(await ledger.picture()).toEqual(before);
      expect(await ledger.world.store.getLink("s1")).toMatchObject({ state: "ACTIVE", brakedPass: null, reason: null });
    },
  );
});

describe("figures below which nobody is stopped", () => {
  it("[K2] five missing rows of six are a deletion, six are a brake", async () => {
    const five = await settledLedger(6);
    deleteRow(five.world, 1, 5);
    await five.rest();
    expect((await five.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(5);
    const six = await settledLedger(7);
    deleteRow(six.world, 1, 6);
    expect((await six.pass()).outcome).toBe("BRAKED");
  });

  it("[K2] a fifth of many rows is a deletion, one more is a brake", async () => {
    const fifth = await settledLedger(40);
    deleteRow(fifth.world, 1, 8);
    await fifth.rest();
    expect((await fifth.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(8);
    const more = await settledLedger(40);
    deleteRow(more.world, 1, 9);
    expect((await more.pass()).outcome).toBe("BRAKED");
  });

  it("[K2] rows that go away bit by bit are counted afresh each time", async () => {
    const ledger = await settledLedger(12);
    for (let i = 0; i < 2; i++) {
      deleteRow(ledger.world, 1, 3);
      await ledger.rest();
    }
    expect((await ledger.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(6);
  });

  it("[K3] twenty changed rows are an afternoon's work, whatever their share", async () => {
    const ledger = await settledLedger(20);
    overwrite(ledger, 20);
    expect((await ledger.pass()).outcome).toBe("DONE");
    expect((await ledger.world.items("s1")).every(({ texts }) => texts.department?.startsWith("错列"))).toBe(true);
  });

  it("[K3] one write of the API to all rows stops nobody", async () => {
    const ledger = await settledLedger(30);
    for (let n = 1; n <= 30; n++) await ledger.world.apiSet(ledger.code(n), { remark: `接口${n}` });
    expect(figures(await ledger.pass())).toMatchObject({ outcome: "DONE", toSheet: 30, reads: 1, writes: 1 });
    expect(read(ledger.world, "第30个示例问题", "备注")).toBe("接口30");
  });
});

describe("release", () => {
  const deleteSeven = async () => {
    const ledger = await settledLedger(20);
    deleteRow(ledger.world, 3, 7);
    await ledger.pass();
    return ledger;
  };

  it("[K5] lets exactly the braked pass go on: the rows are marked, then archived, in passes that are not stopped again", async () => {
    const ledger = await deleteSeven();
    const braked = (await ledger.world.store.getLink("s1"))?.brakedPass ?? "";
    expect(await releaseBrake(ledger.world.store, "s1", "0000000000")).toEqual({ ok: false, why: "OTHER_PASS" });
    expect(await releaseBrake(ledger.world.store, "s1", braked)).toMatchObject({ ok: true });
    expect(await releaseBrake(ledger.world.store, "s1", braked)).toEqual({ ok: false, why: "NOT_BRAKED" });
    await ledger.rest();
    expect((await ledger.world.items("s1")).filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(7);
    expect((await ledger.picture())[noticeNote]).toBeUndefined();
  });

  it("[K5] is for what the person saw: another reason stops the pass again", async () => {
    const ledger = await deleteSeven();
    await ledger.world.release("s1");
    clearCodes(ledger, 13);
    const { outcome, reason } = await ledger.pass();
    expect([outcome, reason]).toEqual(["BRAKED", "工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除"]);
  });

  it("[K5] is used up by the pass that it let go on", async () => {
    const ledger = await deleteSeven();
    await ledger.world.release("s1");
    await ledger.rest();
    deleteRow(ledger.world, 1, 7);
    expect((await ledger.pass()).outcome).toBe("BRAKED");
  });

  it("[K5] of a tab deleted on purpose: its items are archived, the rest goes on", async () => {
    const ledger = await settledLedger();
    edit(ledger, { addSheet: { properties: { sheetId: 8, title: "问题清单二" } } });
    ledger.world.google.write("s1", "问题清单二!A1", [
      ["序号", "问题描述", "整改措施"],
      [1, "留下的问题", "措施"],
    ]);
    await ledger.rest();
    edit(ledger, { deleteSheet: { sheetId: 7 } });
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    await ledger.world.release("s1");
    await ledger.rest();
    expect(
      (await ledger.world.items("s1")).map(({ texts, archivedAt }) => [texts.description, archivedAt !== null]).sort(),
    ).toEqual([
      ["留下的问题", false],
      ["第1个示例问题", true],
      ["第2个示例问题", true],
      ["第3个示例问题", true],
    ]);
  });
});

describe("other states", () => {
  it("[K4] a paused spreadsheet is not even read; when it goes on nothing of either side is lost", async () => {
    const ledger = await settledLedger();
    await pauseSpreadsheet(ledger.world.store, "s1", true);
    await ledger.world.apiSet(ledger.code(1), { owner: "王某" });
    type(ledger.world, "第2个示例问题", "备注", "表格写的");
    expect((await passWith(ledger.world, {})).requests).toEqual([]);
    expect((await ledger.picture()).link).toBe("PAUSED 已暂停同步");
    await pauseSpreadsheet(ledger.world.store, "s1", false);
    await ledger.rest();
    const picture = await ledger.picture();
    expect([picture["#1 责任人"], picture["item #2 remark"], picture.link]).toEqual(["王某", "表格写的", undefined]);
  });

  it("[K4] a spreadsheet that is gone is UNREACHABLE, keeps its items, and is well again once it is shared again", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const state = ledger.world.google.state("s1");
    ledger.world.google.remove("s1");
    expect((await ledger.pass()).outcome).toBe("UNREACHABLE");
    expect(await ledger.world.store.getLink("s1")).toMatchObject({
      state: "UNREACHABLE",
      reason: "表格已删除，或未共享给同步账号；数据原样保留",
    });
    expect((await ledger.world.items("s1")).every(({ archivedAt }) => archivedAt === null)).toBe(true);
    ledger.world.google.put(state);
    expect((await ledger.pass()).outcome).toBe("NOTHING");
    expect(await ledger.picture()).toEqual(before);
  });

  it("[K4] the clerk's own note on the 系统提示 header outlives a brake", async () => {
    const ledger = await settledLedger();
    const { column } = find(ledger.world, "第1个示例问题", "系统提示");
    const start = { sheetId: 7, rowIndex: 0, columnIndex: column };
    edit(ledger, { updateCells: { start, fields: "note", rows: [{ values: [{ note: "这列别动" }] }] } });
    clearCodes(ledger, 3);
    await ledger.pass();
    expect((await ledger.picture())[noticeNote]).toBe(
      "这列别动\n【系统】已暂停同步：工作表“问题清单”的“系统编号”全部空白，请撤销对这一列的清除",
    );
    for (let n = 1; n <= 3; n++) typeAt(ledger.world, { row: n, column: codeColumn }, ledger.code(n));
    await ledger.rest();
    expect((await ledger.picture())[noticeNote]).toBe("这列别动");
  });
});
