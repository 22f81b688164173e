/** A plan as a table for a terminal: counts, then the first lines of each action. */

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

const actionWords: Readonly<Record<string, string>> = {
  CREATE_ITEM: "新登记",
  UPDATE_ITEM: "表格→系统",
  MARK_MISSING: "行不见了",
  ARCHIVE_ITEM: "归档",
  REVIVE_ITEM: "恢复",
  WRITE_CODE: "写入编号",
  WRITE_CELL: "系统→表格",
  INSERT_ROW: "插入行",
  ADD_COLUMN: "增加列",
  NOTE: "批注",
  CONFLICT: "冲突",
  PROBLEM: "看不懂",
};

const longest = 30;

export function planTable(plan: PlanShown): string {
  const head = `读到${plan.rowsRead}行：写入系统${plan.toStore}项，写入表格${plan.toSheet}格，冲突${plan.conflicts}处，问题${plan.problems}处`;
  if (plan.brake !== null) return `${head}\n已刹车：${plan.brake}`;
  if (plan.lines.length === 0) return `${head}\n两边一致，无事可做`;
  const rows = plan.lines.map((line) => [
    actionWords[line.action] ?? line.action,
    line.tab,
    line.cell ?? "",
    line.field ?? "",
    short(line.before),
    short(line.after),
    line.message ?? "",
  ]);
  const table = [["动作", "工作表", "单元格", "字段", "原为", "改为", "说明"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => width(row[column] ?? "")))) ?? [];
  return [
    head,
    ...table.map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
  ].join("\n");
}

function short(text: string | null): string {
  const line = (text ?? "").replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** Chinese characters take two places on a terminal. */
function width(text: string): number {
  let places = 0;
  for (const character of text) places += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return places;
}

function pad(text: string, places: number): string {
  return text + " ".repeat(Math.max(0, places - width(text)));
}
