import { afterEach, beforeEach, expect, it } from "vitest";
import { linkedLedger, read } from "../../support/ledger-sheet.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";
import { brake, headerGone, quarantine, quarantined } from "./troubles.ts";

/** What the preview says of a spreadsheet that a pass would not touch as it is. */

let bureau: BureauWorld;
beforeEach(async () => {
  bureau = await startBureauWorld();
  await linkedLedger(bureau.world);
  await bureau.world.pass("s1");
});
afterEach(() => bureau.close());

const done = (...lines: string[]) => ({ exit: 0, out: `${lines.join("\n")}\n`, err: "" });
const refused = (...lines: string[]) => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

it("[B7] the preview of one that is not synced says so above the table, why, and what has to happen first", async () => {
  const { world } = bureau;
  const still = "  在此之前不会同步，下面只是预演：";
  const plan = ["读到3行：写入系统0项，写入表格0处，冲突0处，看不懂0处", "两边一致，无事可做"];
  const paused = ["暂停：已暂停同步", "  恢复：npm run bureau -- resume s1", still, "", ...plan];
  await bureau.run("pause", "s1");
  expect(await bureau.run("preview", "s1")).toEqual(done(...paused));
  await bureau.run("resume", "s1");
  expect(await bureau.run("preview", "s1")).toEqual(done(...plan));

  const pass = await quarantine(bureau.world);
  const preview = await bureau.run("preview", "s1");
  expect(preview.exit).toBe(0);
  expect(preview.out.split("\n").slice(0, 4)).toEqual([
    `已隔离：${quarantined}`,
    `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`,
    still,
    "",
  ]);
  expect(preview.out).toContain("接口的人");
  expect(read(world, "第1个示例问题", "责任人")).not.toBe("接口的人");
});

it("[B7] the preview of a braked one: while its cause is there, and once it is gone", async () => {
  const whole = bureau.world.google.state("s1");
  const pass = await brake(bureau.world);
  expect(await bureau.run("preview", "s1")).toEqual(
    done(
      `已刹车：${headerGone}`,
      `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`,
      "  在此之前不会同步，下面只是预演：",
      "",
      "读到0行：写入系统0项，写入表格0处，冲突0处，看不懂0处",
      `会刹车，两边都不动：${headerGone}`,
    ),
  );
  bureau.world.google.put(whole);
  expect(await bureau.run("preview", "s1")).toEqual(
    done(
      `已刹车：${headerGone}`,
      "  刹车的原因已经没有了，下一次同步照下面进行。立即同步：npm run bureau -- sync s1",
      "",
      "读到3行：写入系统0项，写入表格0处，冲突0处，看不懂0处",
      "两边一致，无事可做",
    ),
  );
  expect(await bureau.run("sync", "s1")).toEqual(done("无变化：读到3行，两边一致"));
  expect((await bureau.world.store.getLink("s1"))?.state).toBe("ACTIVE");
});

it("[B7] the preview of one out of reach says what helps, and once it is shared again that it will go on", async () => {
  const whole = bureau.world.google.state("s1");
  bureau.world.google.remove("s1");
  await bureau.world.pass("s1");
  const reason = "无法访问：表格已删除，或未共享给同步账号；数据原样保留";
  expect(await bureau.run("preview", "s1")).toEqual(
    refused(
      "UNAVAILABLE: Google answers that the file is gone or not shared with the account. 表格不存在，或没有共享给本系统的账号。",
      reason,
      "  请重新共享给同步账号，或从回收站还原；之后自动恢复，也可立即同步：npm run bureau -- sync s1",
      "  表格要共享给 ledger-sync@local.invalid，权限为编辑者",
    ),
  );
  bureau.world.google.put(whole);
  expect(await bureau.run("preview", "s1")).toEqual(
    done(
      reason,
      "  现在又能打开了，下一次同步照下面进行。立即同步：npm run bureau -- sync s1",
      "",
      "读到3行：写入系统0项，写入表格0处，冲突0处，看不懂0处",
      "两边一致，无事可做",
    ),
  );
});
