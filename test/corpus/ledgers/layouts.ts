import type { Ledger } from "../expectation.ts";

const categories = {
  development: "影响制约高质量发展的问题",
  livelihood: "基层群众急难愁盼问题",
};
const bySection = "category";

/** Where header, sections, totals, notes and signatures stand. */
export const layoutLedgers: readonly Ledger[] = [
  {
    name: "[L17] the default sheet: header in the first row, nothing else",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|问题类别|问题来源|整改措施|责任领导|责任部门|责任人|整改时限|整改进展|完成情况|是否销号|销号时间|备注
1|示例问题一|影响制约高质量发展|调研发现|1.示例甲⏎2.示例乙|示例甲|专卖科|示例乙|2023年11月底前|正在推进|整改中|否||
2|示例问题二|急难愁盼|群众反映|示例措施|示例丙|营销中心|示例丁、示例戊|立行立改|已办结|已完成|是|2023-10-20|示例
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns:
          "description B, category C, source D, measures E, leader F, department G, owner H, due I, progress J, claim K, closedClaim L, closedOnClaim M, remark N",
        rows: "2 3",
        values: {
          "owner@3": ["示例丁", "示例戊"],
          "measures@2": [
            { no: 1, text: "示例甲" },
            { no: 2, text: "示例乙" },
          ],
          "closedClaim@3": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L24] title, long note, unit line, then the header in row five; notes and signatures below",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:H1 A2:H2 A3:D3 E3:H3 A4:H4 A8:H8 A9:H9",
        rows: `
示例市局主题教育问题清单
说明：本表由各单位填报，每月25日前报送；存在的问题要逐条列出，整改措施要具体。
填报单位：示例市局||||日期：2023年11月20日
|
序号|存在的问题|整改措施|责任领导|责任部门|整改时限|整改进展|备注
1|示例问题一|示例措施|示例甲|示例科|11月底|正在推进|
2|示例问题二|示例措施|示例乙|示例科|12月底|正在推进|
注：1.本表一式两份。
填表说明：存在的问题请写具体。
主管部门负责人：|||审核人：||填表人：
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "5",
        columns: "description B, measures C, leader D, department E, due F, progress G, remark H",
        rows: "6 7",
        referenceDate: "2023-11-20",
      },
    ],
  },
  {
    name: "[L26] section rows set the category, their counts are checked, an own category goes before",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:F1 A3:F3 A6:F6 A8:F8",
        rows: `
示例县局问题清单（2023年）
序号|问题|整改措施|责任人|整改时限|完成情况
一、影响制约高质量发展的问题（2个）
1|示例问题一|示例措施|示例甲|11月底|已完成
2|示例问题二|示例措施|示例甲|11月底|未完成
二、基层群众急难愁盼问题（3个）
3|示例问题三|示例措施|示例甲|11月底|整改中
三、其他问题
4|示例问题四|示例措施|示例甲|11月底|整改中
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "2",
        columns: "description B, measures C, owner D, due E, claim F",
        rows: "4 5 7 9",
        cells: {
          [`${bySection}@4`]: categories.development,
          [`${bySection}@5`]: categories.development,
          [`${bySection}@7`]: categories.livelihood,
          [`${bySection}@9`]: "其他问题",
        },
        fixed: "category@4 category@5 category@7 category@9",
        problems: { A6: "分类行写的是 3 项，表中实有 1 项" },
        values: { "category@4": "DEVELOPMENT", "category@7": "LIVELIHOOD", "category@9": "OTHER" },
        referenceDate: "2023-12-31",
      },
    ],
  },
  {
    name: "[L26] sections of two levels, without merges, beside a category column that some rows fill",
    tabs: [
      {
        title: "整改台账",
        rows: `
序号|问题描述|问题类别|整改措施|整改时限
一、急难愁盼问题
（一）服务方面（1项）
1|示例问题一||示例措施|11月底
（二）物流方面（1项）
2|示例问题二|其他|示例措施|11月底
二、防范化解重大风险
3|示例问题三||示例措施|11月底
`,
      },
    ],
    tables: [
      {
        tab: "整改台账",
        kind: "problem",
        header: "1",
        columns: "description B, category C, measures D, due E",
        rows: "4 6 8",
        cells: { "category@4": "急难愁盼问题", "category@8": "防范化解重大风险" },
        fixed: "category@4 category@8",
        values: { "category@6": "OTHER", "category@8": "RISK" },
      },
    ],
  },
  {
    name: "[L25] 合计 and 小计 rows are checked and never entries, formulas among them",
    tabs: [
      {
        title: "问题台账",
        merges: "A5:A5",
        rows: `
序号|问题描述|整改措施|责任部门|整改时限
1|示例问题一|1.甲⏎2.乙|示例科|11月底
2|示例问题二|丙|示例科|11月底
小计|2项|3条||
3|示例问题三|丁|示例科|11月底
合 计|=COUNTA(B2:B5)→#4|=5→#5||
`,
      },
    ],
    tables: [
      {
        tab: "问题台账",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, department D, due E",
        rows: "2 3 5",
        problems: { B6: "合计写的是 4，表中行数实为 3", C6: "合计写的是 5，表中措施数实为 4" },
      },
    ],
  },
  {
    name: "[L25] a 合计 row above the entries that is right says nothing",
    tabs: [
      {
        title: "问题台账",
        rows: `
序号|问题描述|责任部门
合计|2项|
1|示例问题一|示例科
2|示例问题二|示例科
`,
      },
    ],
    tables: [{ tab: "问题台账", kind: "problem", header: "1", columns: "description B, department C", rows: "3 4" }],
  },
  {
    name: "[L17] two header rows: merged parents over children, the rest merged downwards",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:J1 A2:A3 B2:B3 C2:C3 D2:F2 G2:H2 I2:J2",
        rows: `
示例州局问题清单
序号|存在问题|整改⏎措施|责任单位|||整改||销号|
|||责任领导|责任部门|责任人|时限|进展|是否销号（是/否）|时间
1|示例问题一|示例措施|示例甲|示例科|示例乙|2023.12.31|正在推进|否|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "2-3",
        columns:
          "description B, measures C, leader D, department E, owner F, due G, progress H, closedClaim I, closedOnClaim J",
        rows: "4",
      },
    ],
  },
  {
    name: "[L17] two header rows without any merge",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任||整改|
|||领导|责任部门|时限|进展
1|示例问题一|示例措施|示例甲|示例科|11月底|正在推进
2|示例问题二|示例措施|示例甲|示例科|11月底|正在推进
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1-2",
        columns: "description B, measures C, leader D, department E, due F, progress G",
        rows: "3 4",
      },
    ],
  },
  {
    name: "[L18] columns in any order, the clerk's own between them, hints and line breaks in the headers",
    tabs: [
      {
        title: "问题清单",
        rows: `
自用备注|完成⏎情况（是/否）|科里排序|整改时限（具体到日）|★|问题 描述*|微信群|责任人【必填】|整改措施：|领导批示
勿外传|是|3|2023-11-30|★|示例问题一|已发|示例甲|示例措施|请抓紧
|否|1|2023-12-15||示例问题二||示例乙|示例措施|
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "claim B, due D, description F, owner H, measures I",
        own: "A C E G J",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L19] the bureau's own headers, one of them declared private",
    aliases: { problem: { 病灶: "description", 药方: "measures", 备注: "", 交卷日: "due" } },
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|病灶|药方|交卷日|备注
1|示例问题一|示例措施|11月底|只给自己看
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, due D",
        own: "E",
        rows: "2",
      },
    ],
  },
  {
    name: "[L20] two columns for one field: the surer word wins, the other stays the clerk's",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|已采取的整改措施|整改措施|整改情况|整改进展
1|示例问题一|旧办法|新办法|旧进展|新进展
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures D, progress F",
        own: "C E",
        rows: "2",
      },
    ],
  },
  {
    name: "[L24] the header repeated on each printed page, blank rows, a stray number without entry",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任部门|整改时限
1|示例问题一|示例措施|示例科|11月底
|
序号|问题描述|整改措施|责任部门|整改时限
2|示例问题二|示例措施|示例科|11月底
3||||
|
4|示例问题四|示例措施|示例科|11月底
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, department D, due E",
        rows: "2 5 8",
      },
    ],
  },
  {
    name: "[L32] a row without its problem is told and not taken; one with a code is",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任部门|系统编号|系统状态|系统提示
1|示例问题一|示例措施|示例科|P000000000001|整改中|
2||示例措施|示例科|||
3||||P000000000002||
4||示例措施||P000000000003||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, department D",
        rows: "2 4 5",
        codes: { 2: "P000000000001", 4: "P000000000002", 5: "P000000000003" },
        problems: { B3: "第 3 行没有填“问题描述”" },
      },
    ],
  },
  {
    name: "[L44] system columns in any place, also under a header of two rows",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:A2 B1:B2 C1:D1",
        rows: `
序号|问题描述|责任||系统编号|自用|系统提示|系统状态
||责任领导|责任部门||||
1|示例问题一|示例甲|示例科|P000000000001|私|请补时限|整改中
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1-2",
        columns: "description B, leader C, department D",
        own: "F",
        rows: "3",
        codes: { 3: "P000000000001" },
      },
    ],
  },
  {
    name: "[L39] the year of the deadlines is that of the title",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:D1",
        rows: `
示例县局2022年度检视问题整改台账
序号|检视问题|整改措施|整改时限
1|示例问题一|示例措施|11月底前
2|示例问题二|示例措施|年底前，长期坚持
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "2",
        columns: "description B, measures C, due D",
        rows: "3 4",
        referenceDate: "2022-12-31",
        values: {
          "due@3": { kind: "MONTH_END", date: "2022-11-30", standing: false },
          "due@4": { kind: "YEAR_END", date: "2022-12-31", standing: true },
        },
      },
    ],
  },
];
