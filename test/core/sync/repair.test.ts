import { describe, expect, it } from "vitest";
import { find, read, sortBy, type, typeAt } from "../../support/ledger-sheet.ts";
import { codeColumn, type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

/** Each test sits in one window between two requests to Google and shows what is lost there, and what is not. */

const ownerOf = (ledger: Ledger, n: number) => read(ledger.world, `第${n}个示例问题`, "责任人");
const reverse = (ledger: Ledger) => () => sortBy(ledger.world, "序号", "DESCENDING");

describe("what a misplaced write took is given back", () => {
  it("[P5] a formula that our value took is a formula again", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, find(ledger.world, "第3个示例问题", "责任人"), '="王"&"某"');
    await ledger.rest();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(() => passWith(ledger.world, { "before writeRows 1": reverse(ledger) }));
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(ownerOf(ledger, 3)).toBe('="王"&"某"');
  });

  it("[P5] a person who types over our stray value before the repair keeps what they typed", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": reverse(ledger),
      "after writeRows 1": () => type(ledger.world, "第3个示例问题", "责任人", "当场改的"),
    });
    await ledger.rest();
    expect([ownerOf(ledger, 1), ownerOf(ledger, 3)]).toEqual(["接口的人", "当场改的"]);
    expect((await ledger.world.item(ledger.code(3))).texts.owner).toBe("当场改的");
  });

  it("[P5] a person who types into another cell of the row that was hit: their text stays, and ours still goes", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, {
        "before writeRows 1": reverse(ledger),
        "after writeRows 1": () => type(ledger.world, "第3个示例问题", "备注", "当场写的"),
      });
      await ledger.rest();
    });
    expect(change).toEqual({
      order: "#3 #2 #1",
      "#1 责任人": "接口的人",
      "item #1 ahead owner": null,
      "#3 备注": "当场写的",
      "item #3 remark": "当场写的",
      "item #3": "dl PRESENT tab 7 version 2",
      "history #3 2.1": "sheet:s1 remark: null → 当场写的",
    });
  });

  it("[P5] a read that is older than our write is no reason to leave it: the sheet is read again", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      const { requests } = await passWith(ledger.world, {
        "before writeRows 1": reverse(ledger),
        "before read 2": () => {
          ledger.world.google.lag = 1;
        },
        "after read 2": () => {
          ledger.world.google.lag = 0;
        },
      });
      expect(requests.slice(0, 6)).toEqual(["read", "writeRows", "read", "read", "restructure", "read"]);
    });
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
  });

  it("[P5] a column that comes in before the repair's read: what was taken is given back where it stands by then", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const range = { sheetId: 7, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
    await passWith(ledger.world, {
      "before writeRows 1": reverse(ledger),
      "after writeRows 1": () =>
        ledger.world.google.edit("s1", [{ insertDimension: { range, inheritFromBefore: false } }]),
    });
    await ledger.rest();
    expect([1, 2, 3].map((n) => ownerOf(ledger, n))).toEqual(["接口的人", "责任人2", "责任人3"]);
    expect((await ledger.world.history(ledger.code(3))).map(({ field }) => field)).toEqual([null]);
  });

  it("[P5] a row that held nothing but the cell our value took has it again, and is not left for a blank one", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, { row: 6, column: 5 }, "只填了这一格");
    await ledger.world.apiSet(ledger.code(3), { owner: "接口的人" });
    const cut = (from: number, to: number) => {
      const source = {
        sheetId: 7,
        startRowIndex: from,
        endRowIndex: from + 1,
        startColumnIndex: 0,
        endColumnIndex: 16,
      };
      ledger.world.google.edit("s1", [
        { cutPaste: { source, destination: { sheetId: 7, rowIndex: to, columnIndex: 0 }, pasteType: "PASTE_NORMAL" } },
      ]);
    };
    const change = await ledger.changed(() =>
      passWith(ledger.world, {
        "before writeRows 1": () => {
          cut(3, 9);
          cut(6, 3);
        },
      }),
    );
    expect(change).toEqual({
      order: "#1 #2 row 4 #3",
      "row 4 责任人": "只填了这一格",
      "row 7 责任人": null,
      "#3 责任人": "接口的人",
      "item #3 ahead owner": null,
    });
  });

  it("[P5] another row's code pasted over that of the row meanwhile: it gets back its own words, not those of the other", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { description: "接口改写的问题" });
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, {
        "before writeRows 1": () => typeAt(ledger.world, { row: 2, column: codeColumn }, ledger.code(1)),
      });
      await ledger.rest();
    });
    expect(change).toEqual({ "#2 问题描述": "接口改写的问题", "item #2 ahead description": null });
  });

  it("[P5] a blank of ours that took the last cell of a row: the cell is given back", async () => {
    const ledger = await settledLedger();
    typeAt(ledger.world, { row: 0, column: 14 }, "责任领导");
    typeAt(ledger.world, { row: 1, column: 14 }, "领导甲");
    await ledger.rest();
    for (const [column, text] of [
      [0, "9"],
      [1, "当场登记的问题"],
      [14, "当场写的领导"],
    ] as const)
      typeAt(ledger.world, { row: 4, column }, text);
    await ledger.world.apiSet(ledger.code(1), { leader: "", owner: "接口的人" });
    await passWith(ledger.world, { "before writeRows 1": reverse(ledger) });
    await ledger.rest();
    expect(read(ledger.world, "当场登记的问题", "责任领导")).toBe("当场写的领导");
    expect(read(ledger.world, "第1个示例问题", "责任领导")).toBe("");
    expect(read(ledger.world, "第1个示例问题", "责任人")).toBe("接口的人");
  });

  it("[P5] the same where our stray value was a code", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, {
        "before writeRows 1": reverse(ledger),
        "after writeRows 1": () => {
          for (const n of [1, 2, 3]) type(ledger.world, `第${n}个示例问题`, "备注", `当场写的${n}`);
        },
      });
      await ledger.rest();
    });
    expect(change.order).toBe("#4 #3 #2 #1");
    expect([1, 2, 3, 4].map((n) => change[`item #${n} remark`])).toEqual([
      "当场写的1",
      "当场写的2",
      "当场写的3",
      undefined,
    ]);
    expect(Object.keys(change).filter((line) => /^item #[123]$/.test(line))).toHaveLength(3);
    expect(await ledger.world.items("s1")).toHaveLength(4);
  });
});
