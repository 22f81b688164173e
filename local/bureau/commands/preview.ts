import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import { defineCommand } from "../command.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { type PlanShown, planFields, planTable } from "../plan-table.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { type StateShown, stateLine, stateOf, whatHelps } from "../spreadsheet-state.ts";

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
    const spreadsheetId = spreadsheetIdIn(spreadsheet);
    const { previewSync: previewed } = await api.ask<Previewed>(previewSync, { input: { spreadsheetId } });
    const shown = await stateOf(api, spreadsheetId);
    if (previewed.userErrors.length > 0) {
      const lost = shown?.state === "UNREACHABLE" && previewed.userErrors.some(({ code }) => code === "UNAVAILABLE");
      const why = lost ? [stateLine(shown), ...(await whatHelps(api, shown))] : [];
      return { ok: false, text: [refusalOf(previewed), ...why].join("\n") };
    }
    const { plan } = previewed;
    const first = shown === null ? [] : beforehand(shown, plan, await whatHelps(api, shown));
    return { ok: true, text: [...first, planTable(plan)].join("\n") };
  },
});

/** What has to happen before a pass does any of it. */
function beforehand(shown: StateShown, plan: PlanShown, help: readonly string[]): string[] {
  if (shown.state === "ACTIVE") return [];
  const held = [...help, "  在此之前不会同步，下面只是预演："];
  const mended = mendedOf(shown, plan);
  const now = `下一次同步照下面进行。立即同步：npm run bureau -- sync ${shown.spreadsheetId}`;
  return [stateLine(shown), ...(mended === null ? held : [`  ${mended}，${now}`]), ""];
}

/** It has just been read: what kept it from being synced may be gone, and the next pass finds that out by itself. */
function mendedOf({ state }: StateShown, { brake }: PlanShown): string | null {
  if (state === "UNREACHABLE") return "现在又能打开了";
  return state === "BRAKED" && brake === null ? "刹车的原因已经没有了" : null;
}
