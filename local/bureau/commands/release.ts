import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";

const releaseBrake = `mutation Release($input: ReleaseBrakeInput!) {
  releaseBrake(input: $input) { spreadsheet { spreadsheetId } ${userErrors} }
}`;

export const release = defineCommand({
  name: "release",
  does: "确认无误，解除刹车 · let a braked pass go on, after looking at it",
  takes: {
    spreadsheet: spreadsheetArgument,
    pass: {
      value: "PASS",
      says: "看过的那次同步的编号，list 会列出 · id of the braked pass that was looked at, see list",
      required: true,
      positional: true,
    },
  },
  example: "1AbC…xyz --pass 01HF7Z…",
  async run({ spreadsheet, pass }, { api }) {
    const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), passId: pass };
    const answer = await api.ask<{ releaseBrake: Payload }>(releaseBrake, { input });
    return answerOf(answer.releaseBrake, () => "已放行，下一次同步照常进行");
  },
});
