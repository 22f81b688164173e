import { saysNothing } from "./cell-types.ts";
import type { CellType } from "./column.ts";
import { shown } from "./date-cell.ts";
import { readNumeral } from "./numeral.ts";

export const qualifiers = ["EQ", "GE", "LE", "ABOUT"] as const;
/** EQ exact, GE at least (余, 以上), LE at most (近, 不超过), ABOUT neither bound is known (约). */
export type Qualifier = (typeof qualifiers)[number];

/** A number as ledgers state it: `1300余场次`, `2.5万户`. */
export interface Approx {
  readonly value: number;
  readonly qualifier: Qualifier;
  /** 户, 人次, 份, % … as written after the number. */
  readonly unit?: string;
}

const signs: readonly [RegExp, Qualifier][] = [
  [/^(?:≥|>=|＞=|>|不少于|至少|超过|逾|达|上(?=[百千万]))/, "GE"],
  [/^(?:≤|<=|<|不超过|至多|最多|近|将近|不足)/, "LE"],
  [/^(?:约|大约|大概|≈|±)/, "ABOUT"],
];
const endings: readonly [RegExp, Qualifier][] = [
  [/^(?:余|多|\+|以上|及以上)/, "GE"],
  [/^(?:以下|以内|及以下)/, "LE"],
  [/^(?:左右|上下)/, "ABOUT"],
];

/** A count, perhaps approximate. Words without a number (若干, 多次) and several numbers in one cell are problems. */
export const approxCell: CellType<Approx> = {
  name: "approx",
  parse: (text) => {
    if (saysNothing(text)) return { value: null };
    const value = readApprox(text);
    return value === null ? { value, problem: `看不出“${shown(text)}”是多少，请写一个数字` } : { value };
  },
  render: ({ value, qualifier, unit = "" }) => {
    const number = String(value);
    if (qualifier === "GE") return `${number}余${unit}`;
    if (qualifier === "LE") return `不超过${number}${unit}`;
    return qualifier === "ABOUT" ? `约${number}${unit}` : `${number}${unit}`;
  },
};

/** No ledger counts so far; a longer number is a telephone or an account. */
const mostCounted = 1e11;

/** 百余人 and 近千户 leave the 一 out. */
function readWords(text: string): number | null {
  return text === "百" ? 100 : text === "千" ? 1000 : readNumeral(text);
}

function readApprox(text: string): Approx | null {
  let rest = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/[。;]+$/, "");
  rest = rest.replace(/^(?:共计|共|计|累计|合计)/, "");
  let qualifier: Qualifier = "EQ";
  const sign = signs.find(([pattern]) => pattern.test(rest));
  if (sign !== undefined) {
    qualifier = sign[1];
    rest = rest.replace(sign[0], "");
  }
  const match = /^(?:(\d{1,12}(?:\.\d{1,4})?)|([零一二三四五六七八九十百千两]{1,9}))/.exec(rest);
  if (match === null) return null;
  const number = match[1] === undefined ? readWords(match[2] ?? "") : Number(match[1]);
  if (number === null) return null;
  rest = rest.slice(match[0].length);
  // 1300余万 and 2.5万余: the scale stands on either side of the qualifier.
  let scale = 1;
  for (let round = 0; round < 2; round++) {
    const big = /^[万亿]/.exec(rest);
    if (big !== null && scale === 1) {
      scale = big[0] === "万" ? 10_000 : 100_000_000;
      rest = rest.slice(1);
    }
    const ending = endings.find(([pattern]) => pattern.test(rest));
    if (ending !== undefined) {
      qualifier = ending[1];
      rest = rest.replace(ending[0], "");
    }
  }
  const trailing = /^([^\d零一二三四五六七八九十万亿]{0,5}?)(以上|以下|以内|左右)$/.exec(rest);
  if (trailing !== null) {
    rest = trailing[1] ?? "";
    qualifier = trailing[2] === "以上" ? "GE" : trailing[2] === "左右" ? "ABOUT" : "LE";
  }
  const value = Number((number * scale).toPrecision(15));
  if (value >= mostCounted) return null;
  if (rest === "") return { value, qualifier };
  return /^(?:[\u4e00-\u9fff]{1,5}|%|‰)$/.test(rest) &&
    !/[零一二三四五六七八九十百千万亿余多约近两]|以上|以下|以内|左右|上下/.test(rest)
    ? { value, qualifier, unit: rest }
    : null;
}
