import type { Link } from "../ledger/link.ts";
import { limits } from "../limits.ts";
import type { SpreadsheetRead } from "../sheet/sheet.ts";
import type { TableFound } from "../sheet/table.ts";
import type { Brake } from "./sync.ts";

/** Pure: reasons to refuse a pass before anything is changed, because too much would be lost. */

/** Brakes that the shape of the tabs alone shows. `tables` are the live ones. */
export function shapeBrakes(link: Link, read: SpreadsheetRead, tables: readonly TableFound[]): Brake[] {
  return link.tabs.flatMap((binding): Brake[] => {
    if (binding.role !== "LIVE" || binding.rows === 0) return [];
    const tab = read.tabs.find((candidate) => candidate.tabId === binding.tabId);
    if (tab === undefined) {
      const message = `工作表“${binding.title}”不见了，其中原有${binding.rows}行；若确已删除，请解除暂停`;
      return [{ reason: "TAB_GONE", message }];
    }
    const table = tables.find((candidate) => candidate.tabId === binding.tabId);
    if (table === undefined) {
      const message = `工作表“${tab.title}”里找不到表头，请恢复表头（${headersOf(binding.headers)}）`;
      return [{ reason: "HEADER_GONE", message }];
    }
    if (table.system.code === null)
      return [{ reason: "CODES_GONE", message: `工作表“${tab.title}”的“系统编号”列不见了，请撤销删除` }];
    if (table.rows.length > 0 && table.rows.length >= binding.rows / 2 && table.rows.every((row) => row.code === ""))
      return [{ reason: "CODES_GONE", message: `工作表“${tab.title}”的“系统编号”全部空白，请撤销对这一列的清除` }];
    return [];
  });
}

function headersOf(headers: Readonly<Record<string, string>>): string {
  return Object.values(headers).slice(0, 6).join("、");
}

export interface Tally {
  /** Rows known before this pass. */
  readonly known: number;
  /** Rows that were there at the last look and are not now. */
  readonly missing: number;
  /** Rows in which a person's cell changed. */
  readonly changed: number;
  readonly foreign: number;
}

/** Brakes that only the count of differing rows shows. */
export function countBrakes({ known, missing, changed, foreign }: Tally): Brake[] {
  const brakes: Brake[] = [];
  if (missing > Math.max(limits.brakeMissingRows, known * limits.brakeMissingShare))
    brakes.push({
      reason: "ROWS_MISSING",
      message: `原有${known}行中有${missing}行不见了，超过了上限，已停止同步；若确要删除，请解除暂停，否则请撤销删除`,
    });
  if (foreign > Math.max(limits.brakeMissingRows, known * limits.brakeMissingShare))
    brakes.push({
      reason: "FOREIGN_CODES",
      message: `有${foreign}行的“系统编号”不属于本表，像是整块粘贴所致，请撤销`,
    });
  if (changed > Math.max(limits.brakeChangedRows, known * limits.brakeChangedShare))
    brakes.push({
      reason: "ALL_CHANGED",
      message: `${known}行中有${changed}行同时改动，像是错列或整块粘贴所致，已停止同步；若确是有意修改，请解除暂停`,
    });
  return brakes;
}

/**
 * The brake to pull, with the reasons of all of them. A person's release lets exactly the brakes go on that they saw:
 * another reason or another tab needs another look; only the figures may have moved meanwhile.
 */
export function pulled(brakes: readonly Brake[], releasedReason: string | null): Brake | null {
  const bare = (message: string) => message.replace(/\d+/g, "");
  const released = new Set((releasedReason ?? "").split("\n").map(bare));
  const first = brakes.find(({ message }) => !released.has(bare(message)));
  return first === undefined
    ? null
    : { reason: first.reason, message: brakes.map(({ message }) => message).join("\n") };
}
