import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, sameMeaning } from "../../../core/ledger/column.ts";
import { kinds } from "../../../core/ledger/kinds.ts";

const columns = kinds.flatMap((kind) =>
  kind.columns.map((column) => [`${kind.name}.${column.field}`, column] as const),
);
const context = { referenceDate: "2023-10-08" };

/** Words and marks that real cells are made of: strings that come near to meaning something. */
const scrap = fc.constantFrom(
  ..."0 1 2 3 5 9 11 12 30 31 2023 2024 45235 年 月 日 底 前 末 内 上旬 中旬 季度 个月 个工作日 天 周 . 、 ， ； - — 至 ~ / （ ） ( ) % ① ② 1. 2. 1、 2、 （1） （2） 一是 二是 第一， 余 多 约 近 万 以上 左右 不超过 条 户 次 场次 立行立改 长期坚持 持续推进 并 短期攻坚 中期 长期 主题教育结束 春节 整改 完成 已 未 正在 推进 中 基本 销号 退回 现场解决 重启 作废 上报 逾期 是 否 √ × 无 同上 满意 不 一般 重大 发展 民生 风险 其他 党建 调研 群众 检查 审计 信访 点单 走访 座谈 蹲点 宣讲 现场办公 报告 制度 政策 方案 标准 案例 新制订 修订 正面 反面 已转化 已采纳 示例甲 示例乙 13800000000 ： :".split(
    " ",
  ),
  "\n",
  "\r\n",
  " ",
  "　",
  "\t",
);
const nearText = fc.array(scrap, { maxLength: 9 }).map((parts) => parts.join(""));
const anyText = fc.oneof(
  { weight: 5, arbitrary: nearText },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);
const seed = 20_231_130;

/** What the property must hold for: a value that some text gives. */
function expectInverse(column: Column, text: string): void {
  const { value } = column.type.parse(text, context);
  if (value === null) return;
  const rendered = column.type.render(value);
  expect({ text, rendered, value: column.type.parse(rendered, context).value }).toEqual({ text, rendered, value });
}

describe("every kind and column", () => {
  test.each(columns)("[L2] %s: what was read is read again from what is written", (_name, column) => {
    fc.assert(
      fc.property(anyText, (text) => expectInverse(column, text)),
      { seed, numRuns: 400 },
    );
  });

  test.each(columns)("[L1] %s: no text makes reading throw, and a problem is one Chinese sentence", (_name, column) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { problem } = column.type.parse(text, context);
        if (problem !== undefined) expect(problem).toMatch(/[\u4e00-\u9fff]/);
      }),
      { seed, numRuns: 400 },
    );
  });

  test.each(columns)("[L2] %s: a text means the same as itself and as its own rendering", (_name, column) => {
    fc.assert(
      fc.property(nearText, (text) => {
        expect(sameMeaning(column, text, text, context)).toBe(true);
        const { value, problem } = column.type.parse(text, context);
        if (value === null || problem !== undefined) return;
        expect(sameMeaning(column, text, column.type.render(value), context)).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  // A reading whose time grew with the square of the text would take minutes here; the test runner ends it.
  test("[L1] very long texts of all sorts are read in time", () => {
    const bits = ["1.甲；", "（", "甲\n", "2023.11.5、", "已完成，", "11月底\n", "1", " "];
    for (const bit of bits) for (const [, column] of columns) column.type.parse(bit.repeat(5_000), context);
  }, 60_000);

  test("[L2] codes of two kinds never begin alike, and no kind has a field twice", () => {
    const prefixes = kinds.map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const { columns } of kinds) {
      expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length);
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    }
  });
});
