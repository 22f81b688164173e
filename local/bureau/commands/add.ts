import { closurePolicies, unitLevels } from "../../../core/ledger/unit.ts";
import { defineCommand } from "../command.ts";
import { answerOf, type Payload, userErrors } from "../payload.ts";

const addUnit = `mutation Add($input: AddUnitInput!) {
  addUnit(input: $input) { unit { code name parent { name } } ${userErrors} }
}`;

interface Added {
  readonly addUnit: Payload & {
    readonly unit: { readonly code: string; readonly name: string; readonly parent: { readonly name: string } | null };
  };
}

export const add = defineCommand({
  name: "add",
  does: "增加一个单位 · add a unit",
  takes: {
    code: {
      value: "CODE",
      says: "单位代码：小写字母、数字、连字符 · small letters, digits, hyphens",
      required: true,
      positional: true,
    },
    name: { value: "NAME", says: "单位名称 · its name", required: true, positional: true },
    level: { value: "LEVEL", says: "层级 · its level", required: true, positional: true, choices: unitLevels },
    parent: { value: "PARENT", says: "上级单位的代码 · code of the unit above", required: true, positional: true },
    closure: {
      value: "POLICY",
      says: "销号方式，默认随上级 · how its items are closed, as above it by default",
      choices: closurePolicies,
    },
  },
  example: "--code qh-haixi --name 海西州局 --level PREFECTURE --parent qh",
  async run({ closure, ...unit }, { api }) {
    const input = { ...unit, ...(closure === undefined ? {} : { closurePolicy: closure }) };
    const answer = await api.ask<Added>(addUnit, { input });
    return answerOf(
      answer.addUnit,
      ({ unit: { code, name, parent } }) => `已增加单位 ${code} ${name}，上级 ${parent?.name ?? "（无权查看）"}`,
    );
  },
});
