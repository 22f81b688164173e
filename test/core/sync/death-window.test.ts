import { describe, expect, it } from "vitest";
import { cellsOf, find, typeAt } from "../../support/ledger-sheet.ts";
import { edit, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith, unanswered } from "./moments.ts";
import { cutRow, deleteColumn, reverse, storeShown } from "./windows.ts";

/** Each test puts our value into a cell it is not meant for, and ends the pass before it can give back what stood there. */

type Change = Record<string, string | null>;

interface Ends {
  /** What is different in the end, where the pass goes on after its write. */
  readonly lives: Change;
  /** And where its process dies right then. */
  readonly dies: Change;
}

async function endsOf(
  prepare: (ledger: Ledger) => unknown,
  move: (ledger: Ledger) => unknown,
  afterwards: (ledger: Ledger) => unknown = () => {},
): Promise<Ends> {
  const run = async (after: () => void) => {
    const ledger = await settledLedger();
    await prepare(ledger);
    return ledger.changed(async () => {
      await passWith(ledger.world, { "before writeRows 1": () => move(ledger), "after writeRows 1": after });
      ledger.world.wait(400_000);
      await ledger.rest();
      await afterwards(ledger);
      await ledger.rest();
    });
  };
  return { lives: await run(() => {}), dies: await run(crash) };
}

const apiSets = (n: number, texts: Record<string, string>) => (ledger: Ledger) =>
  ledger.world.apiSet(ledger.code(n), texts);

describe("a process that dies right after a write that fell on another cell", () => {
  it("[Z1] what the store holds of that cell comes back with the next pass, which keeps our value as a conflict", async () => {
    const { lives, dies } = await endsOf(apiSets(1, { owner: "接口的人" }), (ledger) => reverse(ledger)());
    expect(lives).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(dies).toEqual({
      ...lives,
      "#3 责任人 note": `【系统】${storeShown("责任人3", "接口的人")}`,
      "#3 系统提示": `责任人：${storeShown("责任人3", "接口的人")}`,
      "item #3": "dl PRESENT tab 7 version 2",
      "item #3 conflict owner.2": "sheet 接口的人, store 责任人3, shows API, open",
      "history #3 2.2": "sync owner: 接口的人 → 责任人3 (两边同时改动，显示系统的内容)",
      "history #3 2.1": "sheet:s1 owner: 责任人3 → 接口的人",
    });
  });

  it("[Z1] a private cell that a shift of columns puts under our value is lost, and in no record; without the death it is given back", async () => {
    const { lives, dies } = await endsOf(apiSets(1, { remark: "接口的备注" }), (ledger) =>
      deleteColumn(ledger, "序号"),
    );
    expect(lives).toEqual({
      headers:
        "问题描述 问题类别 整改措施 责任部门 责任人 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示",
      "#1 序号": null,
      "#2 序号": null,
      "#3 序号": null,
      "#1 备注": "接口的备注",
      "item #1 ahead remark": null,
    });
    expect(dies).toEqual({ ...lives, "#1 联系电话（自用）": "接口的备注" });
  });

  it("[Z1] of a formula only the text is left; without the death it is a formula again", async () => {
    const { lives, dies } = await endsOf(
      async (ledger) => {
        typeAt(ledger.world, find(ledger.world, "第3个示例问题", "责任人"), '="王"&"某"');
        await ledger.rest();
        await apiSets(1, { owner: "接口的人" })(ledger);
      },
      (ledger) => reverse(ledger)(),
    );
    expect(lives).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(dies).toMatchObject({
      "#3 责任人": "王某",
      "item #3 conflict owner.3": "sheet 接口的人, store 王某, shows API, open",
    });
  });

  it("[Z1] a header that a sort takes along is lost, and its column with it; without the death it is given back", async () => {
    const sortAll = (ledger: Ledger, sortOrder: "ASCENDING" | "DESCENDING") => {
      const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0 };
      edit(ledger, { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
    };
    const run = async (after: () => void) => {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(3), { owner: "接口的人" });
      return ledger.changed(async () => {
        await passWith(ledger.world, {
          "before writeRows 1": () => sortAll(ledger, "ASCENDING"),
          "after writeRows 1": after,
        });
        sortAll(ledger, "DESCENDING");
        ledger.world.wait(400_000);
        await ledger.rest();
      });
    };
    expect(await run(() => {})).toEqual({ order: "#3 #2 #1", "#3 责任人": "接口的人", "item #3 ahead owner": null });
    expect(await run(crash)).toEqual({
      headers:
        "序号 问题描述 问题类别 整改措施 责任部门 接口的人 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示",
      order: "#3 #2 #1",
      ...Object.fromEntries(
        [1, 2, 3].flatMap((n) => [
          [`#${n} 责任人`, null],
          [`#${n} 接口的人`, `责任人${n}`],
        ]),
      ),
    });
  });

  it("[Z1] a cell of a row that has no code yet is lost, and our value counts as typed there; without the death it is given back", async () => {
    const { lives, dies } = await endsOf(
      async (ledger) => {
        ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题", "", "", "", "新人"]]);
        await apiSets(1, { owner: "接口的人" })(ledger);
      },
      (ledger) => reverse(ledger)(),
    );
    expect(lives).toMatchObject({ order: "#4 #3 #2 #1", "#4 责任人": "新人", "item #4 owner": "新人" });
    expect(dies).toEqual({ ...lives, "#4 责任人": "接口的人", "item #4 owner": "接口的人" });
  });

  it("[Z1] in a blank row our value stays, and counts as typed once somebody fills its key; without the death it is taken out", async () => {
    const cut = (ledger: Ledger) => cutRow(ledger, 1, 9);
    const blank = await endsOf(apiSets(1, { owner: "接口的人" }), cut);
    expect(blank.lives).toEqual({ order: "#2 #3 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(blank.dies).toEqual({ ...blank.lives, order: "row 2 #2 #3 #1", "row 2 责任人": "接口的人" });

    const filled = await endsOf(apiSets(1, { owner: "接口的人" }), cut, (ledger) =>
      typeAt(ledger.world, { row: 1, column: 1 }, "后来登记的问题"),
    );
    expect(filled.lives).toEqual({
      ...blank.lives,
      order: "#4 #2 #3 #1",
      "#4 问题描述": "后来登记的问题",
      "#4 系统编号": "#4",
      "#4 系统状态": "已挂号，待整改",
      "item #4": "dl PRESENT tab 7 version 1",
      "item #4 description": "后来登记的问题",
      "history #4 1.1": "sheet:s1 item: null → CREATED",
    });
    expect(filled.dies).toEqual({ ...filled.lives, "#4 责任人": "接口的人", "item #4 owner": "接口的人" });
  });

  it("[Z1] an answer of Google that does not come is such a death", async () => {
    const run = async (after: () => void) => {
      const ledger = await settledLedger();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
      return ledger.changed(async () => {
        await passWith(ledger.world, { "before writeRows 1": reverse(ledger), "after writeRows 1": after });
        expect(cellsOf(ledger.world)[1]?.[5]).toBe("接口的人");
        ledger.world.wait(400_000);
        await ledger.rest();
      });
    };
    expect(await run(unanswered)).toEqual(await run(crash));
  });
});
