import type { Grid, GridCell } from "../sheet/written-grid.ts";
import { figureText } from "./figure.ts";
import { type Figures, figureOf, indicatorFigure } from "./fold.ts";
import { type CountKey, type IndicatorKey, indicatorOf, lookOf } from "./indicators.ts";
import { asOfLine, blanks, cellOf, figureCell, head, type Summary } from "./summary-grid.ts";

/** The tabs beside the 汇总表: by category, by source, by month, what is overdue, who has not reported. */

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

interface Split {
  readonly title: string;
  readonly header: string;
  readonly parts: readonly (readonly [CountKey & IndicatorKey, string])[];
  /** Of the problems that say nothing about it. */
  readonly rest: string;
}

const categories: Split = {
  title: "按类别",
  header: "问题类别",
  parts: [
    ["PROBLEMS_DEVELOPMENT", "影响制约高质量发展"],
    ["PROBLEMS_LIVELIHOOD", "群众急难愁盼"],
    ["PROBLEMS_RISK", "防范化解重大风险"],
    ["PROBLEMS_PARTY_BUILDING", "党建作风"],
    ["PROBLEMS_OTHER", "其他"],
  ],
  rest: "未分类",
};

const sources: Split = {
  title: "按来源",
  header: "问题来源",
  parts: (
    [
      "PROBLEMS_FROM_RESEARCH",
      "PROBLEMS_FROM_DEVELOPMENT",
      "PROBLEMS_FROM_MASSES",
      "PROBLEMS_FROM_INSPECTION",
      "PROBLEMS_FROM_AUDIT",
      "PROBLEMS_FROM_RECEPTION",
      "PROBLEMS_FROM_SERVICE_REQUEST",
    ] as const
  ).map((key) => [key, indicatorOf(key).name]),
  rest: "未写明来源",
};

export const categoryGrid = (summary: Summary) => splitGrid(summary, categories);
export const sourceGrid = (summary: Summary) => splitGrid(summary, sources);

/** What problems are split by down, units right below across; each column adds up to its 合计. */
function splitGrid({ name, asOf, total, rows }: Summary, { title, header, parts, rest }: Split): Grid {
  const below = rows.filter(({ depth }) => depth === 1);
  const across = [total, ...below.map(({ figures }) => figures)];
  return listGrid(
    title,
    asOfLine(name, asOf),
    [header, "问题数", ...below.map((row) => row.name)],
    [
      ...parts.map(([key, part]): GridCell[] => [
        { value: part },
        ...across.map((figures) => figureCell(figures, key)),
      ]),
      [{ value: rest }, ...across.map((figures) => restCell(figures, parts))],
      [{ value: "合计", bold: true }, ...across.map((figures) => figureCell(figures, "PROBLEMS"))],
    ],
    [180, 80, ...below.map(() => 90)],
  );
}

/** A unit that reports problems and no split of them has all of them in the rest. */
function restCell(figures: Figures, parts: Split["parts"]): GridCell {
  const problems = figureOf(figures, "PROBLEMS");
  if (problems.value === null) return cellOf(problems, "COUNT");
  const known = parts.reduce((sum, [key]) => sum + (figureOf(figures, key).value ?? 0), 0);
  return cellOf({ ...problems, value: problems.value - known }, "COUNT");
}

const monthKeys: readonly (readonly [IndicatorKey, string])[] = [
  ["PROBLEMS", "问题数"],
  ["COMPLETED", "已完成"],
  ["CLOSED", "已销号"],
  ["COMPLETION_RATE", "完成率"],
  ["CLOSURE_RATE", "销号率"],
  ["OVERDUE", "逾期"],
  ["REPORTING_RATE", "报送率"],
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

export function missingGrid({ name, asOf, total }: Summary, rows: readonly MissingRow[]): Grid {
  const [expected, reported, rate] = (["UNITS_EXPECTED", "UNITS_REPORTED", "REPORTING_RATE"] as const).map((key) =>
    figureText(indicatorFigure(total, key), lookOf(key)),
  );
  const line = `${asOfLine(name, asOf)}  应报${expected}个，已报${reported}个，报送率${rate}`;
  const listed = rows.map((row, index): GridCell[] => [
    { value: index + 1, align: "CENTER" },
    { value: row.name },
    { value: row.parentName },
    { value: row.lastDay ?? "从未报送", align: "CENTER" },
  ]);
  const all: GridCell[][] = [[{ value: "本月各单位均已更新台账" }]];
  const header = ["序号", "单位", "上级单位", "最近更新"];
  return listGrid("未报送单位", line, header, rows.length === 0 ? all : listed, [44, 180, 180, 110]);
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
