import { lines, turn } from "./compose.ts";
import type { DemoSpreadsheet } from "./demo.ts";
import { drawTab } from "./picture.ts";

/** 北海市局: topics under merged aspects with line breaks in the header, research by counts, problems as classes. */

const aspects: readonly (readonly [aspect: string, topics: readonly string[]])[] = [
  ["客户服务", ["客户服务水平提升路径", "线上服务渠道建设"]],
  ["市场营销", ["品牌培育方式改进", "城乡市场差异分析"]],
  ["专卖监管", ["新业态监管方式", "执法协作机制"]],
  ["物流配送", ["海岛配送保障", "送货车辆管理"]],
  ["基层建设", ["站点标准化建设", "班组管理创新", "基层减负落实情况"]],
  ["人才队伍", ["青年人才培养", "一线员工激励"]],
  ["数字化转型", ["数据共享应用", "移动办公推广"]],
  ["安全管理", ["仓储安全管理", "交通安全教育"]],
  ["党的建设", ["支部作用发挥", "党建与业务融合", "廉洁风险防控"]],
  ["内部管理", ["费用管控方式", "制度执行情况"]],
];
const topics = aspects.flatMap(([aspect, titles]) =>
  titles.map((title, at) => ({ aspect: at === 0 ? aspect : "^", title })),
);
const leaders = ["张某", "李某", "王某", "赵某", "孙某"];
const departments = ["营销中心", "专卖科", "物流中心", "人事科", "信息中心", "安全科", "办公室"];

const plan = drawTab(
  "调研专题清单",
  [44, 90, 240, 80, 100, 130, 110, 120, 260, 80],
  `
~北海市局（公司）调查研究专题清单（示例）|<|<|<|<|<|<|<|<|<
说明：本清单聚焦10个方面22项专题，由领导班子成员领题，调查报告由牵头部门归档，进展每月更新一次。|<|<|<|<|<|<|<|<|<
!序号|聚焦⏎方面|专题名称|领题⏎领导|牵头⏎部门|调研方式⏎（走访/座谈/蹲点）|完成时限⏎（具体到月）|进展情况|调查报告|打印份数
${lines(topics, ({ aspect, title }, index) => `#${index + 1}|${aspect}|示例：${title}|${turn(leaders, index)}|${turn(departments, index)}|${turn(["走访、座谈", "座谈", "蹲点"], index)}|${turn(["2023年10月底", "2023年11月", "11月末"], index)}|${turn(["已形成报告", "已完成"], index)}|《示例：关于${title}的调查报告》|#${(index % 3) + 2}`)}
注：专题如有调整，以最新一期清单为准。|<|<|<|<|<|<|<|<|<
`,
);

const places = ["示例渔港", "示例老街", "示例乡镇", "示例海岛", "示例仓库", "示例站点"];
/** Times a place was visited; 44 in all. */
const times = [4, 3, 2, 3, 2, 3, 4, 2, 3, 2, 3, 2, 4, 2, 3, 2];
const research = drawTab(
  "一线调研",
  [110, 110, 90, 270, 80, 60, 200],
  `
~领导班子深入一线调研记录（示例）|<|<|<|<|<|<
!日期|地点|形式|调研内容|领导|次数|备注
${lines(times, (count, index) => `@2023-${index < 8 ? "09" : "10"}-${String(5 + (index % 8) * 3).padStart(2, "0")}|${turn(places, index)}|一线调研|示例：就“${topics[index]?.title ?? ""}”听取意见|${turn(leaders, index)}|#${count}|${index === 3 ? "因天气改期一次" : ""}`)}
合计|<|<|<|<|=SUM(F3:F18)|
`,
);

const patterns = [
  "客户服务水平跟不上时代发展需要",
  "线上渠道使用率不高",
  "品牌培育办法不多",
  "农村网点覆盖不够",
  "新业态监管手段不足",
  "协作执法衔接不畅",
  "海岛配送时效不稳",
  "站点设施老化",
  "班组管理方式单一",
  "青年员工成长通道不宽",
  "一线激励不够精准",
  "数据标准不统一",
  "安全培训针对性不强",
  "支部活动形式单一",
  "费用审批环节偏多",
];
const found = drawTab(
  "共性问题清单",
  [44, 280, 170, 150, 110, 200, 110],
  `
~北海市局（公司）调研发现共性问题清单（15个方面，示例）|<|<|<|<|<|<
!序号|共性问题|责任单位|典型问题|整改时限|整改措施|完成情况
${lines(patterns, (pattern, index) => `#${index + 1}|示例：${pattern}|${turn(departments, index)}|示例个案${index + 1}|${turn(["2023年12月底前", "持续推进", "2024年3月"], index)}|${turn(["1.制定改进方案⏎2.跟踪办理", "完善制度并组织培训", "①摸底②整改③回访"], index)}|${turn(["阶段性完成", "推进中", "基本完成"], index)}`)}
`,
);

const archive = drawTab(
  "2022年专题（归档）",
  [44, 260, 90, 110],
  `
~2022年度调研专题（示例，已归档）|<|<|<
!序号|专题名称|牵头领导|完成时限
#1|示例：上一年度零售终端调研|张某|2022年10月
#2|示例：上一年度物流成本调研|李某|2022年11月
`,
);

export const beihai: DemoSpreadsheet = {
  unit: "gx-beihai",
  title: "北海市局（公司）调查研究专题台账（示例）",
  tabs: [plan, research, found, archive],
};
