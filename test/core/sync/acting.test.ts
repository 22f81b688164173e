import { describe, expect, it } from "vitest";
import { deleteRow, find, read, sortBy, type, typeAt } from "../../support/ledger-sheet.ts";
import { busyLedger, historyTexts, meaning } from "./busy.ts";
import { figures, type Ledger, settledLedger } from "./ledger.ts";
import { crash, passWith, unanswered } from "./moments.ts";
import { differing } from "./picture.ts";

const quiet = { outcome: "NOTHING", toStore: 0, toSheet: 0, conflicts: 0, problems: 0, reads: 1, writes: 0 };

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

describe("after a crash", () => {
  it("[P6] at every single await of a busy pass, before it and after it: the next passes end where an undisturbed one does", async () => {
    const undisturbed = await busyLedger();
    const { moments } = await passWith(undisturbed.world, {});
    await undisturbed.rest();
    const wanted = await meaning(undisturbed);
    const wantedHistory = await historyTexts(undisturbed);
    const wrong: Record<string, unknown> = {};
    for (const moment of moments) {
      const ledger = await busyLedger();
      await passWith(ledger.world, { [moment]: crash });
      ledger.world.wait(400_000);
      await ledger.rest();
      const found = { ...differing(wanted, await meaning(ledger)) };
      const history = await historyTexts(ledger);
      if (JSON.stringify(history) !== JSON.stringify(wantedHistory)) found.history = history.join("\n");
      if (Object.keys(found).length > 0) wrong[moment] = found;
    }
    expect(wrong).toEqual({});
    expect(moments.length).toBeGreaterThan(100);
  }, 120_000);

  it("[P6] an unanswered or failing request to the store at every call ends there too", async () => {
    const undisturbed = await busyLedger();
    const { moments } = await passWith(undisturbed.world, {});
    await undisturbed.rest();
    const wanted = await meaning(undisturbed);
    const wrong: Record<string, unknown> = {};
    for (const moment of moments) {
      const ledger = await busyLedger();
      await passWith(ledger.world, { [moment]: unanswered });
      ledger.world.wait(400_000);
      await ledger.rest();
      const found = differing(wanted, await meaning(ledger));
      if (Object.keys(found).length > 0) wrong[moment] = found;
    }
    expect(wrong).toEqual({});
  }, 120_000);

  it("[P7] a value that a sort put into another row before the crash is no edit of that row", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => sortBy(ledger.world, "序号", "DESCENDING"),
      "after writeRows 1": crash,
    });
    expect(read(ledger.world, "第3个示例问题", "责任人")).toBe("接口的人");
    ledger.world.wait(400_000);
    await ledger.rest();
    const drawn = await ledger.picture();
    expect([drawn["#1 责任人"], drawn["#3 责任人"], drawn["item #1 owner"], drawn["item #3 owner"]]).toEqual([
      "接口的人",
      "责任人3",
      "接口的人",
      "责任人3",
    ]);
    expect(drawn["item #3 conflict owner.2"]).toBe("sheet 接口的人, store 责任人3, shows API, open");
    expect(
      Object.entries(drawn)
        .filter(([line]) => line.startsWith("history #3"))
        .map(([, text]) => text),
    ).toEqual([
      "sync owner: 接口的人 → 责任人3 (两边同时改动，显示系统的内容)",
      "sheet:s1 owner: 责任人3 → 接口的人",
      "sheet:s1 item: null → CREATED",
    ]);
  });

  it("[P7] nor is a value that an inserted column put under another header; no header is ever written over", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(2), { owner: "接口的人" });
    await passWith(ledger.world, {
      "before writeRows 1": () => insertPrivateColumn(ledger),
      "after writeRows 1": crash,
    });
    expect(read(ledger.world, "第2个示例问题", "责任部门")).toBe("接口的人");
    ledger.world.wait(400_000);
    await ledger.rest();
    const drawn = await ledger.picture();
    expect(drawn.headers).toBe(`序号 问题描述 自用栏 ${shiftedHeaders}`);
    expect([drawn["#2 责任人"], drawn["#2 责任部门"], drawn["item #2 owner"], drawn["item #2 department"]]).toEqual([
      "接口的人",
      "办公室",
      "接口的人",
      "办公室",
    ]);
  });

  it("[P8] a read that is older than our own write undoes nothing; repeated, it is a clerk's undo", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await ledger.pass();
    // Google answers this read from before the write.
    ledger.world.google.lag = 1;
    const stale = await ledger.changed(() => ledger.pass());
    ledger.world.google.lag = 0;
    expect(stale).toEqual({ "item #1 ahead #recheck": "“”" });
    expect(await ledger.changed(() => ledger.rest())).toEqual({ "item #1 ahead #recheck": null });
    expect(read(ledger.world, "第1个示例问题", "责任人")).toBe("接口的人");

    type(ledger.world, "第1个示例问题", "责任人", "责任人1");
    await ledger.rest();
    expect((await ledger.world.item(ledger.code(1))).texts.owner).toBe("责任人1");
  });
});

describe("two workers", () => {
  it("[P9] the second is refused while the first holds the lease", async () => {
    const ledger = await settledLedger();
    let refused: unknown;
    await passWith(ledger.world, {
      "after read 1": async () => {
        refused = await ledger.world.pass("s1").catch((error) => error);
      },
    });
    expect(refused).toMatchObject({ code: "lease.held" });
  });

  it("[P9] a worker that slept through its lease writes neither base nor journal nor sheet any more", async () => {
    const ledger = await busyLedger();
    const wanted = await busyLedger();
    await wanted.rest();
    const { error } = await passWith(ledger.world, {
      "after read 1": async () => {
        ledger.world.wait(400_000);
        await ledger.rest();
      },
    });
    expect(error).toMatchObject({ code: "lease.lost" });
    await ledger.rest();
    expect(differing(await meaning(wanted), await meaning(ledger))).toEqual({});
  });

  it("[P9] two workers that take turns at every request of the first end where one alone does", async () => {
    const wanted = await busyLedger();
    const { requests } = await passWith(wanted.world, {});
    await wanted.rest();
    const counts = new Map<string, number>();
    const wrong: Record<string, unknown> = {};
    for (const name of requests) {
      const n = (counts.get(name) ?? 0) + 1;
      counts.set(name, n);
      for (const when of ["before", "after"]) {
        const ledger = await busyLedger();
        await passWith(ledger.world, {
          [`${when} ${name} ${n}`]: async () => {
            ledger.world.wait(400_000);
            await ledger.rest();
          },
        });
        await ledger.rest();
        const found = differing(await meaning(wanted), await meaning(ledger));
        if (Object.keys(found).length > 0) wrong[`${when} ${name} ${n}`] = found;
      }
    }
    expect(wrong).toEqual({});
  });
});
