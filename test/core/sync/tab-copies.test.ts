import { describe, expect, it } from "vitest";
import { listCellProblems } from "../../../core/sync/problems.ts";
import { typeAt } from "../../support/ledger-sheet.ts";
import { edit, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

const message = "本工作表不参加同步（是另一工作表的副本，或名称表明是存档），在这里填写的内容系统不收";
const copyTold = { code: null, field: null, tab: "问题清单的副本", cell: "A1", message, text: null };

describe("copies of tabs", () => {
  it("[N8] a duplicated tab takes no part, and whoever types into it is told: by a note on its 系统提示 and in the list of problems", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    edit(ledger, {
      duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "问题清单的副本" },
    });
    await ledger.rest();
    typeAt(ledger.world, { row: 1, column: 1 }, "在副本里改的", "s1", 8);
    await ledger.rest();
    const after = await ledger.picture();
    expect(Object.fromEntries(Object.entries(after).filter(([line]) => !line.startsWith("问题清单的副本")))).toEqual(
      before,
    );
    expect(after["问题清单的副本 #1 问题描述"]).toBe("在副本里改的");
    expect(after["问题清单的副本 header 系统提示 note"]).toBe(`【系统】${message}`);
    expect((await passWith(ledger.world, {})).requests).toEqual(["read"]);
    expect(await listCellProblems(ledger.world.store, "s1")).toEqual([copyTold]);
    const link = await ledger.world.store.getLink("s1");
    expect(link?.tabs.map(({ title, role }) => [title, role])).toEqual([
      ["问题清单", "LIVE"],
      ["问题清单的副本", "ARCHIVE"],
    ]);
  });

  it("[N8] a duplicate that was rewritten before anybody read it is one still: its codes tell", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    edit(ledger, {
      duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "问题清单的副本" },
    });
    for (let row = 1; row <= 3; row++) typeAt(ledger.world, { row, column: 1 }, `副本里的第${row}个`, "s1", 8);
    await ledger.rest();
    const after = await ledger.picture();
    expect(Object.fromEntries(Object.entries(after).filter(([line]) => !line.startsWith("问题清单的副本")))).toEqual(
      before,
    );
    expect(await listCellProblems(ledger.world.store, "s1")).toEqual([copyTold]);
  });

  it("[N8] the original deleted after it was duplicated pulls the brake, it does not archive everything", async () => {
    const ledger = await settledLedger();
    edit(ledger, {
      duplicateSheet: { sourceSheetId: 7, insertSheetIndex: 1, newSheetId: 8, newSheetName: "问题清单的副本" },
    });
    await ledger.rest();
    edit(ledger, { deleteSheet: { sheetId: 7 } });
    expect((await ledger.pass()).outcome).toBe("BRAKED");
    expect((await ledger.world.items("s1")).every(({ archivedAt }) => archivedAt === null)).toBe(true);
  });
});
