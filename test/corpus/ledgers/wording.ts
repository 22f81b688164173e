import type { Ledger } from "../expectation.ts";

/** How deadlines and states are worded, one row each. */
export const wordingLedgers: readonly Ledger[] = [
  {
    name: "[L3] forty deadlines as they are typed",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改时限
1|a|2023年11月底前完成，长期坚持
2|b|2023年四季度前
3|c|11.30前
4|d|2023.11.30之前
5|e|10月-11月
6|f|立行立改，持续推进
7|g|2024年1季度
8|h|第四季度
9|i|一年内
10|j|自发现之日起15日内
11|k|每月25日前
12|l|近期
13|m|2023年11月（已延期至12月）
14|n|#20231130
15|o|#45260
16|p|12/31
17|q|2023-11
18|r|即知即改并长期坚持
19|s|2023年11月中下旬
20|t|年底
21|u|2023/11/30 0:00:00
22|v|11月30日（星期四）
23|w|2023年10月10日—2023年11月30日
24|x|立整立改
25|y|2023.11.底
26|z|党员大会前
27|aa|全年
28|bb|3个月
29|cc|2023年11月30日前取得阶段性成效，并长期坚持
30|dd|原定10月底，延期至11月底
31|ee|按序时进度
32|ff|已整改
33|gg|2023年底前基本完成
34|hh|#11.1
35|ii|11.10
36|jj|2023.11.5前
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, due C",
        rows: "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37",
        cells: { "due@16": "2023-11-30" },
        flagged: {
          "due@13": "看不懂时限“近期”，请写成 2023-11-05 或 2023年11月底前 这样",
          "due@32": "看不懂时限“按序时进度”，请写成 2023-11-05 或 2023年11月底前 这样",
          "due@33": "看不懂时限“已整改”，请写成 2023-11-05 或 2023年11月底前 这样",
          "due@35": "单元格里是数字 11.1，分不清是11月1日还是11月10日，请写成 2023-11-05 这样",
        },
        values: {
          "due@2": { kind: "MONTH_END", date: "2023-11-30", standing: true },
          "due@3": { kind: "QUARTER_END", date: "2023-12-31", standing: false },
          "due@4": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@5": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@6": { kind: "RANGE", date: "2023-11-30", standing: false, from: "2023-10-01" },
          "due@7": { kind: "IMMEDIATE", date: null, standing: true },
          "due@8": { kind: "QUARTER_END", date: "2024-03-31", standing: false },
          "due@9": { kind: "QUARTER_END", date: "2023-12-31", standing: false },
          "due@10": { kind: "RELATIVE", date: null, standing: false, span: { count: 1, unit: "YEAR" } },
          "due@11": { kind: "RELATIVE", date: null, standing: false, span: { count: 15, unit: "DAY" } },
          "due@12": { kind: "STANDING", date: null, standing: true },
          "due@13": null,
          "due@14": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "due@15": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@16": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@17": { kind: "DATE", date: "2023-12-31", standing: false },
          "due@18": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "due@19": { kind: "IMMEDIATE", date: null, standing: true },
          "due@20": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "due@21": { kind: "YEAR_END", date: "2023-12-31", standing: false },
          "due@22": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@23": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@24": { kind: "RANGE", date: "2023-11-30", standing: false, from: "2023-10-10" },
          "due@25": { kind: "IMMEDIATE", date: null, standing: false },
          "due@26": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "due@27": { kind: "MILESTONE", date: null, standing: false, milestone: "党员大会" },
          "due@28": { kind: "STANDING", date: null, standing: true },
          "due@29": { kind: "RELATIVE", date: null, standing: false, span: { count: 3, unit: "MONTH" } },
          "due@30": { kind: "DATE", date: "2023-11-30", standing: true },
          "due@31": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "due@32": null,
          "due@33": null,
          "due@34": { kind: "YEAR_END", date: "2023-12-31", standing: false },
          "due@35": { kind: "DATE", date: "2023-11-01", standing: false },
          "due@36": { kind: "DATE", date: "2023-11-10", standing: false },
          "due@37": { kind: "DATE", date: "2023-11-05", standing: false },
        },
      },
    ],
  },
  {
    name: "[L9] thirty states as they are typed",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|完成情况
1|a|甲|已完成整改
2|b|甲|整改完成并长期坚持
3|c|甲|已完成80%
4|d|甲|未完成（正在推进）
5|e|甲|完成整改，待验收
6|f|甲|已销号（11.20）
7|g|甲|正在整改，预计11月底完成
8|h|甲|部分完成
9|i|甲|不能完成
10|j|甲|已完成阶段性目标
11|k|甲|已立行立改
12|l|甲|当场整改完毕
13|m|甲|已转为长期坚持
14|n|甲|已取得初步成效
15|o|甲|持续整改中
16|p|甲|完成（长期坚持）
17|q|甲|○
18|r|甲|已按要求整改到位
19|s|甲|√已完成
20|t|甲|整改完成率100%
21|u|甲|未启动
22|v|甲|需上级协调
23|w|甲|未销号
24|x|甲|已全部销号
25|y|甲|已申请销号
26|z|甲|同意销号
27|aa|甲|长期整改
28|bb|甲|暂无进展
29|cc|甲|没问题
30|dd|甲|已整改，未销号
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, claim D",
        rows: "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31",
        flagged: {
          "claim@11": "看不懂状态“已完成阶段性目标”，可填：未整改、整改中、已完成、已销号、长期坚持",
          "claim@18": "看不懂状态“○”，可填：未整改、整改中、已完成、已销号、长期坚持",
          "claim@30": "看不懂状态“没问题”，可填：未整改、整改中、已完成、已销号、长期坚持",
        },
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: true, percent: null },
          "claim@4": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: 80 },
          "claim@5": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "claim@6": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@7": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "claim@8": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "claim@9": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "claim@10": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "claim@11": null,
          "claim@12": { claim: "COMPLETE", resolution: "ON_SITE", standing: false, percent: null },
          "claim@13": { claim: "COMPLETE", resolution: "ON_SITE", standing: false, percent: null },
          "claim@14": { claim: "STANDING", resolution: "NORMAL", standing: true, percent: null },
          "claim@15": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "claim@16": { claim: "STANDING", resolution: "NORMAL", standing: true, percent: null },
          "claim@17": { claim: "COMPLETE", resolution: "NORMAL", standing: true, percent: null },
          "claim@18": null,
          "claim@19": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@20": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@21": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: 100 },
          "claim@22": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "claim@23": { claim: "TRANSFER", resolution: "NORMAL", standing: false, percent: null },
          "claim@24": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "claim@25": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "claim@26": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@27": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "claim@28": { claim: "STANDING", resolution: "NORMAL", standing: true, percent: null },
          "claim@29": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "claim@30": null,
          "claim@31": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L9] marks and lights as states",
    tabs: [
      {
        title: "Sheet1",
        rows: `
编号|问题|类别|措施|责任|时限|状态
1|示例甲|民生|甲|张某|11/30|✅
2|示例乙|民生|甲|张某|11/30|❌
3|示例丙|民生|甲|张某|11/30|🟡进行中
`,
      },
    ],
    tables: [
      {
        tab: "Sheet1",
        kind: "problem",
        header: "1",
        columns: "description B, category C, measures D, due F, claim G",
        own: "E",
        rows: "2 3 4",
        values: {
          "due@2": { kind: "DATE", date: "2023-11-30", standing: false },
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "due@3": { kind: "DATE", date: "2023-11-30", standing: false },
          "claim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "due@4": { kind: "DATE", date: "2023-11-30", standing: false },
          "claim@4": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
];
