import type { Ledger } from "../expectation.ts";

/** Lists that look like printed forms: wide cells, tick boxes, offices behind names, parts within parts. */
export const formsLedgers: readonly Ledger[] = [
  {
    name: "[L24] every description is itself three columns wide, and there is no running number",
    tabs: [
      {
        title: "清单",
        merges: "A1:C1 A2:C2 A3:C3 D1:E1",
        rows: `
问题描述|||整改措施||责任人|整改时限
示例甲|||1.甲2.乙||张某|11月底
示例乙|||甲||李某|立行立改
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description A, measures D, owner F, due G",
        own: "B C E",
        rows: "2 3",
        fixed: "description@2 description@3",
        values: {
          "measures@2": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "due@2": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "measures@3": [{ no: 1, text: "甲" }],
          "due@3": { kind: "IMMEDIATE", date: null, standing: false },
        },
      },
    ],
  },
  {
    name: "[L32] rows that only hold a tick box and 未完成 from a list wait for an entry",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|完成情况|是否销号
1|示例甲|甲|已完成|#TRUE
2|示例乙|甲|未完成|#FALSE
3|||未完成|#FALSE
4|||未完成|#FALSE
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, claim D, closedClaim E",
        rows: "2 3",
        cells: { "closedClaim@2": "TRUE", "closedClaim@3": "FALSE" },
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "closedClaim@2": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "closedClaim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L14] offices in brackets, telephone numbers; 2023.1 as a number may be October",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|责任领导|责任人|整改时限
1|示例甲|甲|张某（党组书记、局长）、李某|王某（营销中心/主任）；赵某|#2023.1
2|示例乙|甲|张某(局长)，李某(副局长)|王某 13900000000、赵某 0563-1234567|#2023.12
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, leader D, owner E, due F",
        rows: "2 3",
        flagged: { "due@2": "单元格里是数字 2023.1，分不清是2023年1月还是10月，请写成 2023年10月 这样" },
        values: {
          "leader@2": ["张某（党组书记、局长）", "李某"],
          "owner@2": ["王某（营销中心/主任）", "赵某"],
          "due@2": { kind: "MONTH_END", date: "2023-01-31", standing: false },
          "leader@3": ["张某(局长)", "李某(副局长)"],
          "owner@3": ["王某", "赵某"],
          "due@3": { kind: "MONTH_END", date: "2023-12-31", standing: false },
        },
      },
    ],
  },
  {
    name: "[L17] 隐患台账 whose day of checking is blank where it is the same",
    tabs: [
      {
        title: "隐患台账",
        merges: "A1:I1 A2:I2",
        rows: `
隐患排查整改台账
填报单位：示例市局 填报时间：2023年11月
检查日期|被检查单位|存在的安全隐患|整改措施|整改时限|责任人|整改到位时间|销号时间|备注
2023.10.8|示例站|示例：灭火器过期未更换|立即更换；加强巡查|立即|张某|2023.10.8|2023.10.9|
|示例中心|示例：通道堵塞|清理通道|10月15日前|李某|2023.10.12||
2023.10.9|示例库|示例：线路老化|更换线路|2023.10.30|王某|||正在采购
`,
      },
    ],
    tables: [
      {
        tab: "隐患台账",
        kind: "problem",
        header: "3",
        columns:
          "foundOn A, responsibleUnit B, description C, measures D, due E, owner F, completedOn G, closedOnClaim H, remark I",
        rows: "4 5 6",
        values: {
          "foundOn@4": "2023-10-08",
          "due@4": { kind: "IMMEDIATE", date: null, standing: false },
          "completedOn@4": "2023-10-08",
          "closedOnClaim@4": "2023-10-09",
          "due@5": { kind: "DATE", date: "2023-10-15", standing: false },
          "completedOn@5": "2023-10-12",
          "foundOn@6": "2023-10-09",
          "due@6": { kind: "DATE", date: "2023-10-30", standing: false },
        },
        referenceDate: "2023-11-30",
      },
    ],
  },
  {
    name: "[L41] 调研台账 and 四下基层台账 side by side",
    tabs: [
      {
        title: "调研台账",
        rows: `
调研主题|调研地点|调研事由|调研人员|调研时间
示例主题|示例县局|示例|张某、李某|2023年10月8日—10日
`,
      },
      {
        title: "四下基层台账",
        rows: `
活动内容|参与人员|取得成效|存在问题
政策宣讲进烟区|张某、李某|覆盖农户30户|部分农户不了解政策
`,
      },
    ],
    tables: [
      {
        tab: "调研台账",
        kind: "topic",
        header: "1",
        columns: "title A, place B, focus C, members D, period E",
        rows: "2",
        values: { "period@2": "2023年10月8日—10日" },
      },
      {
        tab: "四下基层台账",
        kind: "activity",
        header: "1",
        columns: "theme A, members B, result C, found D",
        rows: "2",
      },
    ],
  },
  {
    name: "[L26] activities by months under section rows, three figures under one parent",
    tabs: [
      {
        title: "“四下基层”工作台账",
        merges: "A1:L1 A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:H2 I2:I3 J2:J3 K2:L2",
        rows: `
“四下基层”工作台账
序号|活动日期|活动地点|活动形式|带队领导|活动成效|||参加人数|主要内容|后续|
|||||征求意见数|发现问题数|现场解决数||| 责任部门|完成情况
一、9月份
1|9月5日|示例县局|走访|张某|3|2|1|12人|示例|办公室|完成
2|9月6日|示例站|座谈、接访|李某|5|3|2|约20人|示例|人事科|推进中
二、10月份
3|10月9日|示例库|现场办公|王某|2|2|2|8|示例|物流|完成
合计|||||#10|#7|#5|#40|||
`,
      },
    ],
    tables: [
      {
        tab: "“四下基层”工作台账",
        kind: "activity",
        header: "2-3",
        columns: "date B, place C, kinds D, leader E, opinionCount F, problemCount G, onSiteCount H, reach I, theme J",
        own: "K L",
        rows: "5 6 8",
        values: {
          "kinds@5": ["VISIT"],
          "opinionCount@5": { value: 3, qualifier: "EQ" },
          "reach@5": { value: 12, qualifier: "EQ", unit: "人" },
          "kinds@6": ["FORUM", "RECEPTION"],
          "opinionCount@6": { value: 5, qualifier: "EQ" },
          "reach@6": { value: 20, qualifier: "ABOUT", unit: "人" },
          "kinds@8": ["ONSITE_OFFICE"],
          "opinionCount@8": { value: 2, qualifier: "EQ" },
          "reach@8": { value: 8, qualifier: "EQ" },
        },
      },
    ],
  },
  {
    name: "[L27] a problem, its parts and their tasks: the part that is merged over tasks is the entry",
    tabs: [
      {
        title: "巡视整改台账",
        merges: "A1:H1 A3:A6 B3:B6 C3:C4 C5:C6",
        rows: `
巡视反馈问题整改台账
序号|反馈问题|具体问题|整改任务|整改措施|责任单位|整改时限|整改状态
1|示例总问题|子问题一|任务一|甲|示例科|10月底|已完成
|||任务二|乙|示例科|11月底|已完成
||子问题二|任务三|丙|示例科|12月底|推进中
|||任务四|丁|示例科|长期坚持|长期坚持
2|示例总问题二|子问题三|任务五|戊|示例科|12月底|未启动
`,
      },
    ],
    tables: [
      {
        tab: "巡视整改台账",
        kind: "problem",
        header: "2",
        columns: "description C, measures E, responsibleUnit F, due G, claim H",
        own: "B D",
        rows: "3-4 5-6 7",
        cells: {
          "measures@3": "甲\n乙",
          "responsibleUnit@3": "示例科\n示例科",
          "due@3": "10月底\n11月底",
          "claim@3": "已完成\n已完成",
          "measures@5": "丙\n丁",
          "responsibleUnit@5": "示例科\n示例科",
          "due@5": "12月底\n长期坚持",
          "claim@5": "推进中\n长期坚持",
        },
        fixed: "claim@3 claim@5 due@3 due@5 measures@3 measures@5 responsibleUnit@3 responsibleUnit@5",
        values: {
          "measures@3": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "due@3": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "measures@5": [
            { no: 1, text: "丙" },
            { no: 2, text: "丁" },
          ],
          "due@5": { kind: "MONTH_END", date: "2023-12-31", standing: true },
          "claim@5": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: true, percent: null },
          "measures@7": [{ no: 1, text: "戊" }],
          "due@7": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "claim@7": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L5] days with stray separators",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|整改时限|完成时间
1|示例甲|甲|2023\\11\\30|2023,11,28
2|示例乙|甲|2023。11。30|2023.11.28日
3|示例丙|甲|2023年11月30|11/28/2023
4|示例丁|甲|二O二三年十一月三十日|2023-11-28 15:30
5|示例戊|甲|2023年11月底（分两步）|2023年11月
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, due D, completedOn E",
        rows: "2 3 4 5 6",
        flagged: {
          "completedOn@4": "“11/28/2023”不是能看懂的日期，请写成 2023-11-05 这样",
          "completedOn@6": "“2023年11月”没有写到哪一天，暂按 2023-11-30 计",
        },
        values: {
          "due@2": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@2": "2023-11-28",
          "due@3": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@3": "2023-11-28",
          "due@4": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@4": null,
          "due@5": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@5": "2023-11-28",
          "due@6": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "completedOn@6": "2023-11-30",
        },
      },
    ],
  },
];
