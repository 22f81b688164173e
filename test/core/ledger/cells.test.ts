import { describe, expect, test } from "vitest";
import { activityKindsCell } from "../../../core/ledger/activity.ts";
import { peopleCell, textCell } from "../../../core/ledger/cell-types.ts";
import { dateCell } from "../../../core/ledger/date-cell.ts";
import { measuresCell } from "../../../core/ledger/measure.ts";
import { approxCell } from "../../../core/ledger/number.ts";
import { periodCell } from "../../../core/ledger/period.ts";
import { categoryCell, levelCell, satisfactionCell } from "../../../core/ledger/problem-words.ts";

const context = { referenceDate: "2023-10-08" };
const measures = (text: string) => measuresCell.parse(text, context).value?.map((measure) => measure.text) ?? null;

describe("measures", () => {
  test.each<[string, string[]]>([
    ["1.甲措施\n2.乙措施\n3.丙措施", ["甲措施", "乙措施", "丙措施"]],
    ["1.甲措施；2.乙措施；3.丙措施。", ["甲措施", "乙措施", "丙措施。"]],
    ["1、甲措施2、乙措施", ["甲措施", "乙措施"]],
    ["①甲措施②乙措施③丙措施", ["甲措施", "乙措施", "丙措施"]],
    ["（1）甲措施；（2）乙措施；", ["甲措施", "乙措施"]],
    ["(1) 甲措施; (2) 乙措施", ["甲措施", "乙措施"]],
    ["１．甲措施２．乙措施", ["甲措施", "乙措施"]],
    ["一是甲措施；二是乙措施；三是丙措施", ["甲措施", "乙措施", "丙措施"]],
    ["一、甲措施\n二、乙措施", ["甲措施", "乙措施"]],
    ["措施一：甲措施\n措施二：乙措施", ["甲措施", "乙措施"]],
    ["甲措施\n乙措施", ["甲措施", "乙措施"]],
    ["具体措施：\n1.甲措施\n2.乙措施", ["甲措施", "乙措施"]],
    ["整改措施：1.甲措施；2.乙措施", ["甲措施", "乙措施"]],
    ["1.甲措施\n接着说\n2.乙措施", ["甲措施 接着说", "乙措施"]],
    ["甲措施", ["甲措施"]],
    ["1.甲措施", ["甲措施"]],
    ["增加2.5吨运力", ["增加2.5吨运力"]],
    ["1.增加2.5吨运力；2.完成第3、4项任务", ["增加2.5吨运力", "完成第3、4项任务"]],
  ])("[L13] %j", (text, expected) => {
    expect(measures(text)).toEqual(expected);
  });

  test.each(["", "/", "无"])("[L13] %j is no measure", (text) => {
    expect(measures(text)).toBeNull();
  });
});

describe("people", () => {
  test.each<[string, string[]]>([
    ["示例甲、示例乙", ["示例甲", "示例乙"]],
    ["示例甲，示例乙；示例丙", ["示例甲", "示例乙", "示例丙"]],
    ["示例甲\n示例乙", ["示例甲", "示例乙"]],
    ["示例甲 13800000000", ["示例甲"]],
    ["示例甲（0563-1234567）、示例乙", ["示例甲", "示例乙"]],
    ["示例甲/示例乙", ["示例甲", "示例乙"]],
    ["李某 王某", ["李某", "王某"]],
    ["张某 局长、李某 副局长", ["张某 局长", "李某 副局长"]],
    ["营销中心 张某", ["营销中心 张某"]],
    ["张某（党组书记、局长）、李某", ["张某（党组书记、局长）", "李某"]],
    ["张　某、李　某", ["张某", "李某"]],
    ["王某某（营销中心）", ["王某某（营销中心）"]],
  ])("[L14] %j", (text, names) => {
    expect(peopleCell.parse(text, context)).toEqual({ value: names });
  });
});

describe("counts", () => {
  test.each<[string, object]>([
    ["12", { value: 12, qualifier: "EQ" }],
    ["１２", { value: 12, qualifier: "EQ" }],
    ["1,300", { value: 1300, qualifier: "EQ" }],
    ["1300余", { value: 1300, qualifier: "GE" }],
    ["1300余场次", { value: 1300, qualifier: "GE", unit: "场次" }],
    ["2.5万户", { value: 25_000, qualifier: "EQ", unit: "户" }],
    ["4万余份", { value: 40_000, qualifier: "GE", unit: "份" }],
    ["60多条", { value: 60, qualifier: "GE", unit: "条" }],
    ["≥60", { value: 60, qualifier: "GE" }],
    [">=60条", { value: 60, qualifier: "GE", unit: "条" }],
    ["60条以上", { value: 60, qualifier: "GE", unit: "条" }],
    ["超过100户", { value: 100, qualifier: "GE", unit: "户" }],
    ["不超过5次", { value: 5, qualifier: "LE", unit: "次" }],
    ["近100人", { value: 100, qualifier: "LE", unit: "人" }],
    ["约30人", { value: 30, qualifier: "ABOUT", unit: "人" }],
    ["30人左右", { value: 30, qualifier: "ABOUT", unit: "人" }],
    ["百余人", { value: 100, qualifier: "GE", unit: "人" }],
    ["近千户", { value: 1000, qualifier: "LE", unit: "户" }],
    ["上百次", { value: 100, qualifier: "GE", unit: "次" }],
    ["1.2万人次", { value: 12_000, qualifier: "EQ", unit: "人次" }],
    ["十余次", { value: 10, qualifier: "GE", unit: "次" }],
    ["二十三", { value: 23, qualifier: "EQ" }],
    ["100％", { value: 100, qualifier: "EQ", unit: "%" }],
    ["共10项", { value: 10, qualifier: "EQ", unit: "项" }],
  ])("[L15] %s", (text, value) => {
    expect(approxCell.parse(text, context)).toEqual({ value });
  });

  test.each(["若干", "多次", "几十户", "走访12户、座谈3次", "10-20"])("[L15] %s is no number: a problem", (text) => {
    expect(approxCell.parse(text, context)).toEqual({
      value: null,
      problem: `看不出“${text}”是多少，请写一个数字`,
    });
  });

  test.each(["-", "—", "", "/"])("[L15] %j is not reported, which is not zero", (text) => {
    expect(approxCell.parse(text, context)).toEqual({ value: null });
  });
});

describe("days", () => {
  test.each([
    ["2023-11-05", "2023-11-05"],
    ["2023.11.5", "2023-11-05"],
    ["11月5日", "2023-11-05"],
    ["45235", "2023-11-05"],
    ["2023-11-05 10:30", "2023-11-05"],
    ["11月5日（周日）下午", "2023-11-05"],
    ["2023.11.3\n2023.11.5\n2023.11.4", "2023-11-05"],
  ])("[L5] %s is the day %s", (text, value) => {
    expect(dateCell.parse(text, context)).toEqual({ value });
  });

  test("[L5] a month for a day is its end, with a doubt; no day at all is a problem", () => {
    expect(dateCell.parse("2023年11月", context)).toEqual({
      value: "2023-11-30",
      problem: "“2023年11月”没有写到哪一天，暂按 2023-11-30 计",
    });
    expect(dateCell.parse("2023.11.31", context)).toEqual({ value: null, problem: "日历上没有“2023.11.31”这一天" });
    expect(dateCell.parse("上周", context).value).toBeNull();
  });

  test("[L5] an activity takes place on a day, over days, or in a month", () => {
    expect(periodCell.parse("9月12日", context).value).toEqual({ from: "2023-09-12", to: "2023-09-12" });
    expect(periodCell.parse("9月12日—9月14日", context).value).toEqual({ from: "2023-09-12", to: "2023-09-14" });
    expect(periodCell.parse("9月12日至14日", context).value).toEqual({ from: "2023-09-12", to: "2023-09-14" });
    expect(periodCell.parse("2023年10月", context).value).toEqual({ from: "2023-10-01", to: "2023-10-31" });
    expect(periodCell.parse("10月8日上午", context).value).toEqual({ from: "2023-10-08", to: "2023-10-08" });
    expect(periodCell.parse("2023.10.9、10.8", context).value).toEqual({ from: "2023-10-08", to: "2023-10-09" });
    expect(periodCell.parse("多次", context).problem).toContain("多次");
  });
});

describe("closed lists", () => {
  test("[L16] the longest word decides; no word is a problem that lists what may be written", () => {
    expect(categoryCell.parse("影响制约企业高质量发展的问题", context).value).toBe("DEVELOPMENT");
    expect(categoryCell.parse("群众急难愁盼", context).value).toBe("LIVELIHOOD");
    expect(satisfactionCell.parse("不满意", context).value).toBe("DISSATISFIED");
    expect(satisfactionCell.parse("基本满意", context).value).toBe("FAIRLY");
    expect(levelCell.parse("重大隐患", context).value).toBe("HIGH");
    expect(categoryCell.parse("专卖管理", context)).toEqual({
      value: null,
      problem: "看不懂“专卖管理”，可填：影响制约高质量发展、急难愁盼、防范化解重大风险、党建作风、其他",
    });
  });

  test("[L16] an activity may be of several kinds, each told once", () => {
    expect(activityKindsCell.parse("政策宣讲、下访接访、现场办公", context).value).toEqual([
      "RECEPTION",
      "ONSITE_OFFICE",
      "PUBLICITY",
    ]);
    expect(activityKindsCell.parse("实地蹲点调研", context).value).toEqual(["STAKEOUT"]);
    expect(activityKindsCell.parse("看电影", context).value).toBeNull();
  });

  test("[L1] a text says nothing when it is blank or one of the marks for nothing, and is trimmed otherwise", () => {
    expect([" 甲 ", "/", "无", "—", "", "\n"].map((text) => textCell.parse(text, context).value)).toEqual([
      "甲",
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
