import { defineCommand } from "../command.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { sharingHint } from "../sharing.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

const mutation = `mutation LinkSummary($input: LinkSummaryInput!) {
  linkSummary(input: $input) { unit { name summarySpreadsheet } ${userErrors} }
}`;

interface Linked {
  readonly linkSummary: Payload & { readonly unit: { readonly name: string } };
}

export const summaryLink = defineCommand({
  name: "summary link",
  does: "指定一个表格，由系统写入单位的汇总表 · a spreadsheet into which a unit's figures are written, one-way",
  takes: {
    spreadsheet: spreadsheetArgument,
    unit: { value: "UNIT", says: "单位代码 · code of the unit", required: true, positional: true },
  },
  example: "1AbC…xyz qh",
  async run({ spreadsheet, unit }, { api }) {
    const { linkSummary } = await api.ask<Linked>(mutation, { input: { spreadsheetId: spreadsheet, unit } });
    if (linkSummary.userErrors.length > 0) return { ok: false, text: refusalOf(linkSummary) };
    const text = `下一次汇总起，${linkSummary.unit.name}的汇总表写在这个表格里\n${await sharingHint(api)}`;
    return { ok: true, text };
  },
});
