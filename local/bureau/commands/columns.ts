import { kinds } from "../../../core/ledger/kinds.ts";
import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import type { ApiClient } from "../api-client.ts";
import { type Answer, defineCommand, UsageError } from "../command.ts";
import { columnTable } from "../doctor-report.ts";
import { fieldHeaderOf, kindWord } from "../field-words.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { type Found, readSpreadsheet } from "../reading.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { textTable } from "../text-table.ts";

const setColumn = `mutation SetColumn($input: SetColumnInput!) {
  setColumn(input: $input) { spreadsheet { spreadsheetId } ${userErrors} }
}`;

export const columns = defineCommand({
  name: "columns",
  does: "列出各列认作什么，或设定一列 · what each column is taken for, or say what one is",
  takes: {
    spreadsheet: spreadsheetArgument,
    header: { value: "HEADER", says: "要设定的表头，照表格里写 · header to speak of, as in the sheet" },
    field: { value: "FIELD", says: "认作哪个字段：标准表头或英文名 · its field, by Chinese header or English name" },
    tab: { value: "TAB", says: "只对这个标签页这类台账 · only in ledgers of this tab's kind" },
    private: { says: "是自用列，不读不写 · the clerk's own, never touched" },
    forget: { says: "取消以前的设定 · take back what was said of it" },
  },
  example: "1AbC…xyz --header 具体表现 --field 问题描述",
  async run({ spreadsheet, header, field, tab, private: own, forget }, { api }) {
    const said = [field !== undefined, own, forget].filter(Boolean).length;
    if (header === undefined && said === 0) return { ok: true, text: listOf(await readSpreadsheet(api, spreadsheet)) };
    if (header === undefined || said !== 1)
      throw new UsageError(
        "Give --header with one of --field, --private, --forget. 请给出 --header，并在 --field、--private、--forget 中选一个。",
      );
    const what = forget ? { forget: true } : { field: field === undefined ? null : fieldNamed(field) };
    const done = forget ? "不再特别设定" : field === undefined ? "是自用列，不读不写" : `认作${field}`;
    const input = {
      spreadsheetId: spreadsheetIdIn(spreadsheet),
      header,
      ...(tab === undefined ? {} : { tab }),
      ...what,
    };
    return set(api, input, `“${header}”${done}；下一次同步起生效`);
  },
});

async function set(api: ApiClient, input: object, done: string): Promise<Answer> {
  const answer = await api.ask<{ setColumn: Payload }>(setColumn, { input });
  return answerOf(answer.setColumn, () => done);
}

/** People say the header they know; the API goes by English names. */
function fieldNamed(name: string): string {
  const column = kinds.flatMap((kind) => kind.columns).find(({ header }) => header === name);
  return column?.field ?? name;
}

function listOf({ reading, aliases }: Found): string {
  const tabs = reading.tabs
    .filter(({ columns }) => columns.length > 0)
    .flatMap(({ title, columns }) => [`【${title}】`, columnTable(columns), ""]);
  const kindsHere = new Set(reading.tabs.map(({ kind }) => kind));
  const here = aliases.filter(({ kind }) => kindsHere.has(kind));
  if (here.length === 0) return [...tabs, "本单位没有设定过别名"].join("\n");
  const said = here.map(({ kind, header, field }) => [
    header,
    field === null ? "自用列" : fieldHeaderOf(kind, field),
    kindWord(kind),
  ]);
  return [...tabs, "本单位的设定：", textTable([["表头", "认作", "台账"], ...said])].join("\n");
}
