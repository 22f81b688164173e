import { systemHeaders } from "../sheet/header-words.ts";
import type { Look } from "./look.ts";
import type { RoundPlan } from "./plan.ts";
import type { PlanLine, PlanPreview } from "./sync.ts";

/** Lines shown of each action; the counts cover all. */
const linesPerAction = 20;

/** Pure: the plan in words. */
export function previewOf(looked: Look, plan: RoundPlan): PlanPreview {
  const columns: PlanLine[] = looked.tabs.live
    .filter((table) => table.system.code === null)
    .map((table) => ({
      action: "ADD_COLUMN",
      tab: table.title,
      cell: null,
      code: null,
      field: null,
      before: null,
      after: Object.values(systemHeaders).join("、"),
      message: "在表格右端加上系统的三列",
    }));
  const problems: PlanLine[] = looked.tabs.live.flatMap((table) =>
    table.problems.map(({ cell, message, text }) => ({
      action: "PROBLEM" as const,
      tab: table.title,
      cell,
      code: null,
      field: null,
      before: text,
      after: null,
      message,
    })),
  );
  const all = plan.brake === null ? [...columns, ...plan.lines, ...problems] : problems;
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
    problems: all.filter(({ action }) => action === "PROBLEM").length,
    brake: plan.brake,
    lines,
  };
}
