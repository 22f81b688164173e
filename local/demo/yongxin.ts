import { lines, turn } from "./compose.ts";
import type { DemoSpreadsheet } from "./demo.ts";
import { drawTab } from "./picture.ts";

/** 永新县局: requests handed from residents to branches to departments; it reports no figures. */

const wishes = [
  "楼道照明损坏",
  "老年人不会使用手机缴费",
  "小区宣传栏内容陈旧",
  "希望举办防诈骗讲座",
  "小广场健身器材松动",
  "希望组织儿童课后阅读",
  "社区道路坑洼",
  "希望义务测量血压",
  "独居老人需要送餐",
  "希望开展消防演练",
  "绿化带垃圾清理",
  "希望增设休息座椅",
];

const requests = drawTab(
  "服务需求清单",
  [44, 260, 120, 90, 90, 130, 90, 110, 90, 90, 200, 90],
  `
~“民声半月谈”服务需求清单（示例）|<|<|<|<|<|<|<|<|<|<|<
共建社区：示例社区　　每月1日、16日更新　　2023年11月16日|<|<|<|<|<|<|<|<|<|<|<
!序号|群众点单|<|<|支部派单|<|部门接单|<|办结⏎时间|办理结果|满意度|经手
!^|需求内容|点单人|点单时间|派单支部|派单时间|接单部门|接单时间|^|^|^|^
${lines(wishes, (wish, index) => `#${index + 1}|示例：${wish}|居民代表${"甲乙丙丁"[index % 4]}|11月${1 + (index % 4)}日|示例第${"一二三"[index % 3]}支部|11月${5 + (index % 3)}日|${turn(["办公室", "市场部", "专卖股", "客户服务部"], index)}|11月${8 + (index % 3)}日|${index < 7 ? `11月${11 + (index % 4)}日` : ""}|${index < 7 ? turn(["已办结", "已上门服务", "已联系物业处理"], index) : "正在协调"}|${index < 7 ? turn(["满意", "非常满意", "基本满意"], index) : ""}|（略）`)}
`,
);

const calendar = drawTab(
  "半月谈安排",
  [110, 320],
  `
~“民声半月谈”轮值安排（示例）|<
每月1日|示例第一支部到共建社区
每月16日|示例第二支部到共建社区
`,
);

export const yongxin: DemoSpreadsheet = {
  unit: "jx-jian-yongxin",
  title: "永新县局（分公司）民声半月谈（示例）",
  tabs: [requests, calendar],
};
