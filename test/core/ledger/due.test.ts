import { describe, expect, test } from "vitest";
import { type Due, dueCell, dueDateOf } from "../../../core/ledger/due.ts";

const context = { referenceDate: "2023-10-08" };
const on = (kind: Due["kind"], date: string | null, rest: Partial<Due> = {}): Due => ({
  kind,
  date,
  standing: false,
  ...rest,
});
const forever = on("STANDING", null, { standing: true });

const readings: readonly [string, Due][] = [
  ["2023.11.5", on("DATE", "2023-11-05")],
  ["2023-11-05", on("DATE", "2023-11-05")],
  ["2023/11/5", on("DATE", "2023-11-05")],
  ["2023年11月5日", on("DATE", "2023-11-05")],
  ["２０２３．１１．５", on("DATE", "2023-11-05")],
  ["20231105", on("DATE", "2023-11-05")],
  ["45235", on("DATE", "2023-11-05")],
  ["二〇二三年十一月五日", on("DATE", "2023-11-05")],
  ["2023 年 11 月 5 日", on("DATE", "2023-11-05")],
  ["2023-11-05 00:00:00", on("DATE", "2023-11-05")],
  ["23.11.5", on("DATE", "2023-11-05")],
  ["2023年11月5日前完成", on("DATE", "2023-11-05")],
  ["11月30日", on("DATE", "2023-11-30")],
  ["11月30日前", on("DATE", "2023-11-30")],
  ["11.30", on("DATE", "2023-11-30")],
  ["明年1月15日", on("DATE", "2024-01-15")],
  ["2023年11月底前", on("MONTH_END", "2023-11-30")],
  ["11月末", on("MONTH_END", "2023-11-30")],
  ["2023年11月", on("MONTH_END", "2023-11-30")],
  ["2023.11", on("MONTH_END", "2023-11-30")],
  ["十一月底", on("MONTH_END", "2023-11-30")],
  ["2024年2月底前完成", on("MONTH_END", "2024-02-29")],
  ["本月底", on("MONTH_END", "2023-10-31")],
  ["下月底前", on("MONTH_END", "2023-11-30")],
  ["11月上旬", on("DATE", "2023-11-10")],
  ["11月中旬", on("DATE", "2023-11-20")],
  ["11月下旬", on("MONTH_END", "2023-11-30")],
  ["年底前", on("YEAR_END", "2023-12-31")],
  ["2023年底", on("YEAR_END", "2023-12-31")],
  ["年内", on("YEAR_END", "2023-12-31")],
  ["2024年", on("YEAR_END", "2024-12-31")],
  ["明年底前", on("YEAR_END", "2024-12-31")],
  ["四季度", on("QUARTER_END", "2023-12-31")],
  ["2023年第三季度末", on("QUARTER_END", "2023-09-30")],
  ["上半年", on("QUARTER_END", "2023-06-30")],
  ["2023年10月—12月", on("RANGE", "2023-12-31", { from: "2023-10-01" })],
  ["10月至12月底", on("RANGE", "2023-12-31", { from: "2023-10-01" })],
  ["2023年10月8日至11月30日", on("RANGE", "2023-11-30", { from: "2023-10-08" })],
  ["2023.10-2023.12", on("RANGE", "2023-12-31", { from: "2023-10-01" })],
  ["11月—次年3月".replace("次年", "明年"), on("RANGE", "2024-03-31", { from: "2023-11-01" })],
  ["立行立改", on("IMMEDIATE", null)],
  ["即知即改", on("IMMEDIATE", null)],
  ["马上改", on("IMMEDIATE", null)],
  ["立即整改", on("IMMEDIATE", null)],
  ["当场", on("IMMEDIATE", null)],
  ["长期坚持", forever],
  ["持续推进", forever],
  ["常态化", forever],
  ["长期", forever],
  ["2024年底前，并长期坚持", on("YEAR_END", "2024-12-31", { standing: true })],
  ["立行立改，长期坚持", on("IMMEDIATE", null, { standing: true })],
  ["2023年11月底前完成并长期坚持", on("MONTH_END", "2023-11-30", { standing: true })],
  ["短期攻坚", on("TERM", null, { term: "SHORT" })],
  ["短期6个月", on("TERM", null, { term: "SHORT" })],
  ["中期推进", on("TERM", null, { term: "MEDIUM" })],
  ["中期1–2年", on("TERM", null, { term: "MEDIUM" })],
  ["长期3–5年", on("TERM", null, { term: "LONG" })],
  ["30天", on("RELATIVE", null, { span: { count: 30, unit: "DAY" } })],
  ["30日内", on("RELATIVE", null, { span: { count: 30, unit: "DAY" } })],
  ["一个月内", on("RELATIVE", null, { span: { count: 1, unit: "MONTH" } })],
  ["15个工作日", on("RELATIVE", null, { span: { count: 15, unit: "WORKDAY" } })],
  ["十五个工作日内", on("RELATIVE", null, { span: { count: 15, unit: "WORKDAY" } })],
  ["两周内", on("RELATIVE", null, { span: { count: 2, unit: "WEEK" } })],
  ["半年内", on("RELATIVE", null, { span: { count: 6, unit: "MONTH" } })],
  ["2023年10月10日—2023年11月30日", on("RANGE", "2023-11-30", { from: "2023-10-10" })],
  ["10月-11月", on("RANGE", "2023-11-30", { from: "2023-10-01" })],
  ["2023年11月中下旬", on("MONTH_END", "2023-11-30")],
  ["2023.11.底", on("MONTH_END", "2023-11-30")],
  ["2023-11", on("MONTH_END", "2023-11-30")],
  ["2023\\11\\30", on("DATE", "2023-11-30")],
  ["2023。11。30", on("DATE", "2023-11-30")],
  ["二O二三年十一月三十日", on("DATE", "2023-11-30")],
  ["12/31", on("DATE", "2023-12-31")],
  ["11月30日（星期四）前", on("DATE", "2023-11-30")],
  ["2023/11/30 0:00:00", on("DATE", "2023-11-30")],
  ["2023年底前基本完成", on("YEAR_END", "2023-12-31")],
  ["2023年11月30日前取得阶段性成效，并长期坚持", on("DATE", "2023-11-30", { standing: true })],
  ["立整立改", on("IMMEDIATE", null)],
  ["即知即改并长期坚持", on("IMMEDIATE", null, { standing: true })],
  ["2024年1季度", on("QUARTER_END", "2024-03-31")],
  ["自发现之日起15日内", on("RELATIVE", null, { span: { count: 15, unit: "DAY" } })],
  ["每月25日前", forever],
  ["党员大会前", on("MILESTONE", null, { milestone: "党员大会" })],
  ["主题教育结束前", on("MILESTONE", null, { milestone: "主题教育结束" })],
  ["春节前", on("MILESTONE", null, { milestone: "春节" })],
];

describe("deadlines", () => {
  test.each(readings)("[L3] %s is read as the deadline it sets", (text, value) => {
    expect(dueCell.parse(text, context)).toEqual({ value });
  });

  test.each<[string, Due]>([
    ["原定10月底，延期至11月底", on("MONTH_END", "2023-11-30")],
    ["2023年11月（已延期至12月）", on("MONTH_END", "2023-12-31")],
    ["2022年底前，调整为2024年6月底前", on("MONTH_END", "2024-06-30")],
    ["11月30日顺延至12月15日", on("DATE", "2023-12-15")],
  ])("[L43] %s: the new deadline counts", (text, value) => {
    expect(dueCell.parse(text, context)).toEqual({ value });
  });

  test.each<[string, Due]>([
    ["10月底\n12月底\n11月底", on("MONTH_END", "2023-12-31")],
    ["立行立改\n2023.11.5", on("DATE", "2023-11-05")],
    ["11月底\n长期坚持", on("MONTH_END", "2023-11-30", { standing: true })],
    ["2023年\n11月底前", on("MONTH_END", "2023-11-30")],
  ])("[L42] %j: a deadline a measure, the last of them counts; a wrapped one is one", (text, value) => {
    expect(dueCell.parse(text, context)).toEqual({ value });
  });

  test("[L42] a line that cannot be read leaves the whole cell unread", () => {
    expect(dueCell.parse("10月底\n尽快", context).value).toBeNull();
  });

  test.each(["", " ", "/", "·".replace("·", "—"), "—", "无", "暂无", "-"])("[L3] %j sets no deadline", (text) => {
    expect(dueCell.parse(text, context)).toEqual({ value: null });
  });

  test.each(["2023.11.31", "2023年2月29日", "2月30日", "20231301"])(
    "[L7] %s is no day: a problem, and no value",
    (text) => {
      expect(dueCell.parse(text, context)).toEqual({ value: null, problem: `日历上没有“${text}”这一天` });
    },
  );

  test.each(["尽快", "视情况而定", "已完成", "2023", "11月底或12月底", "待定", "第一批"])(
    "[L7] %s cannot be read: a problem in plain Chinese, and no value",
    (text) => {
      const reading = dueCell.parse(text, context);
      expect(reading.value).toBeNull();
      expect(reading.problem).toContain(`“${text}”`);
    },
  );

  test("[L7] a bare number of days is taken with a doubt, a 30日 without 内 too", () => {
    const value = on("RELATIVE", null, { span: { count: 30, unit: "DAY" } });
    expect(dueCell.parse("30", context)).toEqual({ value, problem: "只写了数字 30，暂按 30 天计，请写明日期" });
    expect(dueCell.parse("30日", context)).toEqual({
      value,
      problem: "“30日”分不清是 30 天还是当月 30 日，暂按天数计",
    });
  });

  test("[L4] the year of a text without one is that of the ledger", () => {
    expect(dueCell.parse("11月底前", { referenceDate: "2024-03-01" }).value?.date).toBe("2024-11-30");
    expect(dueCell.parse("年底前", { referenceDate: "2022-03-01" }).value?.date).toBe("2022-12-31");
  });

  const days = { foundOn: "2023-09-28", immediateDays: 7 };
  test.each([
    ["立行立改", "2023-10-05"],
    ["30天", "2023-10-28"],
    ["两周内", "2023-10-12"],
    ["5个工作日内", "2023-10-05"],
    ["一个月内", "2023-10-28"],
    ["5个月内", "2024-02-28"],
    ["主题教育结束前", null],
    ["春节前", null],
    ["长期坚持", null],
    ["短期攻坚", null],
    ["11月底前", "2023-11-30"],
  ])("[L6] %s, found on 2023-09-28, is due on %s", (text, date) => {
    const due = dueCell.parse(text, context).value;
    expect(due && dueDateOf(due, days)).toBe(date);
  });

  test.each(["立行立改", "30天"])("[L6] %s has no day while nobody told when it was found", (text) => {
    const due = dueCell.parse(text, context).value;
    expect(due && dueDateOf(due, { ...days, foundOn: null })).toBeNull();
  });
});
