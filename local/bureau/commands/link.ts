import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { spreadsheetArgument, spreadsheetIdOf } from "../spreadsheet-argument.ts";

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
  },
  example: "1AbC…xyz qh-haixi",
  async run({ spreadsheet, unit }, { api }) {
    const input = { spreadsheetId: spreadsheetIdOf(spreadsheet), unit };
    const answer = await api.ask<Linked>(linkSpreadsheet, { input });
    return answerOf(
      answer.linkSpreadsheet,
      ({
        spreadsheet: {
          spreadsheetId,
          unit: { name },
        },
      }) =>
        [
          `已关联到${name}，稍后自动开始同步。先看看会写什么：`,
          `  npm run bureau -- doctor ${spreadsheetId}`,
          `  npm run bureau -- preview ${spreadsheetId}`,
        ].join("\n"),
    );
  },
});
