import { afterEach, beforeEach, expect, it } from "vitest";
import { linkedLedger, read, type } from "../../support/ledger-sheet.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";
import { brake, headerGone, quarantine, quarantined, suspend } from "./troubles.ts";

/** Spreadsheets that are not in step: each command that meets one tells its state, why, and what helps. */

let bureau: BureauWorld;
beforeEach(async () => {
  bureau = await startBureauWorld();
  await linkedLedger(bureau.world);
  await bureau.world.pass("s1");
});
afterEach(() => bureau.close());

const done = (...lines: string[]) => ({ exit: 0, out: `${lines.join("\n")}\n`, err: "" });
const refused = (...lines: string[]) => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

const share = "  请重新共享给同步账号，或从回收站还原；之后自动恢复，也可立即同步：npm run bureau -- sync s1";
const accounts = "表格要共享给 ledger-sync@local.invalid，权限为编辑者";
const heading = "单位      表格  名称     状态";

it("[B9] quarantined: listed with its reason, released by its pass, and in step again", async () => {
  const pass = await quarantine(bureau.world);
  expect(await bureau.run("list", "QUARANTINED")).toEqual(
    done(
      `${heading}    最近一次变动      结果`,
      "dl（dl）  s1    台账 s1  已隔离  2023-11-06 09:00  已隔离",
      "",
      `s1 已隔离：${quarantined}`,
      `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`,
    ),
  );
  expect(await bureau.run("release", "s1", "--pass", "another")).toEqual(
    refused("CONFLICT: Another pass is braked. 刹车的是另一次同步，请重新查看。"),
  );
  expect(await bureau.run("release", "s1", "--pass", pass)).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^已放行，已同步：读到3行，/),
  });
  expect(read(bureau.world, "第1个示例问题", "责任人")).toBe("接口的人");
  expect(await bureau.run("list", "QUARANTINED")).toEqual(done("没有表格"));
  expect(await bureau.run("sync", "s1")).toEqual(done("无变化：读到3行，两边一致"));
});

it("[B9] out of reach: whom to share it with, or to take it out of the bin; never a release that would be refused", async () => {
  const pass = await brake(bureau.world);
  await suspend(bureau.world);
  expect(await bureau.run("list")).toEqual(
    done(
      `${heading}      最近一次变动      结果`,
      "dl（dl）  s1    台账 s1  无法访问  2023-11-06 09:00  已刹车",
      "",
      "s1 无法访问：表格已被删除",
      share,
      "",
      accounts,
    ),
  );
  expect(await bureau.run("release", "s1", "--pass", pass)).toEqual(
    refused("WRONG_STATE: The spreadsheet is not braked. 这个表格没有刹车。"),
  );
});

it("[B9] active, and Google refuses what is to be written: listed with that reason", async () => {
  const { store } = bureau.world;
  const link = await store.getLink("s1");
  if (link === null) throw new Error("not linked");
  await store.putLink({ ...link, reason: "Google 拒绝了上次的写入" }, link.revision);
  expect((await bureau.run("list")).out.split("\n").slice(2)).toEqual(["", "s1 正常：Google 拒绝了上次的写入", ""]);
});

it("[B7] linked once more, its state is told and what helps", async () => {
  const pass = await brake(bureau.world);
  const braked = [`已关联到dl。已刹车：${headerGone}`, `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`];
  expect(await bureau.run("link", "s1", "dl")).toEqual(done(...braked, accounts));
  expect(await bureau.run("link", "s1", "dl", "--paused")).toEqual(
    done(
      ...braked,
      "以前已经关联，没有因此暂停。要先看过再同步，请先暂停：",
      "  npm run bureau -- pause s1",
      "  npm run bureau -- doctor s1",
      "  npm run bureau -- preview s1",
      accounts,
    ),
  );
});

it("[B9] resume undoes a pause; of another state it tells what helps", async () => {
  const pass = await brake(bureau.world);
  expect(await bureau.run("resume", "s1")).toEqual(
    refused(
      `WRONG_STATE: The spreadsheet is not paused. 这个表格没有暂停。已刹车：${headerGone}`,
      `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`,
    ),
  );
});

it("[B8] sync of one that is paused or quarantined is refused with its reason and what helps", async () => {
  const { world } = bureau;
  const refusedPause = refused(
    "PAUSED: The spreadsheet is paused. 暂停：已暂停同步",
    "  恢复：npm run bureau -- resume s1",
  );
  type(world, "第1个示例问题", "备注", "表格写的");
  await bureau.run("pause", "s1");
  expect(await bureau.run("sync", "s1")).toEqual(refusedPause);
  expect((await world.items("s1")).filter(({ texts }) => texts.remark === "表格写的")).toEqual([]);
  await bureau.run("resume", "s1");
  expect(await bureau.run("sync", "s1")).toMatchObject({ exit: 0, out: expect.stringMatching(/^已同步：/) });

  const pass = await quarantine(world);
  expect(await bureau.run("sync", "s1")).toEqual(
    refused(
      `QUARANTINED: The writes of a pass kept missing their rows. 已隔离：${quarantined}`,
      `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`,
    ),
  );
  expect(read(world, "第1个示例问题", "责任人")).not.toBe("接口的人");
});

it("[B8] sync of one that cannot be opened tells what helps, and is made again once it is shared", async () => {
  const whole = bureau.world.google.state("s1");
  bureau.world.google.remove("s1");
  expect(await bureau.run("sync", "s1")).toEqual(
    refused(
      "UNREACHABLE: The spreadsheet is out of reach. 无法访问：表格已删除，或未共享给同步账号；数据原样保留",
      share,
      `  ${accounts}`,
    ),
  );
  expect((await bureau.run("list")).out.split("\n").slice(1)).toEqual([
    "dl（dl）  s1    台账 s1  无法访问  2023-11-06 09:00  无法访问",
    "",
    "s1 无法访问：表格已删除，或未共享给同步账号；数据原样保留",
    share,
    "",
    accounts,
    "",
  ]);
  bureau.world.google.put(whole);
  expect(await bureau.run("sync", "s1")).toEqual(done("无变化：读到3行，两边一致"));
});
