import type { Ledger } from "../expectation.ts";

/** The other kinds, on tabs of their own. */
export const kindLedgers: readonly Ledger[] = [
  {
    name: "[L41] 调研课题 with its default header",
    tabs: [
      {
        title: "调研课题",
        rows: `
序号|课题名称|所属方面|牵头领导|责任部门|调研方式|完成时限|进展情况|调研报告|备注
1|示例课题一|基层建设|示例甲|示例科|走访、座谈|2023年11月底前|正在调研||
2|示例课题二|人才队伍|示例乙|示例科|蹲点|10月31日|已完成|《示例报告》|
`,
      },
    ],
    tables: [
      {
        tab: "调研课题",
        kind: "topic",
        header: "1",
        columns: "title B, aspect C, leader D, department E, method F, due G, progress H, report I, remark J",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L26] 专题清单: sections name the aspect of the topics below",
    tabs: [
      {
        title: "专题清单",
        merges: "A1:D1 A3:D3 A6:D6",
        rows: `
调查研究专题清单
序号|调研专题名称|领题领导|完成期限
一、客户服务（2项）
1|示例专题一|示例甲|11月底
2|示例专题二|示例乙|11月底
二、专卖监管（1项）
3|示例专题三|示例丙|12月底
`,
      },
    ],
    aliases: { topic: { 调研专题名称: "title" } },
    tables: [
      {
        tab: "专题清单",
        kind: "topic",
        header: "2",
        columns: "title B, leader C, due D",
        rows: "4 5 7",
        cells: { "aspect@4": "客户服务", "aspect@5": "客户服务", "aspect@7": "专卖监管" },
        fixed: "aspect@4 aspect@5 aspect@7",
      },
    ],
  },
  {
    name: "[L41] 调研活动: several kinds in one activity, aggregate rows with counts and reach",
    tabs: [
      {
        title: "调研活动",
        rows: `
序号|时间|地点|主题|形式|带队领导|参与人员|对象|场次|覆盖户数|征求意见数|发现问题数|现场解决数|备注
1|2023.9.12|示例联系点|示例宣讲|政策宣讲、下访接访、现场办公|示例甲|示例乙、示例丙|干部职工|1|30人|5|2|1|
2|2023年9月—11月|各烟区|示例院坝会|院坝会|各组|||1300余场次|2.5万户||||
3|2023.10.8至10.20|各烟区|示例走访|走访|各组||烟农||1.6万户||||
4|2023年10月|示例站|示例活动|拉练|||||若干||||
合计||||||||#1301|||||
`,
      },
    ],
    tables: [
      {
        tab: "调研活动",
        kind: "activity",
        header: "1",
        columns:
          "date B, place C, theme D, kinds E, leader F, members G, target H, count I, reach J, opinionCount K, problemCount L, onSiteCount M, remark N",
        rows: "2 3 4 5",
        flagged: { "kinds@5": "看不懂“拉练”", "reach@5": "看不出“若干”是多少" },
        values: {
          "kinds@2": ["RECEPTION", "ONSITE_OFFICE", "PUBLICITY"],
          "count@3": { value: 1300, qualifier: "GE", unit: "场次" },
          "reach@3": { value: 25_000, qualifier: "EQ", unit: "户" },
          "reach@4": { value: 16_000, qualifier: "EQ", unit: "户" },
          "date@3": { from: "2023-09-01", to: "2023-11-30" },
          "date@4": { from: "2023-10-08", to: "2023-10-20" },
          "date@5": { from: "2023-10-01", to: "2023-10-31" },
        },
      },
    ],
  },
  {
    name: "[L41] 意见建议 with a state of their own",
    tabs: [
      {
        title: "意见建议",
        rows: `
序号|意见建议|类别|提出人|提出时间|承办部门|办理情况|是否解决
1|示例：加强青年员工培养|其他|示例站|9月20日|人事科|已纳入培训计划|否
2|示例：增设基层书屋|民生|示例站|9月20日|办公室|当场答复|现场解决
`,
      },
    ],
    tables: [
      {
        tab: "意见建议",
        kind: "opinion",
        header: "1",
        columns: "text B, category C, raisedBy D, raisedOn E, department F, handling G, claim H",
        rows: "2 3",
        values: { "claim@3": { claim: "COMPLETE", resolution: "ON_SITE", standing: false, percent: null } },
      },
    ],
  },
  {
    name: "[L41] 整改措施 on a tab of its own, tied to problems by their number or words",
    tabs: [
      {
        title: "整改措施",
        rows: `
序号|对应问题|整改措施|责任部门|责任人|完成时限|落实情况|措施状态
1|示例问题一|示例措施一|示例科|示例甲|11月底|已印发|已完成
2|示例问题一|示例措施二|示例科|示例甲|11月底||初步形成
`,
      },
    ],
    tables: [
      {
        tab: "整改措施",
        kind: "measure",
        header: "1",
        columns: "problem B, text C, department D, owner E, due F, progress G, state H",
        rows: "2 3",
        values: { "state@2": "DONE", "state@3": "PRELIMINARY" },
      },
    ],
  },
  {
    name: "[L41] 成果清单: reports, regulations new and revised, policies, cases of both kinds",
    tabs: [
      {
        title: "成果清单",
        rows: `
序号|成果名称|成果形式|新订或修订|正反面|来源课题|转化方式|责任部门|完成时限|转化状态|成效
1|示例报告|调研报告|||示例课题一||示例科|11月底|已转化|
2|示例办法|制度|新制订||示例课题一|印发|示例科|11月底|待转化|
3|示例细则|制度|修订||||示例科|||
4|示例对策|政策对策|||||示例科||已采纳|
5|示例案例|案例||正面|||||已评估|
6|示例案例二|典型案例||反面|||||另行研究|
`,
      },
    ],
    tables: [
      {
        tab: "成果清单",
        kind: "outcome",
        header: "1",
        columns: "title B, form C, action D, polarity E, topic F, method G, department H, due I, status J, effect K",
        rows: "2 3 4 5 6 7",
        flagged: { "status@7": "看不懂“另行研究”" },
        values: {
          "form@2": "REPORT",
          "action@3": "NEW",
          "action@4": "REVISED",
          "form@5": "POLICY",
          "polarity@6": "POSITIVE",
          "polarity@7": "NEGATIVE",
          "status@3": "PENDING",
        },
      },
    ],
  },
  {
    name: "[L41] 标准体系: subsystems under their systems by a merged parent column",
    tabs: [
      {
        title: "标准体系",
        merges: "A2:A3",
        rows: `
所属体系|子体系名称|成果形式|印发时间
服务提供标准体系|示例子体系一|标准|2023.11.10
|示例子体系二|标准|2023.11.10
岗位工作标准体系|示例子体系三|标准|2023年11月
`,
      },
    ],
    tables: [
      {
        tab: "标准体系",
        kind: "outcome",
        header: "1",
        columns: "parent A, title B, form C, issuedOn D",
        rows: "2 3 4",
        cells: { "parent@3": "服务提供标准体系" },
        fixed: "parent@2 parent@3",
        flagged: { "issuedOn@4": "没有写到哪一天" },
      },
    ],
  },
  {
    name: "[L41] 点单派单: three hand-overs with their days",
    tabs: [
      {
        title: "点单派单",
        rows: `
序号|群众点单|点单人|点单时间|派单支部|派单时间|接单部门|接单时间|办结时间|办理结果|满意度
1|示例：楼道照明|示例甲|11月1日|示例支部|11月2日|示例科|11月2日|11月5日|已更换|非常满意
2|示例：防诈骗宣传|示例乙|11月3日|示例支部|11月4日|示例科||||
`,
      },
    ],
    tables: [
      {
        tab: "点单派单",
        kind: "request",
        header: "1",
        columns:
          "text B, requester C, orderedOn D, branch E, dispatchedOn F, department G, acceptedOn H, finishedOn I, result J, satisfaction K",
        rows: "2 3",
      },
    ],
  },
  {
    name: "[L41] 一店一策: the customer under a pseudonym, name and telephone stay the clerk's",
    tabs: [
      {
        title: "一店一策",
        rows: `
序号|客户代号|店主姓名|联系电话|主要困难|帮扶内容|帮扶措施|责任部门|帮扶责任人|完成时限|帮扶状态
1|K-001|不外传|不外传|经营下滑|店容店貌整理、终端陈列靓化|1.整理货架⏎2.打扫卫生|示例市场部|示例甲|12月底|推进中
`,
      },
    ],
    tables: [
      {
        tab: "一店一策",
        kind: "plan",
        header: "1",
        columns: "customer B, difficulty E, services F, measures G, department H, owner I, due J, claim K",
        own: "C D",
        rows: "2",
        values: { "services@2": ["STORE_LOOK", "DISPLAY"] },
      },
    ],
  },
  {
    name: "[L41] 举一反三: one problem dissected, the units asked to look, what they found",
    tabs: [
      {
        title: "举一反三",
        rows: `
序号|共性问题|典型问题|排查单位|部署时间|排查时限|排查发现数|已整改数|形成制度|完成情况
1|示例：困难客户服务不足|示例问题一|示例一局、示例二局|10月20日|11月底|12|9|示例办法|推进中
`,
      },
    ],
    tables: [
      {
        tab: "举一反三",
        kind: "class",
        header: "1",
        columns: "pattern B, seed C, units D, askedOn E, due F, found G, done H, regulations I, claim J",
        rows: "2",
        values: { "units@2": ["示例一局", "示例二局"], "found@2": { value: 12, qualifier: "EQ" } },
      },
    ],
  },
];
