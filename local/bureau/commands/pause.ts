import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import type { ApiClient } from "../api-client.ts";
import { type Answer, defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

const pauseSpreadsheet = `mutation Pause($input: PauseSpreadsheetInput!) {
  pauseSpreadsheet(input: $input) { spreadsheet { spreadsheetId } ${userErrors} }
}`;

export const pause = defineCommand({
  name: "pause",
  does: "暂停同步一个表格 · no more passes until resumed",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  run: ({ spreadsheet }, { api }) => setPaused(api, spreadsheet, true, "已暂停；恢复用 resume"),
});

export const resume = defineCommand({
  name: "resume",
  does: "恢复同步 · undo a pause",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  run: ({ spreadsheet }, { api }) => setPaused(api, spreadsheet, false, "已恢复，下一次同步照常进行"),
});

async function setPaused(api: ApiClient, spreadsheet: string, paused: boolean, done: string): Promise<Answer> {
  const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), paused };
  const answer = await api.ask<{ pauseSpreadsheet: Payload }>(pauseSpreadsheet, { input });
  return answerOf(answer.pauseSpreadsheet, () => done);
}
