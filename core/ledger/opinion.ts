import { peopleCell, textCell } from "./cell-types.ts";
import { claimCell } from "./claim.ts";
import { columnFor } from "./column.ts";
import { dateCell } from "./date-cell.ts";
import type { Kind } from "./kind.ts";
import { approxCell } from "./number.ts";
import { categoryCell, satisfactionCell } from "./problem-words.ts";

/** An opinion or suggestion (意见建议), also one brought to a reception (来访接待登记). */
export const opinionKind: Kind = {
  name: "opinion",
  tab: "意见建议",
  tabAliases: [
    "意见建议清单",
    "意见建议台账",
    "征求意见",
    "征求意见清单",
    "意见清单",
    "来访接待登记",
    "信访接待登记",
    "接访登记",
    "信访接待",
  ],
  prefix: "Y",
  keyField: "text",
  guesses: [[/(?:意见|建议|诉求)(?:内容)?$/, "text"]],
  sectionField: "category",
  columns: [
    columnFor("text", "意见建议", textCell, [
      "意见建议内容",
      "意见内容",
      "建议内容",
      "意见和建议",
      "诉求内容",
      "来访事由",
      "反映问题",
      "反映事项",
      "意见",
      "建议",
      "内容",
    ]),
    columnFor("category", "类别", categoryCell, ["意见类别", "问题类别", "分类", "类型"]),
    columnFor("source", "来源", textCell, ["征求方式", "收集途径", "来源活动", "收集方式", "征集方式"]),
    columnFor("raisedBy", "提出人", peopleCell, ["反映人", "来访人", "征求对象", "提出单位", "姓名", "诉求人"], {
      personal: true,
    }),
    columnFor("raisedOn", "提出时间", dateCell, ["来访时间", "收集时间", "征求时间", "接访时间", "时间", "日期"]),
    columnFor("place", "地点", textCell, ["来访地点", "接访地点"]),
    columnFor("receiver", "接待人", peopleCell, ["接访领导", "接待领导", "接访人", "收集人"]),
    columnFor("department", "承办部门", textCell, ["责任部门", "办理部门", "牵头部门", "责任单位"]),
    columnFor("handling", "办理情况", textCell, [
      "处理意见",
      "采纳情况",
      "处理情况",
      "答复情况",
      "整改情况",
      "完成情况",
    ]),
    columnFor("claim", "办理状态", claimCell, ["办结情况", "是否解决", "完成情况", "是否办结", "办理结果", "状态"], {
      writes: "SHEET",
    }),
    columnFor("followUp", "后续处理", textCell, ["下一步打算", "后续措施"]),
    columnFor("feedback", "反馈结果", textCell, ["反馈情况", "回访情况"]),
    columnFor("satisfaction", "满意度", satisfactionCell, ["满意度评价", "是否满意", "回访满意度"]),
    columnFor("problem", "对应问题", textCell, ["转问题编号", "关联问题"]),
    columnFor("count", "条数", approxCell, ["数量", "意见数"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
