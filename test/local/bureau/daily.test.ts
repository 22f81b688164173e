import { afterEach, beforeEach, expect, it } from "vitest";
import { linkedLedger, read, type } from "../../support/ledger-sheet.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";
import { deleteHeader, headerGone } from "./troubles.ts";

/** What an operator does once a bureau is in step. */

let bureau: BureauWorld;
beforeEach(async () => {
  bureau = await startBureauWorld();
  await linkedLedger(bureau.world);
  await bureau.world.pass("s1");
});
afterEach(() => bureau.close());

const done = (...lines: string[]) => ({ exit: 0, out: `${lines.join("\n")}\n`, err: "" });
const refused = (...lines: string[]) => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

async function firstCode(): Promise<string> {
  const items = await bureau.world.items("s1");
  const item = items.find(({ texts }) => texts.description === "第1个示例问题");
  if (item === undefined) throw new Error("no first item");
  return item.code;
}

/** 备注 of the first row becomes 接口写的 by API and 表格写的 on the sheet. */
async function makeConflict(): Promise<void> {
  await bureau.world.apiSet(await firstCode(), { remark: "接口写的" });
  type(bureau.world, "第1个示例问题", "备注", "表格写的");
  await bureau.world.pass("s1");
}

const conflictId = "C00000000000000000000000000000000000000001";
const conflictTable = [
  "冲突                                        系统编号       栏目  表格中为  系统中为  现显示  发生时间",
  `${conflictId}  P000000000002  备注  表格写的  接口写的  表格    2023-11-06 09:00`,
  "",
  "了结：npm run bureau -- settle 冲突 --choose SHEET|API（或 --value 另一内容）",
];

it("[B10] a conflict is listed, settled by a side, and gone", async () => {
  expect(await bureau.run("conflicts", "s1")).toEqual(done("没有待了结的冲突"));
  await makeConflict();
  expect(await bureau.run("conflicts", "s1")).toEqual(done(...conflictTable));
  expect(await bureau.run("settle", conflictId, "--choose", "api")).toEqual(
    done("已了结：备注 以系统的内容为准，下一次同步写入"),
  );
  expect(await bureau.run("conflicts", "s1")).toEqual(done("没有待了结的冲突"));
  await bureau.world.pass("s1");
  expect(read(bureau.world, "第1个示例问题", "备注")).toBe("接口写的");
  expect(await bureau.run("settle", conflictId, "SHEET")).toEqual(
    refused("WRONG_STATE: The conflict is settled already. 冲突已经了结。"),
  );
});

it("[B10] a conflict is settled by a third value", async () => {
  await makeConflict();
  await bureau.run("conflicts", "s1");
  expect(await bureau.run("settle", conflictId, "--value", "商定的")).toEqual(
    done("已了结：备注 以另填的内容为准，下一次同步写入"),
  );
  await bureau.world.pass("s1");
  expect(read(bureau.world, "第1个示例问题", "备注")).toBe("商定的");
});

it("[B10] conflicts of what is not linked are refused", async () => {
  expect(await bureau.run("conflicts", "s9")).toEqual(refused("NOT_FOUND: No such spreadsheet. 没有关联这个表格。"));
});

it("[B11] the history of an item, and an earlier version of it again", async () => {
  await makeConflict();
  await bureau.run("conflicts", "s1");
  await bureau.run("settle", conflictId, "--choose", "API");
  const code = "P000000000002";
  const before = [
    "5     2023-11-06 09:00  接口  admin@cn        备注      冲突已了结",
    "4     2023-11-06 09:00  接口  admin@cn  备注  表格写的  接口写的",
    "3     2023-11-06 09:00  表格  sheet:s1  备注  接口写的  表格写的",
    "2     2023-11-06 09:00  接口  user:li   备注            接口写的",
    "1     2023-11-06 09:00  表格  sheet:s1                  登记",
  ];
  const header = "版本  时间              来源  何人      栏目  改前      改后        理由";
  const foot = (version: number) => `现为版本${version}。回到以前：npm run bureau -- restore ${code} --to 版本`;
  expect(await bureau.run("history", code)).toEqual(done(header, ...before, "", foot(5)));
  expect(await bureau.run("restore", code, "--to", "3")).toEqual(
    done(`${code} 已恢复到版本3的内容，成为版本6；下一次同步写入表格`),
  );
  expect(await bureau.run("history", code)).toEqual(
    done(header, "6     2023-11-06 09:00  接口  admin@cn  备注  接口写的  表格写的", ...before, "", foot(6)),
  );
  expect(await bureau.run("restore", code, "--to", "99")).toEqual(
    refused("BAD_USER_INPUT: There is no such version. 没有这个版本。"),
  );
});

it("[B11] an item that does not exist has no history and is not restored", async () => {
  expect(await bureau.run("history", "P000000000000")).toEqual(
    refused("NOT_FOUND: No such item. 没有这个编号，或无权查看。"),
  );
  expect(await bureau.run("restore", "P000000000000")).toEqual(refused("NOT_FOUND: No such entry. 没有这条记录。"));
});

it("[B9] paused and resumed, with the way out in the list", async () => {
  expect(await bureau.run("pause", "s1")).toEqual(done("已暂停；恢复用 resume"));
  expect(await bureau.run("list")).toEqual(
    done(
      "单位      表格  名称     状态  最近一次变动      结果",
      "dl（dl）  s1    台账 s1  暂停  2023-11-06 09:00  已同步",
      "",
      "s1 暂停：已暂停同步",
      "  恢复：npm run bureau -- resume s1",
    ),
  );
  expect(await bureau.run("sync", "s1")).toMatchObject({ exit: 1, err: expect.stringMatching(/^PAUSED: /) });
  expect(await bureau.run("resume", "s1")).toEqual(done("已恢复，下一次同步照常进行"));
  expect((await bureau.run("list", "--state", "active")).out.split("\n")).toHaveLength(3);
});

it("[B9] a brake is shown with its reason, and released by the pass that was seen", async () => {
  deleteHeader(bureau.world);
  const reason = headerGone;
  expect(await bureau.run("preview", "s1")).toEqual(
    done("读到0行：写入系统0项，写入表格0处，冲突0处，看不懂0处", `会刹车，两边都不动：${reason}`),
  );
  const { err } = await bureau.run("sync", "s1");
  const pass = (await bureau.world.store.getLink("s1"))?.brakedPass ?? "";
  expect(pass).not.toBe("");
  const release = `  看过无误后放行：npm run bureau -- release s1 --pass ${pass}`;
  expect(err).toBe(`BRAKED: The pass was braked. ${reason}\n${release}\n`);
  expect(await bureau.run("list")).toEqual(
    done(
      "单位      表格  名称     状态    最近一次变动      结果",
      "dl（dl）  s1    台账 s1  已刹车  2023-11-06 09:00  已刹车",
      "",
      `s1 已刹车：${reason}`,
      release,
    ),
  );
  expect(await bureau.run("release", "s1", "--pass", "another")).toEqual(
    refused("CONFLICT: Another pass is braked. 刹车的是另一次同步，请重新查看。"),
  );
  expect(await bureau.run("release", "s1", "--pass", pass)).toEqual(
    done("已放行，已同步：读到0行，写入系统3项，写入表格0处，冲突0处，看不懂0处"),
  );
  expect(await bureau.run("release", "s1", pass)).toEqual(
    refused("WRONG_STATE: The spreadsheet is not braked. 这个表格没有刹车。"),
  );
});

it("[B8] while the background is at a spreadsheet, sync waits for its turn", async () => {
  const { store, world } = bureau.world;
  // Its worker died: the lease runs out by itself.
  const lease = await store.acquireLease("s1", "background", world.nowMs(), 5_000);
  expect(lease).not.toBeNull();
  expect(await bureau.run("sync", "s1")).toEqual({
    exit: 0,
    out: "无变化：读到3行，两边一致\n",
    err: "后台正在同步这个表格，等它结束…\n",
  });
});

it("[B8] meanwhile a long first import tells how far it is", async () => {
  const slow = await startBureauWorld({ looksDuringSync: 2 });
  await linkedLedger(slow.world, 140);
  expect(await slow.run("sync", "s1")).toEqual({
    exit: 0,
    out: "已同步：读到140行，写入系统140项，写入表格280处，冲突0处，看不懂0处\n",
    err: "首次导入，读到140行：写入系统140项，写入表格280处，冲突0处，看不懂0处\n已登记 140 条…\n",
  });
  await slow.close();
});

it("[B12] a unit's items as a file", async () => {
  expect(await bureau.run("export", "--unit", "dl", "--format", "csv", "--out", "大连.csv")).toEqual(
    done("已导出 3 条问题到 大连.csv"),
  );
  const lines = bureau.files.get("大连.csv")?.toString("utf8").split("\r\n") ?? [];
  expect(lines.map((line) => line.split(",").slice(2, 4).join(","))).toEqual([
    "责任单位,问题描述",
    "dl,第1个示例问题",
    "dl,第2个示例问题",
    "dl,第3个示例问题",
    "",
  ]);
  expect(await bureau.run("export", "dl")).toEqual(done("已导出 3 条问题到 dl.xlsx"));
  expect(bureau.files.get("dl.xlsx")?.subarray(0, 2).toString()).toBe("PK");
  expect(await bureau.run("export", "dl", "--out", "/nowhere/dl.xlsx")).toEqual(
    refused("/nowhere/dl.xlsx cannot be written (ENOENT). 写不了这个文件，请用 --out 换一个位置。"),
  );
  expect(await bureau.run("export", "nowhere")).toEqual(
    refused("NOT_FOUND: No such unit nowhere. 没有这个单位，或无权查看。"),
  );
});
