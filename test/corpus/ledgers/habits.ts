import type { Ledger } from "../expectation.ts";

/** More ways of laying out a list: several tables, tabs and headings, headers in prose. */
export const habitsLedgers: readonly Ledger[] = [
  {
    name: "[L41] a plan of topics by leader, one leader over two topics",
    tabs: [
      {
        title: "主题教育调研计划",
        merges: "A1:H1 A4:A5 B4:B5",
        rows: `
领导班子成员调研计划安排表
序号|姓名|职务|调研题目|调研内容|调研方式|调研时间|责任部门
1|张某|局长|示例题目甲|示例|蹲点|9-10月|办公室
2|李某|副局长|示例题目乙|示例|座谈|10月|人事科
|||示例题目丙|示例|走访|11月|人事科
`,
      },
    ],
    tables: [
      {
        tab: "主题教育调研计划",
        kind: "topic",
        header: "2",
        columns: "leader B, title D, focus E, method F, period G, department H",
        own: "C",
        rows: "3 4 5",
        cells: { "leader@5": "李某" },
        fixed: "leader@4 leader@5",
      },
    ],
  },
  {
    name: "[L25] a closed part under its own heading and header; the 合计 above speaks for what is above",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任人|整改时限|完成情况
1|示例甲|甲|张某|10月底|完成
合计|1||||
||||||
二、已销号问题
序号|问题描述|整改措施|责任人|整改时限|完成情况
1|示例乙|甲|张某|9月底|已销号
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E, claim F",
        rows: "2 7",
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@7": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L38] a hidden copy and a blank tab",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施
1|甲|甲
`,
      },
      {
        title: "问题清单 的副本",
        hidden: true,
        rows: `
序号|问题描述|整改措施
1|甲|甲
`,
      },
      {
        title: "Sheet2",
        rows: `
|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C",
        rows: "2",
      },
      {
        tab: "问题清单 的副本",
        kind: "problem",
        role: "ARCHIVE",
        header: "1",
        columns: "description B, measures C",
        rows: "2",
      },
    ],
    ignored: ["Sheet2"],
  },
  {
    name: "[L38] months that carry on what is open: the newest is alive",
    tabs: [
      {
        title: "1月",
        rows: `
序号|问题描述|整改措施|完成情况
1|甲|甲|完成
2|乙|甲|整改中
`,
      },
      {
        title: "2月",
        rows: `
序号|问题描述|整改措施|完成情况
1|乙|甲|完成
2|丙|甲|整改中
`,
      },
      {
        title: "3月",
        rows: `
序号|问题描述|整改措施|完成情况
1|丙|甲|完成
2|丁|甲|整改中
`,
      },
    ],
    tables: [
      {
        tab: "1月",
        kind: "problem",
        role: "ARCHIVE",
        header: "1",
        columns: "description B, measures C, claim D",
        rows: "2 3",
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
        },
      },
      {
        tab: "2月",
        kind: "problem",
        role: "ARCHIVE",
        header: "1",
        columns: "description B, measures C, claim D",
        rows: "2 3",
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
        },
      },
      {
        tab: "3月",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, claim D",
        rows: "2 3",
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L18] stretched headers and names, full-width numbers",
    tabs: [
      {
        title: "清单",
        rows: `
序　号|问　题　描　述|整　改　措　施|责　任　领　导|完 成 时 限|是 否 完 成
１|示例甲|１．甲　２．乙|张　某、李　某|２０２３．１１．３０|√
２|示例乙|甲|王某某（营销中心）|１１月底|×
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, leader D, due E, claim F",
        rows: "2 3",
        values: {
          "measures@2": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "leader@2": ["张某", "李某"],
          "due@2": { kind: "DATE", date: "2023-11-30", standing: false },
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "measures@3": [{ no: 1, text: "甲" }],
          "leader@3": ["王某某（营销中心）"],
          "due@3": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L17] three columns and no running number",
    tabs: [
      {
        title: "示例县局",
        merges: "A1:C1",
        rows: `
问题整改进度表
问题|整改进度|预计完成
示例甲|已完成80%|11月底
示例乙|未启动|12月底
`,
      },
    ],
    tables: [
      {
        tab: "示例县局",
        kind: "problem",
        header: "2",
        columns: "description A, progress B, due C",
        rows: "3 4",
        values: {
          "due@3": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "due@4": { kind: "MONTH_END", date: "2023-12-31", standing: false },
        },
      },
    ],
  },
  {
    name: "[L20] a second table beside the first stays the clerk's own",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|责任人||序号|意见建议|提出人
1|示例甲|甲|张某||1|建议甲|李某
2|示例乙|甲|张某||2|建议乙|王某
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D",
        own: "F G H",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L24] a blank first column, 以下空白 at the end",
    tabs: [
      {
        title: "问题清单",
        rows: `
|
|问题清单
||||
|序号|问题描述|整改措施|整改时限|完成情况
|1|示例甲|甲|11月底|完成
|2|示例乙|甲|11月底|否
||（以下空白）|||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "4",
        columns: "description C, measures D, due E, claim F",
        rows: "5 6",
        values: {
          "claim@5": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@6": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L33] headers in prose",
    tabs: [
      {
        title: "台账",
        merges: "A1:H1",
        rows: `
示例市局主题教育整改整治台账
序号|调研中发现的突出问题|产生问题的主要原因|拟采取的整改措施（逐条列出）|牵头部门及责任人|计划完成时限（具体到月）|目前整改进展情况（截至11月底）|是否已完成整改销号
1|示例甲|示例|1.甲 2.乙|办公室/张某|2023年12月|正在整改|否
2|示例乙|示例|甲|财务科/李某|2023年10月|已完成|是
`,
      },
    ],
    tables: [
      {
        tab: "台账",
        kind: "problem",
        header: "2",
        columns: "description B, cause C, measures D, department E, owner E, due F, progress G, closedClaim H",
        rows: "3 4",
        cells: { "department@3": "办公室", "owner@3": "张某", "department@4": "财务科", "owner@4": "李某" },
        fixed: "department@3 department@4 owner@3 owner@4",
        values: {
          "measures@3": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "department@3": "办公室",
          "owner@3": ["张某"],
          "due@3": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "closedClaim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "measures@4": [{ no: 1, text: "甲" }],
          "department@4": "财务科",
          "owner@4": ["李某"],
          "due@4": { kind: "MONTH_END", date: "2023-10-31", standing: false },
          "closedClaim@4": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L21] slashes in headers: two fields, or a field and something else",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题(现象)描述|整改措施/办法|责任领导/责任部门|责任人/联系电话|起止时间|完成与否
1|示例甲|甲|张某/办公室|李某/13900000000|2023.9-2023.11|是
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, leader D, department D, owner E, due F, claim G",
        rows: "2",
        cells: { "leader@2": "张某", "department@2": "办公室" },
        fixed: "department@2 leader@2",
        values: {
          "leader@2": ["张某"],
          "owner@2": ["李某"],
          "due@2": { kind: "RANGE", date: "2023-11-30", standing: false, from: "2023-09-01" },
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L17] 类别, 描述, 来源 under 问题情况",
    tabs: [
      {
        title: "Sheet1",
        merges: "A1:A2 B1:D1 E1:G1 H1:H2",
        rows: `
序号|问题情况|||整改情况|||备注
|类别|描述|来源|措施|时限|进展|
1|民生|示例甲|调研|甲|11月底|推进中|
`,
      },
    ],
    tables: [
      {
        tab: "Sheet1",
        kind: "problem",
        header: "1-2",
        columns: "category B, description C, source D, measures E, due F, progress G, remark H",
        rows: "3",
        values: {
          "category@3": "LIVELIHOOD",
          "source@3": "RESEARCH",
          "due@3": { kind: "MONTH_END", date: "2023-11-30", standing: false },
        },
      },
    ],
  },
  {
    name: "[L25] 以上共2项 and a 合计 of formulas",
    tabs: [
      {
        title: "问题清单",
        merges: "A5:B5",
        rows: `
序号|问题描述|整改措施|完成情况|备注
1|示例甲|1.甲2.乙|完成|
2|示例乙|甲|未完成|
以上共2项||||
合计||=SUM(1,2)→#3|完成1项，未完成1项|
制表人：张某||||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, claim D, remark E",
        rows: "2 3",
        values: {
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "claim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L41] opinions with 采纳情况",
    tabs: [
      {
        title: "征求意见汇总",
        rows: `
序号|意见建议内容|提出单位|采纳情况|整改措施|责任部门|完成时限
1|示例甲|示例站|采纳|甲|办公室|11月底
2|示例乙|示例站|部分采纳|甲|办公室|11月底
`,
      },
    ],
    tables: [
      {
        tab: "征求意见汇总",
        kind: "opinion",
        header: "1",
        columns: "text B, raisedBy C, handling D, department F",
        own: "E G",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L41] a tab for each of the four: 现场办公, 信访接待, 调查研究",
    tabs: [
      {
        title: "现场办公",
        rows: `
序号|时间|地点|带队领导|现场办公事项|解决问题情况
1|10月8日|示例站|张某|示例事项|现场解决2个
`,
      },
      {
        title: "信访接待",
        rows: `
序号|接访时间|接访领导|来访群众|反映事项|处理结果
1|10月9日|张某|居民甲|示例事项|已答复
`,
      },
      {
        title: "调查研究",
        rows: `
序号|调研时间|调研单位|调研课题|参加人员|发现问题数
1|10月9日|示例县局|示例课题|张某|3
`,
      },
    ],
    tables: [
      {
        tab: "现场办公",
        kind: "activity",
        header: "1",
        columns: "date B, place C, leader D, theme E",
        own: "F",
        rows: "2",
      },
      {
        tab: "信访接待",
        kind: "opinion",
        header: "1",
        columns: "raisedOn B, receiver C, text E",
        own: "D F",
        rows: "2",
      },
      {
        tab: "调查研究",
        kind: "activity",
        header: "1",
        columns: "date B, visitedUnits C, theme D, members E, problemCount F",
        rows: "2",
      },
    ],
  },
  {
    name: "[L41] 制度建设情况 with 新建 and 修订",
    tabs: [
      {
        title: "制度建设情况",
        rows: `
序号|制度名称|新建/修订|文号|印发时间|对应问题
1|示例办法|新建|示例〔2023〕1号|2023年11月1日|1
2|示例细则|修订|示例〔2023〕2号|2023年11月|2
`,
      },
    ],
    tables: [
      {
        tab: "制度建设情况",
        kind: "outcome",
        header: "1",
        columns: "title B, action C, docNo D, issuedOn E, problem F",
        rows: "2 3",
        cells: { "form@2": "制度", "form@3": "制度" },
        fixed: "form@2 form@3",
        flagged: { "issuedOn@3": "“2023年11月”没有写到哪一天，暂按 2023-11-30 计" },
        values: { "action@2": "NEW", "issuedOn@2": "2023-11-01", "action@3": "REVISED", "issuedOn@3": "2023-11-30" },
      },
    ],
  },
  {
    name: "[L34] serial days without a date format in four columns",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施|发现时间|整改时限|完成时间|销号时间
#1|示例甲|甲|#45180|#45260|#45250|#45255
#2|示例乙|甲|#45180|#45292||
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, foundOn D, due E, completedOn F, closedOnClaim G",
        rows: "2 3",
        cells: {
          "foundOn@2": "2023-09-11",
          "due@2": "2023-11-30",
          "completedOn@2": "2023-11-20",
          "closedOnClaim@2": "2023-11-25",
          "foundOn@3": "2023-09-11",
          "due@3": "2024-01-01",
        },
        values: {
          "foundOn@2": "2023-09-11",
          "due@2": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@2": "2023-11-20",
          "closedOnClaim@2": "2023-11-25",
          "foundOn@3": "2023-09-11",
          "due@3": { kind: "DATE", date: "2024-01-01", standing: false },
        },
      },
    ],
  },
  {
    name: "[L24] eleven lines of instructions above the header",
    tabs: [
      {
        title: "清单",
        rows: `
填报说明
1.本表由各单位填报
2.问题描述要具体
3.整改措施要可操作、可检查、可考核
4.整改时限：能立即整改的写立行立改
5.责任人写明姓名
6.完成情况写已完成、整改中、未整改
7.每月25日前报送
8.联系人：张某
9.逾期不报视为零报告
10.其他事项另行通知
序号|问题描述|整改措施|责任人|整改时限|完成情况
1|示例甲|甲|张某|11月底|已完成
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "12",
        columns: "description B, measures C, owner D, due E, claim F",
        rows: "13",
        values: { "due@13": { kind: "MONTH_END", date: "2023-11-30", standing: false } },
      },
    ],
  },
  {
    name: "[L27] only the running number is merged over the rows of a problem",
    tabs: [
      {
        title: "问题清单",
        merges: "A2:A4",
        rows: `
序号|问题描述|具体表现|整改措施|责任人
1|示例总问题|（1）表现一|甲|张某
||（2）表现二|乙|李某
||（3）表现三|丙|王某
2|示例乙|表现|甲|张某
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures D, owner E",
        own: "C",
        rows: "2-4 5",
        cells: { "measures@2": "甲\n乙\n丙", "owner@2": "张某\n李某\n王某" },
        fixed: "measures@2 owner@2",
        values: {
          "measures@2": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@5": [{ no: 1, text: "甲" }],
        },
      },
    ],
  },
  {
    name: "[L51] another table below the first one is told and not taken for entries",
    tabs: [
      {
        title: "台账",
        rows: `
序号|问题描述|整改措施|责任人|整改时限
1|示例甲|甲|张某|11月底
2|示例乙|甲|李某|12月底

意见建议
序号|意见建议|提出人|承办部门|办理情况
1|示例建议|职工|办公室|已答复
`,
      },
    ],
    tables: [
      {
        tab: "台账",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E",
        rows: "2 3",
        problems: { A6: "第 6 行起像是另一张表" },
      },
    ],
  },
];
