import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

const linkSummary = `mutation LinkSummary($input: LinkSummaryInput!) {
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
    const answer = await api.ask<Linked>(linkSummary, { input: { spreadsheetId: spreadsheet, unit } });
    return answerOf(
      answer.linkSummary,
      ({ unit: { name } }) => `下一次汇总起，${name}的汇总表写在这个表格里；请先把它共享给同步账号（可编辑）`,
    );
  },
});
