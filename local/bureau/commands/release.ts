import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { sync } from "./sync.ts";

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
  async run({ spreadsheet, pass }, context) {
    const input = { spreadsheetId: spreadsheetIdIn(spreadsheet), passId: pass };
    const answer = await context.api.ask<{ releaseBrake: Payload }>(releaseBrake, { input });
    const released = answerOf(answer.releaseBrake, () => "已放行");
    if (!released.ok) return released;
    // Nothing has changed, so nobody would look at it before the sweep.
    const { ok, text } = await sync.run({ spreadsheet }, context);
    return { ok, text: `${released.text}，${text}` };
  },
});
