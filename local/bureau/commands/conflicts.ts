import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { chinaTime } from "../china-time.ts";
import { defineCommand } from "../command.ts";
import { notLinked } from "../reading.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { shorten, textTable } from "../text-table.ts";
import { sideWords, wordOf } from "../words.ts";

const conflictsOf = `query Conflicts($spreadsheetId: String!) {
  spreadsheet(spreadsheetId: $spreadsheetId) {
    conflicts {
      id header sheetValue storeValue shown openedAt
      item { ... on ProblemItem { code } ... on ResearchTopic { code } ... on Entry { code } }
    }
  }
}`;

interface ConflictShown {
  readonly id: string;
  readonly header: string;
  readonly sheetValue: string | null;
  readonly storeValue: string | null;
  readonly shown: string;
  readonly openedAt: string;
  readonly item: { readonly code: string };
}

interface Found {
  readonly spreadsheet: { readonly conflicts: readonly ConflictShown[] } | null;
}

const textPlaces = 36;

export const conflicts = defineCommand({
  name: "conflicts",
  does: "列出待了结的冲突 · cells that both sides changed to different values",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  async run({ spreadsheet }, { api }) {
    const { spreadsheet: found } = await api.ask<Found>(conflictsOf, { spreadsheetId: spreadsheetIdIn(spreadsheet) });
    if (found === null) return { ok: false, text: notLinked };
    if (found.conflicts.length === 0) return { ok: true, text: "没有待了结的冲突" };
    const table = textTable([
      ["冲突", "系统编号", "栏目", "表格中为", "系统中为", "现显示", "发生时间"],
      ...found.conflicts.map(rowOf),
    ]);
    return {
      ok: true,
      text: `${table}\n\n了结：npm run bureau -- settle 冲突 --choose SHEET|API（或 --value 另一内容）`,
    };
  },
});

const rowOf = ({ id, header, sheetValue, storeValue, shown, openedAt, item }: ConflictShown): string[] => [
  id,
  item.code,
  header,
  shorten(sheetValue ?? "（空）", textPlaces),
  shorten(storeValue ?? "（空）", textPlaces),
  wordOf(sideWords, shown),
  chinaTime(openedAt),
];
