import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand, UsageError } from "../command.ts";
import { kindWord } from "../field-words.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { readSpreadsheet } from "../reading.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { textTable } from "../text-table.ts";
import { tabRoleWords, wordOf } from "../words.ts";

const setTabRole = `mutation SetTabRole($input: SetTabRoleInput!) {
  setTabRole(input: $input) { spreadsheet { spreadsheetId } ${userErrors} }
}`;

export const tabs = defineCommand({
  name: "tabs",
  does: "列出各标签页的用途，或设定一个 · what part each tab takes, or say what part one takes",
  takes: {
    spreadsheet: spreadsheetArgument,
    tab: { value: "TAB", says: "要设定的标签页 · tab to speak of" },
    role: {
      value: "ROLE",
      says: "它的用途 · the part it takes",
      choices: ["LIVE", "ARCHIVE", "SUMMARY", "IGNORED"],
    },
    forget: { says: "取消以前的设定 · take back what was said of it" },
  },
  example: "1AbC…xyz --tab 11月 --role ARCHIVE",
  async run({ spreadsheet, tab, role, forget }, { api }) {
    if (tab === undefined && role === undefined && !forget) {
      const { reading } = await readSpreadsheet(api, spreadsheet);
      const rows = reading.tabs.map(({ title, kind, role: part, reason, rows: count }) => [
        title,
        kind === null ? "—" : kindWord(kind),
        wordOf(tabRoleWords, part),
        kind === null ? "" : String(count),
        reason ?? "",
      ]);
      return { ok: true, text: textTable([["标签页", "台账", "用途", "条数", "说明"], ...rows]) };
    }
    if (tab === undefined || (role === undefined) !== forget)
      throw new UsageError("Give --tab with --role or --forget. 请给出 --tab，并在 --role 与 --forget 中选一个。");
    const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), tab, role: role ?? null };
    const answer = await api.ask<{ setTabRole: Payload }>(setTabRole, { input });
    const done = role === undefined ? "不再特别设定" : `设为${wordOf(tabRoleWords, role)}`;
    return answerOf(answer.setTabRole, () => `“${tab}”${done}；下一次同步起生效`);
  },
});
