import { defineCommand, UsageError } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";

const settleConflict = `mutation Settle($input: SettleConflictInput!) {
  settleConflict(input: $input) { conflict { header settledAt } ${userErrors} }
}`;

interface Settled {
  readonly settleConflict: Payload & { readonly conflict: { readonly header: string } };
}

export const settle = defineCommand({
  name: "settle",
  does: "了结一个冲突 · say which value of a conflict stands",
  takes: {
    conflict: {
      value: "CONFLICT",
      says: "冲突编号，conflicts 会列出 · see conflicts",
      required: true,
      positional: true,
    },
    choose: {
      value: "SIDE",
      says: "以哪边为准 · whose value stands",
      positional: true,
      choices: ["SHEET", "API"],
    },
    value: { value: "TEXT", says: "两边都不对时，另填内容 · a third value instead" },
  },
  example: "Q29uZmxpY3Q6… --choose SHEET",
  async run({ conflict, choose, value }, { api }) {
    if ((choose === undefined) === (value === undefined))
      throw new UsageError(
        "Give --choose SHEET|API or --value TEXT, one of them. 请在 --choose 与 --value 中给出一个。",
      );
    const input = { id: conflict, ...(choose === undefined ? { value } : { choose }) };
    const answer = await api.ask<Settled>(settleConflict, { input });
    const stands = choose === undefined ? "另填的内容" : choose === "SHEET" ? "表格的内容" : "系统的内容";
    return answerOf(
      answer.settleConflict,
      ({ conflict: { header } }) => `已了结：${header} 以${stands}为准，下一次同步写入`,
    );
  },
});
