import { spreadsheetIdIn } from "../../../core/sheet/spreadsheet-id.ts";
import type { ApiClient } from "../api-client.ts";
import { type Answer, type CommandContext, defineCommand } from "../command.ts";
import { countEntries } from "../count-entries.ts";
import { type PassShown, passFields, passText } from "../pass-text.ts";
import { type Payload, refusalOf, userErrors } from "../payload.ts";
import { planCounts } from "../plan-table.ts";
import { spreadsheetArgument } from "../spreadsheet-argument.ts";
import { refusedIn, stateOf, whatHelps } from "../spreadsheet-state.ts";
import { type Previewed, previewSync } from "./preview.ts";

const syncSpreadsheet = `mutation Sync($input: SyncSpreadsheetInput!) {
  syncSpreadsheet(input: $input) { pass { ${passFields} } ${userErrors} }
}`;

interface Synced {
  readonly syncSpreadsheet: Payload & { readonly pass: PassShown };
}

const newness = `query New($spreadsheetId: String!) {
  spreadsheet(spreadsheetId: $spreadsheetId) { state unit { code } lastPass { id } }
}`;

interface Newness {
  readonly spreadsheet: {
    readonly state: string;
    readonly unit: { readonly code: string };
    readonly lastPass: object | null;
  } | null;
}

/** The worker of the background may be at the same spreadsheet: its pass takes seconds. */
const busyWaitMs = 2_000;
const busyTries = 30;
const progressEveryMs = 2_000;

export const sync = defineCommand({
  name: "sync",
  does: "现在同步一次 · make one pass now",
  takes: { spreadsheet: spreadsheetArgument },
  example: "1AbC…xyz",
  async run({ spreadsheet }, context) {
    const spreadsheetId = spreadsheetIdIn(spreadsheet);
    const { api } = context;
    const { spreadsheet: found } = await api.ask<Newness>(newness, { spreadsheetId });
    const first = found !== null && found.lastPass === null && found.state !== "PAUSED";
    const { syncSpreadsheet: done } = first
      ? await firstImport(context, spreadsheetId, found.unit.code)
      : await onePass(context, spreadsheetId);
    const refused = done.userErrors.length > 0;
    if (refused && !done.userErrors.some(({ code }) => code === "BRAKED")) return { ok: false, text: refusalOf(done) };
    // A pass that found nothing to do gives no reason; with one it was not made at all.
    const { outcome, reason } = done.pass;
    const made = !refused && (outcome === "DONE" || (outcome === "NOTHING" && reason === null));
    return made ? { ok: true, text: passText(done.pass) } : stopped(api, spreadsheetId, done);
  },
});

/** The state in which it was left, and what helps. */
async function stopped(api: ApiClient, spreadsheetId: string, done: Synced["syncSpreadsheet"]): Promise<Answer> {
  const shown = await stateOf(api, spreadsheetId);
  // Set going again by somebody in this very moment: what the pass said is all there is.
  const why = shown === null || shown.state === "ACTIVE" ? passText(done.pass) : refusedIn(shown);
  const said = done.userErrors.length > 0 ? refusalOf(done) : why;
  return { ok: false, text: [said, ...(shown === null ? [] : await whatHelps(api, shown))].join("\n") };
}

/** Says beforehand how much there is, and meanwhile how far it is. */
async function firstImport(context: CommandContext, spreadsheetId: string, unit: string): Promise<Synced> {
  const { api, progress, wait } = context;
  const { previewSync: preview } = await api.ask<Previewed>(previewSync, { input: { spreadsheetId } });
  if (preview.userErrors.length === 0) progress(`首次导入，${planCounts(preview.plan)}`);
  const before = await countEntries(api, unit);
  const timer = new AbortController();
  const pass = onePass(context, spreadsheetId).finally(() => timer.abort());
  pass.catch(() => {}); // Told below, however the counting ends.
  let shown = 0;
  while (await passes(wait(progressEveryMs, timer.signal))) {
    const count = (await countEntries(api, unit)) - before;
    if (count > shown) progress(`已登记 ${count} 条…`);
    shown = count;
  }
  return pass;
}

/** false: it was cut short. */
const passes = (time: Promise<unknown>) =>
  time.then(
    () => true,
    () => false,
  );

async function onePass({ api, progress, wait }: CommandContext, spreadsheetId: string): Promise<Synced> {
  for (let attempt = 1; ; attempt++) {
    const answer = await api.ask<Synced>(syncSpreadsheet, { input: { spreadsheetId } });
    const busy = answer.syncSpreadsheet.userErrors.some(({ code }) => code === "BUSY");
    if (!busy || attempt === busyTries) return answer;
    if (attempt === 1) progress("后台正在同步这个表格，等它结束…");
    await wait(busyWaitMs);
  }
}
