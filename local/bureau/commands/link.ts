import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { sharingHint } from "../sharing.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { helpLines, type StateShown, stateFields, stateLine } from "../spreadsheet-state.ts";

const linkSpreadsheet = `mutation Link($input: LinkSpreadsheetInput!) {
  linkSpreadsheet(input: $input) { spreadsheet { ${stateFields} unit { name } } ${userErrors} }
}`;

interface Linked {
  readonly linkSpreadsheet: Payload & {
    readonly spreadsheet: StateShown & { readonly unit: { readonly name: string } };
  };
}

export const link = defineCommand({
  name: "link",
  does: "把表格关联到单位 · tie a spreadsheet to a unit; the next pass imports it",
  takes: {
    spreadsheet: spreadsheetArgument,
    unit: { value: "UNIT", says: "单位代码 · code of the unit", required: true, positional: true },
    paused: { says: "新关联的先不同步，看过 doctor 和 preview 再 resume · no pass of a new one before resume" },
  },
  example: "1AbC…xyz qh-haixi",
  async run({ spreadsheet, unit, paused }, { api }) {
    const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), unit, paused };
    const { linkSpreadsheet: linked } = await api.ask<Linked>(linkSpreadsheet, { input });
    if (linked.userErrors.length > 0) return { ok: false, text: refusalOf(linked) };
    const { name } = linked.spreadsheet.unit;
    return { ok: true, text: [...whatNext(linked.spreadsheet, name, paused), await sharingHint(api)].join("\n") };
  },
});

/** One that was linked before is as it was, whatever is said now: its state decides, not the switch. */
function whatNext(shown: StateShown, name: string, paused: boolean): string[] {
  const next = (command: string) => `  npm run bureau -- ${command} ${shown.spreadsheetId}`;
  const look = [next("doctor"), next("preview")];
  const linked = `已关联到${name}`;
  if (shown.state === "PAUSED") return [`${linked}，同步暂停着。看过会写什么再恢复：`, ...look, next("resume")];
  const notPaused = paused ? ["以前已经关联，没有因此暂停。要先看过再同步，请先暂停：", next("pause"), ...look] : [];
  if (shown.state !== "ACTIVE") return [`${linked}。${stateLine(shown)}`, ...helpLines(shown), ...notPaused];
  const soon = shown.lastPass === null ? "稍后自动开始同步" : "同步照常进行";
  return paused ? [`${linked}，${soon}。`, ...notPaused] : [`${linked}，${soon}。会写什么：`, ...look];
}
