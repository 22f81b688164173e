import { choicesCell, peopleCell, textCell } from "./cell-types.ts";
import { claimCell } from "./claim.ts";
import { columnFor } from "./column.ts";
import { dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";
import { measuresCell } from "./measure-cell.ts";

const servicesCell = choicesCell("services", [
  { value: "STORE_LOOK", words: ["店容店貌整理", "店容店貌"] },
  { value: "DISPLAY", words: ["终端陈列靓化", "终端陈列", "陈列"] },
  { value: "GUIDANCE", words: ["经营指导", "经营辅导", "指导"] },
  { value: "DIGITAL", words: ["现代化手段", "数字化", "线上经营"] },
]);

/** A plan for one customer (一店一策). The customer stands under a pseudonym; name, telephone and address stay the clerk's own columns. */
export const planKind: Kind = {
  name: "plan",
  tab: "一店一策",
  tabAliases: ["一店一策台账", "客户帮扶", "帮扶清单", "困难客户帮扶", "一户一策"],
  prefix: "S",
  keyField: "customer",
  columns: [
    columnFor("customer", "客户代号", textCell, ["客户编号", "店铺代号", "零售户代号", "客户编码"], { personal: true }),
    columnFor("difficulty", "主要困难", textCell, ["存在困难", "困难情况", "存在问题", "客户需求"]),
    columnFor("services", "帮扶内容", servicesCell, ["服务内容", "服务项目", "帮扶项目"]),
    columnFor("measures", "帮扶措施", measuresCell, ["具体措施", "措施", "帮扶举措"]),
    columnFor("department", "责任部门", textCell, ["帮扶部门", "市场部", "责任单位"]),
    columnFor("owner", "帮扶责任人", peopleCell, ["责任人", "帮扶人", "客户经理"], { personal: true }),
    columnFor("due", "完成时限", dueCell, ["帮扶时限", "时限"]),
    columnFor("progress", "进展情况", textCell, ["帮扶情况", "落实情况", "完成情况"]),
    columnFor("claim", "帮扶状态", claimCell, ["状态", "是否完成", "完成情况"], { writes: "SHEET" }),
    columnFor("effect", "帮扶成效", textCell, ["成效", "取得成效"]),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
