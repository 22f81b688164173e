import { describe, expect, test } from "vitest";
import { type Claim, type ClaimReading, claimCell, closedClaimCell, onSiteCell } from "../../../core/ledger/claim.ts";

const context = { referenceDate: "2023-10-08" };
const says = (claim: Claim, rest: Partial<ClaimReading> = {}): ClaimReading => ({
  claim,
  resolution: "NORMAL",
  standing: false,
  percent: null,
  ...rest,
});
const onSite = says("COMPLETE", { resolution: "ON_SITE" });
const forever = says("STANDING", { standing: true });

const words: readonly [readonly string[], ClaimReading][] = [
  [
    [
      "未整改",
      "待整改",
      "未启动",
      "未开始",
      "未完成",
      "×",
      "否",
      "尚未完成整改",
      "暂未整改",
      "无法完成",
      "未销号",
      "未能按期完成",
    ],
    says("REGISTERED"),
  ],
  [["整改中", "正在整改", "正在推进", "有序推进", "推进中", "办理中", "正在有序推进中"], says("IN_PROGRESS")],
  [["部分整改", "阶段性完成"], says("IN_PROGRESS", { percent: 50 })],
  [["基本完成", "基本完成整改"], says("IN_PROGRESS", { percent: 90 })],
  [
    [
      "已完成",
      "已整改",
      "整改完成",
      "整改到位",
      "已办结",
      "已解决",
      "完成",
      "√",
      "✓",
      "是",
      "已全部完成整改",
      "已于11月5日完成整改",
      "已整改（11月5日）",
      "TRUE",
    ],
    says("COMPLETE"),
  ],
  [["100%", "１００％", "10/10"], says("COMPLETE", { percent: 100 })],
  [["60%", "已完成60%", "6/10"], says("IN_PROGRESS", { percent: 60 })],
  [["0%"], says("REGISTERED", { percent: 0 })],
  [["已销号", "销号", "对账销号", "已闭环", "已验收"], says("CLOSED")],
  [["现场解决", "当场解决", "立行立改"], onSite],
  [["已销号，现场解决"], says("CLOSED", { resolution: "ON_SITE" })],
  [["持续推进", "长期坚持", "常态化", "持续整改"], forever],
  [["已完成，长期坚持", "已经完成，长期坚持", "已完成、并长期坚持"], says("COMPLETE", { standing: true })],
  [["正在推进，长期坚持"], says("IN_PROGRESS", { standing: true })],
  [["退回", "驳回", "不通过", "验收不合格"], says("RETURN")],
  [["反弹", "复发", "重启"], says("REOPEN")],
  [["作废", "合并", "重复"], says("VOID")],
  [["转办", "上报", "提请上级"], says("TRANSFER")],
  [["未完成，正在推进"], says("IN_PROGRESS")],
  [["整改完毕", "已按要求整改到位", "√已完成", "完成整改，待验收", "已完结"], says("COMPLETE")],
  [["当场整改完毕", "已立行立改"], onSite],
  [["暂无进展", "待启动"], says("REGISTERED")],
  [["需上级协调"], says("TRANSFER")],
  [["整改完成并长期坚持", "完成（长期坚持）"], says("COMPLETE", { standing: true })],
  [["已转为长期坚持", "长期整改", "持续整改中"], forever],
];

describe("status words", () => {
  test.each(words.flatMap(([texts, value]) => texts.map((text) => [text, value] as const)))(
    "[L9] %s asks for what the table says",
    (text, value) => {
      expect(claimCell.parse(text, context)).toEqual({ value });
    },
  );

  test.each(["", "/", "无", "—"])("[L9] %j asks for nothing", (text) => {
    expect(claimCell.parse(text, context)).toEqual({ value: null });
  });

  test.each(["逾期", "超期", "未逾期", "已逾期"])("[L9] %s is a light, not a state", (text) => {
    expect(claimCell.parse(text, context)).toEqual({ value: null });
  });

  test.each(["未完成", "没有完成", "尚未解决", "暂未办结", "未销号", "不能按期完成", "整改不到位", "未验收"])(
    "[L10] %s: the negation decides",
    (text) => {
      expect(claimCell.parse(text, context).value?.claim).toBe("REGISTERED");
    },
  );

  test.each(["已完成初稿", "已组织培训三期，成效明显", "完成方案制定，下一步抓落实", "领导已批示", "？"])(
    "[L12] %s is no status: the cell is flagged and asks for nothing",
    (text) => {
      const reading = claimCell.parse(text, context);
      expect(reading.value).toBeNull();
      expect(reading.problem).toContain("看不懂状态");
    },
  );

  test.each<[string, ClaimReading]>([
    ["正在整改，预计11月底完成", says("IN_PROGRESS")],
    ["未完成（正在推进）", says("IN_PROGRESS")],
    ["已整改，未销号", says("COMPLETE")],
    ["已完成（尚未验收）", says("COMPLETE")],
    ["已整改（2023.11.5）", says("COMPLETE")],
    ["已完成（部分未完成）", says("REGISTERED")],
    ["未销号", says("REGISTERED")],
  ])("[L46] %s", (text, value) => {
    expect(claimCell.parse(text, context)).toEqual({ value });
  });

  test("[L46] a plan alone claims nothing", () => {
    expect(claimCell.parse("预计11月底完成", context)).toEqual({ value: null });
  });

  test.each<[string, ClaimReading]>([
    ["已完成\n整改中\n未完成", says("IN_PROGRESS")],
    ["已完成\n已完成", says("COMPLETE")],
    ["已完成\n未完成", says("REGISTERED")],
    ["整改\n完成", says("COMPLETE")],
  ])("[L42] %j: a word a measure, the open ones decide; a wrapped word is one", (text, value) => {
    expect(claimCell.parse(text, context)).toEqual({ value });
  });

  test("[L11] 是 in 是否现场解决 says how it was solved; 否 says nothing of the work", () => {
    expect(["是", "√", "TRUE", "现场解决", "当场"].map((text) => onSiteCell.parse(text, context).value)).toEqual([
      onSite,
      onSite,
      onSite,
      onSite,
      null,
    ]);
    expect(["否", "×", "FALSE", "", "后续整改中"].map((text) => onSiteCell.parse(text, context).value)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(onSiteCell.parse("后面再说", context).problem).toContain("可填：是、否");
  });

  test("[L11] 是 in 是否销号 asks for closing, in 是否完成 it says that the work is done", () => {
    expect(closedClaimCell.parse("是", context).value?.claim).toBe("CLOSED");
    expect(closedClaimCell.parse("√", context).value?.claim).toBe("CLOSED");
    expect(closedClaimCell.parse("否", context).value?.claim).toBe("REGISTERED");
    expect(claimCell.parse("是", context).value?.claim).toBe("COMPLETE");
  });
});
