import type { Ledger } from "../expectation.ts";

/** Further lists of audits, inspections and receptions, and what stands in their cells. */
export const inspectionsLedgers: readonly Ledger[] = [
  {
    name: "[L17] an audit's list three rows deep: 责任人 and 联系电话 under one parent, 修订 and 制定 under two",
    tabs: [
      {
        title: "附件1 整改清单",
        merges:
          "A1:V1 A2:V2 A3:A5 B3:C3 B4:B5 C4:C5 D3:D5 E3:E5 F3:H3 F4:F5 G4:G5 H4:H5 I3:I5 J3:J5 K3:K5 L3:L5 M3:N3 M4:M5 N4:N5 O3:O5 P3:Q3 P4:P5 Q4:Q5 R3:T3 R4:R5 S4:T4 U3:U5 V3:V5",
        rows: `
XX单位审计发现问题整改清单
截至2023年11月30日
序号|单位名称||问题来源|审计报告出具年份|问题类别|||具体问题表述|问题金额（万元）|整改类型|整改要求|整改措施||整改第一责任人|牵头整改部门||完善制度情况|||未整改到位问题原因及下一步计划|是否销号
|一级单位|具体责任单位|||一级标题|二级标题|三级标题|||||细化的整改措施|对应的完成时间||责任人|联系电话|数量|文件名称||
|||||||||||||||||||修订|制定||
1|示例市局|示例县局|审计|2022|其他|二级|三级|示例：甲|#12.5|立行立改|限期|1.甲⏎2.乙|2023年12月底前|张某|李某|（略）|1|示例办法||历史原因|否
2|示例市局|示例县局|审计|2022|其他|二级|三级|示例：乙||分阶段|限期|甲|2024年6月|张某|李某|（略）|||||是
`,
      },
    ],
    tables: [
      {
        tab: "附件1 整改清单",
        kind: "problem",
        header: "3-5",
        columns:
          "responsibleUnit C, source D, category F, description I, target L, measures M, due N, leader O, owner P, regulations S, reasonOpen U, closedClaim V",
        own: "B E G H J K Q R T",
        rows: "6 7",
        values: {
          "measures@6": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "due@6": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "owner@6": ["李某"],
          "closedClaim@6": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "measures@7": [{ no: 1, text: "甲" }],
          "due@7": { kind: "MONTH_END", date: "2024-06-30", standing: false },
          "owner@7": ["李某"],
          "closedClaim@7": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
        },
        referenceDate: "2023-11-30",
      },
    ],
  },
  {
    name: "[L18] line breaks inside headers, a state and prose in 整改进展",
    tabs: [
      {
        title: "整改台账",
        merges: "A1:M1",
        rows: `
问题整改台账
问题描述|影响程度|是否上级⏎重点关注|整改措施|整改时限|整改进展|整改验收时间|验收人员|是否销号|台账来源|责任部门/⏎责任人|附件|备注
示例甲|重大|是|（1）甲；（2）乙|2023/12/31|已完成80%，正在收尾|||否|专项检查|营销部/张某|a.jpg|
示例乙|一般|否|甲|2023/9/30|已完成|2023/10/1|王某|是|巡察|物流部/李某||
`,
      },
    ],
    tables: [
      {
        tab: "整改台账",
        kind: "problem",
        header: "2",
        columns:
          "description A, level B, measures D, due E, progress F, verifiedOn G, verifier H, closedClaim I, source J, department K, owner K, evidence L, remark M",
        own: "C",
        rows: "3 4",
        cells: { "department@3": "营销部", "owner@3": "张某", "department@4": "物流部", "owner@4": "李某" },
        fixed: "department@3 department@4 owner@3 owner@4",
        values: {
          "measures@3": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "due@3": { kind: "DATE", date: "2023-12-31", standing: false },
          "measures@4": [{ no: 1, text: "甲" }],
          "due@4": { kind: "DATE", date: "2023-09-30", standing: false },
          "verifiedOn@4": "2023-10-01",
        },
      },
    ],
  },
  {
    name: "[L34] codes and days as bare numbers",
    tabs: [
      {
        title: "Sheet1",
        rows: `
问题编码|问题描述|下发问题类型|实际问题类型（描述）|整改措施|整改时限|整改进展|处理情况|是否销号|核查单位|核查时间|核查人|填表人|审核人|联系方式|备注|自用备注|台账来源
#20230001|示例甲|民生类|民生|甲|#45260|正在推进|处理中|否||||张某|李某|（略）||记|群众来信
#20230002|示例乙|发展类|发展|甲|#45230|已完成|已处理|是|示例市局|#45235|赵某|张某|李某|（略）|||调研
`,
      },
    ],
    tables: [
      {
        tab: "Sheet1",
        kind: "problem",
        header: "1",
        columns:
          "ownCode A, description B, category D, measures E, due F, progress G, closedClaim I, verifiedOn K, verifier L, remark P, source R",
        own: "C H J M N O Q",
        rows: "2 3",
        cells: { "due@2": "2023-11-30", "due@3": "2023-10-31", "verifiedOn@3": "2023-11-05" },
        values: {
          "category@2": "LIVELIHOOD",
          "due@2": { kind: "DATE", date: "2023-11-30", standing: false },
          "closedClaim@2": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "category@3": "DEVELOPMENT",
          "due@3": { kind: "DATE", date: "2023-10-31", standing: false },
          "closedClaim@3": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "verifiedOn@3": "2023-11-05",
        },
      },
    ],
  },
  {
    name: "[L5] an export with a time of day in every date",
    tabs: [
      {
        title: "导出数据",
        rows: `
隐患编号|隐患标题|隐患描述|隐患位置|隐患级别|发现日期|发现人|所属部门|整改责任人|整改期限|当前状态|整改描述|整改开始日期|整改完成日期|复查结果|复查日期|复查人|复查意见
YH001|标题甲|示例甲|示例库|一般隐患|2023-10-08 09:30:00|张某|物流中心|李某|2023-10-15 00:00:00|待整改|||||||
YH002|标题乙|示例乙|示例库|重大隐患|2023-10-09 10:00:00|张某|物流中心|王某|2023-10-20 00:00:00|待验收|已更换|2023-10-10|2023-10-12|通过|2023-10-13|赵某|同意销号
`,
      },
    ],
    tables: [
      {
        tab: "导出数据",
        kind: "problem",
        header: "1",
        columns:
          "ownCode A, title B, description C, place D, level E, foundOn F, raisedBy G, department H, owner I, due J, claim K, progress L, completedOn N, verifiedOn P, verifier Q, verdict R",
        own: "M O",
        rows: "2 3",
        values: {
          "foundOn@2": "2023-10-08",
          "due@2": { kind: "DATE", date: "2023-10-15", standing: false },
          "claim@2": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "foundOn@3": "2023-10-09",
          "due@3": { kind: "DATE", date: "2023-10-20", standing: false },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "completedOn@3": "2023-10-12",
        },
      },
    ],
  },
  {
    name: "[L9] a share as 办理进度, 督办中 and 已办结 as states",
    tabs: [
      {
        title: "督办清单",
        rows: `
督办编号|隐患编号|隐患内容|责任单位|责任人|升办日期|升办原因|整改期限|办理进度|督办状态|复查结论|销号日期
DB1|YH001|示例甲|示例县局|张某|2023-10-20|超期未整改|2023-11-10|60%|督办中|
DB2|YH002|示例乙|示例县局|李某|2023-10-20|重大隐患|2023-11-05|100%|已办结|合格|2023-11-06
`,
      },
    ],
    tables: [
      {
        tab: "督办清单",
        kind: "problem",
        header: "1",
        columns:
          "ownCode B, description C, responsibleUnit D, owner E, due H, progress I, claim J, verdict K, closedOnClaim L",
        own: "F G",
        rows: "2 3",
        values: {
          "due@2": { kind: "DATE", date: "2023-11-10", standing: false },
          "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "due@3": { kind: "DATE", date: "2023-11-05", standing: false },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "closedOnClaim@3": "2023-11-06",
        },
      },
    ],
  },
  {
    name: "[L41] 接访登记 of leaders, offices in brackets",
    tabs: [
      {
        title: "接访登记",
        merges: "A1:N1",
        rows: `
领导干部接访下访登记台账
序号|来访人姓名|性别|联系电话|住址|来访时间|接访地点|来访事由（诉求内容）|接访领导（职务）|处理意见|责任部门|后续处理情况|反馈结果|满意度|备注
1|居民甲|男|（略）|（略）|2023年10月8日|接待室|示例：许可证办理咨询|张某（局长）|现场答复|专卖科|已办结|电话反馈|满意|
2|居民乙|女|（略）|（略）|2023年10月9日|接待室|示例：反映送货不及时|李某（副局长）|转物流中心办理|物流中心|正在办理||基本满意|
`,
      },
    ],
    tables: [
      {
        tab: "接访登记",
        kind: "opinion",
        header: "2",
        columns:
          "raisedOn F, place G, text H, receiver I, handling J, department K, followUp L, feedback M, satisfaction N, remark O",
        own: "B C D E",
        rows: "3 4",
        values: {
          "receiver@3": ["张某（局长）"],
          "satisfaction@3": "SATISFIED",
          "receiver@4": ["李某（副局长）"],
          "satisfaction@4": "FAIRLY",
        },
      },
    ],
  },
  {
    name: "[L26] every section over a header of its own, the first one above the table",
    tabs: [
      {
        title: "问题清单",
        merges: "A1:F1 A2:F2 A6:F6 A9:F9",
        rows: `
示例局问题清单
一、制约高质量发展（2项）
序号|问题|措施|责任人|时限|状态
1|示例甲|甲|张某|11月底|整改中
2|示例乙|甲|张某|11月底|已完成
二、群众急难愁盼（1项）
序号|问题|措施|责任人|时限|状态
1|示例丙|甲|李某|12月底|整改中
说明：以上问题已报党组会审议。
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "3",
        columns: "description B, measures C, owner D, due E, claim F",
        rows: "4 5 8",
        cells: { "category@4": "制约高质量发展", "category@5": "制约高质量发展", "category@8": "群众急难愁盼" },
        fixed: "category@4 category@5 category@8",
        values: {
          "due@4": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@4": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "category@4": "DEVELOPMENT",
          "due@5": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@5": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "category@5": "DEVELOPMENT",
          "due@8": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "claim@8": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "category@8": "LIVELIHOOD",
        },
      },
    ],
  },
  {
    name: "[L13] twenty ways of listing measures",
    tabs: [
      {
        title: "清单",
        rows: `
序号|问题描述|整改措施
1|a|1）甲；2）乙；3）丙
2|b|（一）甲；（二）乙
3|c|第一，甲；第二，乙
4|d|1、甲 2、乙 3、丙
5|e|一要甲；二要乙；三要丙
6|f|首先甲；其次乙；最后丙
7|g|1.甲。2.乙。3.丙。
8|h|a.甲 b.乙
9|i|●甲⏎●乙⏎●丙
10|j|—甲⏎—乙
11|k|①甲；②乙⏎③丙
12|l|（1）甲，包括：①子一；②子二；（2）乙
13|m|1.组织2次培训；2.发放3.5万份资料；3.走访12户
14|n|措施1：甲⏎措施2：乙
15|o|1-1甲 1-2乙
16|p|Ⅰ.甲 Ⅱ.乙
17|q|1．甲⏎⏎2．乙⏎
18|r|整改措施：一是甲。二是乙。三是丙。
19|s|一、甲。1.子；2.子。二、乙。
20|t|甲（2023年10月底前）；乙（11月底前）
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C",
        rows: "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21",
        values: {
          "measures@2": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@3": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "measures@4": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "measures@5": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@6": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@7": [{ no: 1, text: "首先甲；其次乙；最后丙" }],
          "measures@8": [
            { no: 1, text: "甲。" },
            { no: 2, text: "乙。" },
            { no: 3, text: "丙。" },
          ],
          "measures@9": [{ no: 1, text: "a.甲 b.乙" }],
          "measures@10": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@11": [
            { no: 1, text: "—甲" },
            { no: 2, text: "—乙" },
          ],
          "measures@12": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "measures@13": [
            { no: 1, text: "甲，包括：①子一；②子二" },
            { no: 2, text: "乙" },
          ],
          "measures@14": [
            { no: 1, text: "组织2次培训" },
            { no: 2, text: "发放3.5万份资料" },
            { no: 3, text: "走访12户" },
          ],
          "measures@15": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "measures@16": [{ no: 1, text: "1-1甲 1-2乙" }],
          "measures@17": [{ no: 1, text: "Ⅰ.甲 Ⅱ.乙" }],
          "measures@18": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "measures@19": [
            { no: 1, text: "甲。" },
            { no: 2, text: "乙。" },
            { no: 3, text: "丙。" },
          ],
          "measures@20": [
            { no: 1, text: "甲。1.子；2.子。" },
            { no: 2, text: "乙。" },
          ],
          "measures@21": [{ no: 1, text: "甲（2023年10月底前）；乙（11月底前）" }],
        },
      },
    ],
  },
];
