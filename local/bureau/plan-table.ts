import { fieldWord } from "./field-words.ts";
import { shorten, textTable } from "./text-table.ts";

/** A plan for a terminal: counts, then the first lines of each action. */

export const planFields = `rowsRead toStore toSheet conflicts problems brake
  lines { action tab cell code field before after message }`;

export interface PlanShown {
  readonly rowsRead: number;
  readonly toStore: number;
  readonly toSheet: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly brake: string | null;
  readonly lines: readonly LineShown[];
}

interface LineShown {
  readonly action: string;
  readonly tab: string;
  readonly cell: string | null;
  readonly code: string | null;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly message: string | null;
}

/** In the order in which they are shown. */
const actionWords: Readonly<Record<string, string>> = {
  ADD_COLUMN: "增加列",
  CREATE_ITEM: "新登记",
  WRITE_CODE: "写入编号",
  UPDATE_ITEM: "表格→系统",
  WRITE_CELL: "系统→表格",
  INSERT_ROW: "插入行",
  REVIVE_ITEM: "恢复",
  MARK_MISSING: "行不见了",
  ARCHIVE_ITEM: "归档",
  CONFLICT: "冲突",
  PROBLEM: "看不懂",
  NOTE: "批注",
};

const textPlaces = 30;

export function planTable(plan: PlanShown): string {
  const parts = [planCounts(plan)];
  if (plan.brake !== null) parts.push(`会刹车，两边都不动：${plan.brake}`);
  else if (plan.lines.length === 0) parts.push("两边一致，无事可做");
  if (plan.lines.length > 0) parts.push("", linesTable(plan.lines));
  return parts.join("\n");
}

export function planCounts({ rowsRead, toStore, toSheet, conflicts, problems }: PlanShown): string {
  return `读到${rowsRead}行：写入系统${toStore}项，写入表格${toSheet}处，冲突${conflicts}处，看不懂${problems}处`;
}

function linesTable(lines: readonly LineShown[]): string {
  const actions = Object.keys(actionWords);
  const sorted = [...lines].sort((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action));
  const rows = sorted.map((line) => [
    actionWords[line.action] ?? line.action,
    line.tab,
    line.cell ?? "",
    line.code ?? "",
    line.field === null ? "" : fieldWord(line.field, line.code),
    shorten(line.before ?? "", textPlaces),
    shorten(line.after ?? "", textPlaces),
    line.message ?? "",
  ]);
  const header = ["动作", "标签页", "单元格", "系统编号", "栏目", "原为", "改为", "说明"];
  return textTable([header, ...rows]);
}
