import { lines, pairs, turn } from "./compose.ts";
import type { DemoSpreadsheet } from "./demo.ts";
import { drawTab } from "./picture.ts";

/** 大连市局: many rows under short headers, units in a column, one shop as a plan, and one problem taken as a class. */

const units = [
  "中山区局",
  "西岗区局",
  "沙河口区局",
  "甘井子区局",
  "旅顺口区局",
  "金州区局",
  "普兰店区局",
  "瓦房店市局",
  "庄河市局",
  "长海县局",
];
const matters = ["客户分类服务", "终端现代化改造", "货源投放精准度", "市场监管重点"];
const subjects = pairs(units, matters, 40);
const leaders = ["张某", "李某", "王某", "赵某", "孙某", "周某"];

const topics = drawTab(
  "调研课题",
  [44, 300, 100, 90, 110, 110, 130],
  `
!序号|课题名称|所属方面|牵头领导|责任部门|调研方式|完成时限
${lines(subjects, ([unit, matter], index) => `#${index + 1}|示例：${unit}${matter}调研|${turn(["客户服务", "终端建设", "市场营销", "专卖监管"], index)}|${turn(leaders, index)}|${turn(["营销处", "专卖处", "物流处", "人事处", "企管处"], index)}|蹲点、走访|${turn(["2023年10月底前", "2023-11-15", "11月30日", "四季度末"], index)}`)}
`,
);

const stakeouts = drawTab(
  "蹲点调研记录",
  [110, 110, 130, 300, 90, 60],
  `
~实地蹲点调研记录（示例）|<|<|<|<|<
!调研时间|调研地点|活动形式|调研内容|带队领导|次数
${lines(subjects, ([unit, matter], index) => `2023.${9 + (index % 2)}.${(index % 27) + 1}|${unit}|${index % 2 === 0 ? "实地蹲点调研" : "蹲点"}|示例：就${matter}蹲点|${turn(leaders, index)}|#${index % 10 === 9 ? 2 : 1}`)}
合计|<|<|<|<|=SUM(F3:F42)
`,
);

const sayings = [
  "店内照明不足",
  "价签摆放不规范",
  "扫码设备连不上网",
  "陈列柜玻璃破损",
  "订货页面不会操作",
  "库存台账未登记",
  "送货时间与营业时间冲突",
  "宣传海报过期",
  "许可证未亮证经营",
  "消防器材过期",
  "终端软件版本过旧",
  "货架高度不便取放",
  "零售户不熟悉退换流程",
  "咨询电话无人接听",
  "站点雨天漏水",
];
const spotted = drawTab(
  "现场问题清单",
  [44, 120, 400, 110, 180, 100, 90],
  `
~现场发现并解决问题清单（示例）|<|<|<|<|<|<
!序号|责任单位|存在的问题|发现时间|解决情况|完成情况|经办人
${lines(pairs(units, sayings, 149), ([unit, saying], index) => `#${index + 1}|${unit}|示例：${unit}走访的零售店${saying}|${index % 7 === 0 ? `@2023-10-${String((index % 28) + 1).padStart(2, "0")}` : `10月${(index % 28) + 1}日`}|${turn(["当场指导整改", "现场联系维修", "现场更换", "当场演示操作"], index)}|${turn(["现场解决", "当场解决", "已现场解决"], index)}|${turn(leaders, index)}`)}
`,
);

const plans = drawTab(
  "一店一策",
  [44, 90, 110, 220, 230, 260, 120, 100, 110, 90],
  `
~困难客户“一店一策”帮扶台账（示例）|<|<|<|<|<|<|<|<|<
!序号|客户代号|店主姓名（不上报）|主要困难|帮扶内容|帮扶措施|责任部门|帮扶责任人|完成时限|帮扶状态
${lines(
  [
    "行动不便，进货困难",
    "店铺陈旧，客流下降",
    "不会使用线上订货",
    "位置偏僻，客源少",
    "年龄较大，记账困难",
    "陈列杂乱，动销慢",
  ],
  (trouble, index) =>
    `#${index + 1}|KH-${String(index + 1).padStart(3, "0")}|（略）|示例：${trouble}|店容店貌整理、终端陈列靓化${index % 2 === 0 ? "、经营指导" : ""}|1.整理货架⏎2.${turn(["上门送货", "代为订货", "教会线上订货"], index)}|${turn(["金州示例市场部", "旅顺示例市场部"], index)}|${turn(leaders, index)}|${turn(["2023年12月底前", "长期坚持"], index)}|推进中`,
)}
`,
);

const classes = drawTab(
  "举一反三",
  [44, 260, 220, 260, 110, 120, 260, 90],
  `
!序号|共性问题|典型问题|排查单位|部署时间|排查时限|整改措施|完成情况
1|示例：对困难客户的针对性服务不足|示例：一户困难零售店经营下滑|${units.slice(0, 6).join("、")}|2023.10.16|2023年12月底前|1.全面摸排困难客户⏎2.推行“一店一策”⏎3.定期回访|推进中
2|示例：零售终端设备维护不及时|示例：扫码设备长期故障|${units.slice(4).join("、")}|2023.10.23|2023年四季度|1.建立报修渠道⏎2.按月巡检|推进中
`,
);

export const dalian: DemoSpreadsheet = {
  unit: "dl",
  title: "大连市局（公司）解剖式调研台账（示例）",
  tabs: [topics, stakeouts, spotted, plans, classes],
};
