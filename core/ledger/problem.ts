import { choiceCell, peopleCell, textCell } from "./cell-types.ts";
import { claimCell } from "./claim.ts";
import { dateCell, dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";
import { measuresCell } from "./measure.ts";

export const categoryCell = choiceCell("category", [
  { value: "DEVELOPMENT", words: ["影响制约高质量发展", "高质量发展", "影响制约", "制约发展", "发展"] },
  { value: "LIVELIHOOD", words: ["急难愁盼", "群众急难愁盼", "民生"] },
  { value: "RISK", words: ["防范化解重大风险", "重大风险", "风险"] },
  { value: "PARTY_BUILDING", words: ["党建作风", "党建", "作风"] },
  { value: "OTHER", words: ["其他", "其它"] },
]);

export const sourceCell = choiceCell("source", [
  { value: "RESEARCH", words: ["调研发现", "调研"] },
  { value: "DEVELOPMENT", words: ["推动发展遇到", "推动发展"] },
  { value: "MASSES", words: ["群众反映强烈", "群众反映", "群众"] },
  { value: "INSPECTION", words: ["巡视巡察", "巡视", "巡察", "检查"] },
  { value: "AUDIT", words: ["审计监督", "审计"] },
  { value: "RECEPTION", words: ["信访接待", "接访", "信访"] },
  { value: "SERVICE_REQUEST", words: ["群众点单", "点单"] },
]);

/** A problem item (问题清单 entry). */
export const problemKind: Kind = {
  name: "problem",
  tab: "问题清单",
  tabAliases: ["问题台账", "整改清单", "整改台账", "台账", "问题整改清单"],
  prefix: "P",
  keyField: "description",
  sectionField: "category",
  columns: [
    {
      field: "description",
      header: "问题描述",
      aliases: ["存在问题", "存在的问题", "问题内容", "具体问题", "主要问题"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "category",
      header: "问题类别",
      aliases: ["问题类型", "问题分类", "类别"],
      type: categoryCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    { field: "source", header: "问题来源", aliases: ["来源"], type: sourceCell, writes: "BOTH", shows: "SHEET" },
    { field: "topic", header: "调研课题", aliases: ["对应课题"], type: textCell, writes: "BOTH", shows: "SHEET" },
    {
      field: "measures",
      header: "整改措施",
      aliases: ["措施", "整改举措", "解决措施"],
      type: measuresCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "leader",
      header: "责任领导",
      aliases: ["牵头领导", "分管领导"],
      type: peopleCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "department",
      header: "责任部门",
      aliases: ["牵头部门", "责任科室"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "owner",
      header: "责任人",
      aliases: ["整改责任人", "具体责任人"],
      type: peopleCell,
      writes: "BOTH",
      shows: "SHEET",
      personal: true,
    },
    {
      field: "due",
      header: "整改时限",
      aliases: ["整改期限", "完成时限", "完成期限"],
      type: dueCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "progress",
      header: "整改进展",
      aliases: ["进展情况", "整改情况"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "claim",
      header: "完成情况",
      aliases: ["整改状态", "当前状态", "状态"],
      type: claimCell,
      writes: "SHEET",
      shows: "SHEET",
    },
    {
      field: "closedClaim",
      header: "是否销号",
      aliases: ["销号情况", "销号"],
      type: claimCell,
      writes: "SHEET",
      shows: "SHEET",
    },
    {
      field: "completedOn",
      header: "完成时间",
      aliases: ["整改完成时间", "完成日期"],
      type: dateCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "closedOnClaim",
      header: "销号时间",
      aliases: ["销号日期"],
      type: dateCell,
      writes: "SHEET",
      shows: "SHEET",
    },
    { field: "remark", header: "备注", aliases: ["备注说明"], type: textCell, writes: "BOTH", shows: "SHEET" },
  ],
};
