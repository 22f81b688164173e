import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import type { ApiClient } from "../api-client.ts";
import { type Answer, defineCommand } from "../command.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { helpLines, type StateShown, stateFields, stateLine } from "../spreadsheet-state.ts";

const pauseSpreadsheet = `mutation Pause($input: PauseSpreadsheetInput!) {
  pauseSpreadsheet(input: $input) { spreadsheet { ${stateFields} } ${userErrors} }
}`;

interface Paused {
  readonly pauseSpreadsheet: Payload & { readonly spreadsheet: StateShown };
}

export const pause = defineCommand({
  name: "pause",
  does: "暂停同步一个表格 · no more passes until resumed",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  run: ({ spreadsheet }, { api }) => setPaused(api, spreadsheet, true),
});

export const resume = defineCommand({
  name: "resume",
  does: "恢复同步 · undo a pause",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  run: ({ spreadsheet }, { api }) => setPaused(api, spreadsheet, false),
});

async function setPaused(api: ApiClient, spreadsheet: string, paused: boolean): Promise<Answer> {
  const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), paused };
  const { pauseSpreadsheet: answer } = await api.ask<Paused>(pauseSpreadsheet, { input });
  if (answer.userErrors.length > 0) return { ok: false, text: refusalOf(answer) };
  const { spreadsheet: shown } = answer;
  if (shown.state === "PAUSED") return { ok: true, text: "已暂停；恢复用 resume" };
  if (shown.state === "ACTIVE") return { ok: true, text: "已恢复，下一次同步照常进行" };
  // Resuming undoes a pause and nothing else.
  const refused = `WRONG_STATE: The spreadsheet is not paused. 这个表格没有暂停。${stateLine(shown)}`;
  return { ok: false, text: [refused, ...helpLines(shown)].join("\n") };
}
