import type { KindName } from "../../../core/ledger/kind.ts";
import { kindOfCode } from "../../../core/ledger/kinds.ts";
import { defineCommand, UsageError } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";

const restoreProblem = `mutation RestoreProblem($input: RestoreProblemItemInput!) {
  restored: restoreProblemItem(input: $input) { item: problemItem { version } ${userErrors} }
}`;
const restoreTopic = `mutation RestoreTopic($input: RestoreResearchTopicInput!) {
  restored: restoreResearchTopic(input: $input) { item: researchTopic { version } ${userErrors} }
}`;
const restoreEntry = `mutation RestoreEntry($input: RestoreEntryInput!) {
  restored: restoreEntry(input: $input) { item: entry { version } ${userErrors} }
}`;

/** Every other kind is an entry whose cells say everything. */
const ownMutations: Partial<Record<KindName, string>> = { problem: restoreProblem, topic: restoreTopic };

interface Answered {
  readonly restored: Payload & { readonly item: { readonly version: number } };
}

export const restore = defineCommand({
  name: "restore",
  does: "把一条台账恢复到以前的版本 · bring an entry of any kind back to an earlier version, as a new change",
  takes: {
    code: { value: "CODE", says: "系统编号 · the row's 系统编号", required: true, positional: true },
    to: {
      value: "VERSION",
      says: "版本，history 会列出；不给则恢复已归档或作废的 · see history; without it, undo a deletion or voiding",
    },
  },
  example: "P7K3M9Q2X4TB --to 3",
  async run({ code, to }, { api }) {
    const toVersion = to === undefined ? undefined : Number(to);
    if (toVersion !== undefined && !Number.isInteger(toVersion))
      throw new UsageError(`--to ${to}: must be a version, a whole number. 版本应为整数。`);
    const kind = kindOfCode(code);
    const mutation = (kind === undefined ? undefined : ownMutations[kind.name]) ?? restoreEntry;
    const input = { code, ...(toVersion === undefined ? {} : { toVersion }) };
    const { restored } = await api.ask<Answered>(mutation, { input });
    const what = toVersion === undefined ? "已恢复" : `已恢复到版本${toVersion}的内容`;
    return answerOf(restored, ({ item: { version } }) => `${code} ${what}，成为版本${version}；下一次同步写入表格`);
  },
});
