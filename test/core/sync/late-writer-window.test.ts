import { describe, expect, it } from "vitest";
import { read, type } from "../../support/ledger-sheet.ts";
import { type Ledger, settledLedger } from "./ledger.ts";
import { passWith } from "./moments.ts";
import { deleteColumn, kept, putNote, reverse } from "./windows.ts";

/** A worker stands still between its look at the lease and its request, for longer than its lease; then the request goes out. */

const ownerOf = (ledger: Ledger, n: number) => read(ledger.world, `第${n}个示例问题`, "责任人");

/** A ledger whose item 1 is set through the API, and what is different on both sides once the write of that came late. */
async function lateWrite(
  meanwhile: (ledger: Ledger) => unknown,
  texts = { owner: "接口一" } as Record<string, string>,
) {
  const ledger = await settledLedger();
  await ledger.world.apiSet(ledger.code(1), texts);
  let late: { readonly requests: readonly string[]; readonly error: unknown } | undefined;
  const change = await ledger.changed(async () => {
    late = await passWith(ledger.world, {
      "before writeRows 1": async () => {
        ledger.world.wait(400_000);
        await meanwhile(ledger);
      },
    });
    // What it wrote may be an old read for two minutes (P8).
    await ledger.rest();
    ledger.world.wait(120_000);
    await ledger.rest();
  });
  return { ledger, change, requests: late?.requests, error: late?.error };
}

describe("a worker that stood still before its write for longer than its lease", () => {
  it("[Z4] puts the older of two API texts over the newer: the item follows, the history holds both, there is no conflict", async () => {
    const { change, requests, error } = await lateWrite(async (ledger) => {
      await ledger.rest();
      await ledger.world.apiSet(ledger.code(1), { owner: "接口二" });
      await ledger.rest();
      expect(ownerOf(ledger, 1)).toBe("接口二");
    });
    expect(requests).toEqual(["read", "writeRows"]);
    expect(error).toMatchObject({ code: "lease.lost" });
    expect(change).toEqual({
      "#1 责任人": "接口一",
      "item #1 ahead owner": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "history #1 3.1": "user:li owner: 接口一 → 接口二",
      "history #1 4.1": "sheet:s1 owner: 接口二 → 接口一",
    });
  });

  it("[Z4] its own pass stands among the others as failed, begun before theirs and ended after them", async () => {
    const { ledger } = await lateWrite((at) => at.rest());
    const { rows } = await ledger.world.store.listPasses("s1", { first: 2 });
    const [newer, late] = rows;
    expect([newer?.outcome, late?.outcome, late?.reason]).toEqual([
      "DONE",
      "FAILED",
      "lease.lost: the lease on s1 ran out",
    ]);
    expect([late?.startedAt, newer?.startedAt, newer?.finishedAt, late?.finishedAt]).toEqual(
      [late?.startedAt, newer?.startedAt, newer?.finishedAt, late?.finishedAt].sort(),
    );
  });

  it("[Z4] puts the API's text over a newer one of a person: where a pass has stored that, the history holds it", async () => {
    const { change } = await lateWrite(async (ledger) => {
      await ledger.rest();
      type(ledger.world, "第1个示例问题", "责任人", "当场改的");
      await ledger.rest();
    });
    expect(change).toEqual({
      "#1 责任人": "接口一",
      "item #1 ahead owner": null,
      "item #1": "dl PRESENT tab 7 version 4",
      "history #1 3.1": "sheet:s1 owner: 接口一 → 当场改的",
      "history #1 4.1": "sheet:s1 owner: 当场改的 → 接口一",
    });
  });

  it("[Z4] where none has, it is lost", async () => {
    const { ledger, change } = await lateWrite(async (at) => {
      await at.rest();
      type(at.world, "第1个示例问题", "责任人", "当场改的");
    });
    expect(change).toEqual({ "#1 责任人": "接口一", "item #1 ahead owner": null });
    expect(await kept(ledger)).not.toContain("当场改的");
  });

  it("[Z4] in a row that moved there meanwhile its text is not taken back: it counts as typed, and the history holds what gave way", async () => {
    const { change, requests, error } = await lateWrite(async (ledger) => {
      await ledger.rest();
      reverse(ledger)();
    });
    expect(requests).toEqual(["read", "writeRows", "read"]);
    expect(error).toMatchObject({ code: "lease.lost" });
    expect(change).toEqual({
      order: "#3 #2 #1",
      "#1 责任人": "接口一",
      "item #1 ahead owner": null,
      "#3 责任人": "接口一",
      "item #3 owner": "接口一",
      "item #3": "dl PRESENT tab 7 version 2",
      "history #3 2.1": "sheet:s1 owner: 责任人3 → 接口一",
    });
  });

  it("[Z4] a private cell that a shift of columns puts there is lost", async () => {
    const { ledger, change } = await lateWrite(
      async (at) => {
        await at.rest();
        deleteColumn(at, "序号");
      },
      { remark: "接口一" },
    );
    expect(change).toMatchObject({ "#1 备注": "接口一", "#1 联系电话（自用）": "接口一" });
    expect(Object.values(await ledger.picture()).join("\n")).not.toContain("电话1");
  });

  it("[Z4] a note taken back so late from a row that it was not meant for takes the place of what the clerk has made of it since", async () => {
    const ledger = await settledLedger();
    putNote(ledger, "第3个示例问题", "整改时限", "三号的便条");
    type(ledger.world, "第1个示例问题", "整改时限", "不知道");
    const { requests, error } = await passWith(ledger.world, {
      "before restructure 1": reverse(ledger),
      "before restructure 2": async () => {
        ledger.world.wait(400_000);
        await ledger.rest();
        putNote(ledger, "第3个示例问题", "整改时限", "三号的新便条");
        await ledger.rest();
      },
    });
    expect(requests).toEqual(["read", "writeRows", "restructure", "read", "restructure"]);
    expect(error).toMatchObject({ code: "lease.lost" });
    expect((await ledger.picture())["#3 整改时限 note"]).toBe("三号的便条");
  });
});
