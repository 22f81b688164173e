import * as z from "zod/mini";
import type { Link } from "../ledger/link.ts";
import { cellName } from "../sheet/a1.ts";
import type { Store } from "../store/store.ts";
import type { Look } from "./look.ts";
import { cellMessages } from "./notice.ts";
import type { RoundPlan } from "./round-plan.ts";
import { asideMessage, asideTabs } from "./tabs.ts";

/** What is wrong in a spreadsheet, cell by cell, kept as one record so that people can list it without opening the sheet. */

export const cellProblemSchema = z.object({
  /** null: about the tab, not about an item. */
  code: z.nullable(z.string()),
  field: z.nullable(z.string()),
  tab: z.string(),
  cell: z.string(),
  message: z.string(),
  text: z.nullable(z.string()),
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

const partition = "cell-problems";
/** More than this many are counted in words: nobody reads further. */
const listed = 500;

export async function listCellProblems(store: Store, spreadsheetId: string): Promise<readonly CellProblem[]> {
  const record = await store.getRecord(partition, spreadsheetId);
  return record === null ? [] : z.array(cellProblemSchema).parse(JSON.parse(record.value));
}

/** Pure: what the last look and its plan found, over what was known of the rows that were not looked at. */
export function problemsAfter(before: readonly CellProblem[], looked: Look, plan: RoundPlan): CellProblem[] {
  const seen = new Set(plan.rows.map((action) => action.code));
  const problems: CellProblem[] = [];
  for (const table of [...looked.tabs.live, ...looked.tabs.copies])
    for (const { cell, message, text } of table.problems)
      problems.push({ code: null, field: null, tab: table.title, cell, message, text });
  for (const table of asideTabs(looked.tables, looked.tabs))
    problems.push({ code: null, field: null, tab: table.title, cell: "A1", message: asideMessage, text: null });

  for (const problem of before) {
    if (problem.code === null || seen.has(problem.code)) continue;
    const row = looked.survey.rows.get(problem.code)?.[0];
    const cell = problem.field === null ? undefined : row?.row.cells.get(problem.field);
    if (row !== undefined && cell !== undefined)
      problems.push({ ...problem, tab: row.table.title, cell: cellName(cell.row, cell.column) });
  }
  for (const action of plan.rows) {
    const item = action.edited?.item ?? action.create?.item ?? action.before;
    if (action.row === null || action.digest === null) {
      for (const line of action.lines)
        if (line.action === "PROBLEM" && line.message !== null)
          problems.push({
            code: action.code,
            field: null,
            tab: line.tab,
            cell: line.cell ?? "",
            message: line.message,
            text: null,
          });
      continue;
    }
    if (item === null) continue;
    for (const [field, messages] of cellMessages(item, action.row.row)) {
      const cell = action.row.row.cells.get(field);
      if (cell === undefined) continue;
      problems.push({
        code: action.code,
        field,
        tab: action.row.table.title,
        cell: cellName(cell.row, cell.column),
        message: messages.join("；"),
        text: cell.text.slice(0, 200),
      });
    }
  }
  return problems.slice(0, listed);
}

export async function keepProblems(
  store: Store,
  link: Link,
  before: readonly CellProblem[],
  after: readonly CellProblem[],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await store.putRecord({ partition, key: link.spreadsheetId, value: JSON.stringify(after), expiresAt: null }, "ANY");
}
