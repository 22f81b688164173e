import type { ApiClient } from "./api-client.ts";
import { sharingHint } from "./sharing.ts";
import { stateWords, wordOf } from "./words.ts";

/** The state a spreadsheet is in, why, and the command that helps: the same words wherever somebody meets it. */

export const stateFields = "spreadsheetId state reason brakedPass lastPass { id }";

export interface StateShown {
  readonly spreadsheetId: string;
  readonly state: string;
  readonly reason: string | null;
  readonly brakedPass: string | null;
  readonly lastPass: { readonly id: string } | null;
}

const stateQuery = `query State($spreadsheetId: String!) {
  spreadsheet(spreadsheetId: $spreadsheetId) { ${stateFields} }
}`;

/** null: it is not linked, or may not be seen. */
export async function stateOf(api: ApiClient, spreadsheetId: string): Promise<StateShown | null> {
  const answer = await api.ask<{ readonly spreadsheet: StateShown | null }>(stateQuery, { spreadsheetId });
  return answer.spreadsheet;
}

/** `已刹车：…` */
export function stateLine({ state, reason }: StateShown): string {
  return `${wordOf(stateWords, state)}：${reason ?? "没有说明"}`;
}

const englishOf: Readonly<Record<string, string>> = {
  BRAKED: "The pass was braked.",
  QUARANTINED: "The writes of a pass kept missing their rows.",
  UNREACHABLE: "The spreadsheet is out of reach.",
  PAUSED: "The spreadsheet is paused.",
};

/** As a refusal of the API begins: a word for programs, English, Chinese. */
export function refusedIn(shown: StateShown): string {
  return `${shown.state}: ${englishOf[shown.state] ?? ""} ${stateLine(shown)}`;
}

/** What lets it be synced again; nothing for one that is. */
export function helpLines({ spreadsheetId, state, brakedPass, lastPass }: StateShown): string[] {
  const command = (words: string) => `npm run bureau -- ${words}`;
  switch (state) {
    case "PAUSED":
      return [`  恢复：${command(`resume ${spreadsheetId}`)}`];
    case "UNREACHABLE":
      return [
        `  请重新共享给同步账号，或从回收站还原；之后自动恢复，也可立即同步：${command(`sync ${spreadsheetId}`)}`,
      ];
    // Only these two can be released: a brake that is still known of another state would be refused.
    case "BRAKED":
    case "QUARANTINED": {
      const pass = brakedPass ?? lastPass?.id;
      return pass === undefined ? [] : [`  看过无误后放行：${command(`release ${spreadsheetId} --pass ${pass}`)}`];
    }
    default:
      return [];
  }
}

/** The same with the accounts to share it with, where it is told of one spreadsheet alone. */
export async function whatHelps(api: ApiClient, shown: StateShown): Promise<string[]> {
  return [...helpLines(shown), ...(shown.state === "UNREACHABLE" ? [`  ${await sharingHint(api)}`] : [])];
}
