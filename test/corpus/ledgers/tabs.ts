import type { Ledger } from "../expectation.ts";

const header = "序号|问题描述|整改措施|责任部门|整改时限";
const columns = "description B, measures C, department D, due E";
const row = (no: number) => `${no}|示例问题${no}|示例措施|示例科|11月底`;
const rows = (...numbers: number[]) => [header, ...numbers.map(row)].join("\n");

/** Several tabs in one file, and which of them is alive. */
export const tabLedgers: readonly Ledger[] = [
  {
    name: "[L38] a tab copied every month: the newest is alive, the older ones are the archive",
    tabs: [
      { title: "10月", rows: rows(1, 2) },
      { title: "11月", rows: rows(1, 2, 3) },
      { title: "9月", rows: rows(1) },
    ],
    tables: [
      { tab: "10月", kind: "problem", role: "ARCHIVE", header: "1", columns, rows: "2 3" },
      { tab: "11月", kind: "problem", header: "1", columns, rows: "2 3 4" },
      { tab: "9月", kind: "problem", role: "ARCHIVE", header: "1", columns, rows: "2" },
    ],
  },
  {
    name: "[L38] batches that share no entry are all alive",
    tabs: [
      { title: "第一批", rows: rows(1, 2) },
      { title: "第二批", rows: rows(3, 4) },
    ],
    tables: [
      { tab: "第一批", kind: "problem", header: "1", columns, rows: "2 3" },
      { tab: "第二批", kind: "problem", header: "1", columns, rows: "2 3" },
    ],
  },
  {
    name: "[L38] a copy beside its original is no second ledger, a December after a January is older",
    tabs: [
      { title: "问题清单", rows: rows(1, 2, 3) },
      { title: "问题清单的副本", rows: rows(1, 2, 3) },
      { title: "2022年12月", rows: rows(7, 8) },
      { title: "2023年1月", rows: rows(7, 8, 9) },
    ],
    tables: [
      { tab: "问题清单", kind: "problem", header: "1", columns, rows: "2 3 4" },
      { tab: "问题清单的副本", kind: "problem", role: "ARCHIVE", header: "1", columns, rows: "2 3 4" },
      { tab: "2022年12月", kind: "problem", role: "ARCHIVE", header: "1", columns, rows: "2 3" },
      { tab: "2023年1月", kind: "problem", header: "1", columns, rows: "2 3 4" },
    ],
  },
  {
    name: "[L37] a summary beside the ledger, an archive by title, a template, a blank tab",
    tabs: [
      { title: "问题清单", rows: rows(1, 2) },
      { title: "问题汇总表", rows: rows(1, 2) },
      { title: "已销号", rows: rows(5) },
      { title: "模板", rows: rows(1) },
      { title: "Sheet4", rows: "|" },
      { title: "按月统计", rows: "月份|问题数|已整改|逾期\n10月|#5|#3|#1" },
    ],
    tables: [
      { tab: "问题清单", kind: "problem", header: "1", columns, rows: "2 3" },
      { tab: "问题汇总表", kind: "problem", role: "SUMMARY", header: "1", columns, rows: "2 3" },
      { tab: "已销号", kind: "problem", role: "ARCHIVE", header: "1", columns, rows: "2" },
    ],
    ignored: ["模板", "Sheet4", "按月统计"],
  },
  {
    name: "[L37] the only list of problems is the ledger though its tab is called 汇总",
    tabs: [{ title: "问题汇总表", rows: rows(1, 2) }],
    tables: [{ tab: "问题汇总表", kind: "problem", header: "1", columns, rows: "2 3" }],
  },
  {
    name: "[L17] a tab without an entry yet is a ledger, ready for the first",
    tabs: [{ title: "问题清单", rows: header }],
    tables: [{ tab: "问题清单", kind: "problem", header: "1", columns, rows: "" }],
  },
  {
    name: "[L50] tabs for one category, one form each; a row's own word goes before the title",
    tabs: [
      {
        title: "急难愁盼问题（11月）",
        rows: "序号|问题描述|整改措施|问题类别\n1|示例甲|甲|\n2|示例乙|甲|其他",
      },
      { title: "影响高质量发展", rows: "序号|问题描述|整改措施\n1|示例丙|甲" },
      { title: "典型案例", rows: "序号|案例名称|正反面\n1|示例案例|正面" },
      { title: "成果清单", rows: "序号|成果名称|责任部门\n1|示例成果|示例科" },
    ],
    tables: [
      {
        tab: "急难愁盼问题（11月）",
        kind: "problem",
        header: "1",
        columns: "description B, measures C, category D",
        rows: "2 3",
        cells: { "category@2": "急难愁盼" },
        fixed: "category@2",
        values: { "category@2": "LIVELIHOOD", "category@3": "OTHER" },
      },
      {
        tab: "影响高质量发展",
        kind: "problem",
        header: "1",
        columns: "description B, measures C",
        rows: "2",
        cells: { "category@2": "影响制约高质量发展" },
        fixed: "category@2",
      },
      {
        tab: "典型案例",
        kind: "outcome",
        header: "1",
        columns: "title B, polarity C",
        rows: "2",
        cells: { "form@2": "案例" },
        fixed: "form@2",
      },
      { tab: "成果清单", kind: "outcome", header: "1", columns: "title B, department C", rows: "2" },
    ],
  },
];
