import { describe, expect, test } from "vitest";
import type { Item } from "../../../core/ledger/item.ts";
import type { KindName } from "../../../core/ledger/kind.ts";
import { encodeFigures } from "../../../core/rollup/figures-text.ts";
import { fold, indicatorFigure } from "../../../core/rollup/fold.ts";
import type { IndicatorKey } from "../../../core/rollup/indicators.ts";
import { ownFigures } from "../../../core/rollup/own-figures.ts";
import { itemOf } from "./ledger-builders.ts";

let made = 0;
const entry = (kind: KindName, texts: Readonly<Record<string, string>> = {}, workflow = {}): Item =>
  itemOf(kind, `${kind}${++made}`, "u", texts, workflow);

function count(items: readonly Item[], liveKinds: readonly KindName[] = [], childNames: readonly string[] = []) {
  return ownFigures({ items, liveKinds: new Set(liveKinds), childNames, asOf: "2023-11-10" });
}

/** The named indicators as `value` or `qualifier value`; null where not reported. */
function show(items: readonly Item[], keys: readonly IndicatorKey[], childNames: readonly string[] = []) {
  const figures = fold(count(items, [], childNames), []);
  return keys.map((key) => {
    const { value, qualifier } = indicatorFigure(figures, key);
    return value === null || qualifier === "EQ" ? value : `${qualifier} ${value}`;
  });
}

describe("a unit's own figures", () => {
  test("[R7] without items and without a live tab nothing is reported; an empty live tab reports zero", () => {
    expect(encodeFigures(count([]))).toEqual({});
    expect(encodeFigures(count([], ["topic"]))).toEqual({ TOPICS: 0, TOPICS_DONE: 0, REPORTS: 0 });
    expect(count([], ["problem"]).PROBLEMS?.value).toBe(0);
    expect(count([], ["problem"]).PROBLEMS_RISK?.value).toBe(0);
    expect(count([], ["problem"]).TOPICS).toBeUndefined();
    expect(count([], ["activity"]).VISITS?.value).toBe(0);
    expect(count([], ["outcome"]).CASES?.value).toBe(0);
    expect(count([], ["opinion"]).OPINIONS?.value).toBe(0);
    expect(count([], ["measure"]).MEASURES?.value).toBe(0);
  });

  test("[R7] an empty problem list makes no rate or average of the units above partial", () => {
    const texts = { foundOn: "2023-10-01", completedOn: "2023-10-11", due: "2023-10-31", description: "甲" };
    const item = entry("problem", texts, { state: "CLOSED", returnCount: 1, cycle: 2 });
    const total = fold(null, [count([item, entry("problem")]), count([], ["problem"])]);
    const keys = [
      "ON_SITE_RATE",
      "COMPLETION_RATE",
      "LENIENT_RATE",
      "CLOSURE_RATE",
      "OVERDUE_RATE",
      "ON_TIME_RATE",
      "RETURN_RATE",
      "REOPEN_RATE",
      "COMPLETENESS",
      "AVERAGE_DAYS",
    ] as const;
    const whole = (value: number) => ({ value, qualifier: "EQ", partial: false });
    expect(Object.fromEntries(keys.map((key) => [key, indicatorFigure(total, key)]))).toEqual({
      ON_SITE_RATE: whole(0),
      COMPLETION_RATE: whole(1 / 2),
      LENIENT_RATE: whole(1 / 2),
      CLOSURE_RATE: whole(1 / 2),
      OVERDUE_RATE: whole(0),
      ON_TIME_RATE: whole(1),
      RETURN_RATE: whole(1 / 3),
      REOPEN_RATE: whole(1 / 2),
      COMPLETENESS: whole(0.2),
      AVERAGE_DAYS: whole(10),
    });
  });

  test("[R8] a list says nothing about what it leaves blank in every row", () => {
    const plain = [entry("problem"), entry("problem")];
    expect(show(plain, ["PROBLEMS", "CLOSED", "PROBLEMS_RISK", "MEASURES"])).toEqual([2, 0, null, null]);
    const told = [entry("problem", { category: "风险", measures: "1.甲\n2.乙\n3.丙" }), entry("problem")];
    expect(show(told, ["PROBLEMS_RISK", "PROBLEMS_OTHER", "MEASURES"])).toEqual([1, 0, 3]);
    const sources = [
      "PROBLEMS_FROM_RESEARCH",
      "PROBLEMS_FROM_DEVELOPMENT",
      "PROBLEMS_FROM_MASSES",
      "PROBLEMS_FROM_INSPECTION",
      "PROBLEMS_FROM_AUDIT",
      "PROBLEMS_FROM_RECEPTION",
      "PROBLEMS_FROM_SERVICE_REQUEST",
    ] as const;
    const words = [
      "调研发现",
      "推动发展遇到",
      "群众反映",
      "座谈",
      "巡视巡察",
      "审计",
      "信访接待",
      "群众点单",
      "群众点单",
    ];
    const from = [...words.map((source) => entry("problem", { source })), entry("problem")];
    expect(show(from, sources)).toEqual([2, 1, 1, 1, 1, 1, 2]);
    expect(show(told, sources)).toEqual(sources.map(() => null));
    expect(show(from, ["PROBLEMS_RISK"])).toEqual([null]);
    expect(show([entry("topic"), entry("topic")], ["TOPICS", "REPORTS"])).toEqual([2, null]);
    expect(show([entry("topic", { report: "报告" }), entry("topic", { report: "/" })], ["REPORTS"])).toEqual([1]);
  });

  test("[R9] overdue is open and due before the day; due today is not, nor is what is closed", () => {
    const items = [
      entry("problem", { due: "2023-11-09" }),
      entry("problem", { due: "2023-11-10" }),
      entry("problem", { due: "2023-11-17" }),
      entry("problem", { due: "2023-11-18" }),
      entry("problem", { due: "2023-11-01" }, { state: "CLOSED" }),
      entry("problem", { due: "长期坚持" }, { state: "STANDING", standing: true }),
    ];
    expect(show(items, ["OVERDUE", "DUE_SOON", "STANDING", "OVERDUE_RATE"])).toEqual([1, 2, 1, 1 / 6]);
  });

  test("[R10] completed is submitted, verified or closed; open is neither closed nor solved on the spot", () => {
    const items = [
      entry("problem", {}, { state: "REGISTERED" }),
      entry("problem", {}, { state: "SUBMITTED" }),
      entry("problem", {}, { state: "SUBMITTED", resolution: "ON_SITE" }),
      entry("problem", {}, { state: "VERIFIED" }),
      entry("problem", {}, { state: "CLOSED" }),
    ];
    expect(
      show(items, [
        "SUBMITTED",
        "VERIFIED",
        "COMPLETED",
        "CLOSED",
        "OPEN",
        "ON_SITE",
        "COMPLETION_RATE",
        "CLOSURE_RATE",
        "ON_SITE_RATE",
      ]),
    ).toEqual([2, 1, 4, 1, 3, 1, 0.8, 0.2, 0.2]);
  });

  test("[R17] who lists only what was solved on the spot has no rate of it", () => {
    const solved = () => entry("problem", {}, { state: "SUBMITTED", resolution: "ON_SITE" });
    expect(show([solved(), solved()], ["ON_SITE", "PROBLEMS", "ON_SITE_RATE"])).toEqual([2, 2, null]);
    const [all, some] = [count([solved(), solved()]), count([solved(), entry("problem")])];
    expect(indicatorFigure(fold(null, [all, some]), "ON_SITE_RATE")).toEqual({
      value: 0.5,
      qualifier: "EQ",
      partial: true,
    });
  });

  test("[R18] an opinion whose handling is told is followed like a problem, unless it became one", () => {
    const items = [
      entry("opinion", { text: "甲", claim: "现场解决", count: "2" }),
      entry("opinion", { text: "乙", claim: "整改中", count: "16" }),
    ];
    const keys = ["OPINIONS", "ON_SITE", "OPEN", "ON_SITE_RATE", "PROBLEMS"] as const;
    expect(show(items, keys)).toEqual([18, 2, 16, 2 / 18, null]);
    expect(show([entry("opinion", { text: "丙" })], keys)).toEqual([1, null, null, null, null]);
    expect(show([entry("opinion", { text: "丁", claim: "整改中", problem: "P1" })], keys)).toEqual([
      1,
      null,
      null,
      null,
      null,
    ]);
  });

  test("[R19] a row stands for its 场次, keeps 余, and counts once however many sorts it has", () => {
    const items = [
      entry("activity", { theme: "调研", kinds: "专题调研", count: "5" }),
      entry("activity", { theme: "蹲点", kinds: "蹲点调研" }),
      entry("activity", { theme: "下访", kinds: "下访接访、现场办公", count: "9" }),
      entry("activity", { theme: "院坝会", kinds: "院坝会", count: "1300余场" }),
      entry("activity", { theme: "问卷", kinds: "问卷调查", count: "4万余份" }),
    ];
    expect(show(items, ["ACTIVITIES", "SURVEYS", "RECEPTIONS", "ONSITE_OFFICES", "VISITS"])).toEqual([
      "GE 1315",
      6,
      9,
      9,
      null,
    ]);
    const measures = [
      entry("measure", { text: "优化举措", count: "60余项" }),
      entry("measure", { text: "乙", state: "取消" }),
    ];
    expect(show(measures, ["MEASURES"])).toEqual(["GE 60"]);
  });

  test("[R19] 若干 is not one: alone it reports nothing, beside others it leaves a lower bound", () => {
    const some = entry("activity", { theme: "接访", kinds: "接访", count: "若干" });
    const keys = ["ACTIVITIES", "RECEPTIONS", "VISITS"] as const;
    expect(show([some], keys)).toEqual([null, null, null]);
    const visits = entry("activity", { theme: "走访", kinds: "走访", count: "3" });
    expect(show([some, visits], keys)).toEqual(["GE 3", null, 3]);
    const questionnaire = entry("activity", { theme: "问卷", kinds: "问卷调查", count: "多份" });
    expect(show([questionnaire], keys)).toEqual([0, null, null]);
  });

  test("[R24] a measure on its own tab is not counted again when the problem's cell lists measures", () => {
    const items = [
      entry("problem", { description: "甲问题", measures: "1.一\n2.二" }),
      entry("problem", { description: "乙问题" }),
      entry("measure", { text: "一", problem: "甲问题" }),
      entry("measure", { text: "三", problem: "乙问题" }),
    ];
    expect(show(items, ["MEASURES"])).toEqual([3]);
  });

  test("[R25] outcomes count by form; a split that some rows leave out is a lower bound", () => {
    const items = [
      entry("outcome", { title: "甲", form: "政策对策", count: "14" }),
      entry("outcome", { title: "乙", form: "调研成果", status: "已转化" }),
      entry("outcome", { title: "丙", form: "制度", count: "15" }),
      entry("outcome", { title: "丁", form: "标准体系", count: "3" }),
      entry("outcome", { title: "戊", form: "案例", polarity: "正面" }),
      entry("outcome", { title: "己", form: "案例", count: "3" }),
    ];
    expect(
      show(items, [
        "POLICIES",
        "OUTCOMES",
        "TRANSFORMED",
        "REGULATIONS",
        "REGULATIONS_NEW",
        "STANDARDS",
        "CASES",
        "CASES_POSITIVE",
        "CASES_NEGATIVE",
        "REPORTS",
      ]),
    ).toEqual([14, 15, 1, 15, null, 3, 4, "GE 1", "GE 0", null]);
    const reports = [
      entry("outcome", { title: "报告", form: "报告", count: "22" }),
      entry("topic", { report: "报告" }),
    ];
    expect(show(reports, ["REPORTS"])).toEqual([22]);
  });

  test("[R26] coverage is the units below that were visited; sites that are no unit do not count", () => {
    const below = ["甲县局", "乙县烟草专卖局(营销部)"];
    const visited = (visitedUnits: string) => [entry("activity", { theme: "调研", visitedUnits })];
    expect(show(visited("甲县局、乙县局、丙联系点"), ["COVERAGE"], below)).toEqual([1]);
    expect(show(visited("甲县局"), ["COVERAGE"], below)).toEqual([0.5]);
    expect(show(visited("全覆盖"), ["COVERAGE"], below)).toEqual([1]);
    expect(show(visited("全覆盖"), ["COVERAGE"])).toEqual([1]);
    expect(show(visited("丙联系点"), ["COVERAGE"])).toEqual([null]);
    expect(show(visited("丙联系点"), ["COVERAGE"], below)).toEqual([0]);
    expect(show([entry("activity", { theme: "调研" })], ["COVERAGE"], below)).toEqual([null]);
  });

  test("[R37] on time is submitted by the due day, of what is due by now; later days change it for closed items, too", () => {
    const due = (date: string, workflow: object, completedOn?: string) =>
      entry("problem", { due: date, ...(completedOn === undefined ? {} : { completedOn }) }, workflow);
    const items = [
      due("2023-11-05", { state: "CLOSED", submittedAt: "2023-11-05T15:59:00.000Z" }),
      due("2023-11-05", { state: "CLOSED", submittedAt: "2023-11-05T16:01:00.000Z" }),
      due("2023-11-05", { state: "SUBMITTED", submittedAt: "2023-11-09T02:00:00.000Z" }, "2023-11-04"),
      due("2023-11-05", { state: "IN_PROGRESS" }),
      entry(
        "problem",
        { due: "2023-11-05", closedOnClaim: "2023-11-06" },
        { state: "CLOSED", submittedAt: "2023-11-04T02:00:00.000Z" },
      ),
      entry("problem", { due: "2023-11-05", closedOnClaim: "2023-11-04" }, { state: "CLOSED" }),
      entry("problem", { due: "2023-11-05", closedOnClaim: "2023-11-05" }, { state: "CLOSED" }),
      // Came in on 2023-11-01 with its due day over: nobody knows when it was done. The second was not due then.
      due("2023-10-05", { state: "CLOSED", submittedAt: "2023-11-01T02:00:00.000Z" }),
      due("2023-11-05", { state: "CLOSED", submittedAt: "2023-11-01T02:00:00.000Z" }),
      due("2099-12-31", { state: "CLOSED", submittedAt: "2023-11-01T02:00:00.000Z" }),
      entry("problem", { due: "长期坚持" }),
    ];
    expect(show(items, ["ON_TIME_RATE"])).toEqual([5 / 8]);
    expect(show(items.slice(9), ["ON_TIME_RATE"])).toEqual([null]);
  });

  test("[R38] returns per submission, reopenings per closing, over all rounds of an item", () => {
    const items = [
      entry("problem", {}, { state: "CLOSED", returnCount: 2 }),
      entry("problem", {}, { state: "IN_PROGRESS", returnCount: 1, cycle: 2 }),
      entry("problem", {}, { state: "REGISTERED" }),
    ];
    // Submitted 3 times, then once in the first round and once again after it; closed twice in all.
    expect(show(items, ["RETURN_RATE", "REOPEN_RATE"])).toEqual([3 / 5, 1 / 2]);
    expect(show([entry("problem")], ["RETURN_RATE", "REOPEN_RATE"])).toEqual([null, null]);
  });

  test("[R39] a row is complete by description, category, measures, due and somebody who answers for it", () => {
    const whole = { description: "甲", category: "风险", measures: "1.一", due: "2023-11-30", department: "办公室" };
    expect(show([entry("problem", whole)], ["COMPLETENESS"])).toEqual([1]);
    expect(
      show([entry("problem", whole), entry("problem", { description: "乙", due: "无" })], ["COMPLETENESS"]),
    ).toEqual([0.6]);
  });

  test("[R40] 满意率 counts only opinions that were rated, 基本满意 among the satisfied", () => {
    const rated = (satisfaction: string, count = "") =>
      entry("opinion", { text: "甲", ...(satisfaction ? { satisfaction } : {}), ...(count ? { count } : {}) });
    expect(show([rated("满意", "6"), rated("基本满意"), rated("不满意"), rated("")], ["SATISFACTION_RATE"])).toEqual([
      7 / 8,
    ]);
    expect(show([rated("")], ["SATISFACTION_RATE"])).toEqual([null]);
  });

  test("[R42] 基本完成 counts as done only leniently, and only while the item is in progress", () => {
    const says = (claim: string, state: string) => entry("problem", claim === "" ? {} : { claim }, { state });
    const items = [
      says("已完成", "SUBMITTED"),
      says("", "VERIFIED"),
      says("", "CLOSED"),
      says("基本完成", "IN_PROGRESS"),
      says("已完成90%", "IN_PROGRESS"),
      says("89%", "IN_PROGRESS"),
      says("整改中", "IN_PROGRESS"),
      says("已完成", "IN_PROGRESS"),
      says("基本完成", "REGISTERED"),
      says("", "STANDING"),
    ];
    expect(show(items, ["COMPLETION_RATE", "LENIENT_RATE"])).toEqual([0.3, 0.5]);
    expect(show([], ["LENIENT_RATE"])).toEqual([null]);
  });

  test("[R43] days run from the day of finding or of registration to the day it was done, where both are known", () => {
    const done = (texts: Record<string, string>, workflow: object = {}) =>
      entry("problem", texts, { state: "CLOSED", ...workflow });
    const known = [
      done({ foundOn: "2023-10-01", completedOn: "2023-10-11" }),
      done({ foundOn: "2023-11-02", closedOnClaim: "2023-11-02" }),
      // Registered on 2023-11-01; 16:01 in London is the next day in China.
      done({}, { state: "SUBMITTED", submittedAt: "2023-11-05T16:01:00.000Z" }),
      done({}, { closedOn: "2023-11-10" }),
    ];
    const unknown = [
      done({ completedOn: "2023-10-20" }),
      done({}, { submittedAt: "2023-11-01T03:00:00.000Z" }),
      done({ foundOn: "2023-09-01" }, { submittedAt: "2023-11-01T03:00:00.000Z" }),
      done({ foundOn: "2023-11-03", completedOn: "2023-11-02" }),
      done({ foundOn: "2023-11-03", completedOn: "2023-11-11" }),
      done({ foundOn: "2023-11-03" }),
      entry("problem", { foundOn: "2023-10-01", completedOn: "2023-10-31" }, { state: "IN_PROGRESS" }),
    ];
    expect(show([...known, ...unknown], ["AVERAGE_DAYS"])).toEqual([(10 + 0 + 5 + 9) / 4]);
    expect(show(unknown, ["AVERAGE_DAYS"])).toEqual([null]);
  });

  test("[R5] the average of two units is that of all their items, not of their averages", () => {
    const took = (days: number) =>
      entry("problem", { foundOn: "2023-10-01", completedOn: `2023-10-${days + 1}` }, { state: "CLOSED" });
    const units = [count([took(10), took(10), took(10)]), count([took(30)]), count([], ["problem"])];
    expect(indicatorFigure(fold(null, units), "AVERAGE_DAYS")).toEqual({ value: 15, qualifier: "EQ", partial: false });
  });

  test("[R41] a topic is finished by its status, its progress or its report; a list without a word says nothing", () => {
    const topic = (texts: Record<string, string>) => entry("topic", { title: "甲", ...texts });
    const items = [
      topic({ status: "已完成" }),
      topic({ progress: "成果转化" }),
      topic({ report: "调研报告" }),
      topic({ status: "调研中", report: "初稿" }),
      topic({}),
    ];
    expect(show(items, ["TOPICS", "TOPICS_DONE"])).toEqual([5, 3]);
    expect(show([topic({})], ["TOPICS", "TOPICS_DONE"])).toEqual([1, null]);
  });
});
