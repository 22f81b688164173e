import type { Box } from "../sheet/sheet.ts";
import type { Grid, GridCell } from "../sheet/written-grid.ts";
import type { Figure } from "./figure.ts";
import { figureText } from "./figure.ts";
import { type Figures, indicatorFigure } from "./fold.ts";
import { type IndicatorKey, lookOf } from "./indicators.ts";

/** The 汇总表 as offices print it: title, as-of line, header of two rows, 合计, cities with their counties indented. */

/** One unit of the table, from the top down. */
export interface SummaryRow {
  readonly unit: string;
  readonly name: string;
  /** Steps below the unit the table is about: 1 right below it. */
  readonly depth: number;
  readonly figures: Figures;
}

export interface Summary {
  readonly name: string;
  /** ISO date. */
  readonly asOf: string;
  readonly total: Figures;
  readonly rows: readonly SummaryRow[];
  /** Units further down for which there is no room. */
  readonly leftOut: number;
}

interface SummaryColumn {
  readonly key: IndicatorKey;
  readonly header: string;
  /** Columns of one group stand under a common header. */
  readonly group?: string;
}

const columns: readonly SummaryColumn[] = [
  { key: "TOPICS", header: "课题数" },
  { key: "SURVEYS", header: "调研", group: "调研次数" },
  { key: "VISITS", header: "走访", group: "调研次数" },
  { key: "FORUMS", header: "座谈", group: "调研次数" },
  { key: "RECEPTIONS", header: "接访", group: "调研次数" },
  { key: "ONSITE_OFFICES", header: "现场办公", group: "调研次数" },
  { key: "OPINIONS", header: "意见建议" },
  { key: "PROBLEMS", header: "小计", group: "问题数" },
  { key: "PROBLEMS_DEVELOPMENT", header: "制约发展", group: "问题数" },
  { key: "PROBLEMS_LIVELIHOOD", header: "急难愁盼", group: "问题数" },
  { key: "PROBLEMS_RISK", header: "风险", group: "问题数" },
  { key: "PROBLEMS_PARTY_BUILDING", header: "党建", group: "问题数" },
  { key: "PROBLEMS_OTHER", header: "其他", group: "问题数" },
  { key: "MEASURES", header: "措施" },
  { key: "ON_SITE", header: "现场解决" },
  { key: "COMPLETED", header: "已完成" },
  { key: "CLOSED", header: "已销号" },
  { key: "OPEN", header: "整改中" },
  { key: "STANDING", header: "长期坚持" },
  { key: "OVERDUE", header: "逾期" },
  { key: "COMPLETION_RATE", header: "完成", group: "完成率" },
  { key: "LENIENT_RATE", header: "含基本完成", group: "完成率" },
  { key: "CLOSURE_RATE", header: "销号率" },
  { key: "ON_SITE_RATE", header: "现场解决率" },
  { key: "AVERAGE_DAYS", header: "平均天数" },
  { key: "REGULATIONS", header: "小计", group: "制度" },
  { key: "REGULATIONS_NEW", header: "新订", group: "制度" },
  { key: "REGULATIONS_REVISED", header: "修订", group: "制度" },
  { key: "REPORTS", header: "报告" },
  { key: "CASES", header: "小计", group: "案例" },
  { key: "CASES_POSITIVE", header: "正", group: "案例" },
  { key: "CASES_NEGATIVE", header: "反", group: "案例" },
  { key: "OUTCOMES", header: "成果" },
  { key: "TRANSFORMED", header: "成果转化" },
  { key: "UNITS_EXPECTED", header: "应报", group: "报送单位" },
  { key: "UNITS_REPORTED", header: "已报", group: "报送单位" },
  { key: "REPORTING_RATE", header: "报送率", group: "报送单位" },
];

/** Of a header in bold, pixels. */
const characterWidth = 17;
/** Columns before the figures: 序号 and 单位. */
const leading = 2;
const width = leading + columns.length;
/** Rows before the first unit: title, as-of line, two header rows, 合计. */
export const summaryHead = 5;

export const summaryTitle = "汇总表";

export function summaryGrid({ name, asOf, total, rows, leftOut }: Summary): Grid {
  const numbers = numbering(rows);
  return {
    title: summaryTitle,
    rows: [
      [{ value: `${name}四下基层工作汇总表`, bold: true }, ...blanks(width - 1)],
      twoParts(dayInWords(asOf), whoAndHow(name)),
      ...headerRows(),
      [head(null), head("合计"), ...columns.map(({ key }) => figureCell(total, key, "TOTAL"))],
      ...rows.map((row, index) => [
        { value: numbers[index] ?? null, align: "CENTER" } as const,
        { value: row.name, indent: row.depth - 1, ...(row.depth === 1 ? { bold: true } : {}) },
        ...columns.map(({ key }) => figureCell(row.figures, key)),
      ]),
      twoParts("说明", footNote(leftOut)),
    ],
    // Lines of text run over the blank cells beside them: merged, they would keep the columns of names from being frozen.
    merges: headerMerges(),
    frozenRows: 4,
    frozenColumns: leading,
    columnWidths: [44, 200, ...columns.map(({ header }) => Math.max(68, header.length * characterWidth))],
  };
}

function footNote(leftOut: number): string {
  const told =
    "空白为未报送；带*的合计缺部分单位；≥、≤、≈为约数。比率和平均天数按合计重新计算，不取平均；报送为本月内更新过台账的单位。";
  return leftOut === 0 ? told : `${told}另有${leftOut}个单位层级较低，未逐一列出，已计入上级单位。`;
}

/** A line whose first part stands in the frozen columns and whose second runs on beside them. */
function twoParts(first: string, second: string): GridCell[] {
  return [{ value: first }, ...blanks(leading - 1), { value: second }, ...blanks(width - leading - 1)];
}

/** The second line of every tab: until when, by whom, in what units, and that the system writes it. */
export function asOfLine(name: string, asOf: string): string {
  return `${dayInWords(asOf)}  ${whoAndHow(name)}`;
}

function dayInWords(asOf: string): string {
  const [year, month, day] = asOf.split("-").map(Number);
  return `截至${year}年${month}月${day}日`;
}

function whoAndHow(name: string): string {
  return `填报单位：${name}  单位：项、次、天、%  （本表由系统单向写入，改动会被覆盖；右侧各列和批注归本单位自用，系统不动）`;
}

export function figureCell(figures: Figures, key: IndicatorKey, fill?: "TOTAL"): GridCell {
  return cellOf(indicatorFigure(figures, key), lookOf(key), fill);
}

/** A count as a number even where it is partial or a bound: the mark is in how it is shown, so formulas still add it up. */
export function cellOf(figure: Figure, kind: ReturnType<typeof lookOf>, fill?: "TOTAL"): GridCell {
  const look = fill === undefined ? {} : ({ fill, bold: true } as const);
  if (figure.value === null)
    return kind === "COUNT" ? { value: null, ...look } : { value: figureText(figure, kind), align: "RIGHT", ...look };
  const pattern = patternOf(figure, kind);
  return { value: figure.value, ...(pattern === plain ? {} : { pattern }), ...look };
}

/** As a number is shown of itself, right-aligned. */
const plain = "0";

const signs = { EQ: "", GE: '"≥"', LE: '"≤"', ABOUT: '"≈"' } as const;

function patternOf({ qualifier, partial, value }: Figure, kind: ReturnType<typeof lookOf>): string {
  const digits = { COUNT: Number.isInteger(value) ? plain : "0.##", RATE: "0.0%", AVERAGE: "0.0" }[kind];
  return `${signs[qualifier]}${digits}${partial ? '"*"' : ""}`;
}

/** 1, 2, 3 … for the units right below; 1.1, 1.2 … under them. */
function numbering(rows: readonly SummaryRow[]): readonly string[] {
  const counters: number[] = [];
  return rows.map(({ depth }) => {
    counters.length = depth;
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1;
    return Array.from(counters, (counter) => counter ?? 1).join(".");
  });
}

function headerRows(): GridCell[][] {
  const upper = [head("序号"), head("单位"), ...columns.map(({ group, header }) => head(group ?? header))];
  const lower = [
    head(null),
    head(null),
    ...columns.map(({ group, header }) => head(group === undefined ? null : header)),
  ];
  return [upper.map((cell, column) => (startsGroup(column) ? cell : head(null))), lower];
}

/** Whether a column's group differs from that of the column before. */
function startsGroup(column: number): boolean {
  const group = columns[column - leading]?.group;
  return group === undefined || columns[column - leading - 1]?.group !== group;
}

function headerMerges(): Box[] {
  const boxes: Box[] = [];
  for (let column = 0; column < width; column++) {
    const group = columns[column - leading]?.group;
    if (group === undefined) boxes.push({ startRow: 2, endRow: 4, startColumn: column, endColumn: column + 1 });
    else if (startsGroup(column)) {
      const size = columns.filter((candidate) => candidate.group === group).length;
      boxes.push({ startRow: 2, endRow: 3, startColumn: column, endColumn: column + size });
    }
  }
  return boxes;
}

export function head(value: string | null): GridCell {
  return { value, bold: true, fill: "HEADER", align: "CENTER" };
}

export function blanks(count: number): GridCell[] {
  return Array.from({ length: count }, () => ({ value: null }));
}
