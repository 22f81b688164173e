import { choiceCell, peopleCell, saysNothing, textCell } from "./cell-types.ts";
import { columnFor } from "./column.ts";
import { dueCell } from "./due.ts";
import type { Item } from "./item.ts";
import type { Kind } from "./kind.ts";

export const topicStatuses = ["PLANNED", "RUNNING", "REPORTED", "TRANSFORMED"] as const;
export type TopicStatus = (typeof topicStatuses)[number];

export const topicStatusCell = choiceCell<TopicStatus>("topicStatus", [
  { value: "TRANSFORMED", words: ["已转化", "成果转化"] },
  { value: "REPORTED", words: ["已形成报告", "已完成", "完成", "已结题"] },
  { value: "RUNNING", words: ["调研中", "进行中", "推进中", "正在"] },
  { value: "PLANNED", words: ["未开始", "未完成", "计划中", "待启动"] },
]);

/** A research topic (调研课题). */
export const topicKind: Kind = {
  name: "topic",
  tab: "调研课题",
  tabAliases: [
    "课题清单",
    "调研课题清单",
    "专题清单",
    "选题",
    "课题",
    "调研专题清单",
    "调研主题",
    "调研",
    "调研计划",
    "调研课题计划",
    "领题调研",
  ],
  prefix: "T",
  keyField: "title",
  guesses: [[/(?:课题|专题)(?:名称|题目|内容)?$/, "title"]],
  sectionField: "aspect",
  columns: [
    columnFor("title", "课题名称", textCell, [
      "调研课题",
      "调研主题",
      "课题",
      "调研题目",
      "专题名称",
      "专题",
      "选题",
      "主题",
    ]),
    columnFor("aspect", "所属方面", textCell, ["方面", "调研方面", "聚焦方面", "领域", "类别"]),
    columnFor("leader", "牵头领导", peopleCell, [
      "领题领导",
      "责任领导",
      "领题人",
      "主持人",
      "课题负责人",
      "班子成员",
      "姓名",
    ]),
    columnFor("department", "责任部门", textCell, ["牵头部门", "承办部门", "责任科室", "责任单位"]),
    columnFor("members", "参与人员", peopleCell, ["调研组成员", "调研人员", "成员", "参加人员", "课题组成员"], {
      personal: true,
    }),
    columnFor("method", "调研方式", textCell, ["调研方法", "方式", "调研形式"]),
    columnFor("period", "调研时间", textCell, ["开展时间", "时间安排", "起止时间"]),
    columnFor("place", "调研地点", textCell, ["调研对象", "调研地点·对象", "地点", "调研单位"]),
    columnFor("focus", "重点研究解决的问题", textCell, [
      "调研事由",
      "重点问题",
      "调研内容",
      "研究内容",
      "拟解决的问题",
    ]),
    columnFor("due", "完成时限", dueCell, ["完成时间", "完成期限", "整改时限", "截止时间"]),
    columnFor("progress", "进展情况", textCell, ["调研进展", "完成情况", "工作进展", "目前进展"]),
    columnFor("status", "课题状态", topicStatusCell, ["状态", "当前状态", "是否完成"]),
    columnFor("report", "调研报告", textCell, ["调查报告", "报告名称", "报告", "调研成果", "成果"]),
    columnFor("transformation", "成果转化", textCell, ["转化运用", "成果运用", "成果转化运用"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};

/** The clerk's word, else what follows from the cells: a report that exists was written. */
export function topicStatusOf({ texts, referenceDate }: Pick<Item, "texts" | "referenceDate">): TopicStatus {
  for (const text of [texts.status, texts.progress]) {
    const told = topicStatusCell.parse(text ?? "", { referenceDate }).value;
    if (told !== null) return told;
  }
  if (!saysNothing(texts.report ?? "")) return "REPORTED";
  return saysNothing(texts.progress ?? "") ? "PLANNED" : "RUNNING";
}
