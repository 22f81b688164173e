import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { type PlanShown, planFields, planTable } from "../plan-table.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

export const previewSync = `mutation Preview($input: PreviewSyncInput!) {
  previewSync(input: $input) { plan { ${planFields} } ${userErrors} }
}`;

export interface Previewed {
  readonly previewSync: Payload & { readonly plan: PlanShown };
}

export const preview = defineCommand({
  name: "preview",
  does: "预演：现在同步会做什么，什么都不写 · the very plan a pass would carry out now",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  async run({ spreadsheet }, { api }) {
    const answer = await api.ask<Previewed>(previewSync, { input: { spreadsheetId: spreadsheetIdIn(spreadsheet) } });
    return answerOf(answer.previewSync, ({ plan }) => planTable(plan));
  },
});
