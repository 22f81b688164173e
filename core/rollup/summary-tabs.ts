import type { Grid, GridCell } from "../sheet/written-grid.ts";
import type { Figures } from "./fold.ts";
import type { IndicatorKey } from "./indicators.ts";
import { asOfLine, blanks, figureCell, head, type Summary } from "./summary-grid.ts";

/** The tabs beside the 汇总表: by category, by month, what is overdue, who has not reported. */

export interface MonthRow {
  /** Year and month, `2023-11`. */
  readonly month: string;
  readonly figures: Figures;
}

export interface OverdueRow {
  readonly unit: string;
  readonly code: string;
  readonly description: string;
  readonly leader: string;
  readonly department: string;
  readonly due: string;
  readonly daysLate: number;
  readonly state: string;
}

export interface MissingRow {
  readonly name: string;
  readonly parentName: string;
  /** ISO date of the last change, null when there never was one. */
  readonly lastDay: string | null;
}

const categories: readonly (readonly [IndicatorKey, string])[] = [
  ["PROBLEMS_DEVELOPMENT", "影响制约高质量发展"],
  ["PROBLEMS_LIVELIHOOD", "群众急难愁盼"],
  ["PROBLEMS_RISK", "防范化解重大风险"],
  ["PROBLEMS_PARTY_BUILDING", "党建作风"],
  ["PROBLEMS_OTHER", "其他"],
  ["PROBLEMS", "合计"],
];

/** Categories down, units right below across. */
export function categoryGrid({ name, asOf, total, rows }: Summary): Grid {
  const below = rows.filter(({ depth }) => depth === 1);
  return listGrid(
    "按类别",
    asOfLine(name, asOf),
    ["问题类别", "问题数", ...below.map((row) => row.name)],
    categories.map(([key, category]) => [
      { value: category, bold: key === "PROBLEMS" },
      figureCell(total, key),
      ...below.map(({ figures }) => figureCell(figures, key)),
    ]),
    [180, 80, ...below.map(() => 90)],
  );
}

const monthKeys: readonly (readonly [IndicatorKey, string])[] = [
  ["PROBLEMS", "问题数"],
  ["COMPLETED", "已完成"],
  ["CLOSED", "已销号"],
  ["COMPLETION_RATE", "完成率"],
  ["CLOSURE_RATE", "销号率"],
  ["OVERDUE", "逾期"],
];

export function monthGrid({ name, asOf }: Summary, months: readonly MonthRow[]): Grid {
  return listGrid(
    "按月",
    asOfLine(name, asOf),
    ["月份", ...monthKeys.map(([, header]) => header)],
    months.map(({ month, figures }) => [{ value: month }, ...monthKeys.map(([key]) => figureCell(figures, key))]),
    [90, ...monthKeys.map(() => 80)],
  );
}

/** @param more how many overdue items are not listed. */
export function overdueGrid({ name, asOf }: Summary, rows: readonly OverdueRow[], more: boolean): Grid {
  const listed = rows.map((row, index): GridCell[] => [
    { value: index + 1, align: "CENTER" },
    { value: row.unit },
    { value: row.code },
    { value: row.description },
    { value: row.leader },
    { value: row.department },
    { value: row.due, align: "CENTER" },
    { value: row.daysLate, align: "RIGHT" },
    { value: row.state },
  ]);
  const header = [
    "序号",
    "责任单位",
    "系统编号",
    "问题描述",
    "责任领导",
    "责任部门",
    "整改时限",
    "逾期天数",
    "系统状态",
  ];
  const rest: GridCell[][] = more ? [[{ value: `只列前${rows.length}项，其余请在系统中查看` }]] : [];
  return listGrid(
    "逾期清单",
    asOfLine(name, asOf),
    header,
    [...listed, ...rest],
    [44, 130, 130, 360, 100, 110, 90, 76, 170],
  );
}

export function missingGrid({ name, asOf }: Summary, rows: readonly MissingRow[]): Grid {
  const listed = rows.map((row, index): GridCell[] => [
    { value: index + 1, align: "CENTER" },
    { value: row.name },
    { value: row.parentName },
    { value: row.lastDay ?? "从未报送", align: "CENTER" },
  ]);
  const all: GridCell[][] = [[{ value: "本月各单位均已更新台账" }]];
  const header = ["序号", "单位", "上级单位", "最近更新"];
  return listGrid("未报送单位", asOfLine(name, asOf), header, rows.length === 0 ? all : listed, [44, 180, 180, 110]);
}

function listGrid(
  title: string,
  line: string,
  header: readonly string[],
  rows: readonly (readonly GridCell[])[],
  columnWidths: readonly number[],
): Grid {
  const width = header.length;
  return {
    title,
    rows: [
      [{ value: title, bold: true }, ...blanks(width - 1)],
      [{ value: line }, ...blanks(width - 1)],
      header.map(head),
      ...rows.map((row) => [...row, ...blanks(width - row.length)]),
    ],
    merges: [],
    frozenRows: 3,
    frozenColumns: 0,
    columnWidths,
  };
}
