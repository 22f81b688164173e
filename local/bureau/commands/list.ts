import { spreadsheetStates } from "../../../core/ledger/link.ts";
import { chinaTime } from "../china-time.ts";
import { defineCommand } from "../command.ts";
import { type Connection, listAll } from "../list-all.ts";
import { sharingHint } from "../sharing.ts";
import { helpLines, type StateShown, stateLine } from "../spreadsheet-state.ts";
import { textTable } from "../text-table.ts";
import { outcomeWords, stateWords, wordOf } from "../words.ts";

const spreadsheets = `query Spreadsheets($state: [SpreadsheetState!], $after: String) {
  spreadsheets(state: $state, first: 100, after: $after) {
    nodes { spreadsheetId title state reason brakedPass unit { code name } lastPass { id finishedAt outcome } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface SpreadsheetNode extends StateShown {
  readonly title: string | null;
  readonly unit: { readonly code: string; readonly name: string };
  readonly lastPass: { readonly id: string; readonly finishedAt: string | null; readonly outcome: string } | null;
}

export const list = defineCommand({
  name: "list",
  does: "列出表格及其同步状态 · spreadsheets and how they are",
  takes: {
    state: {
      value: "STATE",
      says: "只列这种状态的 · only those in this state",
      positional: true,
      choices: spreadsheetStates,
    },
  },
  example: "--state BRAKED",
  async run({ state }, { api }) {
    const variables = state === undefined ? {} : { state: [state] };
    const nodes = await listAll(
      api,
      spreadsheets,
      variables,
      (answer: { spreadsheets: Connection<SpreadsheetNode> }) => answer.spreadsheets,
    );
    if (nodes.length === 0) return { ok: true, text: "没有表格" };
    const sorted = [...nodes].sort((a, b) => (a.unit.code < b.unit.code ? -1 : a.unit.code > b.unit.code ? 1 : 0));
    const table = textTable([["单位", "表格", "名称", "状态", "最近一次变动", "结果"], ...sorted.map(rowOf)]);
    const lost = sorted.some(({ state }) => state === "UNREACHABLE");
    const hint = lost ? ["", await sharingHint(api)] : [];
    return { ok: true, text: [table, ...sorted.flatMap(whyOf), ...hint].join("\n") };
  },
});

const rowOf = ({ spreadsheetId, title, state, unit, lastPass }: SpreadsheetNode): string[] => [
  `${unit.name}（${unit.code}）`,
  spreadsheetId,
  title ?? "",
  wordOf(stateWords, state),
  lastPass === null || lastPass.finishedAt === null ? "尚未同步" : chinaTime(lastPass.finishedAt),
  lastPass === null ? "" : wordOf(outcomeWords, lastPass.outcome),
];

/** What is wrong with it, and the command that helps. */
const whyOf = (node: SpreadsheetNode): string[] =>
  node.state === "ACTIVE" && node.reason === null
    ? []
    : ["", `${node.spreadsheetId} ${stateLine(node)}`, ...helpLines(node)];
