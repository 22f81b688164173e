import { describe, expect, it } from "vitest";
import { deleteRow, find, type, typeAt } from "../../support/ledger-sheet.ts";
import { busyLedger } from "./busy.ts";
import { figures, type Ledger, quiet, settledLedger } from "./ledger.ts";
import { passWith, unanswered } from "./moments.ts";

const shiftedHeaders =
  "问题类别 整改措施 责任部门 责任人 整改时限 整改进展 完成情况 备注 联系电话（自用） 系统编号 系统状态 系统提示";

function insertPrivateColumn({ world }: Ledger): void {
  const range = { sheetId: 7, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
  world.google.edit("s1", [{ insertDimension: { range, inheritFromBefore: false } }]);
  typeAt(world, { row: 0, column: 2 }, "自用栏");
}

describe("a pass and the next one", () => {
  it("[P1] whatever a pass did, the one right after it plans nothing, and neither does a preview", async () => {
    const ledger = await busyLedger();
    expect((await ledger.pass()).outcome).toBe("DONE");
    // The deleted row waits for its second read: that is the one thing left.
    expect(await ledger.changed(() => ledger.pass())).toEqual({
      "item #5": "dl ARCHIVED tab 7 version 2",
      "history #5 2.1": "sheet:s1 item: null → ARCHIVED",
    });
    expect(figures(await ledger.pass())).toMatchObject({ outcome: "NOTHING", reads: 1, writes: 0 });
    const { lines, ...counts } = await ledger.world.preview("s1");
    expect(counts).toEqual({
      spreadsheetId: "s1",
      rowsRead: 6,
      toStore: 0,
      toSheet: 0,
      conflicts: 0,
      problems: 2,
      brake: null,
    });
    expect(lines.map(({ action, cell }) => [action, cell])).toEqual([
      ["PROBLEM", "J3"],
      ["PROBLEM", "G4"],
    ]);
  });

  it("[P2] a quiet pass over 400 rows reads the sheet once and writes nothing anywhere but its lease", async () => {
    const ledger = await settledLedger(400);
    const itemWrites = ledger.world.itemWrites();
    const change = await ledger.changed(async () => {
      const { record, requests, moments } = await passWith(ledger.world, {});
      expect(record && figures(record)).toEqual(quiet);
      expect(requests).toEqual(["read"]);
      expect(moments.filter((moment) => moment.startsWith("before store"))).toHaveLength(7);
    });
    expect(change).toEqual({});
    expect(ledger.world.itemWrites()).toBe(itemWrites);
  });

  it("[P2] what one edit costs does not grow with the rows of the table", async () => {
    const calls = async (rows: number) => {
      const ledger = await settledLedger(rows);
      type(ledger.world, "第7个示例问题", "备注", "改了");
      const { requests, moments } = await passWith(ledger.world, {});
      return [requests.length, moments.filter((moment) => moment.startsWith("before store")).length];
    };
    expect(await calls(600)).toEqual(await calls(10));
  });
});

describe("how rows are written", () => {
  it("[P3] a text that begins with = stays a text, a number in a text cell stays what it is", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), {
      remark: "=SUM(A1:A9)",
      owner: "+86",
      progress: "007",
      measures: "'单引号",
    });
    await ledger.pass();
    const cell = (header: string) => {
      const { row, column } = find(ledger.world, "第1个示例问题", header);
      return ledger.world.google.state("s1").sheets[0]?.rows[row]?.[column];
    };
    expect(["备注", "责任人", "整改进展", "整改措施"].map(cell)).toEqual([
      { value: "=SUM(A1:A9)" },
      { value: "+86" },
      { value: "007" },
      { value: "'单引号" },
    ]);
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[P3] rows inserted above between read and write: the write goes where its row went", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { remark: "接口写的" });
    const change = await ledger.changed(async () => {
      const { requests } = await passWith(ledger.world, {
        "before writeRows 1": () =>
          ledger.world.google.edit("s1", [
            {
              insertDimension: {
                range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 3 },
                inheritFromBefore: false,
              },
            },
          ]),
      });
      expect(requests).toEqual(["read", "writeRows"]);
    });
    expect(change).toEqual({ "#2 备注": "接口写的", "item #2 ahead remark": null });
  });

  it("[P3] columns inserted between read and write: found out by the header, given back, and written again", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      const { requests } = await passWith(ledger.world, {
        "before writeRows 1": () => insertPrivateColumn(ledger),
      });
      expect(requests).toEqual(["read", "writeRows", "read", "restructure", "read", "read", "writeRows"]);
    });
    expect(change).toEqual({
      headers: `序号 问题描述 自用栏 ${shiftedHeaders}`,
      "#2 责任人": "接口的人",
      "item #2 ahead owner": null,
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[P4] a row deleted before the write counts as not written: its change is still waiting", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    await passWith(ledger.world, { "before writeRows 1": () => deleteRow(ledger.world, 2) });
    expect((await ledger.world.item(ledger.code(2))).ahead).not.toEqual({});
  });

  it.each(["range", "written"] as const)(
    "[P4] the proof holds whether Google answers the whole row or only what the request named: %s",
    async (updatedDataExtent) => {
      const ledger = await settledLedger(3, { switches: { updatedDataExtent } });
      await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
      expect((await passWith(ledger.world, {})).requests).toEqual(["read", "writeRows"]);
      expect(figures(await ledger.pass())).toEqual(quiet);
    },
  );

  it("[P4] where Google answers nothing for the header row, which is left alone, a read tells how it stands", async () => {
    const ledger = await settledLedger(3, { switches: { skippedWriteAnswers: false } });
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    expect((await passWith(ledger.world, {})).requests).toEqual(["read", "writeRows", "read"]);
    expect((await ledger.world.item(ledger.code(2))).ahead).toEqual({});
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[P4] Google writes and does not answer: the base stays, the next pass finds both sides agreed", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    const { error } = await passWith(ledger.world, { "after writeRows 1": unanswered });
    expect(error).toMatchObject({ code: "google.unavailable" });
    expect((await ledger.world.item(ledger.code(2))).ahead).toEqual({ owner: "责任人2" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "item #2 ahead owner": null });
    const [, , ...later] = await ledger.world.history(ledger.code(2));
    expect(later).toEqual([]);
  });
});
