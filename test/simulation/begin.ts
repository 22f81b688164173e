import type { Switches } from "../../local/google/switches.ts";
import { addSpreadsheet, plainHeaders, problemRow } from "../support/ledger-sheet.ts";
import type { SyncWorld } from "../support/sync-world.ts";
import type { Watch } from "./watch.ts";

/** The two bureaus and their spreadsheets, before anything happens. */

export const spreadsheets = ["s1", "s2"] as const;
const units = ["dl", "gx"] as const;

/** What Google does not document goes one way in some runs and the other way in others. */
export function chosenSwitches(pick: (bound: number) => number): Partial<Switches> {
  return {
    dataFilterWithoutMatch: (["omit", "empty", "fail"] as const)[pick(3)] ?? "omit",
    metadataFollowsSort: pick(4) === 0,
    metadataFollowsCutPaste: pick(4) === 0,
    duplicateSheetCopiesMetadata: pick(4) === 0,
  };
}

export async function begin(world: SyncWorld, watch: Watch, pick: (bound: number) => number): Promise<void> {
  for (const [i, id] of spreadsheets.entries()) {
    const rows = 2 + pick(9);
    const tabs: { title: string; tabId: number; rows: unknown[][] }[] = [
      {
        title: "问题清单",
        tabId: 7,
        rows: [[...plainHeaders], ...Array.from({ length: rows }, (_, n) => firstRow(watch, id, n))],
      },
      {
        title: "通讯录",
        tabId: 9,
        rows: [
          ["姓名", "电话"],
          [watch.fresh("private", id), watch.fresh("private", id)],
        ],
      },
    ];
    if (pick(2) === 0)
      tabs.push({
        title: "调研课题",
        tabId: 8,
        rows: [
          ["序号", "课题名称", "责任部门", "进展情况"],
          [1, watch.fresh("cell", id), "办公室", ""],
        ],
      });
    addSpreadsheet(world, id, tabs);
    await world.addUnit(units[i] ?? "dl");
    watch.onChange({ ...world.google.state(id), sheets: [] }, world.google.state(id), "person");
    await world.link(id, units[i] ?? "dl");
  }
}

function firstRow(watch: Watch, id: string, n: number): unknown[] {
  return problemRow(n + 1, {
    问题描述: watch.fresh("cell", id),
    整改措施: watch.fresh("cell", id),
    责任部门: watch.fresh("cell", id),
    整改进展: watch.fresh("cell", id),
    "联系电话（自用）": watch.fresh("private", id),
    ...(n % 4 === 3 ? { 备注: `=IF(TRUE,"公式","${watch.fresh("formula", id)}")` } : {}),
  });
}
