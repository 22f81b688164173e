import type { Answer, ApiClient } from "./api-client.ts";
import { type PlanShown, planTable } from "./plan-table.ts";

export interface CommandInput {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly parent?: string | undefined;
  readonly unit?: string | undefined;
  readonly spreadsheet?: string | undefined;
  readonly pass?: string | undefined;
}

interface Command {
  readonly usage: string;
  readonly does: string;
  run(api: ApiClient, input: CommandInput): Promise<Answer>;
}

interface UserErrors {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const passFields = "id outcome reason rowsRead toStore toSheet conflicts problems startedAt finishedAt";

export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    "add",
    {
      usage: "add --code qh-haixi --name 海西州局 --level PREFECTURE --parent qh",
      does: "adds a unit",
      async run(api, { code, name, level, parent }) {
        const { addUnit } = await api.ask<{ addUnit: UserErrors & { unit: { code: string; name: string } | null } }>(
          "mutation ($input: AddUnitInput!) { addUnit(input: $input) { unit { code name } userErrors { code message } } }",
          {
            input: {
              code: need(code, "--code"),
              name: need(name, "--name"),
              level: need(level, "--level"),
              parent: need(parent, "--parent"),
            },
          },
        );
        return told(addUnit, () => `已增加单位 ${addUnit.unit?.code} ${addUnit.unit?.name}`);
      },
    },
  ],
  [
    "link",
    {
      usage: "link SPREADSHEET_ID UNIT_CODE   (or --spreadsheet … --unit …)",
      does: "ties a spreadsheet to a unit; the next pass imports it",
      async run(api, { spreadsheet, unit }) {
        const { linkSpreadsheet } = await api.ask<{
          linkSpreadsheet: UserErrors & { spreadsheet: { spreadsheetId: string; state: string } | null };
        }>(
          "mutation ($input: LinkSpreadsheetInput!) { linkSpreadsheet(input: $input) { spreadsheet { spreadsheetId state } userErrors { code message } } }",
          { input: { spreadsheetId: need(spreadsheet, "SPREADSHEET_ID"), unit: need(unit, "UNIT_CODE") } },
        );
        return told(linkSpreadsheet, () => `已关联 ${spreadsheet} → ${unit}（${linkSpreadsheet.spreadsheet?.state}）`);
      },
    },
  ],
  [
    "preview",
    {
      usage: "preview SPREADSHEET_ID",
      does: "shows the very plan that a pass would carry out now",
      async run(api, { spreadsheet }) {
        const { previewSync } = await api.ask<{ previewSync: UserErrors & { plan: PlanShown | null } }>(
          `mutation ($input: PreviewSyncInput!) { previewSync(input: $input) {
             plan { rowsRead toStore toSheet conflicts problems brake lines { action tab cell code field before after message } }
             userErrors { code message } } }`,
          { input: { spreadsheetId: need(spreadsheet, "SPREADSHEET_ID") } },
        );
        return told(previewSync, () => (previewSync.plan === null ? "" : planTable(previewSync.plan)));
      },
    },
  ],
  [
    "sync",
    {
      usage: "sync SPREADSHEET_ID",
      does: "makes one pass now",
      async run(api, { spreadsheet }) {
        const { syncSpreadsheet } = await api.ask<{
          syncSpreadsheet: UserErrors & { pass: Record<string, unknown> | null };
        }>(
          `mutation ($input: SyncSpreadsheetInput!) { syncSpreadsheet(input: $input) { pass { ${passFields} } userErrors { code message } } }`,
          { input: { spreadsheetId: need(spreadsheet, "SPREADSHEET_ID") } },
        );
        return told(syncSpreadsheet, () => fields(syncSpreadsheet.pass ?? {}));
      },
    },
  ],
  [
    "release",
    {
      usage: "release SPREADSHEET_ID --pass PASS_ID",
      does: "lets a braked pass go on",
      async run(api, { spreadsheet, pass }) {
        const { releaseBrake } = await api.ask<{ releaseBrake: UserErrors }>(
          "mutation ($input: ReleaseBrakeInput!) { releaseBrake(input: $input) { userErrors { code message } } }",
          { input: { spreadsheetId: need(spreadsheet, "SPREADSHEET_ID"), passId: need(pass, "--pass") } },
        );
        return told(releaseBrake, () => "已放行，下一次同步照常进行");
      },
    },
  ],
]);

export function usage(): string {
  const lines = [...commands.values()].map(({ usage: line, does }) => `  npm run bureau -- ${line}\n      ${does}`);
  return [
    "usage:",
    ...lines,
    "",
    "--url URL and --token TOKEN (or TOKEN in the environment) reach another API than the local one.",
  ].join("\n");
}

function need(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new Error(`${name} is missing\n\n${usage()}`);
  return value;
}

function told(answer: UserErrors | null, done: () => string): Answer {
  const errors = answer?.userErrors ?? [];
  if (errors.length > 0)
    return { ok: false, text: errors.map(({ code, message }) => `${code}: ${message}`).join("\n") };
  return { ok: true, text: done() };
}

function fields(record: Readonly<Record<string, unknown>>): string {
  return Object.entries(record)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}
