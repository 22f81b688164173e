import { describe, expect, it } from "vitest";
import type { SyncJob } from "../../../core/sync/job.ts";
import { sweep } from "../../../core/sync/sweep.ts";
import { type } from "../../support/ledger-sheet.ts";
import { settledLedger } from "./ledger.ts";

describe("an edit that Google does not report", () => {
  it("[Z3] is found by the sweep, however long ago it was made, and is then like any other", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "责任人", "没有通报的");
    const queued: SyncJob[] = [];
    const queue = { send: async (jobs: readonly SyncJob[]) => void queued.push(...jobs) };
    const sixHoursMs = 6 * 3_600_000;
    ledger.world.wait(sixHoursMs);
    await sweep({ store: ledger.world.store, queue, nowMs: ledger.world.world.nowMs() });
    expect(queued.map(({ spreadsheetId, priority }) => [spreadsheetId, priority])).toEqual([["s1", "SWEEP"]]);
    await ledger.world.pass(queued[0]?.spreadsheetId ?? "");
    expect((await ledger.world.item(ledger.code(1))).texts.owner).toBe("没有通报的");
  });

  it("[Z3] meets an API edit of the same cell as a conflict, not as an older one", async () => {
    const ledger = await settledLedger();
    type(ledger.world, "第1个示例问题", "责任人", "没有通报的");
    ledger.world.wait(6 * 3_600_000);
    await ledger.world.apiSet(ledger.code(1), { owner: "接口的人" });
    await ledger.rest();
    expect((await ledger.picture())["item #1 conflict owner.3"]).toBe(
      "sheet 没有通报的, store 接口的人, shows SHEET, open",
    );
  });
});
