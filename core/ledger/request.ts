import { peopleCell, textCell } from "./cell-types.ts";
import { claimCell } from "./claim.ts";
import { columnFor } from "./column.ts";
import { dateCell } from "./date-cell.ts";
import type { Kind } from "./kind.ts";
import { satisfactionCell } from "./problem-words.ts";

/** A service request: 群众点单, 支部派单, 部门接单, with the day of each hand-over. */
export const requestKind: Kind = {
  name: "request",
  tab: "服务需求",
  tabAliases: [
    "服务需求清单",
    "点单派单",
    "点单台账",
    "群众点单",
    "需求清单",
    "民声半月谈",
    "点单派单接单",
    "点单-派单-接单",
  ],
  prefix: "D",
  keyField: "text",
  columns: [
    columnFor("text", "需求内容", textCell, [
      "服务需求",
      "群众点单",
      "点单内容",
      "需求",
      "诉求内容",
      "点单事项",
      "群众需求",
    ]),
    columnFor("community", "社区", textCell, ["共建社区", "所在社区", "地点"]),
    columnFor("requester", "点单人", peopleCell, ["反映人", "提出人", "群众姓名", "姓名"], { personal: true }),
    columnFor("orderedOn", "点单时间", dateCell, ["提出时间", "收集时间", "登记时间"]),
    columnFor("branch", "派单支部", textCell, ["支部派单", "支部", "派单单位"]),
    columnFor("dispatchedOn", "派单时间", dateCell, ["派单日期"]),
    columnFor("department", "接单部门", textCell, ["部门接单", "责任部门", "承办部门"]),
    columnFor("acceptedOn", "接单时间", dateCell, ["接单日期"]),
    columnFor("finishedOn", "办结时间", dateCell, ["完成时间", "办结日期"]),
    columnFor("result", "办理结果", textCell, ["办理情况", "处理结果", "处理情况"]),
    columnFor("claim", "办理状态", claimCell, ["是否办结", "状态", "完成情况"], { writes: "SHEET" }),
    columnFor("satisfaction", "满意度", satisfactionCell, ["满意度评价", "群众评价", "是否满意"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
