import { describe, expect, it } from "vitest";
import { cellsOf, read, sortBy, type } from "../../support/ledger-sheet.ts";
import { edit, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith } from "./moments.ts";
import { cutRow, deleteColumn, kept, reverse } from "./windows.ts";

/** Each test sits in one window between two requests to Google and shows what is lost there, and what is not. */

const ownerOf = (ledger: Ledger, n: number) => read(ledger.world, `第${n}个示例问题`, "责任人");
describe("a sort between our read and our write", () => {
  it("[Z1] puts our value into another row for the length of two requests, and then everything is as it should be", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const seen: unknown[] = [];
    const change = await ledger.changed(async () => {
      const { requests } = await passWith(ledger.world, {
        "before writeRows 1": reverse(ledger),
        "after writeRows 1": () => seen.push(ownerOf(ledger, 3)),
        "after restructure 1": () => seen.push(ownerOf(ledger, 3)),
      });
      expect(requests).toEqual(["read", "writeRows", "read", "restructure", "read", "read", "writeRows"]);
    });
    expect(seen).toEqual(["接口的人", "责任人3"]);
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(await ledger.rest()).toBe(1);
  });

  it.each<[string, (ledger: Ledger) => void]>([
    ["a row cut and pasted over that of another", (ledger) => cutRow(ledger, 2, 1)],
    ["a row cut and pasted elsewhere", (ledger) => cutRow(ledger, 1, 9)],
    ["a column taken out", (ledger) => deleteColumn(ledger, "序号")],
  ])("[Z1] %s: the same two requests", async (_, move) => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const seen: unknown[] = [];
    const wrong = () => cellsOf(ledger.world).flat().includes("接口的人");
    const { requests } = await passWith(ledger.world, {
      "before writeRows 1": () => move(ledger),
      "after writeRows 1": () => seen.push(wrong()),
      "after restructure 1": () => seen.push(wrong()),
    });
    expect([seen, requests.slice(0, 4)]).toEqual([
      [true, false],
      ["read", "writeRows", "read", "restructure"],
    ]);
  });

  it("[Z1] one read more where Google does not answer the header row", async () => {
    const ledger = await settledLedger(3, { switches: { skippedWriteAnswers: false } });
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      const { requests } = await passWith(ledger.world, { "before writeRows 1": reverse(ledger) });
      expect(requests.slice(0, 5)).toEqual(["read", "writeRows", "read", "read", "restructure"]);
    });
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
  });

  it("[Z1] a text that was typed after our read and then came under our write is lost: the cell gets back what was read", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(() =>
      passWith(ledger.world, {
        "before writeRows 1": () => {
          type(ledger.world, "第3个示例问题", "责任人", "当场改的");
          reverse(ledger)();
        },
      }),
    );
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
    expect(await ledger.rest()).toBe(1);
  });

  it("[Z1] in a row that was typed after our read our value stays for the text that it took, and counts as typed", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(() =>
      passWith(ledger.world, {
        "before writeRows 1": () => {
          ledger.world.google.write("s1", "问题清单!A5", [[4, "当场登记的问题", "", "", "", "当场写的人"]]);
          reverse(ledger)();
        },
      }),
    );
    expect(change).toEqual({
      order: "#4 #3 #2 #1",
      "#1 责任人": "接口的人",
      "item #1 ahead owner": null,
      "#4 序号": "4",
      "#4 问题描述": "当场登记的问题",
      "#4 责任人": "接口的人",
      "#4 系统编号": "#4",
      "#4 系统状态": "已挂号，待整改",
      "item #4": "dl PRESENT tab 7 version 1",
      "item #4 description": "当场登记的问题",
      "item #4 owner": "接口的人",
      "history #4 1.1": "sheet:s1 item: null → CREATED",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[Z1] a code that was written into another row is taken out of it, and each row has its own", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    const change = await ledger.changed(() => passWith(ledger.world, { "before writeRows 1": reverse(ledger) }));
    expect(change).toMatchObject({
      order: "#4 #3 #2 #1",
      "#4 问题描述": "新的问题",
      "item #4": "dl PRESENT tab 7 version 1",
    });
    expect(Object.keys(change).filter((line) => / #[123]/.test(line))).toEqual([]);
    expect(await ledger.rest()).toBe(1);
  });

  it("[Z1] the process dies right after such a write: wrong until the next pass, which puts it right", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    const wanted = [
      ...cellsOf(ledger.world)
        .slice(1, 4)
        .map((row) => row[11]),
    ];
    await passWith(ledger.world, { "before writeRows 1": reverse(ledger), "after writeRows 1": crash });
    const codes = () =>
      ["第1个示例问题", "第2个示例问题", "第3个示例问题"].map((text) => read(ledger.world, text, "系统编号"));
    expect(codes()).not.toEqual(wanted);
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(codes()).toEqual(wanted);
    expect([1, 2, 3].map((n) => ownerOf(ledger, n))).toEqual(["责任人1", "接口的人", "责任人3"]);
    const items = await ledger.world.items("s1");
    expect(items.map(({ texts }) => texts.description).sort()).toEqual([
      "新的问题",
      "第1个示例问题",
      "第2个示例问题",
      "第3个示例问题",
    ]);
    expect(items.every(({ archivedAt }) => archivedAt === null)).toBe(true);
  });

  it("[Z1] with such a death a row that has no code yet keeps our stray value as if typed; where its cell was blank, nothing of anybody's is lost", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => {
        ledger.world.google.write("s1", "问题清单!A5", [[0, "当场登记的问题"]]);
        sortBy(ledger.world, "序号", "ASCENDING");
      },
      "after writeRows 1": crash,
    });
    ledger.world.wait(400_000);
    await ledger.rest();
    const owners = (await ledger.world.items("s1")).map(({ texts }) => [texts.description, texts.owner]);
    expect(owners.sort()).toEqual([
      ["当场登记的问题", "接口的人"],
      ["第1个示例问题", "接口的人"],
      ["第2个示例问题", "责任人2"],
      ["第3个示例问题", "责任人3"],
    ]);
  });

  it("[Z1] with such a death after an inserted column, a new row can be left to its clerk, who is told what to do", async () => {
    const ledger = await settledLedger();
    ledger.world.google.write("s1", "问题清单!A5", [[4, "新的问题"]]);
    await passWith(ledger.world, {
      "before writeRows 1": () => {
        const range = { sheetId: 7, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
        edit(ledger, { insertDimension: { range, inheritFromBefore: false } });
      },
      "after writeRows 1": crash,
    });
    ledger.world.wait(400_000);
    await ledger.rest();
    expect(read(ledger.world, "新的问题", "系统提示")).toBe(
      "系统编号“已挂号，待整改”不属于本表；请清空这一格，系统会重新编号",
    );
    expect(await ledger.world.items("s1")).toHaveLength(3);
    type(ledger.world, "新的问题", "系统编号", "");
    await ledger.rest();
    expect(await ledger.world.items("s1")).toHaveLength(4);
  });

  it("[Z1] typed between the repair's read and its write, a text in that very cell is lost to the repair", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": reverse(ledger),
      "before restructure 1": () => type(ledger.world, "第3个示例问题", "责任人", "当场改的"),
    });
    await ledger.rest();
    expect([ownerOf(ledger, 1), ownerOf(ledger, 3)]).toEqual(["接口的人", "责任人3"]);
    expect(await kept(ledger)).not.toContain("当场改的");
  });

  it("[Z1] a second sort between the repair's read and its write: nothing is lost, one text stands in a row it is not from", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, {
        "before writeRows 1": reverse(ledger),
        "before restructure 1": () => sortBy(ledger.world, "序号", "ASCENDING"),
      });
      await ledger.rest();
    });
    const says =
      "两边同时改动，现显示表格的“责任人3”，另存系统中的“接口的人”；在此填入正确的内容即可了结；现显示的就对，请在“系统提示”里填“以此为准”";
    expect(change).toEqual({
      "#1 责任人": "责任人3",
      "#1 责任人 note": `【系统】${says}`,
      "#1 系统提示": `责任人：${says}`,
      "item #1 owner": "责任人3",
      "item #1 ahead owner": null,
      "item #1": "dl PRESENT tab 7 version 3",
      "item #1 conflict owner.3": "sheet 责任人3, store 接口的人, shows SHEET, open",
      "history #1 3.1": "sheet:s1 owner: 接口的人 → 责任人3",
    });
  });

  it("[Z1] a sheet that is sorted before every write is quarantined after three such writes, and goes on once released", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    let order: "ASCENDING" | "DESCENDING" = "ASCENDING";
    const turn = () => {
      order = order === "ASCENDING" ? "DESCENDING" : "ASCENDING";
      sortBy(ledger.world, "序号", order);
    };
    const { record, requests } = await passWith(ledger.world, {
      "before writeRows 1": turn,
      "before writeRows 2": turn,
      "before writeRows 3": turn,
    });
    expect(requests.filter((request) => request === "writeRows")).toHaveLength(3);
    const reason = "写入多次落到别的行，已停止；请检查表格后解除";
    expect([record?.outcome, record?.reason]).toEqual(["QUARANTINED", reason]);
    const stopped = await ledger.picture();
    expect([stopped.link, stopped["header 系统提示 note"]]).toEqual([
      `QUARANTINED ${reason}`,
      `【系统】已暂停同步：${reason}`,
    ]);
    expect([1, 2, 3].map((n) => ownerOf(ledger, n))).toEqual(["责任人1", "责任人2", "责任人3"]);
    expect((await passWith(ledger.world, {})).requests).toEqual([]);

    await ledger.world.release("s1");
    await ledger.rest();
    expect([1, 2, 3].map((n) => ownerOf(ledger, n))).toEqual(["接口的人", "责任人2", "责任人3"]);
    const released = await ledger.picture();
    expect([released.link, released["header 系统提示 note"]]).toEqual([undefined, undefined]);
  });
});
