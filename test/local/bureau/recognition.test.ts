import { afterEach, beforeEach, expect, it } from "vitest";
import { activityKind } from "../../../core/ledger/activity.ts";
import type { Kind } from "../../../core/ledger/kind.ts";
import { problemKind } from "../../../core/ledger/problem.ts";
import { addSpreadsheet, cellsOf } from "../../support/ledger-sheet.ts";
import { type BureauWorld, type Said, startBureauWorld } from "./bureau-world.ts";

/** A ledger as a county keeps it, and what its IT person is told about it. */

let bureau: BureauWorld;
beforeEach(async () => {
  bureau = await startBureauWorld();
  await bureau.world.addUnit("cn");
  await bureau.world.addUnit("dl");
  addSpreadsheet(bureau.world, "s1", [
    {
      title: "问题清单",
      tabId: 7,
      rows: [
        ["示例县局问题清单"],
        ["截至2023年11月30日"],
        [
          "序号",
          "具体表现",
          "类别",
          "我的记号",
          "整改举措",
          "责任部门/责任人",
          "整改时限（具体到日）",
          "完成情况",
          "备注",
        ],
        [1, "窗口等候时间长", "民生", "甲", "增设窗口", "办公室/示例", "2023.11.31", "整改中", ""],
        [2, "系统重复填报", "发展", "", "精简报表", "科技科/示例", "11月底前", "已完成", "=1+1"],
        ["", "合计：3项"],
      ],
    },
    {
      title: "活动",
      tabId: 8,
      rows: [
        ["时间", "地点", "主题", "形式"],
        ["2023-11-02", "示例村", "走访零售户", "走访"],
      ],
    },
    { title: "填表说明", tabId: 9, rows: [["请如实填写"]] },
  ]);
  await bureau.world.link("s1", "dl");
});
afterEach(() => bureau.close());

const done = (...lines: string[]) => ({ exit: 0, out: `${lines.join("\n")}\n`, err: "" });
const refused = (...lines: string[]) => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

/** How sure an alias makes the reader is the reader's own affair. */
const blurred = (said: Said): Said => ({ ...said, out: said.out.replace(/ \d\d% /g, " nn% ") });

const head = "列  表头                  认作      依据              把握  已填  看不懂  系统是否写入";
const markRow = "D   我的记号              —         自用列，不读不写";
const remarkRow =
  "I   备注                  备注      标准表头          100%  1             可写，1格除外：公式，系统不改写";
const problems = (mark = markRow, remark = remarkRow) => [
  head,
  "A   序号                  —         序号，不作依据",
  "B   具体表现              问题描述  常用别名          nn%   2             可写",
  "C   类别                  问题类别  常用别名          nn%   2             可写",
  mark,
  "E   整改举措              整改措施  常用别名          nn%   2             可写",
  "F   责任部门/责任人       责任部门  推测              nn%   2             只读",
  "F   责任部门/责任人       责任人    推测              nn%   2             只读",
  "G   整改时限（具体到日）  整改时限  标准表头          100%  2     1       可写",
  "H   完成情况              完成情况  标准表头          100%  2             只读",
  remark,
];
const activities = [
  "列  表头  认作      依据      把握  已填  看不懂  系统是否写入",
  "A   时间  活动时间  常用别名  nn%   1             可写",
  "B   地点  活动地点  常用别名  nn%   1             可写",
  "C   主题  活动主题  常用别名  nn%   1             可写",
  "D   形式  活动形式  常用别名  nn%   1             可写",
];
/** Every column that a kind has and these tabs have not. */
const absent = (kind: Kind, ...present: string[]) => {
  const headers = kind.columns.filter(({ writes }) => writes !== "SYSTEM").map(({ header }) => header);
  return `表里没有这些栏目，不影响同步：${headers.filter((header) => !present.includes(header)).join("、")}`;
};
const absentProblem = absent(
  problemKind,
  ...["问题描述", "问题类别", "整改措施", "责任部门", "责任人", "整改时限", "完成情况", "备注"],
);
const absentActivity = absent(activityKind, "活动时间", "活动地点", "活动主题", "活动形式");

it("[B19] the doctor's report, before and after the first pass", async () => {
  const report = (codes: string, system: string, activityCodes: string, activitySystem: string) =>
    done(
      "台账 s1：3个标签页，2个是台账",
      "",
      `【问题清单】认作问题清单；表头在第3行，共2条，其中${codes}条已有编号，没有年份的日期按2023-11-30推算`,
      ...problems(),
      absentProblem,
      system,
      "系统新增的条目插在第6行之前，其他单元格不动",
      "看不懂的单元格，请改写或留待以后：",
      "  G4“2023.11.31”：日历上没有“2023.11.31”这一天",
      "请核对：",
      "  B6“合计：3项”：合计写的是 3，表中行数实为 2",
      "",
      `【活动】认作调研活动；表头在第1行，共1条，其中${activityCodes}条已有编号`,
      ...activities,
      absentActivity,
      activitySystem,
      "系统新增的条目插在第3行之前，其他单元格不动",
      "",
      "不参加同步，内容不读不写：",
      "  填表说明（不是台账）：按名称看是模板或说明，不是台账",
      "",
      "认错了：npm run bureau -- columns（列）、tabs（标签页）可以改；会写什么逐格看 preview。",
    );
  const before = cellsOf(bureau.world);
  expect(blurred(await bureau.run("doctor", "s1"))).toEqual(
    report(
      "0",
      "将在右端插入系统列：系统编号（J列）、系统状态（K列）、系统提示（L列）；2条新的将写入编号",
      "0",
      "将在右端插入系统列：系统编号（E列）、系统状态（F列）、系统提示（G列）；1条新的将写入编号",
    ),
  );
  expect(cellsOf(bureau.world)).toEqual(before);
  expect(await bureau.world.items("s1")).toEqual([]);

  await bureau.world.pass("s1");
  expect(blurred(await bureau.run("doctor", "s1"))).toEqual(
    report(
      "2",
      "系统列在：系统编号（J列）、系统状态（K列）、系统提示（L列）",
      "1",
      "系统列在：系统编号（E列）、系统状态（F列）、系统提示（G列）",
    ),
  );
});

it("[B19] many unreadable cells are told in number", async () => {
  const rows = Array.from({ length: 13 }, (_, i) => [`问题${i}`, "2023.11.31"]);
  addSpreadsheet(bureau.world, "s2", [{ title: "问题清单", tabId: 7, rows: [["问题描述", "整改时限"], ...rows] }]);
  await bureau.world.link("s2", "dl");
  const lines = (await bureau.run("doctor", "s2")).out.split("\n");
  expect(lines.filter((line) => /^ {2}B\d+“2023\.11\.31”/.test(line))).toHaveLength(10);
  expect(lines).toContain("  另有3处");
});

it("[B20] columns: what each was taken for, and a person's word on them", async () => {
  const list = (mark: string, remark: string, ...said: string[]) =>
    done("【问题清单】", ...problems(mark, remark), "", "【活动】", ...activities, "", ...said);
  expect(blurred(await bureau.run("columns", "s1"))).toEqual(list(markRow, remarkRow, "本单位没有设定过别名"));

  expect(await bureau.run("columns", "s1", "--header", "我的记号", "--field", "整改进展", "--tab", "问题清单")).toEqual(
    done("“我的记号”认作整改进展；下一次同步起生效"),
  );
  expect(await bureau.run("columns", "s1", "--header", "备注", "--private", "--tab", "问题清单")).toEqual(
    done("“备注”是自用列，不读不写；下一次同步起生效"),
  );
  expect(blurred(await bureau.run("columns", "s1"))).toEqual(
    list(
      "D   我的记号              整改进展  本单位设定        nn%   1             可写",
      "I   备注                  —         自用列，不读不写",
      "本单位的设定：",
      "表头      认作      台账",
      "我的记号  整改进展  问题清单",
      "备注      自用列    问题清单",
    ),
  );
  await bureau.world.pass("s1");
  const items = await bureau.world.items("s1");
  expect(items.map(({ texts }) => texts.progress).filter((text) => text !== undefined && text !== "")).toEqual(["甲"]);

  for (const header of ["我的记号", "备注"])
    expect(await bureau.run("columns", "s1", "--header", header, "--forget")).toEqual(
      done(`“${header}”不再特别设定；下一次同步起生效`),
    );
  expect((await bureau.run("columns", "s1")).out).toContain("本单位没有设定过别名");
});

it("[B20] what cannot be said of a column is refused", async () => {
  expect(await bureau.run("columns", "s1", "--header", "备注", "--field", "nothing")).toEqual(
    refused("BAD_USER_INPUT: No such field in these ledgers. 这类台账没有这个字段。"),
  );
  expect(await bureau.run("columns", "s1", "--header", "系统编号", "--private")).toEqual(
    refused("BAD_USER_INPUT: Not a header of the clerk's. 不是可以设定的表头。"),
  );
  const misused = {
    exit: 2,
    out: "",
    err: "Give --header with one of --field, --private, --forget. 请给出 --header，并在 --field、--private、--forget 中选一个。\n",
  };
  expect(await bureau.run("columns", "s1", "--header", "备注")).toEqual(misused);
  expect(await bureau.run("columns", "s1", "--private")).toEqual(misused);
  expect(await bureau.run("columns", "s1", "--header", "备注", "--private", "--forget")).toEqual(misused);
});

it("[B20] tabs: what part each takes, and a person's word on one", async () => {
  const header = "标签页    台账      用途      条数  说明";
  const rest = [
    "活动      调研活动  台账      1",
    "填表说明  —         不是台账        按名称看是模板或说明，不是台账",
  ];
  expect(await bureau.run("tabs", "s1")).toEqual(done(header, "问题清单  问题清单  台账      2", ...rest));
  expect(await bureau.run("tabs", "s1", "--tab", "问题清单", "--role", "archive")).toEqual(
    done("“问题清单”设为归档；下一次同步起生效"),
  );
  expect(await bureau.run("tabs", "s1")).toEqual(
    done(header, "问题清单  问题清单  归档      2     由本单位设定，不参加同步", ...rest),
  );
  await bureau.world.pass("s1");
  expect((await bureau.world.items("s1")).map(({ kind }) => kind)).toEqual(["activity"]);
  expect(await bureau.run("tabs", "s1", "--tab", "问题清单", "--forget")).toEqual(
    done("“问题清单”不再特别设定；下一次同步起生效"),
  );
  expect(await bureau.run("tabs", "s1", "--tab", "没有", "--role", "LIVE")).toEqual(
    refused("NOT_FOUND: No such tab. 没有这个工作表。"),
  );
  expect(await bureau.run("tabs", "s1", "--tab", "活动")).toEqual({
    exit: 2,
    out: "",
    err: "Give --tab with --role or --forget. 请给出 --tab，并在 --role 与 --forget 中选一个。\n",
  });
});

it("[B20] a spreadsheet that is not linked has nothing to show", async () => {
  for (const command of ["doctor", "columns", "tabs"])
    expect(await bureau.run(command, "s9")).toEqual(refused("NOT_FOUND: No such spreadsheet. 没有关联这个表格。"));
});

it("[B21] a spreadsheet is named for a unit's figures", async () => {
  expect(await bureau.run("summary", "link", "https://docs.google.com/spreadsheets/d/s5/edit", "dl")).toEqual(
    done("下一次汇总起，dl的汇总表写在这个表格里", "表格要共享给 ledger-sync@local.invalid，权限为编辑者"),
  );
  expect(await bureau.run("summary", "link", "s5", "cn")).toEqual(
    refused("BAD_USER_INPUT: It shows another unit's figures. 这个表格已用作别的单位的汇总表。"),
  );
  expect(await bureau.run("summary", "s5", "dl")).toEqual({
    exit: 2,
    out: "",
    err: 'Unknown command "summary". 没有这个命令；是不是 summary link？\n',
  });
});
