import { systemHeaders } from "../sheet/header-words.ts";
import type { TableFound } from "../sheet/table.ts";
import type { Look } from "./look.ts";
import type { CellProblem } from "./problems.ts";
import type { RoundPlan } from "./round-plan.ts";
import { surveyTables } from "./survey.ts";
import type { PlanLine, PlanPreview } from "./sync.ts";

/** Lines shown of each action; the counts cover all. */
const linesPerAction = 20;

/** Pure: the look that a pass will have once it has made the system columns, so that its plan can be shown before. */
export function withColumns(looked: Look): Look {
  if (looked.tabs.live.every((table) => absentColumns(table).length === 0)) return looked;
  const live = looked.tabs.live.map((table): TableFound => {
    const made = absentColumns(table).map((name, i) => [name, table.width + i] as const);
    return { ...table, system: { ...table.system, ...Object.fromEntries(made) } };
  });
  return { ...looked, tabs: { ...looked.tabs, live }, survey: surveyTables(looked.read, live) };
}

function absentColumns({ system }: TableFound) {
  return (["code", "state", "notice"] as const).filter((name) => system[name] === null);
}

/** Pure: the plan in words. `looked` is what stands on the sheet now, `problems` what would be listed of it afterwards. */
export function previewOf(looked: Look, plan: RoundPlan, problems: readonly CellProblem[]): PlanPreview {
  const columns = looked.tabs.live.flatMap((table): PlanLine[] => {
    const absent = absentColumns(table);
    if (absent.length === 0) return [];
    return [
      {
        action: "ADD_COLUMN",
        tab: table.title,
        cell: null,
        code: null,
        field: null,
        before: null,
        after: absent.map((name) => systemHeaders[name]).join("、"),
        message: `在表格右端加上系统的${"零一二三"[absent.length]}列`,
      },
    ];
  });
  const unread = problems.map(
    ({ code, field, tab, cell, message, text }): PlanLine => ({
      action: "PROBLEM",
      tab,
      cell,
      code,
      field,
      before: text,
      after: null,
      message,
    }),
  );
  const planned = plan.lines.filter(({ action }) => action !== "PROBLEM");
  const all = plan.brake === null ? [...columns, ...planned, ...unread] : unread;
  const shown = new Map<string, number>();
  const lines = all.filter(({ action }) => {
    const count = (shown.get(action) ?? 0) + 1;
    shown.set(action, count);
    return count <= linesPerAction;
  });
  return {
    spreadsheetId: looked.read.spreadsheetId,
    rowsRead: looked.survey.rowCount,
    ...plan.counts,
    problems: problems.length,
    brake: plan.brake,
    lines,
  };
}
