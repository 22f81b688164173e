import { describe, expect, it } from "vitest";
import { deleteRow, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

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
    reason: "工作表“问题清单”的“系统编号”列不见了，请撤销删除",
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
