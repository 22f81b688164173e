import { choiceCell, peopleCell, textCell } from "./cell-types.ts";
import { dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";

export const topicStatusCell = choiceCell("topicStatus", [
  { value: "TRANSFORMED", words: ["已转化", "成果转化"] },
  { value: "REPORTED", words: ["已形成报告", "已完成", "完成", "已结题"] },
  { value: "RUNNING", words: ["调研中", "进行中", "推进中", "正在"] },
  { value: "PLANNED", words: ["未开始", "计划中", "待启动"] },
]);

/** A research topic (调研课题). */
export const topicKind: Kind = {
  name: "topic",
  tab: "调研课题",
  tabAliases: ["课题清单", "调研课题清单", "专题清单", "选题"],
  prefix: "T",
  keyField: "title",
  sectionField: "aspect",
  columns: [
    {
      field: "title",
      header: "课题名称",
      aliases: ["调研主题", "主题", "调研课题", "课题", "专题", "选题"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "aspect",
      header: "所属方面",
      aliases: ["方面", "调研方面", "领域"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "leader",
      header: "牵头领导",
      aliases: ["领题领导", "责任领导", "主持人"],
      type: peopleCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "department",
      header: "责任部门",
      aliases: ["牵头部门", "承办部门", "责任科室"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "method",
      header: "调研方式",
      aliases: ["调研方法", "方式"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "due",
      header: "完成时限",
      aliases: ["完成时间", "完成期限", "时间安排"],
      type: dueCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "progress",
      header: "进展情况",
      aliases: ["调研进展", "完成情况", "工作进展"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    {
      field: "report",
      header: "调研报告",
      aliases: ["报告", "报告名称", "成果"],
      type: textCell,
      writes: "BOTH",
      shows: "SHEET",
    },
    { field: "remark", header: "备注", aliases: ["备注说明"], type: textCell, writes: "BOTH", shows: "SHEET" },
  ],
};
