import type { Ledger } from "../expectation.ts";

/** The sheets found in other state bodies' software and forms, column by column as printed there; rows made up. */
export const sourceLedgers: readonly Ledger[] = [
  {
    name: "[L17] 整改通知单: title, unit line, header with line breaks, three signatures at the foot",
    tabs: [
      {
        title: "整改通知单",
        merges: "A1:N1 A2:N2 A6:N6 A7:G7",
        rows: `
示例县局隐患整改通知单
单位：示例县局          日期：2023年10月8日
序号|被检查单位|具体地点|隐患类别|存在的问题或隐患|问题或隐患图片|整改措施|整改期限|整改责任人|整改资金（元）|复查⏎时间|完成⏎情况|复查人|备注
#1|示例物流中心|示例仓库|一般|示例：灭火器压力不足|图1|更换灭火器|30天|示例甲|#200|@45235|已完成|示例乙|
#2|示例市场部|示例机房|重大|示例：线路老化|图2|①停用②更换|立即整改|示例丙|#3000||整改中||
以下空白
整改单位负责人：|||||||主管部门负责人：
检查人员签字：
`,
      },
    ],
    tables: [
      {
        tab: "整改通知单",
        kind: "problem",
        header: "3",
        columns:
          "responsibleUnit B, place C, level D, description E, measures G, due H, owner I, verifiedOn K, claim L, verifier M, remark N",
        own: "F J",
        rows: "4 5",
        cells: { "verifiedOn@4": "2023-11-05" },
        values: {
          "level@4": "LOW",
          "level@5": "HIGH",
          "due@4": { kind: "RELATIVE", date: null, standing: false, span: { count: 30, unit: "DAY" } },
          "due@5": { kind: "IMMEDIATE", date: null, standing: false },
          "measures@5": [
            { no: 1, text: "停用" },
            { no: 2, text: "更换" },
          ],
        },
        referenceDate: "2023-10-08",
      },
    ],
  },
  {
    name: "[L17] 销号申请单: pictures before and after, prose in 整改情况",
    tabs: [
      {
        title: "销号申请单",
        merges: "A1:M1",
        rows: `
问题隐患销号申请单
序号|被检查单位|具体地点|隐患类别|存在隐患或问题|采取的整改措施|整改期限|整改责任人|整改情况|完成时间|复查人|整改前图片|整改后图片
1|示例县局|示例楼|一般隐患|示例：通道堆放杂物|清理通道|2023.11.5|示例甲|已清理完毕，并纳入每周检查|2023.11.3|示例乙|图|图
`,
      },
    ],
    tables: [
      {
        tab: "销号申请单",
        kind: "problem",
        header: "2",
        columns:
          "responsibleUnit B, place C, level D, description E, measures F, due G, owner H, progress I, completedOn J, verifier K, evidence M",
        own: "L",
        rows: "3",
        values: { "completedOn@3": "2023-11-03" },
      },
    ],
  },
  {
    name: "[L17] 治理台账: who checked and when, a verdict column",
    tabs: [
      {
        title: "治理台账",
        rows: `
序号|检查时间|检查人|隐患类别|存在隐患或问题|整改措施|整改完成时间|责任人|复查时间|复查人|复查结果
1|2023.9.12|示例甲、示例乙|较大|示例：门锁损坏|更换门锁|2023.9.20|示例丙|2023.9.25|示例丁|合格
2|2023.9.13|示例甲|一般|示例：台账缺页|补齐|2023.9.31|示例丙||||
`,
      },
    ],
    tables: [
      {
        tab: "治理台账",
        kind: "problem",
        header: "1",
        columns:
          "foundOn B, raisedBy C, level D, description E, measures F, completedOn G, owner H, verifiedOn I, verifier J, claim K",
        rows: "2 3",
        flagged: { "completedOn@3": "日历上没有“2023.9.31”" },
        values: { "raisedBy@2": ["示例甲", "示例乙"], "level@2": "MEDIUM", "completedOn@3": null },
      },
    ],
  },
  {
    name: "[L17] 整改清单 of an audit: three header rows with merged parents, a date line, many columns",
    tabs: [
      {
        title: "整改清单",
        merges:
          "A1:U1 A2:U2 A3:A5 B3:C3 B4:B5 C4:C5 D3:D5 E3:G3 E4:E5 F4:F5 G4:G5 H3:H5 I3:I5 J3:J5 K3:K5 L3:L5 M3:M5 N3:N5 O3:O5 P3:R3 P4:P5 Q4:R4 S3:S5 T3:T5 U3:U5",
        rows: `
审计查出问题整改清单
截至2023年11月30日
序号|单位名称||问题来源|问题类别|||具体问题表述|问题金额|整改要求|整改时限|细化的整改措施|整改第一责任人|协助整改工作的领导|牵头整改部门责任人及联系电话|完善制度情况|||未整改到位问题原因及下一步计划|是否已完成整改|是否销号
|一级单位|具体责任单位||一级标题|二级标题|三级标题|||||||||数量|文件名称||||
||||||||||||||||修订|制定|||
1|示例市局|示例县局|审计监督|其他|示例|示例|示例：合同签订滞后|12.5万元|限期整改|2023年12月底前|1.梳理合同⏎2.补签合同|示例甲|示例乙|财务科示例丙|1|示例办法|||是|否
`,
      },
    ],
    tables: [
      {
        tab: "整改清单",
        kind: "problem",
        header: "3-5",
        columns:
          "responsibleUnit C, source D, category E, description H, target J, due K, measures L, leader M, department O, regulations Q, reasonOpen S, claim T, closedClaim U",
        own: "B F G I N P R",
        rows: "6",
        values: {
          "source@6": "AUDIT",
          "category@6": "OTHER",
          "due@6": { kind: "MONTH_END", date: "2023-12-31", standing: false },
          "closedClaim@6": { claim: "REGISTERED", resolution: "NORMAL", standing: false, percent: null },
        },
        referenceDate: "2023-11-30",
      },
    ],
  },
  {
    name: "[L21] inspection ledger: 责任部门/责任人 in one column",
    tabs: [
      {
        title: "Sheet1",
        rows: `
问题描述|影响程度|是否上级重点关注|整改措施|整改时限|整改进展|整改验收时间|验收人员|是否销号|台账来源|责任部门/责任人|附件|备注
示例：数据上报迟缓|一般|否|明确专人|2023/11/5|正在推进|||否|督查|专卖科/示例甲||
示例：标识不清|轻微|否|更换标识|2023-11-20|已完成|2023-11-22|示例乙|是|群众反映|示例丙||
示例：培训不足|较大|是|制定计划|年底前|||||巡察|人事科||
`,
      },
    ],
    tables: [
      {
        tab: "Sheet1",
        kind: "problem",
        header: "1",
        columns:
          "description A, level B, measures D, due E, progress F, verifiedOn G, verifier H, closedClaim I, source J, department K, owner K, evidence L, remark M",
        own: "C",
        rows: "2 3 4",
        cells: {
          "department@2": "专卖科",
          "owner@2": "示例甲",
          "department@3": "",
          "owner@3": "示例丙",
          "department@4": "人事科",
          "owner@4": "",
        },
        fixed: "department@2 owner@2 department@3 owner@3 department@4 owner@4",
        values: { "source@2": "INSPECTION", "source@3": "MASSES", "owner@2": ["示例甲"] },
      },
    ],
  },
  {
    name: "[L18] 台账导入: the bureau's own number, a note to itself that is never read",
    tabs: [
      {
        title: "台账导入",
        rows: `
问题编码|问题描述|下发问题类型|实际问题类型（描述）|整改措施|整改时限|整改进展|处理情况|是否销号|核查单位|核查时间|核查人|填表人|审核人|联系方式|备注|自用备注|台账来源
WT-001|示例：台账不全|其他|民生|补齐台账|11月30日|正在补|已补一半|否|示例市局|||示例甲|示例乙|||私下记|审计
`,
      },
    ],
    tables: [
      {
        tab: "台账导入",
        kind: "problem",
        header: "1",
        columns:
          "ownCode A, description B, category D, measures E, due F, progress G, closedClaim I, verifiedOn K, verifier L, remark P, source R",
        own: "C H J M N O Q",
        rows: "2",
        values: { "category@2": "LIVELIHOOD", "source@2": "AUDIT" },
      },
    ],
  },
  {
    name: "[L17] 清单问题: only a title names the problem, lights beside the state",
    tabs: [
      {
        title: "清单问题",
        rows: `
问题标题|问题编码|整改责任单位|行业主管部门|问题来源|发生领域|督导状态|整改状态|临期/超期情况|整改期限|办结时间
示例：服务站点不足|A01|示例县局|示例部门|群众反映|民生领域|督导中|正在整改|临期|2023-11-30|
示例：物流线路绕行|A02|示例县局|示例部门|调研发现|高质量发展|已督导|已办结|正常|2023-10-31|2023-10-28
`,
      },
    ],
    tables: [
      {
        tab: "清单问题",
        kind: "problem",
        header: "1",
        columns:
          "description A, ownCode B, responsibleUnit C, source E, category F, claim H, light I, due J, completedOn K",
        own: "D G",
        rows: "2 3",
        values: { "category@2": "LIVELIHOOD", "category@3": "DEVELOPMENT", "completedOn@3": "2023-10-28" },
      },
    ],
  },
  {
    name: "[L37] a workbook of four tabs: ledger, records of work and of returns, summary; only the first is a ledger",
    tabs: [
      {
        title: "台账",
        rows: `
序号|存在问题|整改措施|责任人|整改时限|整改状态
1|示例：网络不稳|更换线路|示例甲|2023.11.30|整改中
`,
      },
      { title: "整改过程记录", rows: "整改次数|整改时间|整改反馈内容\n1|2023.10.20|示例反馈" },
      { title: "驳回记录", rows: "驳回次数|驳回人|驳回意见\n1|示例乙|示例意见" },
      { title: "统计汇总", rows: "单位|问题数|已整改|整改率\n示例县局|#1|#0|%0" },
    ],
    tables: [
      {
        tab: "台账",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, owner D, due E, claim F",
        rows: "2",
      },
    ],
    ignored: ["整改过程记录", "驳回记录", "统计汇总"],
  },
  {
    name: "[L17] 隐患整改台账: the day of being put right beside the day of closing",
    tabs: [
      {
        title: "隐患整改台账",
        rows: `
检查日期|被检查单位|存在的安全隐患|整改措施|整改时限|责任人|整改到位时间|销号时间|备注
@45180|示例站|示例：插座松动|更换|@45190|示例甲|@45188|@45189|
2023-09-12|示例站|示例：标牌脱落|重装|立行立改|示例甲|2023-09-12|2023-09-13|现场解决
`,
      },
    ],
    tables: [
      {
        tab: "隐患整改台账",
        kind: "problem",
        header: "1",
        columns:
          "foundOn A, responsibleUnit B, description C, measures D, due E, owner F, completedOn G, closedOnClaim H, remark I",
        rows: "2 3",
        cells: {
          "foundOn@2": "2023-09-11",
          "due@2": "2023-09-21",
          "completedOn@2": "2023-09-19",
          "closedOnClaim@2": "2023-09-20",
        },
      },
    ],
  },
  {
    name: "[L22] 议定事项: 完成时间 before the progress column is a deadline",
    tabs: [
      {
        title: "议定事项",
        rows: `
议定事项|牵头区领导|责任单位|有关要求|完成时间|落实情况|亮度标记|销号人|销号时间
示例：改造服务大厅|示例甲|示例县局|按图施工|2023年12月31日|正在招标|黄灯||
示例：修订考核办法|示例乙|示例科|征求意见|2023年10月底|已印发|绿灯|示例丙|2023.10.30
`,
      },
    ],
    tables: [
      {
        tab: "议定事项",
        kind: "problem",
        header: "1",
        columns:
          "description A, leader B, responsibleUnit C, target D, due E, progress F, light G, verifier H, closedOnClaim I",
        rows: "2 3",
        values: { "due@3": { kind: "MONTH_END", date: "2023-10-31", standing: false } },
      },
    ],
  },
  {
    name: "[L22] 重大任务: 完成情况 holds prose and is progress, not a status",
    tabs: [
      {
        title: "重大任务",
        rows: `
工作内容|牵头部门|牵头领导|主要责任人|完成时限|完成情况|完成日期|未完成原因|登记人|登记时间
示例：开展走访|营销中心|示例甲|示例乙|11月底|已走访示例户，收集意见示例条||入户难|示例丙|2023-10-09
示例：建立台账|专卖科|示例甲|示例丁|10月底|台账已建立，正在补充历史数据|2023-10-30||示例丙|2023-10-09
`,
      },
    ],
    tables: [
      {
        tab: "重大任务",
        kind: "problem",
        header: "1",
        columns:
          "description A, department B, leader C, owner D, due E, progress F, completedOn G, reasonOpen H, foundOn J",
        own: "I",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L17] 导出: sixteen columns of a hazard system",
    tabs: [
      {
        title: "导出",
        rows: `
隐患编号|标题|描述|位置|级别|发现日期|发现人|所属部门|整改责任人|整改期限|当前状态|整改描述|整改开始日期|整改完成日期|复查结果|复查日期|复查人|复查意见
YH-1|示例标题|示例：照明不足|示例库|一般|2023-09-01|示例甲|物流中心|示例乙|2023-09-30|已销号|更换灯具|2023-09-02|2023-09-10|合格|2023-09-12|示例丙|同意
`,
      },
    ],
    tables: [
      {
        tab: "导出",
        kind: "problem",
        header: "1",
        columns:
          "ownCode A, title B, description C, place D, level E, foundOn F, raisedBy G, department H, owner I, due J, claim K, progress L, completedOn N, verifiedOn P, verifier Q, verdict R",
        own: "M O",
        rows: "2",
      },
    ],
  },
  {
    name: "[L17] 督办清单: 督办编号 is a running number, 督办状态 a status",
    tabs: [
      {
        title: "督办清单",
        rows: `
督办编号|隐患编号|隐患内容|责任单位|责任人|升办日期|升办原因|整改期限|办理进度|督办状态|复查结论|销号日期
D1|YH-1|示例：逾期未改|示例县局|示例甲|2023-10-01|逾期|2023-10-31|已购置设备|办理中||
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
        rows: "2",
      },
    ],
  },
  {
    name: "[L41] 四下基层 activities: counts of problems found and people served",
    tabs: [
      {
        title: "四下基层",
        rows: `
主题|地点|活动时间|问题数|服务群众数|附件
示例：政策宣讲进村|示例村|9月12日|3|120余人|图
示例：下访接访|示例社区|2023年10月|若干|约30人|
`,
      },
    ],
    tables: [
      {
        tab: "四下基层",
        kind: "activity",
        header: "1",
        columns: "theme A, place B, date C, problemCount D, reach E, evidence F",
        rows: "2 3",
        flagged: { "problemCount@3": "看不出“若干”" },
        values: {
          "date@2": { from: "2023-09-12", to: "2023-09-12" },
          "problemCount@2": { value: 3, qualifier: "EQ" },
          "reach@2": { value: 120, qualifier: "GE", unit: "人" },
          "reach@3": { value: 30, qualifier: "ABOUT", unit: "人" },
        },
      },
    ],
  },
  {
    name: "[L41] 调研: three columns",
    tabs: [
      { title: "调研", rows: "调研主题|调研地点|调研事由\n示例课题一|示例县局|示例事由\n示例课题二|示例站|示例事由" },
    ],
    tables: [{ tab: "调研", kind: "topic", header: "1", columns: "title A, place B, focus C", rows: "2 3" }],
  },
  {
    name: "[L41] 来访接待登记: the visitor's particulars stay the clerk's own",
    tabs: [
      {
        title: "来访接待登记",
        merges: "A1:M1 A2:A3 B2:F2 G2:G3 H2:H3 I2:I3 J2:J3 K2:K3 L2:L3 M2:M3",
        rows: `
示例局来访接待登记表
序号|来访人|||||来访时间|来访事由/诉求内容|接待人（职务）|处理意见|后续处理|满意度|备注
|姓名|性别|年龄|联系方式|住址|||||||
1|示例甲|男|40|13800000000|示例路|10月9日|示例：补办许可证|示例乙|当场受理|跟踪办理|满意|
`,
      },
    ],
    tables: [
      {
        tab: "来访接待登记",
        kind: "opinion",
        header: "2-3",
        columns: "raisedBy B, raisedOn G, text H, receiver I, handling J, followUp K, satisfaction L, remark M",
        own: "C D E F",
        rows: "4",
        values: { "satisfaction@4": "SATISFIED", "raisedOn@4": "2023-10-09" },
      },
    ],
  },
  {
    name: "[L41] a notice's four columns: what was done, by whom, with what effect",
    tabs: [
      {
        title: "四下基层台账",
        rows: `
活动内容|参与人员|取得成效|存在问题
示例：走访零售户|示例甲、示例乙|解决示例事项|示例：货源单一
`,
      },
    ],
    tables: [
      {
        tab: "四下基层台账",
        kind: "activity",
        header: "1",
        columns: "theme A, members B, result C, found D",
        rows: "2",
      },
    ],
  },
];
