import { AppError } from "../../core/errors.ts";
import type { Link } from "../../core/ledger/link.ts";
import { limits } from "../../core/limits.ts";
import type { TableProblem } from "../../core/sheet/table.ts";
import type { SpreadsheetReading as CoreReading } from "../../core/sync/reading.ts";
import { type GraphqlContext, permission } from "../context.ts";
import { apiError, userErrorOf } from "../errors.ts";
import type { SpreadsheetReading } from "../generated.ts";
import { headerOf } from "../item-values.ts";

/** What is recognised in a spreadsheet now. It costs a request to Google, so it is for those who may preview a pass. */
export async function readingFor(link: Link, context: GraphqlContext): Promise<SpreadsheetReading> {
  if (permission(context, link.unit, "PREVIEW_SYNC") !== "ALLOWED")
    throw apiError("FORBIDDEN", "Your role at your unit may not do this. 您的角色没有这个权限。");
  return shown(await readNow(link, context));
}

async function readNow({ spreadsheetId }: Link, { services }: GraphqlContext): Promise<CoreReading> {
  try {
    return await services.sync.read(spreadsheetId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw apiError("UNAVAILABLE", userErrorOf(error).message);
  }
}

function shown({ title, tabs }: CoreReading): SpreadsheetReading {
  return {
    title,
    tabs: tabs.map(({ columns, systemColumns, problems, unreadable, ...tab }) => {
      const cells = (found: readonly TableProblem[]) =>
        found.slice(0, limits.pageSize).map((problem) => ({ ...problem, tab: tab.title }));
      return {
        ...tab,
        columns: columns.map((column) => ({
          ...column,
          fieldHeader: column.field === null || tab.kind === null ? null : headerOf(tab.kind, column.field),
        })),
        systemColumns: [...systemColumns],
        problems: cells(problems),
        unreadableCount: unreadable.length,
        unreadable: cells(unreadable),
      };
    }),
  };
}
