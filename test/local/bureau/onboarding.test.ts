import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addSpreadsheet, cellsOf, plainHeaders, problemRow } from "../../support/ledger-sheet.ts";
import { type BureauWorld, startBureauWorld } from "./bureau-world.ts";

/** A bureau's first minutes, in the order of the runbook. */

let bureau: BureauWorld;
beforeAll(async () => {
  bureau = await startBureauWorld();
  await bureau.world.addUnit("cn");
  addSpreadsheet(bureau.world, "s2", [{ title: "问题清单", tabId: 7, rows: [[...plainHeaders], problemRow(9)] }]);
  addSpreadsheet(bureau.world, "s1", [
    { title: "问题清单", tabId: 7, rows: [[...plainHeaders], problemRow(1), problemRow(2), problemRow(3)] },
  ]);
});
afterAll(() => bureau.close());

const done = (...lines: string[]) => ({ exit: 0, out: `${lines.join("\n")}\n`, err: "" });
const refused = (...lines: string[]) => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

describe.sequential("onboarding a bureau", () => {
  it("[B2] units are added by name or by position, parents first", async () => {
    expect(
      await bureau.run("add", "--code", "qh", "--name", "青海省局", "--level", "province", "--parent", "cn"),
    ).toEqual(done("已增加单位 qh 青海省局，上级 cn"));
    expect(await bureau.run("add", "qh-haixi", "--level=PREFECTURE", "海西州局", "--parent=qh")).toEqual(
      done("已增加单位 qh-haixi 海西州局，上级 青海省局"),
    );
    expect(await bureau.run("add", "qh-haixi-dulan", "都兰县局", "COUNTY", "qh-haixi", "--closure", "self")).toEqual(
      done("已增加单位 qh-haixi-dulan 都兰县局，上级 海西州局"),
    );
    expect(await bureau.world.store.listUnits()).toContainEqual(
      expect.objectContaining({
        code: "qh-haixi-dulan",
        path: "cn/qh/qh-haixi/qh-haixi-dulan/",
        closurePolicy: "SELF",
      }),
    );
  });

  it("[B3] what the API refuses is told in its words", async () => {
    expect(await bureau.run("add", "ah", "安徽省局", "PROVINCE", "nowhere")).toEqual(
      refused("NOT_FOUND: No such unit. 没有这个单位。"),
    );
    expect(await bureau.run("add", "ah", "安徽省局", "PROVINCE", "cn", "--as", "LEADER@cn")).toEqual(
      refused("FORBIDDEN: Your role at your unit may not do this. 您的角色没有这个权限。"),
    );
  });

  it("[B13] the tree of units, aligned", async () => {
    expect(await bureau.run("units")).toEqual(
      done(
        "代码            单位            层级",
        "cn              cn              行业",
        "qh              　青海省局      省级",
        "qh-haixi        　　海西州局    市级",
        "qh-haixi-dulan  　　　都兰县局  县级",
      ),
    );
  });

  it("[B2] a spreadsheet is linked by its address", async () => {
    expect(await bureau.run("link", "https://docs.google.com/spreadsheets/d/s1/edit#gid=0", "qh-haixi")).toEqual(
      done(
        "已关联到海西州局，稍后自动开始同步。会写什么：",
        "  npm run bureau -- doctor s1",
        "  npm run bureau -- preview s1",
        "表格要共享给 ledger-sync@local.invalid，权限为编辑者",
      ),
    );
    expect(await bureau.run("link", "--unit", "qh", "--spreadsheet", "s1")).toEqual(
      refused("BAD_USER_INPUT: Linked to another unit. 这个表格已关联到别的单位。"),
    );
  });

  it("[B7] it can be linked without a pass before somebody has looked", async () => {
    expect(await bureau.run("link", "s2", "qh", "--paused")).toEqual(
      done(
        "已关联到青海省局，同步暂停着。看过会写什么再恢复：",
        "  npm run bureau -- doctor s2",
        "  npm run bureau -- preview s2",
        "  npm run bureau -- resume s2",
        "表格要共享给 ledger-sync@local.invalid，权限为编辑者",
      ),
    );
    expect(await bureau.run("sync", "s2")).toEqual(
      refused("PAUSED: The spreadsheet is paused. 暂停：已暂停同步", "  恢复：npm run bureau -- resume s2"),
    );
    expect(await bureau.world.items("s2")).toEqual([]);
    expect(await bureau.run("resume", "s2")).toEqual(done("已恢复，下一次同步照常进行"));
    expect(await bureau.run("sync", "s2")).toMatchObject({
      exit: 0,
      out: "已同步：读到1行，写入系统1项，写入表格2处，冲突0处，看不懂0处\n",
    });
    expect(await bureau.run("link", "s2", "qh-haixi", "--paused")).toEqual(
      refused("BAD_USER_INPUT: Linked to another unit. 这个表格已关联到别的单位。"),
    );
  });

  it("[B7] linked once more it is as it was, whatever is said of a pause, and the other is a command away", async () => {
    const paused = [
      "已关联到海西州局，同步暂停着。看过会写什么再恢复：",
      "  npm run bureau -- doctor s1",
      "  npm run bureau -- preview s1",
      "  npm run bureau -- resume s1",
      "表格要共享给 ledger-sync@local.invalid，权限为编辑者",
    ];
    const notPaused = [
      "以前已经关联，没有因此暂停。要先看过再同步，请先暂停：",
      "  npm run bureau -- pause s1",
      "  npm run bureau -- doctor s1",
      "  npm run bureau -- preview s1",
      "表格要共享给 ledger-sync@local.invalid，权限为编辑者",
    ];
    expect(await bureau.run("link", "s1", "qh-haixi", "--paused")).toEqual(
      done("已关联到海西州局，稍后自动开始同步。", ...notPaused),
    );
    expect((await bureau.world.store.getLink("s1"))?.state).toBe("ACTIVE");
    await bureau.run("pause", "s1");
    expect(await bureau.run("link", "s1", "qh-haixi")).toEqual(done(...paused));
    expect(await bureau.run("link", "s1", "qh-haixi", "--paused")).toEqual(done(...paused));
    expect((await bureau.world.store.getLink("s1"))?.state).toBe("PAUSED");
    await bureau.run("resume", "s1");
    expect(await bureau.run("link", "s2", "qh")).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^已关联到青海省局，同步照常进行。会写什么：\n/),
    });
  });

  it("[B7] the preview shows what would be written where, and writes nothing", async () => {
    const before = cellsOf(bureau.world);
    expect(await bureau.run("preview", "--spreadsheet", "http://127.0.0.1:4001/sheets/s1")).toEqual(
      done(
        "读到3行：写入系统3项，写入表格6处，冲突0处，看不懂0处",
        "",
        "动作       标签页    单元格  系统编号       栏目      原为  改为                          说明",
        "增加列     问题清单                                         系统编号、系统状态、系统提示  在表格右端加上系统的三列",
        "新登记     问题清单  A2      P000000000001                  第1个示例问题",
        "新登记     问题清单  A3      P000000000002                  第2个示例问题",
        "新登记     问题清单  A4      P000000000003                  第3个示例问题",
        "写入编号   问题清单  L2      P000000000001  系统编号        P000000000001",
        "写入编号   问题清单  L3      P000000000002  系统编号        P000000000002",
        "写入编号   问题清单  L4      P000000000003  系统编号        P000000000003",
        "系统→表格  问题清单  M2      P000000000001  系统状态        已挂号，待整改",
        "系统→表格  问题清单  M3      P000000000002  系统状态        已挂号，待整改",
        "系统→表格  问题清单  M4      P000000000003  系统状态        已挂号，待整改",
      ),
    );
    expect(cellsOf(bureau.world)).toEqual(before);
    expect(await bureau.world.items("s1")).toEqual([]);
  });

  it("[B8] the first sync says what it will do, then what it did", async () => {
    expect(await bureau.run("sync", "s1")).toEqual({
      exit: 0,
      out: "已同步：读到3行，写入系统3项，写入表格6处，冲突0处，看不懂0处\n",
      err: "首次导入，读到3行：写入系统3项，写入表格6处，冲突0处，看不懂0处\n",
    });
    expect(await bureau.run("sync", "s1")).toEqual(done("无变化：读到3行，两边一致"));
    expect(await bureau.run("preview", "s1")).toEqual(
      done("读到3行：写入系统0项，写入表格0处，冲突0处，看不懂0处", "两边一致，无事可做"),
    );
  });

  it("[B9] the list shows it in step", async () => {
    expect(await bureau.run("list")).toEqual(
      done(
        "单位                  表格  名称     状态  最近一次变动      结果",
        "青海省局（qh）        s2    台账 s2  正常  2023-11-06 09:00  已同步",
        "海西州局（qh-haixi）  s1    台账 s1  正常  2023-11-06 09:00  已同步",
      ),
    );
    expect(await bureau.run("list", "BRAKED")).toEqual(done("没有表格"));
  });

  it("[B3] what is not linked is refused", async () => {
    for (const command of ["preview", "sync", "pause", "resume"])
      expect(await bureau.run(command, "s9")).toEqual(refused("NOT_FOUND: No such spreadsheet. 没有关联这个表格。"));
  });
});
