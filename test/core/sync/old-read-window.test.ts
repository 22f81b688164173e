import { describe, expect, it } from "vitest";
import { type Ledger, settledLedger } from "./ledger.ts";
import { passWith, unanswered } from "./moments.ts";
import { kept, reverse, storeShown } from "./windows.ts";

/** Our value fell into another row (Z1), and the reads that should find it there are older than that. */

const fallen = {
  order: "#3 #2 #1",
  "#1 责任人": "接口的人",
  "item #1 ahead owner": null,
  "#3 责任人": "接口的人",
  "item #3": "dl PRESENT tab 7 version 2",
  "item #3 owner": "接口的人",
  "history #3 2.1": "sheet:s1 owner: 责任人3 → 接口的人",
};

/** The pass's reads from `first` to `last` are answered from before its write. */
async function oldReads(ledger: Ledger, first: number, last: number): Promise<readonly string[]> {
  const { google } = ledger.world;
  const { requests } = await passWith(ledger.world, {
    "before writeRows 1": reverse(ledger),
    [`before read ${first}`]: () => {
      google.lag = 1;
    },
    [`after read ${last}`]: () => {
      google.lag = 0;
    },
  });
  return requests;
}

describe("a value of ours in another row, and reads that are older", () => {
  it("[Z6] two old reads delay the repair", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      const requests = await oldReads(ledger, 2, 3);
      expect(requests.slice(0, 6)).toEqual(["read", "writeRows", "read", "read", "read", "restructure"]);
      await ledger.rest();
    });
    expect(change).toEqual({ order: "#3 #2 #1", "#1 责任人": "接口的人", "item #1 ahead owner": null });
  });

  it("[Z6] after three the pass gives up; the next one gives the cell back, and a conflict tells what stood there", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      expect(await oldReads(ledger, 2, 4)).toEqual(["read", "writeRows", "read", "read", "read"]);
      await ledger.rest();
    });
    const words = storeShown("责任人3", "接口的人");
    expect(change).toEqual({
      order: "#3 #2 #1",
      "#1 责任人": "接口的人",
      "item #1 ahead owner": null,
      "#3 系统提示": `责任人：${words}`,
      "#3 责任人 note": `【系统】${words}`,
      "item #3": "dl PRESENT tab 7 version 2",
      "item #3 conflict owner.2": "sheet 接口的人, store 责任人3, shows API, open",
      "history #3 2.1": "sheet:s1 owner: 责任人3 → 接口的人",
      "history #3 2.2": "sync owner: 接口的人 → 责任人3 (两边同时改动，显示系统的内容)",
    });
  });

  it("[Z6] so is one where Google's answer to the write did not come, and the next pass begins with it", async () => {
    const ledger = await settledLedger();
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    const change = await ledger.changed(async () => {
      await passWith(ledger.world, { "before writeRows 1": reverse(ledger), "after writeRows 1": unanswered });
      ledger.world.google.lag = 1;
      await ledger.pass();
      ledger.world.google.lag = 0;
      await ledger.rest();
    });
    expect(change).toEqual(fallen);
    expect(await kept(ledger)).toContain("责任人3");
  });
});
