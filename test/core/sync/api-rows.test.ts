import { describe, expect, it } from "vitest";
import { cellsOf, deleteRow, sortBy } from "../../support/ledger-sheet.ts";
import { codeColumn, edit, figures, quiet, settledLedger } from "./ledger.ts";
import { passWith, unanswered } from "./moments.ts";

describe("rows made by the API", () => {
  it("[N6] gets a fresh row at the end of its table, and nobody's cell is written over", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A7", [["填表人：某某"]]);
    await ledger.rest();
    const change = await ledger.changed(async () => {
      await ledger.world.apiCreate("s1", { description: "接口登记的问题", remark: "=1+1" });
      expect((await passWith(ledger.world, {})).requests).toEqual([
        ...["read", "restructure"],
        ...["read", "writeRows"],
        ...["read", "writeRows", "read"],
      ]);
    });
    expect(change).toEqual({
      order: "#1 #2 #3 #4 row 8",
      "row 7 序号": null,
      "row 8 序号": "填表人：某某",
      "#4 问题描述": "接口登记的问题",
      "#4 备注": "=1+1",
      "#4 系统编号": "#4",
      "#4 系统状态": "已挂号，待整改",
      "item #4": "dl PRESENT tab 7 version 1",
      "item #4 description": "接口登记的问题",
      "item #4 remark": "=1+1",
      "history #4 1.1": "user:li item: null → CREATED",
    });
    expect(ledger.world.google.state("s1").sheets[0]?.rows[4]?.[9]).toEqual({ value: "=1+1" });
    expect(figures(await ledger.pass())).toEqual(quiet);
  });

  it("[N6] Google inserts the row and does not answer: the next pass finds it and inserts no second one", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    const { error } = await passWith(ledger.world, { "after restructure 1": unanswered });
    expect(error).toMatchObject({ code: "google.unavailable" });
    await ledger.rest();
    const rows = cellsOf(ledger.world).filter((row) => row[1] === "接口登记的问题");
    const items = (await ledger.world.items("s1")).filter(({ texts }) => texts.description === "接口登记的问题");
    expect([rows.length, items.length]).toEqual([1, 1]);
    expect(rows[0]?.[codeColumn]).toBe(items[0]?.code);
  });

  it("[N6] a second worker plans the same row from an old read: its request fails as a whole", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    // The first worker is held up before its insertion for longer than its lease; the second does the work meanwhile.
    const { requests, error } = await passWith(ledger.world, {
      "before restructure 1": async () => {
        ledger.world.wait(400_000);
        await ledger.world.pass("s1");
      },
    });
    expect(error).toMatchObject({ code: "lease.lost" });
    expect(requests).toEqual(["read", "restructure"]);
    await ledger.rest();
    expect(cellsOf(ledger.world).filter((row) => row[1] === "接口登记的问题")).toHaveLength(1);
  });

  it("[N6] another row of the API in its place, which has only the cells that a fill would write: it keeps them all", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "先登记的问题" });
    await ledger.rest();
    await ledger.world.apiCreate("s1", { description: "后登记的问题" });
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, {
        "before writeRows 1": () => {
          const source = { sheetId: 7, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 16 };
          const destination = { sheetId: 7, rowIndex: 5, columnIndex: 0 };
          ledger.world.google.edit("s1", [{ cutPaste: { source, destination, pasteType: "PASTE_NORMAL" } }]);
        },
      });
      await ledger.rest();
    });
    expect(change).toMatchObject({ "#5 问题描述": "后登记的问题", "item #5": "dl PRESENT tab 7 version 1" });
    expect(Object.keys(change).filter((line) => / #[1-4]/.test(line))).toEqual([]);
  });

  it("[N6] after a fill that nobody has proven, a read from before it makes no second one", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "先登记的问题" });
    await ledger.rest();
    await ledger.world.apiCreate("s1", { description: "后登记的问题" });
    await passWith(ledger.world, { "after writeRows 2": unanswered });
    // Google answers the next read from before that write; since then its rows were sorted.
    sortBy(ledger.world, "问题描述", "DESCENDING");
    ledger.world.google.lag = 2;
    const { requests } = await passWith(ledger.world, {
      "after read 1": () => {
        ledger.world.google.lag = 0;
      },
    });
    expect(requests).not.toContain("writeRows");
    await ledger.rest();
    expect(
      cellsOf(ledger.world)
        .map((row) => row[1])
        .sort(),
    ).toEqual(["先登记的问题", "后登记的问题", "第1个示例问题", "第2个示例问题", "第3个示例问题", "问题描述"].sort());
    expect(await ledger.world.items("s1")).toHaveLength(5);
  });

  it("[N6] a row that has only its code and was copied is filled once, and the copy is none", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await passWith(ledger.world, { "after writeRows 1": unanswered });
    ledger.world.wait(400_000);
    const area = (row: number) => ({
      ...{ sheetId: 7, startRowIndex: row, endRowIndex: row + 1 },
      ...{ startColumnIndex: 0, endColumnIndex: 16 },
    });
    edit(ledger, { copyPaste: { source: area(4), destination: area(5), pasteType: "PASTE_NORMAL" } });
    await ledger.rest();
    expect(
      cellsOf(ledger.world)
        .slice(4)
        .map((row) => [row[1] ?? "", row[codeColumn] ?? ""])
        .filter(([text, code]) => text !== "" || code !== ""),
    ).toEqual([["接口登记的问题", expect.stringMatching(/^P/)]]);
    expect(await ledger.world.items("s1")).toHaveLength(4);
  });

  it("[N6] an item with nothing to say has its row once its code stands there", async () => {
    const ledger = await settledLedger();
    edit(ledger, { addSheet: { properties: { sheetId: 8, title: "调研课题" } } });
    const topics = [
      ["序号", "课题名称", "责任部门"],
      [1, "示例课题", "办公室"],
    ];
    ledger.world.google.write("s1", "调研课题!A1", topics);
    await ledger.rest();
    const topic = (await ledger.world.items("s1")).find(({ kind }) => kind === "topic");
    await ledger.world.apiSet(topic?.code ?? "", { title: "", department: "" });
    deleteRow(ledger.world, 1, 1, "s1", 8);
    await ledger.rest();
    expect(cellsOf(ledger.world, "s1", 8).map((row) => row[3])).toEqual(["系统编号", topic?.code]);
  });

  it("[N6] an inserted row that is deleted at once is not inserted again and again", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiCreate("s1", { description: "接口登记的问题" });
    await ledger.rest();
    deleteRow(ledger.world, 4);
    await ledger.rest();
    expect(cellsOf(ledger.world).some((row) => row[1] === "接口登记的问题")).toBe(false);
    const item = (await ledger.world.items("s1")).find(({ texts }) => texts.description === "接口登记的问题");
    expect(item?.archivedAt).not.toBeNull();
  });
});
