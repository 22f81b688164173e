import { describe, expect, it } from "vitest";
import { restore } from "../../../core/ledger/restore.ts";
import { cellsOf, deleteRow, find, read, type, typeAt } from "../../support/ledger-sheet.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";

async function restored(ledger: Ledger, n: number, version: number): Promise<void> {
  const item = await ledger.world.item(ledger.code(n));
  const answer = restore(item, await ledger.world.history(item.code), version, ledger.world.apiAuthor());
  if (!answer.ok) throw new Error(answer.why);
  await ledger.world.apiPut(item, answer.edited);
}

describe("a row that is gone", () => {
  it("[N7] is marked by the first good read and archived by the second; its texts and history stay", async () => {
    const ledger = await settledLedger();
    deleteRow(ledger.world, 2);
    expect(await ledger.changed(() => ledger.pass())).toEqual({ "item #2": "dl MISSING tab 7 version 1" });
    expect(await ledger.changed(() => ledger.pass())).toEqual({
      "item #2": "dl ARCHIVED tab 7 version 2",
      "history #2 2.1": "sheet:s1 item: null → ARCHIVED",
    });
    expect(figures(await ledger.pass())).toMatchObject({ outcome: "NOTHING", reads: 1, writes: 0 });
  });

  it("[N7] a read within a second of the first is no second read", async () => {
    const ledger = await settledLedger();
    deleteRow(ledger.world, 2);
    await ledger.pass();
    ledger.world.wait(-1_500);
    expect(await ledger.changed(() => ledger.pass())).toEqual({});
    expect((await ledger.world.item(ledger.code(2))).row?.presence).toBe("MISSING");
  });

  it("[N7] one read that misses a row is no deletion: the row is there again, nothing was written to it", async () => {
    const ledger = await settledLedger();
    const before = await ledger.picture();
    const whole = ledger.world.google.state("s1");
    deleteRow(ledger.world, 2);
    await ledger.pass();
    ledger.world.google.put(whole);
    await ledger.pass();
    expect(await ledger.picture()).toEqual(before);
  });

  it("[N7] comes back with the row: revived, with what the clerk changed meanwhile", async () => {
    const ledger = await settledLedger();
    const row = cellsOf(ledger.world)[2] ?? [];
    deleteRow(ledger.world, 2);
    await ledger.rest();
    const change = await ledger.changed(async () => {
      ledger.world.google.write("s1", "问题清单!A4", [row.map((value) => (value === "责任人2" ? "换了人" : value))]);
      await ledger.rest();
    });
    expect(Object.fromEntries(Object.entries(change).filter(([line]) => !line.startsWith("#2")))).toEqual({
      order: "#1 #3 #2",
      "item #2": "dl PRESENT tab 7 version 4",
      "item #2 owner": "换了人",
      "history #2 3.1": "sheet:s1 item: ARCHIVED → REVIVED",
      "history #2 4.1": "sheet:s1 owner: 责任人2 → 换了人",
    });
  });

  it("[N7] change beats delete: an item that the API changed meanwhile gets its row back with the change", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { remark: "还要办" });
    deleteRow(ledger.world, 2);
    const change = await ledger.changed(() => ledger.rest());
    expect(change).toMatchObject({ order: "#1 #3 #2", "#2 备注": "还要办", "#2 问题描述": "第2个示例问题" });
    expect(Object.fromEntries(Object.entries(change).filter(([line]) => /item|history/.test(line)))).toEqual({
      "item #2 ahead remark": null,
    });
    expect(cellsOf(ledger.world).filter((row) => row[1] === "第2个示例问题")).toHaveLength(1);
  });

  it("[N7] change beats delete between the first and the second read too", async () => {
    const ledger = await settledLedger();
    deleteRow(ledger.world, 2);
    await ledger.pass();
    await ledger.world.apiSet(ledger.code(2), { remark: "还要办" });
    await ledger.rest();
    expect(read(ledger.world, "第2个示例问题", "备注")).toBe("还要办");
    expect((await ledger.world.item(ledger.code(2))).archivedAt).toBeNull();
  });

  it("[N7] the row put back by undo while its item waits for a new one: one row, with the API's change", async () => {
    const ledger = await settledLedger();
    const whole = ledger.world.google.state("s1");
    await ledger.world.apiSet(ledger.code(2), { remark: "还要办" });
    deleteRow(ledger.world, 2);
    await ledger.pass();
    await ledger.pass();
    expect((await ledger.world.item(ledger.code(2))).row?.presence).toBe("PENDING");
    ledger.world.google.put(whole);
    expect(await ledger.changed(() => ledger.rest())).toEqual({
      "#2 备注": "还要办",
      "item #2": "dl PRESENT tab 7 version 2",
      "item #2 ahead remark": null,
    });
  });

  it("[N7] a row emptied cell by cell but for its code is no deletion; emptied wholly it is", async () => {
    const ledger = await settledLedger();
    const { row } = find(ledger.world, "第2个示例问题", "问题描述");
    for (let column = 0; column < 11; column++) typeAt(ledger.world, { row, column }, "");
    await ledger.rest();
    const item = await ledger.world.item(ledger.code(2));
    expect([item.archivedAt, item.texts]).toEqual([null, {}]);
    for (let column = 11; column < 14; column++) typeAt(ledger.world, { row, column }, "");
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(2))).archivedAt).not.toBeNull();
  });

  it("[N7] deleted while the pass writes to it: nothing is written elsewhere, and the API's change brings it back", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { remark: "还要办" });
    await passWith(ledger.world, { "before writeRows 1": () => deleteRow(ledger.world, 1) });
    await ledger.rest();
    expect(read(ledger.world, "第1个示例问题", "备注")).toBe("还要办");
    expect(cellsOf(ledger.world).filter((cells) => cells.includes("还要办"))).toHaveLength(1);
  });
});

describe("an earlier version restored", () => {
  it("[P1] shows on both sides as a new change, and the next pass is quiet", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "责任部门", "市场科");
    await ledger.pass();
    await ledger.world.apiSet(ledger.code(1), { owner: "王某", remark: "改过" });
    await ledger.rest();
    const change = await ledger.changed(async () => {
      await restored(ledger, 1, 1);
      await ledger.pass();
    });
    expect(change).toEqual({
      "#1 责任部门": "办公室",
      "#1 责任人": "责任人1",
      "#1 备注": null,
      "item #1 department": "办公室",
      "item #1 owner": "责任人1",
      "item #1 remark": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "history #1 4.1": "user:li department: 市场科 → 办公室",
      "history #1 4.2": "user:li owner: 王某 → 责任人1",
      "history #1 4.3": "user:li remark: 改过 → null",
    });
    expect(await ledger.rest()).toBe(1);
  });

  it("[N7] of an archived item: it gets a row of its own again, once", async () => {
    const ledger = await settledLedger();
    deleteRow(ledger.world, 2);
    await ledger.rest();
    const change = await ledger.changed(async () => {
      await restored(ledger, 2, 1);
      await ledger.rest();
    });
    expect(change).toMatchObject({
      order: "#1 #3 #2",
      "#2 问题描述": "第2个示例问题",
      "item #2": "dl PRESENT tab 7 version 3",
      "history #2 3.1": "user:li item: ARCHIVED → REVIVED",
    });
    expect(cellsOf(ledger.world).filter((row) => row[1] === "第2个示例问题")).toHaveLength(1);
    expect(await ledger.rest()).toBe(1);
  });
});
