import { stateWords } from "../../../core/ledger/state-text.ts";
import { chinaTime } from "../china-time.ts";
import { defineCommand } from "../command.ts";
import { fieldWord } from "../field-words.ts";
import { shorten, textTable } from "../text-table.ts";
import { eventWords, sideWords, wordOf } from "../words.ts";

const changes = "history(first: $first) { nodes { at version side actor field before after reason } }";
const historyOf = `query History($code: String!, $first: Int!) {
  problemItem(code: $code) { version ${changes} }
  researchTopic(code: $code) { version ${changes} }
  entry(code: $code) { version ${changes} }
}`;

interface ChangeShown {
  readonly at: string;
  readonly version: number;
  readonly side: string;
  readonly actor: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

interface ItemShown {
  readonly version: number;
  readonly history: { readonly nodes: readonly ChangeShown[] };
}

interface Found {
  readonly problemItem: ItemShown | null;
  readonly researchTopic: ItemShown | null;
  readonly entry: ItemShown | null;
}

const textPlaces = 30;
const mostChanges = 100;

export const history = defineCommand({
  name: "history",
  does: "一条台账的变更记录，最新在前 · every change of an item, newest first",
  takes: {
    code: { value: "CODE", says: "系统编号 · the row's 系统编号", required: true, positional: true },
  },
  example: "P7K3M9Q2X4TB",
  async run({ code }, { api }) {
    const found = await api.ask<Found>(historyOf, { code, first: mostChanges });
    const item = found.problemItem ?? found.researchTopic ?? found.entry;
    if (item === null) return { ok: false, text: "NOT_FOUND: No such item. 没有这个编号，或无权查看。" };
    const rows = item.history.nodes.map((change) => rowOf(change, code));
    const table = textTable([["版本", "时间", "来源", "何人", "栏目", "改前", "改后", "理由"], ...rows]);
    return {
      ok: true,
      text: `${table}\n\n现为版本${item.version}。回到以前：npm run bureau -- restore ${code} --to 版本`,
    };
  },
});

function rowOf({ at, version, side, actor, field, before, after, reason }: ChangeShown, code: string): string[] {
  const words = field === "state" ? stateWords : field === null ? eventWords : {};
  return [
    String(version),
    chinaTime(at),
    wordOf(sideWords, side),
    actor,
    field === null ? "" : fieldWord(field, code),
    shorten(after === "CONFLICT_SETTLED" ? fieldWord(before ?? "", code) : wordOf(words, before ?? ""), textPlaces),
    shorten(wordOf(words, after ?? ""), textPlaces),
    reason ?? "",
  ];
}
