import { lines, pairs, turn } from "./compose.ts";
import type { DemoSpreadsheet } from "./demo.ts";
import { drawTab } from "./picture.ts";

/** 中山市局: a plain list of topics, a problem list under a long note with two things in one cell, outcomes by tab. */

const themes = [
  "基层建设",
  "数字化转型",
  "干部人才队伍建设",
  "客户服务质量",
  "物流配送效率",
  "专卖市场监管",
  "新型终端建设",
  "安全生产责任落实",
  "财务内控管理",
  "党建品牌创建",
  "信访问题化解",
  "采购流程优化",
  "职工关爱机制",
];
const departments = ["办公室", "信息中心", "人事科", "营销中心", "物流中心", "专卖科", "安全科", "财务科"];

const topics = drawTab(
  "调研主题",
  [44, 110, 220, 260, 150, 160],
  `
!序号|牵头部门|调研主题|调研内容|调研对象|进展情况
${lines(themes, (theme, index) => `${index + 1}|${turn(departments, index)}|示例：${theme}|示例：围绕${theme}查找问题、提出对策|${turn(["基层站所", "零售客户", "一线员工"], index)}|${turn(["调研中", "已完成"], index)}`)}
`,
);

const places = ["示例东区站", "示例西区站", "示例南区站", "示例北区站", "示例物流中心"];
const sayings = [
  "反映窗口等候时间偏长",
  "反映终端设备维护不及时",
  "反映宣传资料更新慢",
  "反映表格重复填报",
  "反映值班安排不合理",
  "反映培训内容与岗位脱节",
  "反映卸货区域照明不足",
  "反映系统账号开通慢",
];
const problems = pairs(places, sayings, 38);
/** The first twenty were dealt with on the spot. */
const solved = 20;
const states = ["正在推进", "有序推进", "整改中", "基本完成", "推进中", "持续推进"];
const dues = ["2023年12月底前", "2023.12.31", "2023年11月30日", "三个月内", "长期坚持", "主题教育结束前"];

const list = drawTab(
  "问题收集表",
  [44, 100, 300, 120, 110, 250, 150, 100, 120, 140],
  `
~机关部门调研收集问题一览表（示例）|<|<|<|<|<|<|<|<|<
填报说明：1.由各牵头部门随收随填，每周五汇总；2.“状态”栏按“现场解决/正在推进/有序推进”等填写；3.责任部门与责任人填在同一栏，中间用斜杠隔开。|<|<|<|<|<|<|<|<|<
单位：中山市局（公司）|<|<||||||截至2023年11月15日|<
!序号|来源部门|问题描述⏎（简明扼要）|提出单位|提出时间|处理情况|整改时限|状态|责任部门/责任人|说明
${lines(problems, ([place, saying], index) => `#${index + 1}|${turn(departments, index)}|示例：${place}${saying}|${place}|2023.10.${String((index % 28) + 1)}|${index < solved ? turn(["当场协调解决", "现场答复并办结", "现场更换"], index) : turn(["已制定整改方案", "正在采购设备", "已纳入下季度计划"], index)}|${index < solved ? "/" : turn(dues, index)}|${index < solved ? "现场解决" : turn(states, index)}|${turn(departments, index)}/${turn(["张某", "李某", "王某"], index)}|`)}
总计|38个||||||||
`,
);

const titles = ["基层站所建设", "物流一体化", "数字化转型", "队伍建设", "市场监管", "客户服务"];
const outcomes = drawTab(
  "调研成果",
  [44, 330, 110, 110, 120],
  `
~领导班子成员调研成果（示例）|<|<|<|<
!序号|成果名称|成果形式|责任部门|备注
${lines(titles, (title, index) => `#${index + 1}|示例：关于${title}的调研成果|调研成果|${turn(departments, index)}|领导班子`)}
`,
);

const cases = drawTab(
  "典型案例",
  [44, 330, 90, 90, 240],
  `
!序号|案例名称|成果形式|案例⏎类型|成效
#1|示例：问题闭环办理的经验做法|案例|正面|示例：形成可复制的流程
#2|示例：设备闲置的教训剖析|案例|反面|示例：完善采购论证
`,
);

const reception = drawTab(
  "接访和现场办公",
  [100, 200, 260, 150, 90],
  `
!时间|形式|内容|到访单位|次数
2023年10月|接访、现场办公|示例：领导班子成员到站所接访、现场办公|全覆盖|若干
`,
);

export const zhongshan: DemoSpreadsheet = {
  unit: "gd-zhongshan",
  title: "中山市局（公司）调研问题台账（示例）",
  tabs: [topics, list, outcomes, cases, reception],
};
