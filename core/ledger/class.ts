import { peopleCell, textCell } from "./cell-types.ts";
import { claimCell } from "./claim.ts";
import { columnFor } from "./column.ts";
import { dateCell } from "./date-cell.ts";
import { dueCell } from "./due.ts";
import type { Kind } from "./kind.ts";
import { measuresCell } from "./measure-cell.ts";
import { approxCell } from "./number.ts";

/** A class of problems (解剖一个问题, 解决一类问题): the item dissected, the units asked to look, what they found. */
export const classKind: Kind = {
  name: "class",
  tab: "一类问题",
  tabAliases: ["举一反三", "举一反三清单", "共性问题", "共性问题清单", "一类问题清单", "解决一类问题"],
  prefix: "C",
  keyField: "pattern",
  columns: [
    columnFor("pattern", "一类问题", textCell, ["共性问题", "问题类型", "同类问题", "类问题描述"]),
    columnFor("seed", "典型问题", textCell, ["解剖问题", "典型问题编号", "源头问题", "个案", "解剖的问题"]),
    columnFor("units", "排查单位", peopleCell, ["责任单位", "举一反三单位", "被要求单位", "单位"]),
    columnFor("askedOn", "部署时间", dateCell, ["要求时间", "下发时间"]),
    columnFor("due", "排查时限", dueCell, ["完成时限", "整改时限"]),
    columnFor("found", "排查发现数", approxCell, ["发现数", "发现问题数", "排查数"]),
    columnFor("done", "已整改数", approxCell, ["整改数", "完成数", "已解决数"]),
    columnFor("findings", "排查情况", textCell, ["发现情况", "排查结果"]),
    columnFor("measures", "整改措施", measuresCell, ["解决措施", "措施"]),
    columnFor("regulations", "形成制度", textCell, ["长效机制", "建章立制"]),
    columnFor("claim", "完成情况", claimCell, ["状态", "排查状态", "是否完成"], { writes: "SHEET" }),
    columnFor("remark", "备注", textCell, ["备注说明"]),
  ],
};
