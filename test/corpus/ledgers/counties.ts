import type { Ledger } from "../expectation.ts";

/** Ways in which counties lay out their lists: what they merge, split, add and leave out. */
export const countiesLedgers: readonly Ledger[] = [
  {
    name: "[L24] a month's tab with blank rows between the problems, the county in a column",
    tabs: [
      {
        title: "2023年11月",
        merges: "A1:J1",
        rows: `
2023年11月份问题整改情况统计表
编号|县局名称|问题类型|问题|整改措施|责任人|完成时限|目前进展|是否完成|备注
#1|示例一局|制约发展|示例：甲|1.甲 2.乙|张某|11月底|已办|是|
|||||||||
#2|示例二局|民生|示例：乙|①甲；②乙；③丙|李某 王某|2023年11月底前|正在办|基本完成|

#3|示例三局|其他|示例：丙|甲|张某|@45292|未办|否|
填表人：张某||||审核人：李某
`,
      },
    ],
    tables: [
      {
        tab: "2023年11月",
        kind: "problem",
        header: "2",
        columns:
          "responsibleUnit B, category C, description D, measures E, owner F, due G, progress H, claim I, remark J",
        rows: "3 5 7",
        cells: { "due@7": "2024-01-01" },
        values: {
          "category@3": "DEVELOPMENT",
          "measures@3": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "owner@3": ["张某"],
          "due@3": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "category@5": "LIVELIHOOD",
          "measures@5": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
            { no: 3, text: "丙" },
          ],
          "owner@5": ["李某", "王某"],
          "due@5": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@5": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: 90 },
          "category@7": "OTHER",
          "measures@7": [{ no: 1, text: "甲" }],
          "owner@7": ["张某"],
          "due@7": { kind: "DATE", date: "2024-01-01", standing: false },
          "claim@7": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
        referenceDate: "2023-11-30",
      },
    ],
  },
  {
    name: "[L18] header in row six of a sheet of fifty-two columns",
    tabs: [
      {
        title: "清单",
        merges: "A1:AZ1 A2:AZ2",
        rows: `
示例省局问题清单
填表说明：一、问题描述要简明；二、整改措施要具体；三、整改时限具体到日
填报单位：示例市局||||填报日期：2023年11月3日
联系人：张某||||电话：（略）
密级：内部
序号|问题描述|问题来源|整改措施|责任领导|责任部门|责任人|整改时限|整改进展|完成情况|是否销号|销号时间|自设1|自设2|自设3|自设4|自设5|自设6|自设7|自设8|自设9|自设10|自设11|自设12|自设13|自设14|自设15|自设16|自设17|自设18|自设19|自设20|自设21|自设22|自设23|自设24|自设25|自设26|自设27|自设28|自设29|自设30|自设31|自设32|自设33|自设34|自设35|自设36|自设37|自设38|自设39|自设40
1|示例：甲|调研发现|甲；乙；丙|张某|示例科|李某|2023年12月底前|正在推进|整改中|否||x0|x1|x2|x3|x4|x5|x6|x7|x8|x9|x10|x11|x12|x13|x14|x15|x16|x17|x18|x19|x20|x21|x22|x23|x24|x25|x26|x27|x28|x29|x30|x31|x32|x33|x34|x35|x36|x37|x38|x39
2|示例：乙|群众反映|1、甲。2、乙。|张某|示例科|李某|立行立改|已解决|已完成|是|2023.11.1|
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "6",
        columns:
          "description B, source C, measures D, leader E, department F, owner G, due H, progress I, claim J, closedClaim K, closedOnClaim L",
        own: "M N O P Q R S T U V W X Y Z AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ",
        rows: "7 8",
        values: {
          "measures@7": [{ no: 1, text: "甲；乙；丙" }],
          "measures@8": [
            { no: 1, text: "甲。" },
            { no: 2, text: "乙。" },
          ],
          "closedOnClaim@8": "2023-11-01",
        },
        referenceDate: "2023-11-03",
      },
    ],
  },
  {
    name: "[L17] two header rows whose children mean something only with the first words of their parents",
    tabs: [
      {
        title: "整改台账",
        merges: "A1:L1 A2:A3 B2:B3 C2:E2 F2:H2 I2:J2 K2:K3 L2:L3",
        rows: `
整改台账
序号|存在的主要问题|整改要求||| 责任分工|||整改情况||是否销号|备注
||措施|目标|时限|领导|部门|人员|进展|完成时间||
1|示例：甲|①甲②乙|提升|2023.12.31|张某|办公室|李某|推进中||否|
2|示例：乙|甲|提升|2023.11.30|王某|财务科|赵某|已完成|2023.11.28|是|
`,
      },
    ],
    tables: [
      {
        tab: "整改台账",
        kind: "problem",
        header: "2-3",
        columns:
          "description B, measures C, target D, due E, leader F, department G, owner H, progress I, completedOn J, closedClaim K, remark L",
        rows: "4 5",
        values: {
          "measures@4": [
            { no: 1, text: "甲" },
            { no: 2, text: "乙" },
          ],
          "due@4": { kind: "DATE", date: "2023-12-31", standing: false },
          "measures@5": [{ no: 1, text: "甲" }],
          "due@5": { kind: "DATE", date: "2023-11-30", standing: false },
          "completedOn@5": "2023-11-28",
        },
      },
    ],
  },
  {
    name: "[L26] sections in brackets without merges, their 小计 and the 合计",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题|措施|责任部门|时限|完成情况
（一）影响制约高质量发展方面
1|示例甲|甲|示例科|11月底|已完成
2|示例乙|甲|示例科|11月底|未完成
小计|2项||||
（二）群众急难愁盼方面（1项）
1|示例丙|甲|示例科|11月底|整改中
合计|3项||||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, department D, due E, claim F",
        rows: "3 4 7",
        cells: {
          "category@3": "影响制约高质量发展方面",
          "category@4": "影响制约高质量发展方面",
          "category@7": "群众急难愁盼方面",
        },
        fixed: "category@3 category@4 category@7",
        values: { "category@3": "DEVELOPMENT", "category@4": "DEVELOPMENT", "category@7": "LIVELIHOOD" },
      },
    ],
  },
  {
    name: "[L28] the category merged down the first column, before the running number",
    tabs: [
      {
        title: "问题清单",
        merges: "A2:A3 A4:A5",
        rows: `
类别|序号|具体问题|整改举措|牵头领导|责任科室|完成时限|整改落实情况|整改状态
影响高质量发展|1|示例甲|甲|张某|示例科|2023年12月|持续推进中|正在整改
|2|示例乙|甲|张某|示例科|长期|常抓不懈|长期坚持
急难愁盼|3|示例丙|甲|李某|示例科|2023年10月|完成|已整改
|4|示例丁|甲|李某|示例科|2023年10月|完成|整改完毕
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "category A, description C, measures D, leader E, department F, due G, progress H, claim I",
        rows: "2 3 4 5",
        cells: { "category@3": "影响高质量发展", "category@5": "急难愁盼" },
        fixed: "category@2 category@3 category@4 category@5",
        values: {
          "category@2": "DEVELOPMENT",
          "due@2": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "category@3": "DEVELOPMENT",
          "due@3": { kind: "STANDING", date: null, standing: true },
          "claim@3": { claim: "STANDING", resolution: "NORMAL", standing: true, percent: null },
          "category@4": "LIVELIHOOD",
          "due@4": { kind: "MONTH_END", date: "2023-10-31", standing: false },
          "claim@4": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "category@5": "LIVELIHOOD",
          "due@5": { kind: "MONTH_END", date: "2023-10-31", standing: false },
          "claim@5": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L17] 完成时间 over 计划 and 实际",
    tabs: [
      {
        title: "清单",
        merges: "A1:A2 B1:B2 C1:C2 D1:E1 F1:F2",
        rows: `
序号|问题描述|整改措施|完成时间||责任人
|||计划|实际|
1|示例甲|甲|11月30日|11月28日|张某
`,
      },
    ],
    tables: [
      {
        tab: "清单",
        kind: "problem",
        header: "1-2",
        columns: "description B, measures C, due D, completedOn E, owner F",
        rows: "3",
        values: { "due@3": { kind: "DATE", date: "2023-11-30", standing: false }, "completedOn@3": "2023-11-28" },
      },
    ],
  },
  {
    name: "[L22] 整改情况 alone is progress, also where it says 已完成",
    tabs: [
      {
        title: "问题清单",
        rows: `
序号|问题描述|整改措施|责任单位|整改时限|整改情况
1|示例甲|甲|示例局|11月底|已完成。组织培训两期，覆盖120人
2|示例乙|甲|示例局|11月底|已完成
3|示例丙|甲|示例局|11月底|正在推进
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, responsibleUnit D, due E, progress F",
        rows: "2 3 4",
      },
    ],
  },
  {
    name: "[L42] each measure of a merged problem with its department, deadline and state",
    tabs: [
      {
        title: "问题清单",
        merges: "A2:A4 B2:B4 C2:C4",
        rows: `
序号|问题描述|责任领导|整改措施|责任部门|完成时限|完成情况
1|示例甲|张某|措施一|示例科|10月底|已完成
|||措施二|办公室|11月底|整改中
|||措施三|财务科|12月底|未完成
2|示例乙|李某|措施四|示例科|11月底|已完成
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, leader C, measures D, department E, due F, claim G",
        rows: "2-4 5",
        cells: {
          "measures@2": "措施一\n措施二\n措施三",
          "department@2": "示例科\n办公室\n财务科",
          "due@2": "10月底\n11月底\n12月底",
          "claim@2": "已完成\n整改中\n未完成",
        },
        fixed: "claim@2 department@2 due@2 measures@2",
        values: {
          "measures@2": [
            { no: 1, text: "措施一" },
            { no: 2, text: "措施二" },
            { no: 3, text: "措施三" },
          ],
          "due@2": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "measures@5": [{ no: 1, text: "措施四" }],
          "due@5": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "claim@5": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L27] only the problem is merged, each measure has a running number",
    tabs: [
      {
        title: "问题清单",
        merges: "B2:B3",
        rows: `
序号|问题描述|整改措施|责任人|时限
1|示例甲|措施一|张某|10月底
2||措施二|李某|11月底
3|示例乙|措施三|王某|12月底
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E",
        rows: "2-3 4",
        cells: { "measures@2": "措施一\n措施二", "owner@2": "张某\n李某", "due@2": "10月底\n11月底" },
        fixed: "due@2 measures@2 owner@2",
        values: {
          "owner@2": ["张某", "李某"],
          "due@2": { kind: "MONTH_END", date: "2023-11-30", standing: false },
          "owner@4": ["王某"],
          "due@4": { kind: "MONTH_END", date: "2023-12-31", standing: false },
        },
      },
    ],
  },
  {
    name: "[L24] 备注：and 制表：… 审核：… at the foot",
    tabs: [
      {
        title: "问题清单",
        merges: "A4:F4",
        rows: `
序号|问题描述|整改措施|责任人|时限|备注
1|示例甲|甲|张某|10月底|
2|示例乙|甲|张某|10月底|
备注：1.本表一式两份。2.逾期未报视为无。
制表：张某|||审核：李某||
`,
      },
    ],
    tables: [
      {
        tab: "问题清单",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E, remark F",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L41] 来访接待登记 with the visitor's particulars under one parent",
    tabs: [
      {
        title: "来访接待登记表",
        merges: "A1:N1 A2:A3 B2:F2 G2:G3 H2:H3 I2:I3 J2:J3 K2:K3 L2:L3 M2:M3 N2:N3",
        rows: `
来访接待登记表
序号|来访人|||||来访时间|地点|来访事由|接待人（职务）|处理意见|后续处理|反馈结果|满意度
|姓名|性别|年龄|联系方式|住址|||||||
1|居民甲|男|#45|（略）|（略）|2023.10.8|接待室|示例诉求|张某|转办|跟进|已答复|满意
`,
      },
    ],
    tables: [
      {
        tab: "来访接待登记表",
        kind: "opinion",
        header: "2-3",
        columns:
          "raisedBy B, raisedOn G, place H, text I, receiver J, handling K, followUp L, feedback M, satisfaction N",
        own: "C D E F",
        rows: "4",
      },
    ],
  },
  {
    name: "[L17] 治理台账 with its number in the title, 检查人员, 隐患部位 and 复查情况",
    tabs: [
      {
        title: "附件3",
        merges: "A1:N1",
        rows: `
附件3：示例市局安全隐患整改治理台账（2023年10月）
序号|检查时间|检查人员|被检查部门|隐患部位|存在问题（隐患）|隐患等级|整改措施|整改期限|整改责任人|整改资金|整改完成时间|复查情况|验收人
1|10月8日|张某、李某|示例中心|仓库|示例：甲|一般隐患|更换|10月底前|王某|2000元|10月20日|已整改到位|赵某
2|10月9日|张某|示例站|机房|示例：乙|重大隐患|停用|立即整改|王某|/|10月9日|合格|赵某
3|10月12日|〃|示例站|车库|示例：丙|一般|清理|3日内|王某|无||未整改|
`,
      },
    ],
    tables: [
      {
        tab: "附件3",
        kind: "problem",
        header: "2",
        columns:
          "foundOn B, raisedBy C, responsibleUnit D, place E, description F, level G, measures H, due I, owner J, completedOn L, claim M, verifier N",
        own: "K",
        rows: "3 4 5",
        cells: { "raisedBy@5": "张某" },
        values: {
          "foundOn@3": "2023-10-08",
          "level@3": "LOW",
          "due@3": { kind: "MONTH_END", date: "2023-10-31", standing: false },
          "claim@3": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "foundOn@4": "2023-10-09",
          "level@4": "HIGH",
          "due@4": { kind: "IMMEDIATE", date: null, standing: false },
          "claim@4": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "foundOn@5": "2023-10-12",
          "level@5": "LOW",
          "due@5": { kind: "RELATIVE", date: null, standing: false, span: { count: 3, unit: "DAY" } },
          "claim@5": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
        referenceDate: "2023-10-31",
      },
    ],
  },
  {
    name: "[L17] an audit's list in one header row, money beside it",
    tabs: [
      {
        title: "审计整改",
        rows: `
序号|责任单位|审计报告出具年份|问题类别|具体问题|问题金额（万元）|整改类型|整改要求|整改时限|整改措施|牵头领导|牵头部门|配合部门|整改进展情况|整改完成情况|完善制度（个）|未完成整改原因|是否销号
1|示例县局|2022|其他|示例：甲|12.5|立行立改|限期|2023-06-30|甲|张某|财务科|办公室、法规科|已退回款项|已完成|1||是
2|示例县局|2022|其他|示例：乙|/|分阶段整改|限期|2024年6月底前|甲|张某|财务科|无|正在清理|整改中|0|历史原因|否
`,
      },
    ],
    tables: [
      {
        tab: "审计整改",
        kind: "problem",
        header: "1",
        columns:
          "responsibleUnit B, category D, description E, target H, due I, measures J, leader K, department L, coDepartments M, progress N, claim O, regulations P, reasonOpen Q, closedClaim R",
        own: "C F G",
        rows: "2 3",
        values: {
          "due@2": { kind: "DATE", date: "2023-06-30", standing: false },
          "claim@2": { claim: "COMPLETE", resolution: "NORMAL", standing: false, percent: null },
          "closedClaim@2": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "due@3": { kind: "MONTH_END", date: "2024-06-30", standing: false },
          "claim@3": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null },
          "closedClaim@3": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
      },
    ],
  },
  {
    name: "[L34] 是否已销号 as ticks, 责任部门和责任人 in one column",
    tabs: [
      {
        title: "巡察整改",
        rows: `
反馈问题|影响程度|是否上级重点关注|整改举措|整改时限|整改进展|整改验收时间|验收人员|是否已销号|来源|责任部门和责任人|附件|备注
示例：甲|严重|是|①甲；②乙|2023年12月|基本完成|||#FALSE|巡察反馈|办公室：张某||
示例：乙|一般|否|甲|2023年9月|已完成|2023/10/9|王某|#TRUE|群众来信|财务科（李某）||
`,
      },
    ],
    tables: [
      {
        tab: "巡察整改",
        kind: "problem",
        header: "1",
        columns:
          "description A, level B, measures D, due E, progress F, verifiedOn G, verifier H, closedClaim I, source J, department K, owner K, evidence L, remark M",
        own: "C",
        rows: "2 3",
        cells: {
          "closedClaim@2": "FALSE",
          "department@2": "办公室",
          "owner@2": "张某",
          "closedClaim@3": "TRUE",
          "department@3": "财务科",
          "owner@3": "李某",
        },
        fixed: "department@2 department@3 owner@2 owner@3",
        values: {
          "due@2": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "closedClaim@2": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
          "owner@2": ["张某"],
          "due@3": { kind: "MONTH_END", date: "2023-09-30", standing: false },
          "closedClaim@3": { claim: "CLOSED", resolution: "NORMAL", standing: false, percent: null },
          "owner@3": ["李某"],
        },
      },
    ],
  },
  {
    name: "[L12] a source and a category that no list knows are flagged alone",
    tabs: [
      {
        title: "问题",
        rows: `
问题编号|问题标题|问题描述|整改责任单位|问题来源|发生领域|整改状态|整改期限|办结时间|是否临期
W1|标题甲|示例：甲|示例局|领导交办|营商环境|整改中|2023-11-30||是
`,
      },
    ],
    tables: [
      {
        tab: "问题",
        kind: "problem",
        header: "1",
        columns:
          "ownCode A, title B, description C, responsibleUnit D, source E, category F, claim G, due H, completedOn I",
        own: "J",
        rows: "2",
        flagged: {
          "source@2":
            "看不懂“领导交办”，可填：调研发现、推动发展遇到、群众反映强烈、巡视巡察、审计监督、信访接待、群众点单",
          "category@2": "看不懂“营商环境”，可填：影响制约高质量发展、急难愁盼、防范化解重大风险、党建作风、其他",
        },
        values: { "claim@2": { claim: "IN_PROGRESS", resolution: "NORMAL", standing: false, percent: null } },
      },
    ],
  },
  {
    name: "[L17] 督办台账: 督办编号 is a running number, the matter is the problem",
    tabs: [
      {
        title: "督办台账",
        merges: "A1:I1",
        rows: `
重点工作督办台账
督办编号|督办事项|牵头领导|责任单位|工作要求|完成时间|落实情况|亮灯|备注
1|示例：甲|张某|示例局|按期|10月底|已完成，群众满意|绿|
2|示例：乙|李某|示例局|按期|12月底|正在推进|黄|
`,
      },
    ],
    tables: [
      {
        tab: "督办台账",
        kind: "problem",
        header: "2",
        columns: "description B, leader C, responsibleUnit D, target E, due F, progress G, light H, remark I",
        rows: "3 4",
        values: {
          "due@3": { kind: "MONTH_END", date: "2023-10-31", standing: false },
          "due@4": { kind: "MONTH_END", date: "2023-12-31", standing: false },
        },
      },
    ],
  },
  {
    name: "[L33] 任务清单: 工作任务 is what is to be done, 下一步措施 why it is not",
    tabs: [
      {
        title: "任务清单",
        rows: `
序号|工作任务|牵头部门|责任领导|责任人|完成时限|完成情况|未完成原因|下一步措施
1|示例：甲|办公室|张某|李某|2023.11.30|未完成|人手不足|加快
`,
      },
    ],
    tables: [
      {
        tab: "任务清单",
        kind: "problem",
        header: "1",
        columns: "description B, department C, leader D, owner E, due F, claim G, reasonOpen H",
        own: "I",
        rows: "2",
        values: { "claim@2": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null } },
      },
    ],
  },
  {
    name: "[L25] activities with numbers in cells, a 合计 of three columns",
    tabs: [
      {
        title: "四下基层活动情况统计",
        merges: "A1:I1",
        rows: `
四下基层活动情况统计表
序号|日期|带队领导|地点|活动类型|活动主题|参与人数|收集问题数|解决问题数
1|2023.10.8|张某|示例村|信访接待|示例|12|3|2
2|2023.10.9|李某|示例站|现场办公、调查研究|示例|8人|2|2
合计||||||#20|#5|#4
`,
      },
    ],
    tables: [
      {
        tab: "四下基层活动情况统计",
        kind: "activity",
        header: "2",
        columns: "date B, leader C, place D, kinds E, theme F, reach G, problemCount H, onSiteCount I",
        rows: "3 4",
        values: {
          "kinds@3": ["RECEPTION"],
          "reach@3": { value: 12, qualifier: "EQ" },
          "problemCount@3": { value: 3, qualifier: "EQ" },
          "onSiteCount@3": { value: 2, qualifier: "EQ" },
          "kinds@4": ["SURVEY", "ONSITE_OFFICE"],
          "reach@4": { value: 8, qualifier: "EQ", unit: "人" },
          "problemCount@4": { value: 2, qualifier: "EQ" },
          "onSiteCount@4": { value: 2, qualifier: "EQ" },
        },
      },
    ],
  },
];
