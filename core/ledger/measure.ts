import { choiceCell, peopleCell, textCell } from "./cell-types.ts";
import { columnFor } from "./column.ts";
import { dateCell } from "./date-cell.ts";
import { dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";
import { approxCell } from "./number.ts";

export { type MeasureText, measuresCell } from "./measure-cell.ts";

const measureStateCell = choiceCell("measureState", [
  { value: "DONE", words: ["已完成", "已落实", "完成", "已实施"] },
  { value: "PRELIMINARY", words: ["初步形成", "初步", "拟定"] },
  { value: "DOING", words: ["推进中", "正在", "实施中", "进行中", "持续推进", "长期坚持", "基本完成"] },
  { value: "TODO", words: ["未开始", "未完成", "未落实", "未启动", "待实施"] },
  { value: "WAIVED", words: ["不再实施", "取消", "免于实施"] },
]);

/** A measure on a tab of its own (整改措施), many to one problem. */
export const measureKind: Kind = {
  name: "measure",
  tab: "整改措施",
  tabAliases: ["整改举措", "措施清单", "举措清单", "整改措施清单", "优化举措", "整改举措清单", "措施台账"],
  prefix: "M",
  keyField: "text",
  columns: [
    columnFor("problem", "对应问题", textCell, ["问题编码", "问题编号", "问题描述", "存在问题", "所属问题", "问题"]),
    columnFor("text", "整改措施", textCell, [
      "措施内容",
      "举措内容",
      "整改举措",
      "优化举措",
      "具体措施",
      "措施",
      "举措",
    ]),
    columnFor("department", "责任部门", textCell, ["牵头部门", "责任科室", "责任单位"]),
    columnFor("owner", "责任人", peopleCell, ["整改责任人", "具体责任人"], { personal: true }),
    columnFor("due", "完成时限", dueCell, ["整改时限", "整改期限", "完成期限", "时限"]),
    columnFor("progress", "落实情况", textCell, ["进展情况", "整改进展", "整改情况", "完成情况"]),
    columnFor("state", "措施状态", measureStateCell, ["状态", "完成情况", "是否完成", "落实状态"]),
    columnFor("completedOn", "完成时间", dateCell, ["完成日期", "措施完成时间"]),
    columnFor("count", "条数", approxCell, ["数量", "举措数", "措施数"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
