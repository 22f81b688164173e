import type { Ledger } from "../expectation.ts";

const header = "序号|问题描述|问题类别|整改措施|责任领导|责任部门|整改时限|完成情况|备注";
const columns = "description B, category C, measures D, leader E, department F, due G, claim H, remark I";

/** What stands in the cells: dates, numbers, merges, formulas, ditto marks, words nobody can read. */
export const cellLedgers: readonly Ledger[] = [
  {
    name: "[L8] deadlines in every form; the number 11.3 is doubtful, the text 11.3 is not",
    tabs: [
      {
        title: "问题清单",
        rows: `
截至2023年10月31日
${header}
1|示例问题一|其他|示例|示例甲|示例科|#45235||
2|示例问题二|其他|示例|示例甲|示例科|@45260||
3|示例问题三|其他|示例|示例甲|示例科|#11.3||
4|示例问题四|其他|示例|示例甲|示例科|11.3||
5|示例问题五|其他|示例|示例甲|示例科|#11.25||
6|示例问题六|其他|示例|示例甲|示例科|2023.11.31||
7|示例问题七|其他|示例|示例甲|示例科|２０２３．１１．５||
8|示例问题八|其他|示例|示例甲|示例科|尽快||
9|示例问题九|其他|示例|示例甲|示例科|#20231105||
10|示例问题十|其他|示例|示例甲|示例科|长期坚持||
11|示例问题十一|其他|示例|示例甲|示例科|/||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "2",
        columns,
        rows: "3 4 5 6 7 8 9 10 11 12 13",
        referenceDate: "2023-10-31",
        cells: { "due@3": "2023-11-05", "due@4": "2023-11-30" },
        flagged: {
          "due@5": "分不清是11月3日还是11月30日",
          "due@8": "日历上没有“2023.11.31”",
          "due@10": "看不懂时限“尽快”",
        },
        values: {
          "due@3": { kind: "DATE", date: "2023-11-05", standing: false },
          "due@4": { kind: "DATE", date: "2023-11-30", standing: false },
          "due@6": { kind: "DATE", date: "2023-11-03", standing: false },
          "due@7": { kind: "DATE", date: "2023-11-25", standing: false },
          "due@8": null,
          "due@9": { kind: "DATE", date: "2023-11-05", standing: false },
          "due@11": { kind: "DATE", date: "2023-11-05", standing: false },
          "due@12": { kind: "STANDING", date: null, standing: true },
          "due@13": null,
        },
      },
    ],
  },
  {
    name: "[L27] one problem over three merged rows is one entry with three measures",
    tabs: [
      {
        title: "问题清单",
        merges: "A2:A4 B2:B4 C2:C4 E2:E4 F2:F4 G2:G4 H2:H4",
        rows: `
${header}
1|示例问题一|其他|措施一|示例甲|示例科|11月底|整改中|
|||措施二|||||
|||措施三|||||见附件
2|示例问题二|其他|措施四|示例乙|示例科|11月底|已完成|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns,
        rows: "2-4 5",
        cells: { "measures@2": "措施一\n措施二\n措施三", "remark@2": "见附件" },
        fixed: "measures@2 remark@2",
        values: {
          "measures@2": [
            { no: 1, text: "措施一" },
            { no: 2, text: "措施二" },
            { no: 3, text: "措施三" },
          ],
        },
      },
    ],
  },
  {
    name: "[L31] sub-rows 1-1 and 1-2 belong to the problem above",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任人|整改时限
1|示例问题一|措施一|示例甲|11月底
1-1||措施二||
1-2||措施三||
2|示例问题二|措施四|示例乙|12月底
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E",
        rows: "2-4 5",
        cells: { "measures@2": "措施一\n措施二\n措施三" },
        fixed: "measures@2",
      },
    ],
  },
  {
    name: "[L28] a category and a leader merged over several problems belong to each and are never written",
    tabs: [
      {
        title: "问题清单",
        merges: "C2:C4 E2:E3 H4:I4",
        rows: `
${header}
1|示例问题一|急难愁盼|示例|示例甲|示例科|11月底|整改中|
2|示例问题二||示例||示例科|11月底|整改中|
3|示例问题三||示例||示例科|11月底|已完成|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns,
        rows: "2 3 4",
        cells: { "category@3": "急难愁盼", "category@4": "急难愁盼", "leader@3": "示例甲" },
        fixed: "category@2 category@3 category@4 leader@2 leader@3 claim@4 remark@4",
      },
    ],
  },
  {
    name: "[L30] 同上 and 〃 stand for the cell above, also in a chain, never over a blank",
    tabs: [
      {
        title: "问题清单",
        rows: `
${header}
1|示例问题一|民生|示例|同上|示例科|11月底|整改中|
2|示例问题二|同上|〃|示例甲|〃|同上|同上|
3|示例问题三|〃|示例|同上|″||同上|同上
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns,
        rows: "2 3 4",
        cells: {
          "category@3": "民生",
          "measures@3": "示例",
          "department@3": "示例科",
          "due@3": "11月底",
          "claim@3": "整改中",
          "category@4": "民生",
          "leader@4": "示例甲",
          "department@4": "示例科",
          "claim@4": "整改中",
        },
        flagged: { "leader@2": "上面没有可以照抄的内容", "remark@4": "上面没有可以照抄的内容" },
      },
    ],
  },
  {
    name: "[L29] formulas are read and never written",
    tabs: [
      {
        title: "问题清单",
        rows: `
${header}
1|示例问题一|其他|示例|示例甲|示例科|=DATE(2023,11,30)→@45260|=IF(1,"整改中","")→整改中|
2|="示例"&"问题二"→示例问题二|其他|示例|示例甲|示例科|11月底|#REF!|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns,
        rows: "2 3",
        cells: { "due@2": "2023-11-30" },
        fixed: "due@2 claim@2 description@3",
        flagged: { "claim@3": "看不懂状态“#REF!”" },
      },
    ],
  },
  {
    name: "[L12] words that nobody can read are flagged cell by cell, the rest of the row goes on",
    tabs: [
      {
        title: "问题清单",
        rows: `
${header}
1|示例问题一|专卖管理|示例|示例甲|示例科|下一步|基本完成|
2|示例问题二|风险|示例|示例甲|示例科|11月底|已完成初稿|
3|示例问题三|作风|示例|示例甲|示例科|2024年底前，并长期坚持|已完成，长期坚持|
4|示例问题四|民生|示例|示例甲|示例科|2023年10月—12月|未完成|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns,
        rows: "2 3 4 5",
        flagged: {
          "category@2": "看不懂“专卖管理”",
          "due@2": "看不懂时限“下一步”",
          "claim@3": "看不懂状态“已完成初稿”",
        },
        values: {
          "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: 90 },
          "claim@4": { claim: "COMPLETE", resolution: "NORMAL", standing: true, percent: null },
          "due@4": { kind: "YEAR_END", date: "2024-12-31", standing: true },
          "due@5": { kind: "RANGE", date: "2023-12-31", standing: false, from: "2023-10-01" },
          "claim@5": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L34] ticks, percentages and plain numbers become texts that follow from the cell alone",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|责任人|完成情况|是否销号|备注
#1|#12345|#7|%0.6|#TRUE|#0.30000000000000004
#2|示例问题二|示例甲|%1|#FALSE|@45235
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, owner C, claim D, closedClaim E, remark F",
        rows: "2 3",
        cells: {
          "claim@2": "60%",
          "claim@3": "100%",
          "closedClaim@2": "TRUE",
          "closedClaim@3": "FALSE",
          "remark@2": "0.3",
          "remark@3": "2023-11-05",
        },
        values: {
          "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: 60 },
          "closedClaim@2": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "closedClaim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L13] several measures in one cell, numbered in the ways clerks number",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施
1|示例问题一|1.甲；2.乙；3.丙
2|示例问题二|①甲②乙
3|示例问题三|（1）甲；（2）乙；
4|示例问题四|一是甲；二是乙；三是丙；四是丁
5|示例问题五|甲⏎乙
6|示例问题六|采购2.5吨，完成第2、3项任务
7|示例问题七|无
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C",
        rows: "2 3 4 5 6 7 8",
        values: {
          "measures@2": ["甲", "乙", "丙"].map((text, index) => ({ no: index + 1, text })),
          "measures@3": ["甲", "乙"].map((text, index) => ({ no: index + 1, text })),
          "measures@4": ["甲", "乙"].map((text, index) => ({ no: index + 1, text })),
          "measures@5": ["甲", "乙", "丙", "丁"].map((text, index) => ({ no: index + 1, text })),
          "measures@6": ["甲", "乙"].map((text, index) => ({ no: index + 1, text })),
          "measures@7": [{ no: 1, text: "采购2.5吨，完成第2、3项任务" }],
          "measures@8": null,
        },
      },
    ],
  },
];
