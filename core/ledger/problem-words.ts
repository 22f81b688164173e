import { choiceCell } from "./cell-types.ts";

/** The closed lists of a problem item. */

export const categoryCell = choiceCell("category", [
  { value: "DEVELOPMENT", words: ["影响制约高质量发展", "高质量发展", "影响制约", "制约发展", "发展"] },
  { value: "LIVELIHOOD", words: ["急难愁盼", "群众急难愁盼", "民生"] },
  { value: "RISK", words: ["防范化解重大风险", "重大风险", "风险"] },
  { value: "PARTY_BUILDING", words: ["党建作风", "党建", "作风", "党的建设", "从严治党"] },
  { value: "OTHER", words: ["其他", "其它"] },
]);

export const sourceCell = choiceCell("source", [
  { value: "RESEARCH", words: ["调研发现", "调研", "调查研究", "走访", "蹲点", "座谈"] },
  { value: "DEVELOPMENT", words: ["推动发展遇到", "推动发展"] },
  {
    value: "MASSES",
    words: [
      "群众反映强烈",
      "群众反映",
      "群众",
      "意见建议",
      "征求意见",
      "客户反映",
      "零售户",
      "职工反映",
      "意见箱",
      "热线",
      "问卷",
      "投诉",
    ],
  },
  { value: "INSPECTION", words: ["巡视巡察", "巡视", "巡察", "检查", "督查", "督察", "督导", "巡查"] },
  { value: "AUDIT", words: ["审计监督", "审计"] },
  { value: "RECEPTION", words: ["信访接待", "接访", "信访", "来访"] },
  { value: "SERVICE_REQUEST", words: ["群众点单", "点单"] },
]);

export const levelCell = choiceCell("level", [
  { value: "HIGH", words: ["重大", "特别重大", "严重", "紧急", "高"] },
  { value: "MEDIUM", words: ["较大", "较重", "较高", "中等", "中"] },
  { value: "LOW", words: ["一般", "较小", "轻微", "低"] },
]);

export const satisfactionCell = choiceCell("satisfaction", [
  { value: "SATISFIED", words: ["满意", "非常满意", "很满意", "是"] },
  { value: "FAIRLY", words: ["基本满意", "较满意", "一般"] },
  { value: "DISSATISFIED", words: ["不满意", "不太满意", "否"] },
]);
