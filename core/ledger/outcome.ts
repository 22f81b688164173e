import { choiceCell, textCell } from "./cell-types.ts";
import { columnFor } from "./column.ts";
import { dateCell } from "./date-cell.ts";
import { dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";
import { approxCell } from "./number.ts";

const outcomeFormCell = choiceCell("outcomeForm", [
  { value: "REPORT", words: ["调研报告", "调查报告", "报告"] },
  { value: "REGULATION", words: ["制度", "规章", "办法", "规定", "细则", "机制"] },
  { value: "POLICY", words: ["政策对策", "政策", "对策"] },
  { value: "PLAN", words: ["方案", "计划"] },
  { value: "STANDARD", words: ["标准", "标准体系", "规范"] },
  { value: "CASE", words: ["案例", "典型案例", "正面案例", "反面案例"] },
  { value: "RESULT", words: ["调研成果", "成果", "其他"] },
]);

/** The words hold no 制订 alone: 制订 or 修订 of one text is told by 新 and 修. */
const regulationActionCell = choiceCell("regulationAction", [
  { value: "NEW", words: ["新制订", "新制定", "新订", "新建", "新出台", "制定", "制订", "新增", "出台"] },
  { value: "REVISED", words: ["修订", "修改", "完善", "修编"] },
]);

const polarityCell = choiceCell("polarity", [
  { value: "POSITIVE", words: ["正面", "正向", "先进", "正"] },
  { value: "NEGATIVE", words: ["反面", "反向", "警示", "负面", "反"] },
]);

const transformationCell = choiceCell("transformation", [
  { value: "PENDING", words: ["待转化", "未转化", "未采纳", "转化中", "推进中"] },
  { value: "ADOPTED", words: ["已采纳", "采纳"] },
  { value: "TRANSFORMED", words: ["已转化", "已运用", "已转化运用", "已印发", "完成"] },
  { value: "ASSESSED", words: ["已评估", "已评价"] },
]);

/** What research led to (成果清单, 制度清单, 案例): reports, regulations with their tree, policies, cases. */
export const outcomeKind: Kind = {
  name: "outcome",
  tab: "成果清单",
  tabAliases: [
    "调研成果",
    "成果转化运用清单",
    "调研成果转化运用清单",
    "成果转化清单",
    "制度清单",
    "制度成果",
    "典型案例",
    "案例",
    "案例清单",
    "调研报告",
    "报告清单",
    "政策对策",
    "标准体系",
    "成果",
  ],
  prefix: "R",
  keyField: "title",
  guesses: [[/(?:成果|制度|报告|案例|文件|政策|标准)(?:名称|题目|标题)$/, "title"]],
  sectionField: "form",
  sectionTitles: /制度|案例|报告|标准|政策/,
  columns: [
    columnFor("title", "成果名称", textCell, [
      "制度名称",
      "文件名称",
      "报告名称",
      "案例名称",
      "政策名称",
      "体系名称",
      "子体系名称",
      "名称",
      "标题",
      "题目",
    ]),
    columnFor("form", "成果形式", outcomeFormCell, ["成果类型", "形式", "类型", "成果类别", "类别"]),
    columnFor("action", "新订或修订", regulationActionCell, [
      "制订方式",
      "制定或修订",
      "新订/修订",
      "新建/修订",
      "制定/修订",
      "新建或修订",
      "修订类型",
      "制修订",
    ]),
    columnFor("polarity", "正反面", polarityCell, ["案例类型", "正反", "案例性质"]),
    columnFor("parent", "所属体系", textCell, ["上级体系", "体系"]),
    columnFor("docNo", "文号", textCell, ["发文字号", "文件号"]),
    columnFor("topic", "来源课题", textCell, ["对应课题", "所属课题", "调研课题", "课题名称", "课题"]),
    columnFor("problem", "对应问题", textCell, ["关联问题", "对应问题编号"]),
    columnFor("method", "转化方式", textCell, ["运用方式", "转化途径"]),
    columnFor("department", "责任部门", textCell, ["牵头部门", "责任单位", "制订部门", "承办部门"]),
    columnFor("issuedOn", "印发时间", dateCell, ["发布时间", "出台时间", "形成时间", "印发日期", "时间"]),
    columnFor("due", "完成时限", dueCell, ["完成时间", "完成期限"]),
    columnFor("status", "转化状态", transformationCell, ["转化情况", "运用状态", "转化运用情况", "状态"]),
    columnFor("effect", "成效", textCell, ["取得成效", "转化成效", "运用成效"]),
    columnFor("count", "数量", approxCell, ["份数", "项数", "条数"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
