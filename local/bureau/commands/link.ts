import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { sharingHint } from "../sharing.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

const linkSpreadsheet = `mutation Link($input: LinkSpreadsheetInput!) {
  linkSpreadsheet(input: $input) { spreadsheet { spreadsheetId unit { name } } ${userErrors} }
}`;

interface Linked {
  readonly linkSpreadsheet: Payload & {
    readonly spreadsheet: { readonly spreadsheetId: string; readonly unit: { readonly name: string } };
  };
}

export const link = defineCommand({
  name: "link",
  does: "把表格关联到单位 · tie a spreadsheet to a unit; the next pass imports it",
  takes: {
    spreadsheet: spreadsheetArgument,
    unit: { value: "UNIT", says: "单位代码 · code of the unit", required: true, positional: true },
    paused: { says: "先不同步，看过 doctor 和 preview 再 resume · no pass before resume, to look at it in peace" },
  },
  example: "1AbC…xyz qh-haixi",
  async run({ spreadsheet, unit, paused }, { api }) {
    const spreadsheetId = spreadsheetIdIn(spreadsheet);
    const input = { spreadsheetId, unit, paused };
    const { linkSpreadsheet: linked } = await api.ask<Linked>(linkSpreadsheet, { input });
    if (linked.userErrors.length > 0) return { ok: false, text: refusalOf(linked) };
    const { name } = linked.spreadsheet.unit;
    return { ok: true, text: [whatNext(spreadsheetId, name, paused), await sharingHint(api)].join("\n") };
  },
});

function whatNext(spreadsheetId: string, name: string, paused: boolean): string {
  const next = (command: string) => `  npm run bureau -- ${command} ${spreadsheetId}`;
  const lines = paused
    ? [`已关联到${name}，同步暂停着。看过会写什么再恢复：`, next("doctor"), next("preview"), next("resume")]
    : [`已关联到${name}，稍后自动开始同步。会写什么：`, next("doctor"), next("preview")];
  return lines.join("\n");
}
