import type { Kind } from "./kind.ts";
import { findingColumns } from "./problem-finding.ts";
import { rectifyingColumns } from "./problem-rectifying.ts";

export { categoryCell, sourceCell } from "./problem-words.ts";

/** A problem item (问题清单 entry). Aliases are listed from the surest to the vaguest. */
export const problemKind: Kind = {
  name: "problem",
  tab: "问题清单",
  tabAliases: [
    "问题台账",
    "整改清单",
    "整改台账",
    "台账",
    "问题整改清单",
    "问题整改台账",
    "问题汇总",
    "清单",
    "清单问题",
    "问题",
    "隐患整改台账",
    "隐患治理台账",
    "治理台账",
    "督办清单",
    "整改通知单",
    "销号申请单",
    "销号台账",
    "检视问题清单",
    "调研问题清单",
    "议定事项",
    "重大任务",
    "任务清单",
    "督办台账",
    "问题整改",
    "台账导入",
    "导出",
  ],
  prefix: "P",
  keyField: "description",
  keyFrom: ["title"],
  guesses: [
    [
      /^(?!是否|有无|其他|对应|关联|所属|典型|新增|协调).*(?:问题|隐患|短板|不足)(?:描述|内容|表述|表现)?$/,
      "description",
    ],
    [/(?:措施|举措|对策)$/, "measures"],
    [/(?:时限|期限)$/, "due"],
    [/^是否(?!按|如期|逾期|超期|延期).*销号/, "closedClaim"],
    [/^是否(?!按|如期|逾期|超期|延期).*(?:完成|到位|办结|解决)$/, "claim"],
    [/(?:进展|进度)(?:情况)?$/, "progress"],
    [/未.*原因$/, "reasonOpen"],
    [/(?:问题|产生|形成|存在).*原因|原因分析$/, "cause"],
  ],
  sectionField: "category",
  sectionTitles: /急难愁盼|高质量发展|重大风险/,
  columns: [...findingColumns, ...rectifyingColumns],
};
